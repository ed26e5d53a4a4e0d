import { type ReactNode, useId, useRef } from 'react'
import { useWords } from './words.tsx'

/** Where a number comes from. */
export type Source = { n?: number; interval?: string; method?: string; more?: string }

/** A number that shows n, interval and method on hover, focus and touch; Escape hides it again. */
export function Sourced({ source, children }: { source: Source; children: ReactNode }) {
  const { t, f } = useWords()
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const bubble = useRef<HTMLSpanElement>(null)
  const show = () => anchor.current && bubble.current && place(anchor.current, bubble.current)
  const hide = () => bubble.current?.hidePopover()
  return (
    <span onPointerEnter={show} onPointerLeave={hide}>
      <button
        type="button"
        className="sourced"
        ref={anchor}
        aria-describedby={id}
        onFocus={show}
        onBlur={hide}
        onClick={show}
        onKeyDown={event => event.key === 'Escape' && hide()}
      >
        {children}
      </button>
      <span className="source" role="tooltip" id={id} ref={bubble} popover="manual">
        {source.n !== undefined && <span className="source-line">{t('shell.source.n', { n: f.count(source.n) })}</span>}
        {source.interval && <span className="source-line">{source.interval}</span>}
        {source.method && <span className="source-line quiet">{source.method}</span>}
        {source.more && <span className="source-line quiet">{source.more}</span>}
      </span>
    </span>
  )
}

/** Under its number, inside the window. */
function place(anchor: HTMLElement, bubble: HTMLElement): void {
  if (!bubble.matches(':popover-open')) bubble.showPopover()
  const at = anchor.getBoundingClientRect()
  const size = bubble.getBoundingClientRect()
  const below = at.bottom + 6 + size.height < innerHeight
  bubble.style.left = `${Math.max(12, Math.min(at.left, innerWidth - size.width - 12))}px`
  bubble.style.top = `${below ? at.bottom + 6 : at.top - 6 - size.height}px`
}
