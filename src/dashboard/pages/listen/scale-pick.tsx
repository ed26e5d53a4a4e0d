import { useId } from 'react'

/** A row of numbers of which one is chosen, as radio buttons. */
export function ScalePick(props: {
  label: string
  scale: { from: number; to: number }
  value: number | null
  onChange: (value: number) => void
}) {
  const name = useId()
  const { from, to } = props.scale
  return (
    <fieldset className="scale-pick">
      <legend>{props.label}</legend>
      {Array.from({ length: to - from + 1 }, (_, i) => from + i).map(n => (
        <label key={n}>
          <input type="radio" name={name} checked={props.value === n} onChange={() => props.onChange(n)} />
          <span>{n}</span>
        </label>
      ))}
    </fieldset>
  )
}
