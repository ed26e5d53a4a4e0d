import type { ComponentProps } from 'react'
import { Field } from './field.tsx'

type Props = Omit<ComponentProps<typeof Field>, 'type' | 'value' | 'onChange'> & {
  value: number
  onChange: (value: number) => void
}

/** A whole number between `min` and `max`. */
export const NumberField = ({ onChange, ...rest }: Props) => (
  <Field required {...rest} type="number" onChange={event => onChange(Math.floor(Number(event.target.value)))} />
)
