import type { ReactNode } from 'react'

/** A filter that is on or off. */
export function Chip(props: { pressed?: boolean; onPress: () => void; add?: boolean; children: ReactNode }) {
  return (
    <button
      type="button"
      className={props.add ? 'chip add' : 'chip'}
      aria-pressed={props.pressed}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  )
}

/** A filter with one of several values: a native list, so that every keyboard and phone knows it. */
export function ChipSelect(props: {
  label: string
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
  lead?: ReactNode
}) {
  return (
    <label className="chip">
      <span className="hidden">{props.label}</span>
      {props.lead}
      <select value={props.value} onChange={event => props.onChange(event.target.value)}>
        {props.options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
