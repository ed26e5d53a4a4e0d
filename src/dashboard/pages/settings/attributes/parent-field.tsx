import { attributeTitle } from '../../../../vocabulary/attribute.ts'
import type { AttributeLine } from '../../../../vocabulary/attribute-definition.ts'
import { Select, useWords } from '../../../ui/index.ts'

type Props = {
  line: AttributeLine
  attributes: AttributeLine[]
  value: string | null
  onChange: (parent: string | null) => void
}

/** What an attribute lies below: the country, which everybody has, or another text that is not below it. */
export function ParentField({ line, attributes, value, onChange }: Props) {
  const { t } = useWords()
  const others = attributes.filter(
    ({ name, type, parent }) => type === 'text' && name !== line.name && parent !== line.name,
  )
  const names = [...new Set(['country', ...others.map(({ name }) => name)])].filter(name => name !== line.name)
  return (
    <Select
      label={t('attributes.parent')}
      hint={t('attributes.parentHint')}
      value={value ?? ''}
      options={[
        { value: '', label: t('attributes.noParent') },
        ...names.map(name => ({
          value: name,
          label: attributes.find(other => other.name === name)?.label ?? attributeTitle(name),
        })),
      ]}
      onChange={event => onChange(event.target.value || null)}
    />
  )
}
