import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { IMPORT_KINDS, Import, type ImportKind } from '../../../vocabulary/import.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { ErrorState, Select, useWords } from '../../ui/index.ts'
import { DropZone } from './drop-zone.tsx'
import { HistoryCard } from './history-card.tsx'
import { sendFile, takeOver } from './send-file.ts'
import './imports.css'

/** Brings in customers and past answers: a place for a file, and what was imported so far. */
export default function ImportsPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [kind, setKind] = useState<ImportKind | ''>('')
  const receive = useMutation({
    mutationFn: (given: { file: File; kind: ImportKind | '' }) =>
      sendFile('/imports', given.file, { kind: given.kind, start: false }, Import),
    onSuccess: ({ importId }) => void navigate({ to: '/import/$importId', params: { importId } } as never),
  })
  const { mutate } = receive
  useEffect(() => {
    const file = takeOver()
    if (file) mutate({ file, kind: 'responses' })
  }, [mutate])
  return (
    <Page title={t('imports.title')}>
      <PageHead title={t('imports.title')} lead={t('imports.intro')} />
      <div className="import-start">
        <div className="import-kind">
          <Select
            label={t('imports.kindLabel')}
            value={kind}
            onChange={event => setKind(IMPORT_KINDS.find(known => known === event.target.value) ?? '')}
            options={[
              { value: '', label: t('imports.automatic') },
              ...IMPORT_KINDS.map(value => ({ value, label: t(`imports.kinds.${value}`) })),
            ]}
          />
        </div>
        <DropZone
          title={t('imports.dropTitle')}
          hint={t('imports.dropHint')}
          busy={receive.isPending ? t('imports.sending', { file: receive.variables.file.name }) : null}
          onFile={file => receive.mutate({ file, kind })}
        />
        {receive.isError && <ErrorState error={receive.error} />}
      </div>
      <HistoryCard />
    </Page>
  )
}
