import { attributeTitle } from '../../../../vocabulary/attribute.ts'
import { type AttributeLine, bandNames, isBanded } from '../../../../vocabulary/attribute-definition.ts'
import { type Column, DialogButton, Table, Tag, useWords } from '../../../ui/index.ts'
import { MeaningForm } from './meaning-form.tsx'

const MANY = 30

/** Every attribute of people: its type, how it is cut, how many have it, examples. */
export function AttributesTable({ attributes, mayChange }: { attributes: AttributeLine[]; mayChange: boolean }) {
  const { t, f } = useWords()
  const change: Column<AttributeLine> = {
    title: t('attributes.change'),
    cell: line => {
      const name = line.label ?? attributeTitle(line.name)
      const title = t(line.defined ? 'attributes.changeOf' : 'attributes.setUpOf', { name })
      return (
        <DialogButton name={title} title={title}>
          {close => <MeaningForm line={line} attributes={attributes} onDone={close} />}
        </DialogButton>
      )
    },
  }
  const columns: Column<AttributeLine>[] = [
    { title: t('attributes.name'), cell: line => <Name line={line} /> },
    {
      title: t('attributes.type'),
      cell: line => (
        <span className="row">
          {t(`attributes.types.${line.type}`)}
          {!line.defined && <Tag>{t('attributes.guessed')}</Tag>}
        </span>
      ),
    },
    { title: t('attributes.cut'), cell: line => <CutBy line={line} attributes={attributes} /> },
    { title: t('attributes.people'), figure: true, cell: line => f.count(line.people) },
    {
      title: t('attributes.examples'),
      cell: line => <span className="examples">{line.examples.slice(0, 3).join(' · ')}</span>,
    },
  ]
  return (
    <Table
      caption={t('attributes.lead')}
      rows={attributes}
      keyOf={line => line.name}
      columns={mayChange ? [...columns, change] : columns}
    />
  )
}

function Name({ line: { name, label } }: { line: AttributeLine }) {
  const { t } = useWords()
  return (
    <>
      <b>{label ?? attributeTitle(name)}</b>
      {label && <span className="small key">{t('attributes.key', { name })}</span>}
    </>
  )
}

/** The parts into which answers fall by an attribute. */
function CutBy({ line, attributes }: { line: AttributeLine; attributes: AttributeLine[] }) {
  const { t } = useWords()
  const { type, bands, parent, different } = line
  if (bands) return <span className="num">{bandNames(bands).join(' · ')}</span>
  const above = attributes.find(({ name }) => name === parent)?.label
  if (parent) return t('attributes.cuts.below', { parent: above ?? attributeTitle(parent) })
  if (isBanded(type) && different <= MANY) return t('attributes.cuts.text')
  return t(`attributes.cuts.${type}`)
}
