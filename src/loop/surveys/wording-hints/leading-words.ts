import { inTexts, type Rule } from './rule.ts'
import { wordsIn } from './word-list.ts'

// A word that praises, or a tag that expects a yes, moves answers upwards before anybody has thought.
const LEADING = {
  en: [
    ...[
      'amazing',
      'awesome',
      'brilliant',
      'delightful',
      'excellent',
      'exceptional',
      'fantastic',
      'great',
      'incredible',
    ],
    ...['outstanding', 'perfect', 'superb', 'wonderful', 'world-class', 'award-winning', 'how much do you love'],
    ...['how much did you love', 'how much do you like', 'how much did you enjoy', 'of course', 'obviously', 'surely'],
    ...["don't you", "isn't it", "wouldn't you", "won't you", 'do you agree that', 'as you know', 'how good'],
  ],
  de: [
    ...[
      'toll*',
      'großartig*',
      'hervorragend*',
      'ausgezeichnet*',
      'fantastisch*',
      'wunderbar*',
      'exzellent*',
      'perfekt*',
    ],
    ...[
      'einzigartig*',
      'erstklassig*',
      'preisgekrönt*',
      'wie sehr lieben',
      'wie gern mögen',
      'natürlich',
      'sicherlich',
    ],
    ...[
      'selbstverständlich',
      'bestimmt auch',
      'nicht wahr',
      'finden Sie nicht auch',
      'wie Sie wissen',
      'wie begeistert',
    ],
  ],
  fi: [
    ...['mahtav*', 'loistav*', 'erinomai*', 'upea*', 'ihana*', 'fantasti*', 'huippu*', 'täydelli*', 'ainutlaatui*'],
    ...['palkittu*', 'kuinka paljon rakastat', 'kuinka paljon pidät', 'tietenkin', 'tietysti', 'varmasti', 'eikö niin'],
    ...['eikö totta', 'kuten tiedät', 'etkö'],
  ],
}

export default {
  look: inTexts(['question', 'follow_up', 'subject'], ({ plain, language }) => wordsIn(plain, language, LEADING)),
  examples: {
    wrong: [
      { change: { question: 'How satisfied are you with our excellent service at {{company}}?' } },
      { language: 'de', change: { question: 'Wie zufrieden sind Sie mit unserem großartigen Team von {{company}}?' } },
      { language: 'fi', change: { question: 'Kuinka tyytyväinen olet yrityksen {{company}} loistavaan palveluun?' } },
    ],
    right: [{ change: { question: 'How satisfied are you with the service of {{company}}?' } }],
  },
} satisfies Rule
