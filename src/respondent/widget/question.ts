import type { AskQuestion, AskWords } from './config.ts'
import { make } from './make.ts'
import type { AskAnswer } from './path.ts'
import { drawScale } from './scale.ts'

/** The fields of a question after the first; `done` hears what it got, at once where one press says it all. */
export function drawQuestion(question: AskQuestion, words: AskWords, done: (answer: AskAnswer) => void): Node[] {
  const { id, kind, scale, several, required, options = [] } = question
  const answer = (said: Omit<AskAnswer, 'questionId'> = {}) => done({ questionId: id, ...said })
  const skip = make('button', { className: 'skip', textContent: words.skip, onclick: () => answer() })
  const row = make('div', { className: 'row' }, required ? [] : [skip])
  if (scale) return [drawScale({ ...question, scale, opening: kind }, rating => answer({ rating })), row]
  const trouble = make('p', { role: 'alert' })
  const next = (read: () => Omit<AskAnswer, 'questionId'> | false) => {
    const onclick = () => {
      const said = read()
      if (said) answer(said)
      else if (required) trouble.textContent = words.needed
      else answer()
    }
    row.append(make('button', { className: 'send', textContent: words.next, onclick }))
    return [row, trouble]
  }
  if (kind === 'free') {
    const area = make('textarea', { maxLength: 5000, dir: 'auto' })
    area.setAttribute('aria-labelledby', 't')
    return [area, ...next(() => !!area.value.trim() && { words: area.value.trim() })]
  }
  const chosen = new Set<string>()
  const buttons = options.map(([name, textContent]) => {
    const button = make('button', { textContent })
    if (several) button.ariaPressed = 'false'
    button.onclick = () => {
      if (!several) return answer({ choices: [name] })
      const isOn = !chosen.delete(name)
      if (isOn) chosen.add(name)
      button.ariaPressed = String(isOn)
      button.className = isOn ? 'on' : ''
    }
    return button
  })
  const list = make('div', { className: 'list', role: 'group' }, buttons)
  list.setAttribute('aria-labelledby', 't')
  if (!several) return [list, row]
  return [make('p', { textContent: words.several }), list, ...next(() => chosen.size > 0 && { choices: [...chosen] })]
}
