import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Report, type ReportChoice } from '../../../vocabulary/report.ts'
import { Problem } from '../../api.ts'
import { Page } from '../../shell/page.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { Button, ErrorState, Field, useWords } from '../../ui/index.ts'
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
        <Start busy={look.isPending ? file : null} last={file} problem={look.error} begin={begin} />
      )}
    </Page>
  )
}

type StartProps = {
  busy: File | null
  last: File | null
  problem: unknown
  begin: (file: File, choice?: ReportChoice) => void
}

function Start({ busy, last, problem, begin }: StartProps) {
  const { t } = useWords()
  return (
    <>
      <PageHead title={t('report.emptyTitle')} lead={t('report.emptyText')} />
      <DropZone
        title={t('report.dropTitle')}
        hint={t('report.dropHint')}
        busy={busy && t('report.reading', { file: busy.name })}
        onFile={file => begin(file)}
      />
      {problem ? (
        <div className="report-trouble">
          <ErrorState error={problem} />
          {last && namesScore(problem) && <NameScore name={score => begin(last, { score })} />}
        </div>
      ) : null}
    </>
  )
}

const NAMED = ['score_column_missing', 'score_column_empty', 'column_unknown']
const namesScore = (problem: unknown): boolean => problem instanceof Problem && NAMED.includes(problem.code)

/** Where no column was found: the reader names it. */
function NameScore({ name }: { name: (column: string) => void }) {
  const { t } = useWords()
  const [column, setColumn] = useState('')
  return (
    <form
      className="row report-name"
      onSubmit={event => {
        event.preventDefault()
        name(column)
      }}
    >
      <Field
        label={t('report.roles.score')}
        value={column}
        required
        onChange={event => setColumn(event.target.value)}
      />
      <Button type="submit">{t('report.again')}</Button>
    </form>
  )
}
