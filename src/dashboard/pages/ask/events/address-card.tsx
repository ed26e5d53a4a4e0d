import { EventSource, type EventSourceChange } from '../../../../vocabulary/event-source.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { fieldOf, useParts } from '../../../shell/use-parts.ts'
import {
  Button,
  Card,
  Check,
  ConfirmButton,
  CopyButton,
  DialogButton,
  Field,
  Form,
  useWords,
} from '../../../ui/index.ts'
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
  const name = t('waves.sources.newKey')
  return (
    <ConfirmButton
      name={name}
      kind="plain"
      asks={{ text: t('waves.sources.newKeyText'), does: name, kind: 'danger' }}
      busy={busy}
      onConfirm={() => change({ newKey: true })}
    />
  )
}

function Signature({ source, change, busy }: Changing & { source: EventSource }) {
  const { t } = useWords()
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
    <DialogButton name={t('waves.sources.signature')}>
      {close => <SignatureForm change={change} busy={busy} close={close} />}
    </DialogButton>
  )
}

function SignatureForm({ change, busy, close }: Changing & { close: () => void }) {
  const { t } = useWords()
  const [signature, put] = useParts({ header: 'X-Signature', secret: '' })
  const field = fieldOf(signature, put)
  const save = async () => {
    if (await change({ signature }, t('waves.sources.signedSaved'))) close()
  }
  return (
    <Form does={t('waves.save')} busy={busy} onSubmit={() => void save()}>
      <p>{t('waves.sources.signatureText')}</p>
      <Field label={t('waves.sources.header')} required maxLength={60} {...field('header')} />
      <Field
        label={t('waves.sources.secret')}
        type="password"
        autoComplete="off"
        required
        minLength={8}
        maxLength={200}
        {...field('secret')}
      />
    </Form>
  )
}
