import type { WidgetConfig } from './config.ts'
import { AskElement } from './element.ts'
import { isWanted, waitFor } from './triggers.ts'

const NAME = 'echolot-ask'
const DAY_MS = 86_400_000

/** Waits for its moment and asks once; keeps nothing in the browser unless the owner of the page wishes a rest. */
export function startWidget(config: WidgetConfig, script: HTMLElement | null): void {
  const mark = `echolot-${config.key}`
  const mayRest = config.restDays > 0
  let isShown = false
  // A second link on the same page brings an element of its own.
  customElements.define(customElements.get(NAME) ? `${NAME}-${config.key}` : NAME, AskElement)
  const show = (detail?: { identity?: string }) => {
    if (isShown || !isWanted(config.pages, location)) return
    if (mayRest && Date.now() - Number(localStorage.getItem(mark) ?? 0) < config.restDays * DAY_MS) return
    isShown = true
    if (mayRest) localStorage.setItem(mark, String(Date.now()))
    new AskElement().ask(config, detail?.identity ?? script?.dataset.identity)
  }
  const isDrawn = Math.random() * 100 < config.share
  const { trigger } = config
  // Its own event asks for sure; the other triggers ask the share of visits that is wished.
  waitFor({ ...config, trigger: isDrawn ? trigger : 'event' }, show)
}
