import { Link } from '@tanstack/react-router'
import { valueTitle } from '../../../vocabulary/index.ts'
import type { Survey } from '../../../vocabulary/survey.ts'
import { Card, EmptyState, Table, Tag, useWords } from '../../ui/index.ts'
import { NewSurvey } from './new-survey.tsx'

const MOST_NAMED = 4

/** The surveys, newest first. */
export function SurveysCard({ surveys }: { surveys: Survey[] }) {
  const { t, f, language } = useWords()
  if (surveys.length === 0) {
    return (
      <Card span={12}>
        <EmptyState title={t('surveys.ask.emptyTitle')} text={t('surveys.ask.emptyText')}>
          <NewSurvey first />
        </EmptyState>
      </Card>
    )
  }
  // Twenty-four names would be the whole table.
  const languagesOf = ({ languages }: Survey) =>
    languages.length > MOST_NAMED
      ? t('surveys.ask.languageCount', { n: languages.length })
      : languages.map(code => valueTitle('language', code, language)).join(', ')
  const name = (survey: Survey) => (
    <>
      <Link to={`/ask/surveys/${survey.surveyId}`}>{survey.name}</Link>{' '}
      {survey.anonymous && <Tag>{t('surveys.editor.anonymousTag')}</Tag>}{' '}
      {survey.archivedAt && <Tag>{t('surveys.ask.archived')}</Tag>}
    </>
  )
  return (
    <Card title={t('surveys.ask.surveys')} span={12}>
      <Table
        caption={t('surveys.ask.surveys')}
        rows={surveys}
        keyOf={survey => survey.surveyId}
        columns={[
          { title: t('surveys.ask.name'), cell: name },
          {
            title: t('surveys.editor.kind'),
            cell: survey => `${t(`surveys.kindNames.${survey.kind}`)} · ${t(`surveys.openings.${survey.opening}`)}`,
          },
          {
            title: t('surveys.ask.languages'),
            cell: survey => languagesOf(survey),
          },
          { title: t('surveys.ask.version'), cell: survey => f.count(survey.version), figure: true },
          { title: t('surveys.ask.roundCount'), cell: survey => f.count(survey.waves), figure: true },
          { title: t('surveys.ask.answers'), cell: survey => f.count(survey.responses), figure: true },
        ]}
      />
    </Card>
  )
}
