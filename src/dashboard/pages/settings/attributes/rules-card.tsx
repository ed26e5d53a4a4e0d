import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { attributeTitle } from '../../../../vocabulary/attribute.ts'
import { AttributeLine } from '../../../../vocabulary/attribute-definition.ts'
import { AttributeRule } from '../../../../vocabulary/attribute-rule.ts'
import { get, send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { Card, ConfirmButton, DialogButton, Loaded, Table, useWords } from '../../../ui/index.ts'
import { useSurveys } from '../../ask/use-ask.ts'
import { AnswerForm } from './answer-form.tsx'
import { ComputedForm } from './computed-form.tsx'

/** Attributes whose values nobody has to enter: from history, and from what people answer. */
export function RulesCard({ mayChange }: { mayChange: boolean }) {
  const { t } = useWords()
  const attributes = useQuery({
    queryKey: ['attributes'],
    queryFn: () => get('/attributes', z.object({ items: z.array(AttributeLine) })),
    // The values of a new rule are being found.
    refetchInterval: query => (query.state.data?.items.some(isEmpty) ? 3000 : false),
  })
  return (
    <Card title={t('attributeRules.title')} span={12}>
      <div className="stack">
        <p className="quiet">{t('attributeRules.lead')}</p>
        <Loaded of={attributes} height={96}>
          {({ items }) => <RuleList items={items.filter(({ source }) => source !== 'given')} mayChange={mayChange} />}
        </Loaded>
        {mayChange && (
          <div className="row">
            <DialogButton name={t('attributeRules.compute')}>{close => <ComputedForm close={close} />}</DialogButton>
            <DialogButton name={t('attributeRules.bind')}>{close => <AnswerForm close={close} />}</DialogButton>
          </div>
        )}
      </div>
    </Card>
  )
}

const isEmpty = ({ source, people }: AttributeLine) => source !== 'given' && people === 0

function RuleList({ items, mayChange }: { items: AttributeLine[]; mayChange: boolean }) {
  const { t, f } = useWords()
  const sentenceOf = useSentence()
  if (items.length === 0) return <p className="small">{t('attributeRules.none')}</p>
  const columns = [
    { title: t('attributeRules.name'), cell: (line: AttributeLine) => line.label ?? attributeTitle(line.name) },
    { title: t('attributeRules.found'), cell: (line: AttributeLine) => sentenceOf(line.rule) },
    { title: t('attributeRules.people'), cell: (line: AttributeLine) => f.count(line.people) },
  ]
  const remove = { title: t('attributeRules.remove'), cell: (line: AttributeLine) => <RemoveRule line={line} /> }
  return (
    <Table
      caption={t('attributeRules.title')}
      rows={items}
      keyOf={line => line.name}
      columns={mayChange ? [...columns, remove] : columns}
    />
  )
}

/** A rule in words. */
function useSentence() {
  const { t } = useWords()
  const surveys = useSurveys().data
  return (found: unknown): string => {
    const rule = AttributeRule.safeParse(found).data
    if (!rule) return ''
    if (rule.from === 'answer') {
      const name = surveys?.find(({ surveyId }) => surveyId === rule.surveyId)?.name ?? ''
      return t('attributeRules.fromAnswer', { survey: name })
    }
    const narrowed = [
      rule.kind ? t(`waves.kinds.${rule.kind}`) : t('attributeRules.anyKind'),
      ...(rule.title ? [t('shell.quote', { text: rule.title })] : []),
      ...rule.states,
      ...(rule.withinDays ? [t('attributeRules.lastDays', { days: rule.withinDays })] : []),
    ]
    return `${t(`attributeRules.measures.${rule.measure}`)} (${narrowed.join(', ')})`
  }
}

function RemoveRule({ line }: { line: AttributeLine }) {
  const { t } = useWords()
  const { run, busy } = useChange('attributes')
  const text = t(`attributeRules.removing.${line.source === 'computed' ? 'computed' : 'answer'}`)
  const remove = () => run(() => send('DELETE', `/attributes/${encodeURIComponent(line.name)}/rule`))
  return (
    <ConfirmButton
      name={t('attributeRules.remove')}
      kind="plain"
      asks={{ text, does: t('attributeRules.remove'), kind: 'danger' }}
      busy={busy}
      onConfirm={remove}
    />
  )
}
