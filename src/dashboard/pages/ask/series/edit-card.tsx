import type { ReactNode } from 'react'
import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { useParts } from '../../../shell/use-parts.ts'
import { Card, Form, useWords } from '../../../ui/index.ts'
import type { Series, SeriesKind, WishOf } from './series.ts'

type Props<S extends Series> = {
  kind: SeriesKind<S>
  series: S
  children: (wish: WishOf<S>, put: (change: Partial<WishOf<S>>) => void) => ReactNode
}

/** The rules of a series, to be changed. */
export function EditCard<S extends Series>({ kind, series, children }: Props<S>) {
  const { t } = useWords()
  const { run, busy } = useChange(kind.list)
  const [wish, put] = useParts<WishOf<S>>(() => wishOf(series))
  const path = `/${kind.list}/${kind.idOf(series)}`
  const save = () => void run(() => send('PATCH', path, wish, kind.shape), t('waves.saved'))
  return (
    <Card title={t('waves.edit')} span={8}>
      <Form does={t('waves.save')} busy={busy} onSubmit={save}>
        {children(wish, put)}
      </Form>
    </Card>
  )
}

const KNOWN = ['planId', 'triggerId', 'surveyId', 'surveyName', 'startedAt', 'turns', 'answered']

const wishOf = <S extends Series>(series: S) =>
  Object.fromEntries(Object.entries(series).filter(([name]) => !KNOWN.includes(name))) as WishOf<S>
