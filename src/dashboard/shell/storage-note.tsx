import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useWords } from '../ui/index.ts'

const Readiness = z.object({ warnings: z.array(z.string()) })

/** Says on every page that the database could lose acknowledged answers, where the operator chose to start all the same. */
export function StorageNote() {
  const { t } = useWords()
  const { data } = useQuery({
    queryKey: ['readyz'],
    queryFn: async () => Readiness.parse(await (await fetch('/readyz')).json()),
    staleTime: 300_000,
    retry: false,
  })
  if (data === undefined || data.warnings.length === 0) return null
  return (
    <aside className="demo-note" aria-label={t('shell.storage.tag')}>
      <span title={data.warnings.join(' ')}>{t('shell.storage.note')}</span>
    </aside>
  )
}
