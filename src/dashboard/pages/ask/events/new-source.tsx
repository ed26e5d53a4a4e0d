import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { EventSource } from '../../../../vocabulary/event-source.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Dialog, Field, useWords } from '../../../ui/index.ts'

/** The button and dialog that make an address for another system. */
export function NewSource({ first }: { first?: boolean }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { run, busy } = useChange('event-sources')
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const create = async (event: FormEvent) => {
    event.preventDefault()
    const made = await run(() => send('POST', '/event-sources', { name }, EventSource))
    if (made) await navigate({ to: `/ask/events/${made.sourceId}` })
  }
  return (
    <>
      <Button kind={first ? 'primary' : undefined} onClick={() => setOpen(true)}>
        {t('waves.sources.new')}
      </Button>
      <Dialog title={t('waves.sources.new')} open={open} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={create}>
          <Field
            label={t('waves.sources.nameLabel')}
            hint={t('waves.sources.nameHint')}
            required
            maxLength={60}
            data-first
            value={name}
            onChange={event => setName(event.target.value)}
          />
          <div className="row">
            <Button kind="primary" type="submit" busy={busy}>
              {t('waves.sources.make')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
