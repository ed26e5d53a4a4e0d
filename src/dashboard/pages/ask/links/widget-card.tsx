import { type FormEvent, useState } from 'react'
import { OpenLink, type WidgetSettings } from '../../../../vocabulary/open-link.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Card, Field, Select, useWords } from '../../../ui/index.ts'
import { linesOf } from './use-links.ts'

const TRIGGERS = ['delay', 'scroll', 'exit', 'event'] as const
const POSITIONS = ['right', 'left', 'middle'] as const

/** When and where the window appears. */
export function WidgetCard({ link }: { link: OpenLink }) {
  const { t } = useWords()
  const { run, busy } = useChange('open-links')
  const [widget, setWidget] = useState(link.widget)
  const [origins, setOrigins] = useState(link.origins.join('\n'))
  const [pages, setPages] = useState(link.widget.pages.join('\n'))
  const put = (change: Partial<WidgetSettings>) => setWidget({ ...widget, ...change })
  const save = (event: FormEvent) => {
    event.preventDefault()
    const change = { origins: linesOf(origins), widget: { ...widget, pages: linesOf(pages) } }
    void run(() => send('PATCH', `/open-links/${link.openLinkId}`, change, OpenLink), t('links.saved'))
  }
  return (
    <Card title={t('links.widgetTitle')} span={6}>
      <form className="stack" onSubmit={save}>
        <TriggerFields widget={widget} put={put} />
        <LookFields widget={widget} put={put} />
        <Field
          label={t('links.pages')}
          hint={t('links.pagesHint')}
          lines={2}
          value={pages}
          onChange={event => setPages(event.target.value)}
        />
        <Field
          label={t('links.origins')}
          hint={t('links.originsHint')}
          lines={2}
          required
          value={origins}
          onChange={event => setOrigins(event.target.value)}
        />
        <div className="row">
          <Button kind="primary" type="submit" busy={busy}>
            {t('links.save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

type Part = { widget: WidgetSettings; put: (change: Partial<WidgetSettings>) => void }

function TriggerFields({ widget, put }: Part) {
  const { t } = useWords()
  const { trigger } = widget
  return (
    <>
      <Select
        label={t('links.trigger')}
        value={trigger}
        options={TRIGGERS.map(value => ({ value, label: t(`links.triggers.${value}`) }))}
        onChange={event => put({ trigger: TRIGGERS.find(value => value === event.target.value) ?? trigger })}
      />
      {(trigger === 'delay' || trigger === 'scroll') && (
        <Field
          label={t(trigger === 'delay' ? 'links.seconds' : 'links.percent')}
          type="number"
          min={0}
          max={trigger === 'delay' ? 3600 : 100}
          required
          value={widget.amount}
          onChange={event => put({ amount: Number(event.target.value) })}
        />
      )}
      {trigger === 'event' && (
        <Field
          label={t('links.event')}
          hint={t('links.eventHint', { event: widget.event })}
          required
          pattern="[a-z][a-z0-9:_\-]{0,49}"
          value={widget.event}
          onChange={event => put({ event: event.target.value })}
        />
      )}
    </>
  )
}

function LookFields({ widget, put }: Part) {
  const { t } = useWords()
  return (
    <>
      <div className="row">
        <Select
          label={t('links.position')}
          value={widget.position}
          options={POSITIONS.map(value => ({ value, label: t(`links.positions.${value}`) }))}
          onChange={event => put({ position: POSITIONS.find(value => value === event.target.value) ?? 'right' })}
        />
        <Field
          label={t('links.accent')}
          type="color"
          value={widget.accent}
          onChange={event => put({ accent: event.target.value })}
        />
      </div>
      <Field
        label={t('links.share')}
        type="number"
        min={1}
        max={100}
        required
        value={widget.share}
        onChange={event => put({ share: Number(event.target.value) })}
      />
      <Field
        label={t('links.restDays')}
        hint={t('links.restNote')}
        type="number"
        min={0}
        max={365}
        required
        value={widget.restDays}
        onChange={event => put({ restDays: Number(event.target.value) })}
      />
    </>
  )
}
