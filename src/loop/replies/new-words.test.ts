import { describe, expect, test } from 'vitest'
import { htmlWords } from './html-words.ts'
import { bareScore, newWords } from './new-words.ts'

describe('what a person wrote anew', () => {
  test.each([
    ['9\n\nOn Tue, 3 Mar 2026 at 12:00, Nordwind <a@b.example> wrote:\n> How likely?', '9'],
    ['Alles gut.\n\nAm 03.03.2026 um 12:00 schrieb Nordwind:\n> Frage', 'Alles gut.'],
    [
      'Alles gut.\n\nAm Di., 3. März 2026 um 12:00 Uhr schrieb Nordwind Software <\nask@nordwind.example>:\n\n> Frage',
      'Alles gut.',
    ],
    ['Hienoa!\n\nti 3.3.2026 klo 12.00 Nordwind (a@b.example) kirjoitti:\n> Kysymys', 'Hienoa!'],
    ['Très bien\n\nLe mar. 3 mars 2026 à 12:00, Nordwind a écrit :\n> Question', 'Très bien'],
    ['Fine.\n\n________________________________\nFrom: Nordwind\nSent: Tuesday\nSubject: x', 'Fine.'],
    ['Gut.\n\nVon: Nordwind <a@b.example>\nGesendet: Dienstag, 3. März 2026\nAn: Anna\nBetreff: Frage', 'Gut.'],
    ['Ok\n-----Original Message-----\nFrom: x', 'Ok'],
    ['Ok\n-- \nAnna Meier\nHead of Things', 'Ok'],
    ['7\nTakes too long.\n\nSent from my iPhone', '7\nTakes too long.'],
    ['7\n\nVon meinem iPhone gesendet', '7'],
    ['8\n\nLähetetty iPhonesta', '8'],
    ['> quoted above\nMy answer below\n> quoted below\nand more', 'My answer below\nand more'],
    ['From: the bottom of my heart, thanks', 'From: the bottom of my heart, thanks'],
    ['On Monday I wrote to you and nobody answered.', 'On Monday I wrote to you and nobody answered.'],
  ])('%j', (text, words) => expect(newWords(text)).toBe(words))

  test('a mail of HTML alone gives its words and never its tags', () => {
    const html =
      '<html><head><style>p{}</style></head><body><p>8 &amp; good&nbsp;&#128512;</p><script>alert(1)</script><div>More<br>lines &lt;b&gt;</div><div class="gmail_quote">On … wrote <blockquote>old</blockquote></div></body></html>'
    expect(htmlWords(html)).toBe('8 & good 😀\nMore\nlines <b>')
    expect(htmlWords(`${'<div>'.repeat(30_000)}x`)).toBe('x')
  })
})

test.each([
  ['9', 9],
  ['10.', 10],
  ['0\nbecause', 0],
  ['11', null],
  ['9/10', null],
  ['I give you a 9', null],
  ['-1', null],
  ['9,5', null],
  ['', null],
])('%j has the score %j', (words, score) => expect(bareScore(words)).toBe(score))
