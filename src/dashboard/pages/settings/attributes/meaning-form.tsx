import { useState } from 'react'
import { attributeTitle } from '../../../../vocabulary/attribute.ts'
import {
  ATTRIBUTE_TYPES,
  type AttributeBand,
  type AttributeLine,
  type AttributeType,
  isBanded,
} from '../../../../vocabulary/attribute-definition.ts'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Choice, ConfirmButton, Field, Form, useWords } from '../../../ui/index.ts'
import { BandsField } from './bands-field.tsx'
import { ParentField } from './parent-field.tsx'

type Props = { line: AttributeLine; attributes: AttributeLine[]; onDone: () => void }

/** What an attribute means: its name, its type, and its bands or what it lies below. */
export function MeaningForm({ line, attributes, onDone }: Props) {
  const { t } = useWords()
  const { run, busy } = useChange('attributes', 'pulse', 'ratings', 'trends', 'audience-fields', 'response-rates')
  const [label, setLabel] = useState(line.label ?? '')
  const [type, setType] = useState<AttributeType>(line.type)
  const [bands, setBands] = useState<AttributeBand[] | null | 'wrong'>(line.bands)
  const [parent, setParent] = useState(line.parent)
  const save = async () => {
    const given = {
      name: line.name,
      label: label.trim() || null,
      type,
      bands: isBanded(type) ? bands : null,
      parent: type === 'text' ? parent : null,
    }
    if (await run(() => send('POST', '/attributes', given).then(() => true), t('attributes.saved'))) onDone()
  }
  return (
    <Form
      does={t('attributes.save')}
      busy={busy}
      disabled={isBanded(type) && bands === 'wrong'}
      onSubmit={() => void save()}
      beside={line.defined && line.source === 'given' && <TakeBack name={line.name} onDone={onDone} />}
    >
      <Choice
        label={t('attributes.type')}
        hint={t(`attributes.typeHints.${type}`)}
        value={type}
        data-first
        of={ATTRIBUTE_TYPES}
        wordOf={own => t(`attributes.types.${own}`)}
        onChange={setType}
      />
      {isBanded(type) && <BandsField name={line.name} type={type} given={line.bands} onChange={setBands} />}
      {type === 'text' && <ParentField line={line} attributes={attributes} value={parent} onChange={setParent} />}
      <Field
        label={t('attributes.label')}
        hint={t('attributes.labelHint', { name: attributeTitle(line.name) })}
        maxLength={100}
        value={label}
        onChange={event => setLabel(event.target.value)}
      />
    </Form>
  )
}

function TakeBack({ name, onDone }: { name: string; onDone: () => void }) {
  const { t } = useWords()
  const { run, busy } = useChange('attributes', 'pulse', 'ratings', 'trends', 'audience-fields', 'response-rates')
  const remove = () =>
    run(() => send('DELETE', `/attributes/${encodeURIComponent(name)}`), t('attributes.removed')).then(onDone)
  return (
    <ConfirmButton
      name={t('attributes.remove')}
      asks={{ text: t('attributes.removeText'), does: t('attributes.remove'), kind: 'danger' }}
      busy={busy}
      onConfirm={remove}
    />
  )
}
