import type { ReactNode } from 'react'

/** Stands in a text where an element goes: `t('key', { score: PLACE })`. */
export const PLACE = '\u0000'

/** A whole sentence of the language files with one element in it, wherever the language puts it. */
export function Phrase({ text, children }: { text: string; children: ReactNode }) {
  const [before = '', after = ''] = text.split(PLACE)
  return (
    <>
      {before}
      {children}
      {after}
    </>
  )
}
