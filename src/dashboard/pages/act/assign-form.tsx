import { useState } from 'react'
import { send } from '../../api.ts'
import { useSession } from '../../shell/session.tsx'
import { Button, Select, useWords } from '../../ui/index.ts'
import type { FormProps } from './form-props.ts'
import { useCaseChange } from './use-case-change.ts'
import { useMembers } from './use-cases.ts'

/** Takes a case, gives it to somebody, or puts it back. */
export function AssignForm({ found, done }: FormProps) {
  const { t } = useWords()
  const { run, busy } = useCaseChange(found.caseId)
  const own = useSession().data?.account?.accountId
  const members = useMembers().data ?? []
  const [chosen, setChosen] = useState(found.ownerId ?? '')
  const give = async (ownerId: string | null) => {
    if (await run(() => send('PUT', `/cases/${found.caseId}/owner`, { ownerId }), t('cases.assign.done'))) done()
  }
  return (
    <div className="stack">
      {own && found.ownerId !== own && (
        <Button kind="primary" busy={busy} onClick={() => give(own)}>
          {t('cases.assign.me')}
        </Button>
      )}
      <Select
        label={t('cases.assign.member')}
        value={chosen}
        options={[
          { value: '', label: t('cases.assign.nobody') },
          ...members.map(member => ({ value: member.accountId, label: member.name })),
        ]}
        onChange={event => setChosen(event.target.value)}
      />
      <div className="row">
        <Button busy={busy} onClick={() => give(chosen || null)}>
          {t('cases.assign.button')}
        </Button>
        <Button onClick={done}>{t('shell.cancel')}</Button>
      </div>
    </div>
  )
}
