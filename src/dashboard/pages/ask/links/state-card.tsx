import { type FormEvent, useState } from 'react'
import { OpenLink, type OpenLinkChange } from '../../../../vocabulary/open-link.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Card, Field, useWords } from '../../../ui/index.ts'

/** What is usual here, and the end of a link. */
export function StateCard({ link }: { link: OpenLink }) {
  const { t } = useWords()
  const { run, busy } = useChange('open-links')
  const [usualAnswers, setUsual] = useState(link.usualAnswers)
  const change = (what: OpenLinkChange) =>
    run(() => send('PATCH', `/open-links/${link.openLinkId}`, what, OpenLink), t('links.saved'))
  const save = (event: FormEvent) => {
    event.preventDefault()
    void change({ usualAnswers })
  }
  const isClosed = link.closedAt !== null
  return (
    <Card title={t('links.state')} span={6}>
      <form className="stack" onSubmit={save}>
        <Field
          label={t('links.usual')}
          hint={t('links.usualHint')}
          type="number"
          min={1}
          max={100_000}
          required
          value={usualAnswers}
          onChange={event => setUsual(Number(event.target.value))}
        />
        <div className="row">
          <Button type="submit" busy={busy} disabled={usualAnswers === link.usualAnswers}>
            {t('links.save')}
          </Button>
          <Button kind={isClosed ? undefined : 'danger'} onClick={() => change({ closed: !isClosed })} busy={busy}>
            {t(isClosed ? 'links.reopen' : 'links.closeLink')}
          </Button>
        </div>
        <p className="small">{t('links.closeNote')}</p>
      </form>
    </Card>
  )
}
