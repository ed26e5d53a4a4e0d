import { inTexts, type Rule } from './rule.ts'
import { wordsIn } from './word-list.ts'

const BEGGING = {
  en: [
    'give us a 9',
    'give us a 10',
    'give us 10',
    'give us ten',
    'give us five stars',
    'give us 5 stars',
    '10 out of 10',
    '10/10',
    'top score',
    'top rating',
    'highest score',
    'only a 9',
    'only a 10',
    'a good rating',
    'a good score',
  ],
  de: [
    'geben Sie uns eine 9',
    'geben Sie uns eine 10',
    'geben Sie uns 10',
    '10 von 10',
    '10 Punkte',
    'Bestnote',
    'volle Punktzahl',
    'fünf Sterne',
    '5 Sterne',
    'gute Bewertung',
    'gute Note',
  ],
  fi: [
    'anna meille 9',
    'anna meille 10',
    'anna meille kymppi',
    '10/10',
    'täydet pisteet',
    'viisi tähteä',
    '5 tähteä',
    'hyvä arvosana',
    'hyvän arvosanan',
  ],
}

// Who asks for a ten measures politeness.
export default {
  look: inTexts(['question', 'subject', 'mail', 'sms'], ({ plain, language }) => wordsIn(plain, language, BEGGING)),
  examples: {
    wrong: [
      { change: { mailIntro: 'If you are happy with {{company}}, please give us a 10.' } },
      { language: 'de', change: { mailIntro: 'Wir würden uns sehr über 10 Punkte für {{company}} freuen.' } },
      { language: 'fi', change: { mailIntro: 'Toivomme, että anna meille 10, jos {{company}} on hyvä.' } },
    ],
    right: [{ change: { mailIntro: 'Choose a number from 0 to 10 for {{company}}.' } }],
  },
} satisfies Rule
