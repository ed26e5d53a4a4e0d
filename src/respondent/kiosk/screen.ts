import { groupOf } from '../widget/config.ts'
import { make } from '../widget/make.ts'
import { drawScale } from '../widget/scale.ts'
import type { KioskConfig, KioskTexts } from './config.ts'

type Actions = {
  choose: (value: number) => void
  send: (comment: string) => void
  language: (language: string) => void
}

/** The screens of a kiosk: the question, the words about it, thanks. */
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
      const asked = texts.followUpByScore[value] ?? texts.followUp[groupOf(config, value)]
      show(texts, [title(asked), wordsOf(texts, actions.send)])
    },
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
  const skip = make('button', { className: 'skip', textContent: texts.words.skip, onclick: () => send('') })
  const button = make('button', { className: 'send', textContent: texts.words.send, onclick: () => send(area.value) })
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
