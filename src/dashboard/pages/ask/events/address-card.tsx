import { type FormEvent, useState } from 'react'
import { EventSource, type EventSourceChange } from '../../../../vocabulary/event-source.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Button, Card, Check, CopyButton, Dialog, Field, useWords } from '../../../ui/index.ts'
import { RemoveButton } from '../remove-button.tsx'

/** Where the other system sends to, and who may. */
export function AddressCard({ source }: { source: EventSource }) {
  const { t } = useWords()
  const { run, busy } = useChange('event-sources')
  const path = `/event-sources/${source.sourceId}`
  const change = (wish: EventSourceChange, said = t('waves.saved')) =>
    run(() => send('PATCH', path, wish, EventSource), said)
  return (
    <Card title={t('waves.sources.address')} span={12}>
      <div className="stack">
        {source.address && (
          <>
            <div className="row">
              <code className="address-line">{source.address}</code>
              <CopyButton text={source.address} />
            </div>
            <p className="small">{t('waves.sources.addressHint')}</p>
          </>
        )}
        <Check
          checked={source.addPeople}
          disabled={busy}
          onChange={event => change({ addPeople: event.target.checked })}
        >
          {t('waves.sources.addPeople')}. {t('waves.sources.addPeopleHint')}
        </Check>
        <div className="row">
          <Signature source={source} change={change} busy={busy} />
          <NewKey change={change} busy={busy} />
          <Button kind="plain" busy={busy} onClick={() => change({ paused: source.pausedAt === null })}>
            {t(source.pausedAt ? 'waves.sources.unpause' : 'waves.sources.pause')}
          </Button>
          <RemoveButton path={path} touches="event-sources" back="/ask/events" />
        </div>
      </div>
    </Card>
  )
}

type Changing = { change: (wish: EventSourceChange, said?: string) => Promise<unknown>; busy: boolean }

function NewKey({ change, busy }: Changing) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="plain" onClick={() => setOpen(true)}>
        {t('waves.sources.newKey')}
      </Button>
      <Dialog title={t('waves.sources.newKey')} open={open} onClose={() => setOpen(false)}>
        <p>{t('waves.sources.newKeyText')}</p>
        <div className="row">
          <Button
            kind="danger"
            busy={busy}
            data-first
            onClick={() => change({ newKey: true }).then(() => setOpen(false))}
          >
            {t('waves.sources.newKey')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('waves.cancel')}</Button>
        </div>
      </Dialog>
    </>
  )
}

function Signature({ source, change, busy }: Changing & { source: EventSource }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [header, setHeader] = useState(source.signatureHeader ?? 'X-Signature')
  const [secret, setSecret] = useState('')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (await change({ signature: { header, secret } }, t('waves.sources.signedSaved'))) setOpen(false)
  }
  if (source.signatureHeader) {
    return (
      <>
        <span>{t('waves.sources.signed', { header: source.signatureHeader })}</span>
        <Button kind="plain" busy={busy} onClick={() => change({ signature: null })}>
          {t('waves.sources.unsign')}
        </Button>
      </>
    )
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('waves.sources.signature')}</Button>
      <Dialog title={t('waves.sources.signature')} open={open} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={save}>
          <p>{t('waves.sources.signatureText')}</p>
          <Field
            label={t('waves.sources.header')}
            required
            maxLength={60}
            value={header}
            onChange={event => setHeader(event.target.value)}
          />
          <Field
            label={t('waves.sources.secret')}
            type="password"
            autoComplete="off"
            required
            minLength={8}
            maxLength={200}
            value={secret}
            onChange={event => setSecret(event.target.value)}
          />
          <div className="row">
            <Button kind="primary" type="submit" busy={busy}>
              {t('waves.save')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
