import type { WidgetConfig } from './config.ts'
import { AskElement, ask } from './element.ts'
import { waitFor } from './triggers.ts'

const DAY_MS = 86_400_000

/** Waits for its moment and asks once; keeps nothing in the browser unless the owner of the page wishes a rest. */
export function startWidget(config: WidgetConfig, script: HTMLElement | null): void {
  const { key, restDays, pages, share, trigger } = config
  const name = `echolot-${key}`
  // A second link on the same page brings an element of its own; the same link twice asks once.
  if (customElements.get(name)) return
  customElements.define(name, AskElement)
  let isShown = false
  const show = (detail?: { identity?: string }) => {
    if (isShown || !RegExp(pages).test(location.href)) return
    if (restDays > 0 && Date.now() - Number(localStorage.getItem(name) ?? 0) < restDays * DAY_MS) return
    isShown = true
    if (restDays > 0) localStorage.setItem(name, String(Date.now()))
    ask(config, detail?.identity ?? script?.dataset.identity)
  }
  // Its own event asks for sure; the other triggers ask the share of visits that is wished.
  waitFor({ ...config, trigger: Math.random() * 100 < share ? trigger : 'event' }, show)
}
