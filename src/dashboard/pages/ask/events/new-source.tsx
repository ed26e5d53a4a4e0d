import { useState } from 'react'
import { EventSource } from '../../../../vocabulary/event-source.ts'
import { useMake } from '../../../shell/use-make.ts'
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
  const { make, busy } = useMake('event-sources', EventSource, made => `/ask/events/${made.sourceId}`)
  const [name, setName] = useState('')
  return (
    <Form does={t('waves.sources.make')} busy={busy} onSubmit={() => void make({ name })}>
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
