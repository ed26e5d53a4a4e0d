import type { ReactNode } from 'react'
import { Button } from './button.tsx'

/** Fields below each other, and the button that does what they say; what stands `beside` it does something else. */
export function Form(props: {
  does: string
  busy: boolean
  onSubmit: () => void
  disabled?: boolean
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
      <div className="row">
        <Button kind="primary" type="submit" busy={props.busy} disabled={props.disabled}>
          {props.does}
        </Button>
        {props.beside}
      </div>
    </form>
  )
}
