import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import './tabs.css'

/** The pages of one verb side by side, the present one marked; on a phone one line that moves under the thumb. */
export function Tabs({
  label,
  on,
  tabs,
}: {
  label: string
  on: string
  tabs: readonly { to: string; word: string }[]
}) {
  const line = useRef<HTMLElement>(null)
  useEffect(() => {
    const present = line.current?.querySelector<HTMLElement>('[aria-current]')
    if (line.current && present) line.current.scrollLeft = present.offsetLeft - line.current.clientWidth / 3
  }, [])
  return (
    <nav className="tabs" aria-label={label} ref={line}>
      {tabs.map(({ to, word }) => (
        <Link key={to} to={to} activeOptions={{ exact: true }} aria-current={to === on ? 'page' : undefined}>
          {word}
        </Link>
      ))}
    </nav>
  )
}
