import type { AskReasons } from './config.ts'
import { make } from './make.ts'

/** Options with what they belong to: one of them, or several, may be chosen. */
export const drawOptions = ({ text, options }: AskReasons, type: 'radio' | 'checkbox'): HTMLElement =>
  make('fieldset', {}, [
    make('legend', {}, [text]),
    ...options.map(([value, words]) => make('label', {}, [make('input', { type, name: 'o', value }), words])),
  ])

/** The names of those that are chosen. */
export const chosenIn = (options: HTMLElement): string[] =>
  Array.from(options.querySelectorAll<HTMLInputElement>(':checked'), input => input.value)
