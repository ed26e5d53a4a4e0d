import type { ReactNode } from 'react'
import { Button } from './button.tsx'

/** Fields below each other, and the button that does what they say; what stands `beside` it does something else. */
export function Form(props: {
  /** The word of the button; null where nothing may be changed. */
  does: string | null
  busy: boolean
  onSubmit: () => void
  disabled?: boolean
  /** One of several forms of a page: its button does not stand out. */
  quiet?: boolean
  beside?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <form
      className={props.className ? `stack ${props.className}` : 'stack'}
      onSubmit={event => {
        event.preventDefault()
        props.onSubmit()
      }}
    >
      {props.children}
      {props.does !== null && (
        <div className="row">
          <Button kind={props.quiet ? undefined : 'primary'} type="submit" busy={props.busy} disabled={props.disabled}>
            {props.does}
          </Button>
          {props.beside}
        </div>
      )}
    </form>
  )
}
