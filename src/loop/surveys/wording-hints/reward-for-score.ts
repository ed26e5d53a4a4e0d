import { inTexts, type Rule } from './rule.ts'
import { wordsIn } from './word-list.ts'

const REWARDS = {
  en: [
    'voucher*',
    'discount*',
    'gift*',
    'reward*',
    'prize*',
    'bonus',
    'coupon*',
    'cashback',
    'win',
    'raffle',
    '% off',
    'free month',
  ],
  de: ['gutschein*', 'rabatt*', 'geschenk*', 'belohn*', 'prämie*', 'gewinn*', 'bonus', 'verlos*', 'gratis*'],
  fi: ['lahjakort*', 'alennu*', 'lahja*', 'palkin*', 'palkkio*', 'bonus*', 'arvon*', 'voita*', 'kupon*'],
}
const GOOD_SCORES = {
  en: [
    '9',
    '10',
    'nine',
    'ten',
    '5 stars',
    'five stars',
    'good rating',
    'good score',
    'top rating',
    'top score',
    'best rating',
    'positive',
    'high score',
    'if you recommend',
    'for recommending',
  ],
  de: [
    '9',
    '10',
    'neun',
    'zehn',
    '5 Sterne*',
    'fünf Sterne*',
    'gute* Bewertung*',
    'gute* Note*',
    'Bestnote',
    'positive*',
    'wenn Sie uns weiterempfehlen',
    'beste* Bewertung*',
  ],
  fi: [
    '9',
    '10',
    'yhdeksän',
    'kymmenen',
    'kympin',
    '5 tähteä',
    'viisi tähteä',
    'hyvä* arvosana*',
    'hyvä* arvio*',
    'parhaa*',
    'myönteis*',
    'positiivis*',
    'jos suosittelet',
  ],
}

// A reward that hangs on a good score buys the score; in many places it is against the law (16 CFR 465.4, § 5 UWG).
export default {
  look: inTexts(['question', 'follow_up', 'subject', 'mail', 'thanks', 'sms'], ({ text, language }) => {
    const rewards = wordsIn(text, language, REWARDS)
    const scores = wordsIn(text, language, GOOD_SCORES)
    return rewards.length > 0 && scores.length > 0 ? [`${rewards[0]} … ${scores[0]}`] : []
  }),
  examples: {
    wrong: [
      { change: { mailIntro: 'Give {{company}} a 10 and get a voucher.' } },
      { language: 'de', change: { mailIntro: 'Für fünf Sterne gibt es einen Gutschein von {{company}}.' } },
      { language: 'fi', change: { mailIntro: 'Anna yritykselle {{company}} 10 ja saat lahjakortin.' } },
    ],
    right: [{ change: { mailIntro: 'Everybody who answers {{company}} gets a voucher.' } }],
  },
} satisfies Rule
