import type { ReactNode } from 'react'
import { Select } from './field.tsx'

type Props<Value extends string> = {
  label: string
  hint?: ReactNode
  value: Value
  of: readonly Value[]
  wordOf: (value: Value) => string
  onChange: (value: Value) => void
  'data-first'?: boolean
}

/** One of a closed set of values, by their words. */
export function Choice<Value extends string>({ of, wordOf, onChange, ...rest }: Props<Value>) {
  return (
    <Select
      {...rest}
      options={of.map(value => ({ value, label: wordOf(value) }))}
      onChange={event => {
        const chosen = of.find(value => value === event.target.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    />
  )
}
