import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon } from '../ui/index.ts'

/** The head of a page: the way back to the page above it, its headline, one sentence, and what is done here. */
export function PageHead(props: {
  back?: { to: string; word: string }
  title: ReactNode
  lead?: ReactNode
  children?: ReactNode
}) {
  const { back, title, lead, children } = props
  return (
    <div className="page-head">
      <div>
        {back && (
          <Link to={back.to} className="back-link small">
            <Icon name="back" size={16} /> {back.word}
          </Link>
        )}
        <h1>{title}</h1>
        {lead && <p className="quiet">{lead}</p>}
      </div>
      {children && <div className="row no-print">{children}</div>}
    </div>
  )
}
