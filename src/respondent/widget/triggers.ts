import type { WidgetConfig } from './config.ts'

type When = Pick<WidgetConfig, 'trigger' | 'amount' | 'event'>

/** Calls `show` once its moment has come; a page's own event works beside every trigger. */
export function waitFor({ trigger, amount, event }: When, show: (detail?: { identity?: string }) => void): void {
  addEventListener(event, call => show((call as CustomEvent).detail ?? {}))
  if (trigger === 'delay') setTimeout(show, amount * 1000)
  if (trigger === 'scroll') {
    const look = () => {
      const { scrollHeight, clientHeight } = document.documentElement
      if (scrollY + clientHeight >= (scrollHeight * amount) / 100) show()
    }
    addEventListener('scroll', look, { passive: true })
    look()
  }
  if (trigger === 'exit') {
    // The pointer leaves by the top, or the visitor of a phone comes back to the page.
    document.documentElement.addEventListener('mouseleave', leaving => leaving.clientY <= 0 && show())
    let wasHidden = false
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) wasHidden = true
      else if (wasHidden) show()
    })
  }
}
