import type { ReactNode } from 'react'
import { Field, useWords } from '../../../ui/index.ts'
import { AudiencePicker } from '../audience-picker.tsx'
import { ChannelSelect } from '../channel-select.tsx'
import { RemindersField } from '../reminders-field.tsx'
import type { Series } from './series.ts'

type Shared = Pick<Series, 'name' | 'audience' | 'channel' | 'reminders'>

/** What every series has: a name, whom it asks, how, and reminders; its own rules stand between. */
export function SeriesFields(props: { wish: Shared; put: (change: Partial<Shared>) => void; children: ReactNode }) {
  const { t } = useWords()
  const { wish, put } = props
  return (
    <>
      <Field
        label={t('waves.name')}
        required
        maxLength={200}
        value={wish.name}
        onChange={event => put({ name: event.target.value })}
      />
      {props.children}
      <AudiencePicker audience={wish.audience} onChange={audience => put({ audience })} />
      <ChannelSelect channel={wish.channel} onChange={channel => put({ channel })} />
      <RemindersField reminders={wish.reminders} onChange={reminders => put({ reminders })} />
    </>
  )
}
