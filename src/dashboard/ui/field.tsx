import { type ComponentProps, type ReactNode, useId } from 'react'

type Frame = { label: string; hint?: ReactNode; problem?: string | null }

const describedBy = (id: string, frame: Frame) =>
  [frame.hint ? `${id}-hint` : '', frame.problem ? `${id}-problem` : ''].filter(Boolean).join(' ') || undefined

function Framed({ id, frame, children }: { id: string; frame: Frame; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{frame.label}</label>
      {children}
      {frame.hint && (
        <span className="hint" id={`${id}-hint`}>
          {frame.hint}
        </span>
      )}
      {frame.problem && (
        <span className="problem" id={`${id}-problem`} role="alert">
          {frame.problem}
        </span>
      )}
    </div>
  )
}

/** A text field with its label, hint and problem; `lines` makes it a text area. */
export function Field(props: Frame & Omit<ComponentProps<'input'>, 'className'> & { lines?: number }) {
  const { label, hint, problem, lines, ...rest } = props
  const id = useId()
  const frame = { label, hint, problem }
  const shared = {
    id,
    className: 'input',
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': describedBy(id, frame),
  }
  return (
    <Framed id={id} frame={frame}>
      {lines ? (
        <textarea rows={lines} {...(rest as ComponentProps<'textarea'>)} {...shared} />
      ) : (
        <input {...rest} {...shared} />
      )}
    </Framed>
  )
}

/** A native list with its label. */
export function Select(
  props: Frame & Omit<ComponentProps<'select'>, 'className'> & { options: { value: string; label: string }[] },
) {
  const { label, hint, problem, options, ...rest } = props
  const id = useId()
  const frame = { label, hint, problem }
  return (
    <Framed id={id} frame={frame}>
      <select {...rest} id={id} className="input" aria-describedby={describedBy(id, frame)}>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Framed>
  )
}

/** A box to tick, with its words beside it. */
export function Check({
  children,
  ...rest
}: Omit<ComponentProps<'input'>, 'className' | 'type'> & { children: ReactNode }) {
  return (
    <label className="check">
      <input type="checkbox" {...rest} />
      <span>{children}</span>
    </label>
  )
}
