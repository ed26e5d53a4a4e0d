import { send } from '../../../api.ts'
import { useChange } from '../../../shell/use-change.ts'
import { ConfirmButton, useWords } from '../../../ui/index.ts'
import type { Series, SeriesKind } from './series.ts'

/** Starts or stops a series, after saying what that means. */
export function StartButton<S extends Series>({ kind, series }: { kind: SeriesKind<S>; series: S }) {
  const { t } = useWords()
  const { run, busy } = useChange(kind.list, 'waves')
  const path = `/${kind.list}/${kind.idOf(series)}/start`
  const runs = series.startedAt !== null
  const does = t(runs ? 'waves.stop' : 'waves.start')
  const colour = runs ? 'danger' : 'primary'
  return (
    <ConfirmButton
      name={does}
      kind={colour}
      asks={{ text: t(`waves.${kind.place}.${runs ? 'stopText' : 'startText'}`), does, kind: colour }}
      busy={busy}
      onConfirm={() =>
        run(() => send(runs ? 'DELETE' : 'POST', path, {}, kind.shape), t(runs ? 'waves.stopped' : 'waves.started'))
      }
    />
  )
}
