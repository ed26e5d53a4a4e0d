import type { Import } from '../../../vocabulary/import.ts'
import { ButtonLink, Card, useWords } from '../../ui/index.ts'
import { problemText } from './words.ts'

/** What became of the rows, or what would. */
export function ResultCard({ one }: { one: Import }) {
  const { t, f } = useWords()
  const failed = one.state === 'failed'
  const title = failed ? 'imports.failedTitle' : one.dryRun ? 'imports.triedTitle' : 'imports.doneTitle'
  const counts: [string, number][] = [
    [t(one.dryRun ? 'imports.wouldAdd' : 'imports.added'), one.rowsAdded],
    ...(one.kind === 'people'
      ? [[t(one.dryRun ? 'imports.wouldChange' : 'imports.changed'), one.rowsChanged] as [string, number]]
      : []),
    [t('imports.known'), one.rowsKnown],
    [t('imports.rejected'), one.rowsRejected],
    ...(one.valuesKept > 0
      ? [[t(one.dryRun ? 'imports.wouldKeep' : 'imports.kept'), one.valuesKept] as [string, number]]
      : []),
    ...(one.kind === 'touchpoints'
      ? [[t(one.dryRun ? 'imports.wouldAsk' : 'imports.turns'), one.turnsMade] as [string, number]]
      : []),
  ]
  return (
    <Card span={12} title={t(title)} note={t(`imports.kinds.${one.kind}`)}>
      {failed && (
        <div className="trouble" role="alert">
          <p>{problemText(one, t)}</p>
          {!one.dryRun && <p className="small">{t('imports.failedRest', { added: one.rowsAdded })}</p>}
        </div>
      )}
      <dl className="import-counts">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{f.count(count)}</dd>
          </div>
        ))}
      </dl>
      {one.kind === 'touchpoints' && <p className="import-note">{t('imports.turnsNote')}</p>}
      {one.valuesKept > 0 && <p className="import-note">{t('imports.keptNote')}</p>}
      {one.kind === 'people' && <p className="import-note">{t('imports.noBasis')}</p>}
      {!one.dryRun && !failed && (
        <div className="row import-actions">
          {one.kind === 'people' ? (
            <ButtonLink to={'/people' as never}>{t('imports.seePeople')}</ButtonLink>
          ) : (
            <ButtonLink to={'/understand' as never}>{t('imports.seeAnswers')}</ButtonLink>
          )}
          <ButtonLink to={'/import' as never} kind="plain">
            {t('imports.another')}
          </ButtonLink>
        </div>
      )}
    </Card>
  )
}
