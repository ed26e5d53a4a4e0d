import { useState } from 'react'
import { OpenLink, type WidgetSettings } from '../../../../vocabulary/open-link.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { useParts } from '../../../shell/use-parts.ts'
import { Card, Choice, Field, Form, NumberField, useWords } from '../../../ui/index.ts'
import { linesOf } from './use-links.ts'

const TRIGGERS = ['delay', 'scroll', 'exit', 'event'] as const
const POSITIONS = ['right', 'left', 'middle'] as const

/** When and where the window appears. */
export function WidgetCard({ link }: { link: OpenLink }) {
  const { t } = useWords()
  const { run, busy } = useChange('open-links')
  const [widget, put] = useParts(link.widget)
  const [origins, setOrigins] = useState(link.origins.join('\n'))
  const [pages, setPages] = useState(link.widget.pages.join('\n'))
  const save = () => {
    const change = { origins: linesOf(origins), widget: { ...widget, pages: linesOf(pages) } }
    void run(() => send('PATCH', `/open-links/${link.openLinkId}`, change, OpenLink), t('links.saved'))
  }
  return (
    <Card title={t('links.widgetTitle')} span={6}>
      <Form does={t('links.save')} busy={busy} onSubmit={save}>
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
      </Form>
    </Card>
  )
}

type Part = { widget: WidgetSettings; put: (change: Partial<WidgetSettings>) => void }

function TriggerFields({ widget, put }: Part) {
  const { t } = useWords()
  const { trigger } = widget
  return (
    <>
      <Choice
        label={t('links.trigger')}
        value={trigger}
        of={TRIGGERS}
        wordOf={value => t(`links.triggers.${value}`)}
        onChange={chosen => put({ trigger: chosen })}
      />
      {(trigger === 'delay' || trigger === 'scroll') && (
        <NumberField
          label={t(trigger === 'delay' ? 'links.seconds' : 'links.percent')}
          min={0}
          max={trigger === 'delay' ? 3600 : 100}
          value={widget.amount}
          onChange={amount => put({ amount })}
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
        <Choice
          label={t('links.position')}
          value={widget.position}
          of={POSITIONS}
          wordOf={value => t(`links.positions.${value}`)}
          onChange={position => put({ position })}
        />
        <Field
          label={t('links.accent')}
          type="color"
          value={widget.accent}
          onChange={event => put({ accent: event.target.value })}
        />
      </div>
      <NumberField label={t('links.share')} min={1} max={100} value={widget.share} onChange={share => put({ share })} />
      <NumberField
        label={t('links.restDays')}
        hint={t('links.restNote')}
        min={0}
        max={365}
        value={widget.restDays}
        onChange={restDays => put({ restDays })}
      />
    </>
  )
}
