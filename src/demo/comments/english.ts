import type { Sentences } from './sentences.ts'

export const english: Sentences = {
  price: {
    content: ['Fair price for what it does.', 'Worth the money.', 'Not cheap, but it pays for itself.'],
    unhappy: [
      'The price rise in summer came without a word.',
      'Too expensive for what we use of it.',
      'A rival offers the same for less.',
      'Hard to justify the new price to my boss.',
    ],
  },
  support: {
    content: [
      'Support answers within the hour.',
      'Aino solved my problem on the first call.',
      'Friendly people who know the product.',
    ],
    unhappy: [
      'Nobody in support has answered for days.',
      'I had to ask three times before anyone reacted.',
      'The reply was a text block that did not help.',
    ],
  },
  interface: {
    content: ['The new interface is so much clearer.', 'Everything is where I look for it.'],
    unhappy: [
      'The interface is confusing, I cannot find the filters.',
      'Everything takes twice as many clicks since the update.',
      'Hardly usable on a phone.',
    ],
  },
  export: {
    content: ['The export saves me an hour every week.', 'Reports are done in no time.'],
    unhappy: [
      'Works, but the export is missing.',
      'The export stops half way with long lists.',
      'Our accountant needs an Excel export.',
    ],
  },
  delivery: {
    content: ['Ordered on Monday, here on Wednesday.', 'Faster than announced.', 'Well packed and on time.'],
    unhappy: [
      'The parcel came nine days late.',
      'Delivery announced, nobody came, no message.',
      'The refund took four weeks.',
    ],
  },
  quality: {
    content: ['Looks like new after two winters.', 'Very good quality, would buy again.', 'Does what it promises.'],
    unhappy: [
      'The seam opened after three washes.',
      'The colour was nothing like the picture.',
      'Quality has gone down.',
    ],
  },
  offers: {
    content: ['Good offers, that is why I come.', 'A good buy with the discount.'],
    unhappy: ['Without an offer I buy elsewhere.', 'At the normal price I see no reason to buy here.'],
  },
  ease: {
    content: ['Simple and fast.', 'My colleagues could use it right away.', 'Does the job without any training.'],
    unhappy: ['Set-up cost us two days.', 'Too many steps for a simple thing.'],
  },
  people: {
    content: [
      'You notice that people think here.',
      'They know our business and call back.',
      'Honest advice, no pressure.',
    ],
    unhappy: ['I had to explain my case to three different people.', 'The advice felt rushed.'],
  },
}
