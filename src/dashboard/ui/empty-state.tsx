import type { ReactNode } from 'react'

/** What will be here, and the one thing to do now; `alone` where nothing else on the page is its headline. */
export function EmptyState(props: { title: string; text: ReactNode; alone?: boolean; children?: ReactNode }) {
  const Title = props.alone ? 'h1' : 'h2'
  return (
    <div className="empty">
      <Title>{props.title}</Title>
      <p>{props.text}</p>
      {props.children && <div className="row">{props.children}</div>}
    </div>
  )
}
