import { useState } from 'react'

type Put<Whole> = (change: Partial<Whole>) => void
type TextsOf<Whole> = { [Name in keyof Whole]: Whole[Name] extends string ? Name : never }[keyof Whole] & string

/** An object whose parts are changed one by one, as a form does. */
export function useParts<Whole extends object>(first: Whole | (() => Whole)): [Whole, Put<Whole>] {
  const [whole, setWhole] = useState(first)
  return [whole, change => setWhole(before => ({ ...before, ...change }))]
}

/** What a text field needs to show and change one part: `const field = fieldOf(facts, put)`, then `{...field('name')}`. */
export const fieldOf =
  <Whole extends object>(whole: Whole, put: Put<Whole>) =>
  (name: TextsOf<Whole>) => ({
    value: whole[name] as string,
    onChange: (event: { target: { value: string } }) => put({ [name]: event.target.value } as Partial<Whole>),
  })
