import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { type Dossier, Presence } from '../../../vocabulary/case.ts'
import { send } from '../../api.ts'
import { useWords } from '../../ui/index.ts'
import { useWriting } from './writing.ts'

const NOW_MS = 60_000

/** Warns before two people answer the same customer; says at the same time that we are here. */
export function Others({ found }: { found: Dossier }) {
  const { t, f } = useWords()
  const writing = useWriting()
  const here = useQuery({
    queryKey: ['presence', found.caseId, writing],
    refetchInterval: 20_000,
    retry: false,
    queryFn: () => send('PUT', `/cases/${found.caseId}/presence`, { writing }, z.object({ items: z.array(Presence) })),
  })
  const others = here.data?.items ?? found.others
  if (others.length === 0) return null
  return (
    <div className="others" role="status">
      {others.map(({ name, writing, seenAt }) => {
        const isHere = Date.now() - Date.parse(seenAt) < NOW_MS
        const words = writing ? 'cases.others.writing' : isHere ? 'cases.others.open' : 'cases.others.lately'
        return (
          <p key={name}>{t(words, { name, ...(words === 'cases.others.lately' ? { when: f.moment(seenAt) } : {}) })}</p>
        )
      })}
    </div>
  )
}
