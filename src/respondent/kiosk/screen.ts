import { type AskQuestion, type AskReasons, PASSIVE, partAt, whyOf } from '../widget/config.ts'
import { make } from '../widget/make.ts'
import { chosenIn, drawOptions } from '../widget/options.ts'
import type { AskAnswer } from '../widget/path.ts'
import { drawQuestion } from '../widget/question.ts'
import { drawScale } from '../widget/scale.ts'
import type { KioskConfig, KioskTexts } from './config.ts'
import { drawWay } from './way.ts'

/** What a visitor said about the number. */
export type Said = { comment?: string; reason?: string }

type Actions = {
  choose: (value: number) => void
  send: (said: Said) => void
  next: () => void
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
    words: (texts: KioskTexts, value: number) => {
      const reasons = partAt(config, value) === PASSIVE ? texts.reasons : undefined
      show(texts, [title(whyOf({ ...config, ...texts }, value)), wordsOf(texts, actions.send, reasons)])
    },
    further: (texts: KioskTexts, question: AskQuestion) =>
      show(texts, [
        title(question.text),
        make('div', { className: 'words' }, drawQuestion(question, texts.words, actions.answer)),
      ]),
    thanks: (texts: KioskTexts, value: number | undefined) => {
      const part = partAt(config, value)
      const step = texts.nextStep[part]
      show(texts, [
        title(texts.thanks[part]),
        ...(step ? drawWay(texts, step, config.codes[step.address] ?? [], actions.next) : []),
      ])
    },
  }
}

function wordsOf(texts: KioskTexts, send: (said: Said) => void, reasons?: AskReasons): HTMLElement {
  const area = make('textarea', {
    maxLength: 5000,
    rows: 4,
    ariaLabel: texts.words.optional,
    placeholder: texts.words.optional,
  })
  const textContent = texts.questions.length > 0 ? texts.words.next : texts.words.send
  const list = reasons ? [drawOptions(reasons, 'radio')] : []
  const said = () => {
    const comment = area.value.trim()
    const [reason] = list.flatMap(chosenIn)
    return { ...(comment && { comment }), ...(reason && { reason }) }
  }
  const skip = make('button', { textContent: texts.words.skip, onclick: () => send({}) })
  const button = make('button', { className: 'send', textContent, onclick: () => send(said()) })
  return make('div', { className: 'words' }, [area, ...list, make('div', { className: 'row' }, [skip, button])])
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
