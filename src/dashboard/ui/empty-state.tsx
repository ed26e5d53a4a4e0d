import type { ReactNode } from 'react'

/** What will be here, and the one thing to do now. */
export function EmptyState(props: { title: string; text: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      {props.children && <div className="row">{props.children}</div>}
    </div>
  )
}
