import { inTexts, type Rule } from './rule.ts'

const CLAIM = /an[oòó]n[yiíì]m\p{L}*|аноніm\p{L}*|анонім\p{L}*|ανών\p{L}*|nimettöm\p{L}*|匿名|مجهول\p{L}*/giu

// Who is promised to stay unknown and is known was told something untrue.
export default {
  look: inTexts(['question', 'follow_up', 'subject', 'mail', 'thanks', 'sms'], ({ text }, { anonymous }) =>
    anonymous ? [] : (text.match(CLAIM) ?? []),
  ),
  examples: {
    wrong: [
      { change: { mailIntro: 'Your answer to {{company}} stays anonymous.' } },
      { language: 'fi', change: { mailIntro: 'Vastauksesi yritykselle {{company}} käsitellään nimettömästi.' } },
    ],
    right: [{ anonymous: true, change: { mailIntro: 'Your answer to {{company}} stays anonymous.' } }],
  },
} satisfies Rule
