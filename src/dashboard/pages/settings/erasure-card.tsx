import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { ErasureRequest } from '../../../vocabulary/erasure.ts'
import { get } from '../../api.ts'
import { Card, useWords } from '../../ui/index.ts'

const shape = z.object({ items: z.array(ErasureRequest) })

/** Everybody who asked for deletion, the most urgent first. */
export function ErasureRequestsCard() {
  const { t, f } = useWords()
  const list = useQuery({ queryKey: ['erasure-requests'], queryFn: () => get('/erasure-requests', shape) }).data
  const today = new Date().toISOString().slice(0, 10)
  return (
    <Card title={t('answers.erasure.listTitle')}>
      <p className="small">{t('answers.erasure.listNote')}</p>
      {list?.items.length === 0 && <p className="quiet">{t('answers.erasure.none')}</p>}
      <ul className="requests">
        {list?.items.map(({ personId, name, email, requestedAt, dueOn }) => (
          <li key={personId}>
            <Link to={`/people/${personId}` as string}>{name ?? email ?? personId}</Link>
            <br />
            <span className="small">
              {t('answers.erasure.asked', { asked: f.date(requestedAt), due: f.date(dueOn) })}{' '}
              {dueOn < today && <b>{t('answers.erasure.overdue')}</b>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
