import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { type Erasure, ErasureRequest } from '../../../vocabulary/erasure.ts'
import { roleIncludes } from '../../../vocabulary/role.ts'
import { get, send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, Dialog, Select, useWords } from '../../ui/index.ts'
import { useWho } from '../settings/use-who.ts'

const shape = z.object({ items: z.array(ErasureRequest) })

/** Whether the person asked for deletion, and the way to do it. */
export function ErasureCard({ personId, name }: { personId: string; name: string }) {
  const { t, f } = useWords()
  const [open, setOpen] = useState(false)
  const role = useWho().data?.role
  const may = role ? roleIncludes(role, 'agent') : false
  const list = useQuery({
    queryKey: ['erasure-requests'],
    queryFn: () => get('/erasure-requests', shape),
    enabled: may,
  })
  const request = list.data?.items.find(one => one.personId === personId)
  if (!role || !roleIncludes(role, 'manager')) return null
  return (
    <Card title={t('answers.erasure.open')}>
      {request && (
        <p>
          {t('answers.erasure.asked', { asked: f.date(request.requestedAt), due: f.date(request.dueOn) })}{' '}
          {request.dueOn < new Date().toISOString().slice(0, 10) && <b>{t('answers.erasure.overdue')}</b>}
        </p>
      )}
      <Button onClick={() => setOpen(true)}>{t('answers.erasure.open')}</Button>
      <Dialog title={t('answers.erasure.title', { name })} open={open} onClose={() => setOpen(false)}>
        <EraseForm personId={personId} done={() => setOpen(false)} />
      </Dialog>
    </Card>
  )
}

function EraseForm({ personId, done }: { personId: string; done: () => void }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [answers, setAnswers] = useState<Erasure['answers']>('numbers')
  const { run, busy } = useChange('people', 'erasure-requests', 'answers', 'pulse')
  const erase = async () => {
    const sent = run(
      () => send('POST', `/people/${personId}/erasure`, { answers }).then(() => true),
      t('answers.erasure.done'),
    )
    if (!(await sent)) return
    done()
    await navigate({ to: '/people' as string })
  }
  return (
    <>
      <p>{t('answers.erasure.text')}</p>
      <Select
        label={t('answers.erasure.answers')}
        value={answers}
        options={(['numbers', 'nothing'] as const).map(value => ({ value, label: t(`answers.erasure.${value}`) }))}
        onChange={event => setAnswers(event.target.value === 'nothing' ? 'nothing' : 'numbers')}
      />
      <div className="row">
        <Button kind="primary" onClick={erase} busy={busy}>
          {t('answers.erasure.send')}
        </Button>
        <Button onClick={done}>{t('shell.cancel')}</Button>
      </div>
    </>
  )
}
