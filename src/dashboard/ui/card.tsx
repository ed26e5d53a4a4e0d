import { type ReactNode, useId } from 'react'

/** A card with its title; `span` is its width in twelfths. */
export function Card(props: {
  title?: ReactNode
  aside?: ReactNode
  note?: ReactNode
  span?: 4 | 5 | 6 | 7 | 8 | 12
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={`card${props.span ? ` c${props.span}` : ''}`} aria-labelledby={props.title ? id : undefined}>
      {props.title && (
        <Head id={id} title={props.title} note={props.note}>
          {props.aside}
        </Head>
      )}
      {props.children}
    </section>
  )
}

/** The line on top of a card: title, small note, and what stands at its right end. */
function Head(props: { title: ReactNode; note?: ReactNode; id?: string; children?: ReactNode }) {
  return (
    <div className="head">
      <h2 id={props.id}>{props.title}</h2>
      {props.note && <span className="small">{props.note}</span>}
      {props.children && <span className="right small">{props.children}</span>}
    </div>
  )
}
