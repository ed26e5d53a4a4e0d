import { OpenLink, type SetAsideVerdict } from '../../../../vocabulary/open-link.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Card, useWords } from '../../../ui/index.ts'

/** Answers that wait for a look: too many at once, or too many from one network. */
export function AsideCard({ link }: { link: OpenLink }) {
  const { t } = useWords()
  const { run, busy } = useChange('open-links', 'answers', 'pulse')
  const judge = (verdict: SetAsideVerdict['verdict']) =>
    run(() => send('POST', `/open-links/${link.openLinkId}/verdicts`, { verdict }, OpenLink), t('links.judged'))
  return (
    <Card title={t('links.asideTitle', { count: link.quarantined })} span={12}>
      <div className="stack">
        <p className="small">{t('links.asideNote')}</p>
        <div className="row">
          <Button onClick={() => judge('count')} busy={busy}>
            {t('links.count')}
          </Button>
          <Button kind="danger" onClick={() => judge('drop')} busy={busy}>
            {t('links.drop')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
