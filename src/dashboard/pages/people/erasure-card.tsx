import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { type Erasure, ErasureRequest } from '../../../vocabulary/erasure.ts'
import { roleIncludes } from '../../../vocabulary/role.ts'
import { get, send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, Choice, DialogButton, Form, useWords } from '../../ui/index.ts'
import { useWho } from '../settings/use-who.ts'

const shape = z.object({ items: z.array(ErasureRequest) })

/** Whether the person asked for deletion, and the way to do it. */
export function ErasureCard({ personId, name }: { personId: string; name: string }) {
  const { t, f } = useWords()
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
      <DialogButton name={t('answers.erasure.open')} title={t('answers.erasure.title', { name })}>
        {close => <EraseForm personId={personId} done={close} />}
      </DialogButton>
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
    <Form
      does={t('answers.erasure.send')}
      busy={busy}
      onSubmit={() => void erase()}
      beside={<Button onClick={done}>{t('shell.cancel')}</Button>}
    >
      <p>{t('answers.erasure.text')}</p>
      <Choice
        label={t('answers.erasure.answers')}
        value={answers}
        of={['numbers', 'nothing']}
        wordOf={value => t(`answers.erasure.${value}`)}
        onChange={setAnswers}
      />
    </Form>
  )
}
