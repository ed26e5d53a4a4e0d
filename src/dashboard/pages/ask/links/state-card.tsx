import { useState } from 'react'
import { OpenLink, type OpenLinkChange } from '../../../../vocabulary/open-link.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Card, Form, NumberField, useWords } from '../../../ui/index.ts'

/** What is usual here, and the end of a link. */
export function StateCard({ link }: { link: OpenLink }) {
  const { t } = useWords()
  const { run, busy } = useChange('open-links')
  const [usualAnswers, setUsual] = useState(link.usualAnswers)
  const change = (what: OpenLinkChange) =>
    run(() => send('PATCH', `/open-links/${link.openLinkId}`, what, OpenLink), t('links.saved'))
  const isClosed = link.closedAt !== null
  return (
    <Card title={t('links.state')} span={6}>
      <div className="stack">
        <Form
          does={t('links.save')}
          busy={busy}
          disabled={usualAnswers === link.usualAnswers}
          onSubmit={() => void change({ usualAnswers })}
          beside={
            <Button kind={isClosed ? undefined : 'danger'} onClick={() => change({ closed: !isClosed })} busy={busy}>
              {t(isClosed ? 'links.reopen' : 'links.closeLink')}
            </Button>
          }
        >
          <NumberField
            label={t('links.usual')}
            hint={t('links.usualHint')}
            min={1}
            max={100_000}
            value={usualAnswers}
            onChange={setUsual}
          />
        </Form>
        <p className="small">{t('links.closeNote')}</p>
      </div>
    </Card>
  )
}
