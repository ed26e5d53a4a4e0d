import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ColumnRole } from '../../../vocabulary/column-role.ts'
import { Import, type MappingChoice } from '../../../vocabulary/import.ts'
import { send } from '../../api.ts'
import { Button, Card, ErrorState, useWords } from '../../ui/index.ts'
import { ColumnsTable } from './columns-table.tsx'
import { OptionsForm } from './options-form.tsx'

/** What the columns mean and what holds for all rows; tried or run from here. */
export function MappingCard({ one, changed }: { one: Import; changed: (one: Import) => void }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [roles, setRoles] = useState<Record<string, ColumnRole>>({})
  const [options, setOptions] = useState(one.mapping.options)
  const path = `/imports/${one.importId}`
  const choose = useMutation({
    mutationFn: (choice: MappingChoice) => send('PUT', `${path}/mapping`, choice, Import),
    onSuccess: changed,
  })
  const run = useMutation({
    mutationFn: async (dryRun: boolean) => {
      await send('PUT', `${path}/mapping`, { kind: one.kind, roles, options }, Import)
      return send('POST', `${path}/runs`, { dryRun }, Import)
    },
    onSuccess: changed,
  })
  const discard = useMutation({
    mutationFn: () => send('DELETE', path),
    onSuccess: () => void navigate({ to: '/import' } as never),
  })
  const role = (name: string, chosen: ColumnRole) => {
    setRoles(before => ({ ...before, [name]: chosen }))
    choose.mutate({ kind: one.kind, roles: { [name]: chosen }, options })
  }
  const busy = run.isPending || choose.isPending
  return (
    <>
      <Card span={8} title={t('imports.columnsTitle')} note={sourceOf(one, t)}>
        <p className="small">{t('imports.columnsHint')}</p>
        <ColumnsTable one={one} choose={role} />
      </Card>
      <Card span={4} title={t(`imports.kinds.${one.kind}`)} note={t(`imports.kindHints.${one.kind}`)}>
        <OptionsForm
          one={one}
          options={options}
          change={setOptions}
          chooseKind={kind => choose.mutate({ kind, options })}
        />
        {one.missing.length > 0 && (
          <p className="import-note">
            {t('imports.missing', { roles: one.missing.map(name => roleWord(name, t)).join(', ') })}
          </p>
        )}
        {(run.error || choose.error) && <ErrorState error={run.error ?? choose.error} />}
        <div className="row import-actions">
          <Button kind="primary" busy={busy} disabled={one.missing.length > 0} onClick={() => run.mutate(false)}>
            {t('imports.run')}
          </Button>
          <Button busy={busy} disabled={one.missing.length > 0} onClick={() => run.mutate(true)}>
            {t('imports.tryIt')}
          </Button>
          <Button kind="plain" busy={discard.isPending} onClick={() => discard.mutate()}>
            {t('imports.discard')}
          </Button>
        </div>
      </Card>
    </>
  )
}

type Speak = ReturnType<typeof useWords>['t']

const roleWord = (name: string, t: Speak): string => t(`imports.roles.${name as ColumnRole}`)

function sourceOf({ mapping }: Import, t: Speak): string | undefined {
  if (mapping.remembered) return t('imports.remembered')
  if (mapping.format === 'generic') return undefined
  return t('imports.recognised', { format: mapping.format[0]?.toUpperCase() + mapping.format.slice(1) })
}
