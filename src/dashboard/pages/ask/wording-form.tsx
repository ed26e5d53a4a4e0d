import { unknownPlaceholders } from '../../../vocabulary/placeholders.ts'
import type { Wording } from '../../../vocabulary/survey.ts'
import { Card, Field, useWords } from '../../ui/index.ts'

type Put = (change: Partial<Wording>) => void
const GROUPS = ['promoter', 'passive', 'detractor'] as const
const LINES = ['question', 'lowEnd', 'highEnd'] as const

/** Every text of one language. */
export function WordingForm({ wording, put }: { wording: Wording; put: Put }) {
  const { t } = useWords()
  const unknown = unknownPlaceholders(JSON.stringify(wording))
  const placeholders = t('surveys.editor.placeholders', { company: '{{company}}', firstName: '{{first_name}}' })
  return (
    <>
      <Card title={t('surveys.editor.question')}>
        <div className="stack">
          {LINES.map(field => (
            <Field
              key={field}
              label={t(`surveys.editor.${field}`)}
              lines={field === 'question' ? 2 : undefined}
              required
              maxLength={field === 'question' ? 300 : 80}
              value={wording[field]}
              onChange={event => put({ [field]: event.target.value })}
            />
          ))}
        </div>
      </Card>
      <Groups title={t('surveys.editor.followUps')} texts={wording.followUp} put={followUp => put({ followUp })} />
      <Groups title={t('surveys.editor.thanks')} texts={wording.thanks} put={thanks => put({ thanks })} />
      <Card title={t('surveys.editor.mail')}>
        <div className="stack">
          <Field
            label={t('surveys.editor.mailSubject')}
            required
            maxLength={150}
            value={wording.mailSubject}
            onChange={event => put({ mailSubject: event.target.value })}
          />
          <Field
            label={t('surveys.editor.mailIntro')}
            lines={4}
            required
            maxLength={2000}
            hint={placeholders}
            value={wording.mailIntro}
            onChange={event => put({ mailIntro: event.target.value })}
          />
          {unknown.length > 0 && (
            <p className="small g-det" role="status">
              {t('surveys.editor.unknownPlaceholder', { names: unknown.map(name => `{{${name}}}`).join(', ') })}
            </p>
          )}
        </div>
      </Card>
    </>
  )
}

function Groups({
  title,
  texts,
  put,
}: {
  title: string
  texts: Wording['thanks']
  put: (texts: Wording['thanks']) => void
}) {
  const { t } = useWords()
  return (
    <Card title={title}>
      <div className="stack">
        {GROUPS.map(group => (
          <Field
            key={group}
            label={t(`surveys.editor.${group}`)}
            lines={2}
            required
            maxLength={2000}
            value={texts[group]}
            onChange={event => put({ ...texts, [group]: event.target.value })}
          />
        ))}
      </div>
    </Card>
  )
}
