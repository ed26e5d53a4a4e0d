import { Link, type LinkProps } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'
import { Kbd } from './kbd.tsx'

type Kind = 'primary' | 'plain' | 'danger'

const classOf = (kind?: Kind) => (kind ? `btn ${kind}` : 'btn')

/** A button; `busy` keeps its place and says so. */
export function Button(
  props: Omit<ComponentProps<'button'>, 'className'> & { kind?: Kind; busy?: boolean; shortcut?: string },
) {
  const { kind, busy, shortcut, children, disabled, ...rest } = props
  return (
    <button type="button" {...rest} className={classOf(kind)} disabled={disabled || busy} aria-busy={busy || undefined}>
      {children}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </button>
  )
}

/** A link that looks like a button. */
export function ButtonLink({
  kind,
  children,
  ...rest
}: Omit<LinkProps, 'children'> & { kind?: Kind; children: ReactNode }) {
  return (
    <Link {...rest} className={classOf(kind)}>
      {children}
    </Link>
  )
}
