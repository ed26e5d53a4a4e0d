import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { EventSource } from '../../../../vocabulary/event-source.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { DialogButton, Field, Form, useWords } from '../../../ui/index.ts'

/** The button and dialog that make an address for another system. */
export function NewSource({ first }: { first: boolean }) {
  const { t } = useWords()
  return (
    <DialogButton name={t('waves.sources.new')} kind={first ? 'primary' : undefined}>
      {() => <NewSourceForm />}
    </DialogButton>
  )
}

function NewSourceForm() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { run, busy } = useChange('event-sources')
  const [name, setName] = useState('')
  const create = async () => {
    const made = await run(() => send('POST', '/event-sources', { name }, EventSource))
    if (made) await navigate({ to: `/ask/events/${made.sourceId}` })
  }
  return (
    <Form does={t('waves.sources.make')} busy={busy} onSubmit={() => void create()}>
      <Field
        label={t('waves.sources.nameLabel')}
        hint={t('waves.sources.nameHint')}
        required
        maxLength={60}
        data-first
        value={name}
        onChange={event => setName(event.target.value)}
      />
    </Form>
  )
}
