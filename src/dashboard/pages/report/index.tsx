import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Report, type ReportChoice } from '../../../vocabulary/report.ts'
import { Page } from '../../shell/page.tsx'
import { Button, ErrorState, useWords } from '../../ui/index.ts'
import { DropZone } from '../imports/drop-zone.tsx'
import { sendFile } from '../imports/send-file.ts'
import { ReportView } from './report-view.tsx'
import './report.css'

/** What a file of answers says, in ten seconds; nothing of it is stored. */
export default function ReportPage() {
  const { t } = useWords()
  const [file, setFile] = useState<File | null>(null)
  const [choice, setChoice] = useState<ReportChoice>({})
  const look = useMutation({
    mutationFn: (given: { file: File; choice: ReportChoice }) => sendFile('/reports', given.file, given.choice, Report),
  })
  const begin = (chosen: File, wish: ReportChoice = {}) => {
    setFile(chosen)
    setChoice(wish)
    look.mutate({ file: chosen, choice: wish })
  }
  const forget = () => {
    setFile(null)
    look.reset()
  }
  const report = look.data
  return (
    <Page title={t('report.title')} filters={report && <Button onClick={forget}>{t('report.another')}</Button>}>
      {report && file ? (
        <ReportView
          report={report}
          file={file}
          busy={look.isPending}
          choose={wish => begin(file, { ...choice, ...wish })}
          problem={look.error}
        />
      ) : (
        <Start busy={look.isPending ? file : null} problem={look.error} begin={begin} />
      )}
    </Page>
  )
}

function Start({ busy, problem, begin }: { busy: File | null; problem: unknown; begin: (file: File) => void }) {
  const { t } = useWords()
  return (
    <>
      <h1>{t('report.emptyTitle')}</h1>
      <p className="quiet report-lead">{t('report.emptyText')}</p>
      <DropZone
        title={t('report.dropTitle')}
        hint={t('report.dropHint')}
        busy={busy && t('report.reading', { file: busy.name })}
        onFile={begin}
      />
      {problem ? (
        <div className="report-trouble">
          <ErrorState error={problem} />
        </div>
      ) : null}
    </>
  )
}
