import { type AskQuestion, groupOf, whyOf } from '../widget/config.ts'
import { make } from '../widget/make.ts'
import type { AskAnswer } from '../widget/path.ts'
import { drawQuestion } from '../widget/question.ts'
import { drawScale } from '../widget/scale.ts'
import type { KioskConfig, KioskTexts } from './config.ts'

type Actions = {
  choose: (value: number) => void
  send: (comment: string) => void
  answer: (answer: AskAnswer) => void
  language: (language: string) => void
}

/** The screens of a kiosk: the question, the words about it, the questions after it, thanks. */
export function screens(config: KioskConfig, main: HTMLElement, actions: Actions) {
  const show = (texts: KioskTexts, parts: Node[]) => {
    document.documentElement.lang = texts.language
    document.documentElement.dir = texts.direction
    main.replaceChildren(...parts)
    main.querySelector('h1')?.focus()
  }
  const title = (text: string) => make('h1', { id: 't', textContent: text, tabIndex: -1 })
  return {
    question: (texts: KioskTexts) => {
      const free = config.scale ? [drawScale({ ...config, ...texts }, actions.choose)] : [wordsOf(texts, actions.send)]
      show(texts, [title(texts.question), ...free, tongues(config, texts, actions.language)])
    },
    words: (texts: KioskTexts, value: number) =>
      show(texts, [title(whyOf({ ...config, ...texts }, value)), wordsOf(texts, actions.send)]),
    further: (texts: KioskTexts, question: AskQuestion) =>
      show(texts, [
        title(question.text),
        make('div', { className: 'words' }, drawQuestion(question, texts.words, actions.answer)),
      ]),
    thanks: (texts: KioskTexts, value: number | null) => {
      const text = texts.thanks[value === null ? 'passive' : groupOf(config, value)]
      const heading = title(text)
      heading.setAttribute('role', 'status')
      show(texts, [heading])
    },
  }
}

function wordsOf(texts: KioskTexts, send: (comment: string) => void): HTMLElement {
  const area = make('textarea', {
    maxLength: 5000,
    rows: 4,
    ariaLabel: texts.words.optional,
    placeholder: texts.words.optional,
  })
  const textContent = texts.questions.length > 0 ? texts.words.next : texts.words.send
  const skip = make('button', { className: 'skip', textContent: texts.words.skip, onclick: () => send('') })
  const button = make('button', { className: 'send', textContent, onclick: () => send(area.value) })
  return make('div', { className: 'words' }, [area, make('div', { className: 'row' }, [skip, button])])
}

function tongues(config: KioskConfig, texts: KioskTexts, choose: (language: string) => void): HTMLElement {
  const all = Object.values(config.texts)
  const buttons = all.length < 2 ? [] : all.map(one => tongue(one, one === texts, choose))
  return make('nav', { className: 'tongues' }, buttons)
}

const tongue = (one: KioskTexts, isCurrent: boolean, choose: (language: string) => void) =>
  make('button', {
    textContent: one.name,
    lang: one.language,
    ariaPressed: String(isCurrent),
    onclick: () => choose(one.language),
  })
