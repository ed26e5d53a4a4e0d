import { PageHead } from '../../../shell/page-head.tsx'
import { Button, ButtonLink, Tag, useWords } from '../../../ui/index.ts'
import { useWayBack } from '../ask-tabs.tsx'
import { useEditor } from './editor-context.ts'

/** The survey's name, what it is, and the way to asking with it. */
export function EditorHead() {
  const { t, f } = useWords()
  const { survey, hints, problems } = useEditor()
  return (
    <PageHead
      back={useWayBack('rounds')}
      title={survey.name}
      lead={
        <span className="small">
          <Tag>{t(`surveys.kindNames.${survey.kind}`)}</Tag> <Tag>{t(`surveys.openings.${survey.opening}`)}</Tag>{' '}
          {survey.anonymous && <Tag>{t('surveys.editor.anonymousTag')}</Tag>}{' '}
          {t('surveys.editor.versionNote', { version: survey.version, date: f.date(survey.publishedAt) })}{' '}
          <span role="status">{t('surveys.editor.found', { hints: hints.length, problems: problems.length })}</span>
        </span>
      }
    >
      <span className="to-preview">
        <Button onClick={() => document.querySelector('.preview')?.scrollIntoView()}>
          {t('surveys.editor.toPreview')}
        </Button>
      </span>
      <ButtonLink to="/ask/send" search={{ survey: survey.surveyId } as never}>
        {t('surveys.editor.send')}
      </ButtonLink>
    </PageHead>
  )
}
