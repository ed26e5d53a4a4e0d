import type { AskQuestion, AskWords } from './config.ts'
import { make } from './make.ts'
import { chosenIn, drawOptions } from './options.ts'
import type { AskAnswer } from './path.ts'
import { drawScale } from './scale.ts'

type Said = Omit<AskAnswer, 'questionId'>

/** The fields of a question after the first; `done` hears what it got, at once where one press says it all. */
export function drawQuestion(question: AskQuestion, words: AskWords, done: (answer: AskAnswer) => void): Node[] {
  const { id, kind, scale, several, required, options = [] } = question
  const answer = (said: Said = {}) => done({ questionId: id, ...said })
  const skip = make('button', { textContent: words.skip, onclick: () => answer() })
  const row = make('div', { className: 'row' }, required ? [] : [skip])
  if (scale) return [drawScale({ ...question, scale, opening: kind }, rating => answer({ rating })), row]
  const trouble = make('p', { role: 'alert' })
  const field = (element: HTMLElement, read: () => Said | false) => {
    const onclick = () => {
      const said = read()
      if (said) answer(said)
      else if (required) trouble.textContent = words.needed
      else answer()
    }
    element.setAttribute('aria-labelledby', 't')
    row.append(make('button', { className: 'send', textContent: words.next, onclick }))
    return [element, row, trouble]
  }
  if (kind === 'free') {
    const area = make('textarea', { maxLength: 5000, dir: 'auto' })
    return field(area, () => !!area.value.trim() && { words: area.value.trim() })
  }
  if (several) {
    const list = drawOptions({ text: words.several, options }, 'checkbox')
    return field(list, () => !!chosenIn(list)[0] && { choices: chosenIn(list) })
  }
  const button = ([name, textContent]: [string, string]) =>
    make('button', { textContent, onclick: () => answer({ choices: [name] }) })
  return [make('div', { className: 'list' }, options.map(button)), row]
}
