import { inTexts, type Rule } from './rule.ts'
import { wordsIn } from './word-list.ts'

// "How far do you disagree that it was not easy?": a no in the question turns the scale round in the reader's head.
const NEGATIONS = {
  en: [
    'not',
    'never',
    'no longer',
    "don't",
    "doesn't",
    "didn't",
    "isn't",
    "wasn't",
    "can't",
    "won't",
    'without',
    'disagree',
  ],
  de: ['nicht', 'nie', 'niemals', 'kein', 'keine', 'keinen', 'keiner', 'keinem', 'ohne'],
  fi: ['ei', 'en', 'et', 'emme', 'ette', 'eivät', 'ettei', 'koskaan', 'ilman'],
}

export default {
  look: inTexts(['question'], ({ plain, language, kind }) =>
    kind === 'free' ? [] : wordsIn(plain, language, NEGATIONS),
  ),
  examples: {
    wrong: [
      { change: { question: 'How far do you agree: it was not easy to reach {{company}}?' } },
      { language: 'de', change: { question: 'Wie sehr stimmen Sie zu: Bei {{company}} gab es keine Probleme?' } },
      { language: 'fi', change: { question: 'Kuinka samaa mieltä olet: yritys {{company}} ei ollut hidas?' } },
    ],
    right: [{ opening: 'free', change: { question: 'What did {{company}} not do well?' } }],
  },
} satisfies Rule
