import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { WordingVersion } from '../../../../vocabulary/wording-change.ts'
import { get } from '../../../api.ts'
import { Card, Loaded, useWords } from '../../../ui/index.ts'
import { ChangeList } from './change-list.tsx'
import { useEditor } from './editor-context.ts'

const Versions = z.object({ items: z.array(WordingVersion) })

/** The versions of the wording: when, by whom, and what each changed. */
export function VersionsCard() {
  const { t } = useWords()
  const { survey } = useEditor()
  const versions = useQuery({
    queryKey: ['surveys', survey.surveyId, 'versions', survey.version],
    queryFn: async () => (await get(`/surveys/${survey.surveyId}/versions`, Versions)).items,
  })
  return (
    <Card title={t('surveys.editor.versions')} note={t('surveys.editor.versionsNote')}>
      <Loaded of={versions} height={120}>
        {found => (
          <ol className="versions">
            {found.map(version => (
              <Version key={version.version} version={version} />
            ))}
          </ol>
        )}
      </Loaded>
    </Card>
  )
}

function Version({ version }: { version: WordingVersion }) {
  const { t, f } = useWords()
  const facts = { version: version.version, date: f.date(version.publishedAt) }
  const title = version.publishedBy
    ? t('surveys.editor.versionBy', { ...facts, name: version.publishedBy })
    : t('surveys.editor.versionOf', facts)
  if (version.changes.length === 0) {
    return (
      <li>
        <p>{title}</p>
        {version.version === 1 && <p className="small">{t('surveys.editor.firstVersion')}</p>}
        <SeeVersion version={version.version} />
      </li>
    )
  }
  return (
    <li>
      <details>
        <summary>
          {title} <span className="small">{t('surveys.editor.changeCount', { n: version.changes.length })}</span>
        </summary>
        <ChangeList changes={version.changes} />
      </details>
      <SeeVersion version={version.version} />
    </li>
  )
}

/** The way to what people saw then; the newest stands beside already. */
function SeeVersion({ version }: { version: number }) {
  const { t } = useWords()
  const { survey } = useEditor()
  if (version === survey.version) return null
  return (
    <Link to={`/ask/surveys/${survey.surveyId}`} search={{ version } as never} className="small">
      {t('surveys.editor.seeVersion', { version })}
    </Link>
  )
}
