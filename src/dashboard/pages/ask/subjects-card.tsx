import type { SubjectResult } from '../../../vocabulary/subject-test.ts'
import { Wave } from '../../../vocabulary/wave.ts'
import { send } from '../../api.ts'
import { useChange } from '../../shell/use-change.ts'
import { Button, Card, Loaded, Table, useWords, Verdict } from '../../ui/index.ts'
import { letterOf } from './subjects-field.tsx'
import { useSubjectResult } from './use-asking.ts'

/** How the subject lines compare: read once, on its day. */
export function SubjectsCard({ wave }: { wave: Wave }) {
  const { t } = useWords()
  const result = useSubjectResult(wave.waveId)
  return (
    <Card title={t('waves.subjects.result')} span={12}>
      <Loaded of={result} height={160}>
        {found => (
          <div className="stack">
            <Conclusion result={found} settleDays={wave.subjects?.settleDays ?? 0} />
            <Arms result={found} />
            <p className="small">{t('waves.subjects.method', { arms: found.arms.length })}</p>
            <Rest result={found} waveId={wave.waveId} />
          </div>
        )}
      </Loaded>
    </Card>
  )
}

function Conclusion({ result, settleDays }: { result: SubjectResult; settleDays: number }) {
  const { t, f } = useWords()
  const points = (share: number) => f.number(share * 100, 1)
  const size = [
    result.neededPerArm === null ? '' : t('waves.subjects.needed', { n: f.count(result.neededPerArm) }),
    result.detectable === null ? '' : t('waves.subjects.detectable', { points: points(result.detectable) }),
  ]
  return (
    <>
      <p className="verdict-line" role="status">
        {result.verdict && <Verdict kind={result.verdict} />} {sentence()}
      </p>
      {result.state !== 'not_sent' && <p className="small">{size.join(' ')}</p>}
    </>
  )

  function sentence(): string {
    if (result.state === 'not_sent') return t('waves.subjects.notSent')
    if (result.state === 'too_early' || !result.difference) {
      return result.readableAt
        ? t('waves.subjects.tooEarly', { time: f.moment(result.readableAt) })
        : t('waves.subjects.tooEarlyOpen', { days: settleDays })
    }
    const { share, lower, upper, against } = result.difference
    const limits = { difference: points(share), lower: points(lower), upper: points(upper) }
    return result.best === null
      ? t('waves.subjects.noise', limits)
      : t('waves.subjects.real', { letter: letterOf(result.best), against: letterOf(against), ...limits })
  }
}

function Arms({ result }: { result: SubjectResult }) {
  const { t, f } = useWords()
  return (
    <Table
      caption={t('waves.subjects.result')}
      rows={result.arms}
      keyOf={arm => String(arm.arm)}
      columns={[
        {
          title: t('waves.subjects.arm'),
          cell: arm => `${letterOf(arm.arm)} · ${Object.values(arm.texts).join(' · ')}`,
        },
        { title: t('waves.subjects.sent'), cell: arm => f.count(arm.sent), figure: true },
        { title: t('waves.subjects.answered'), cell: arm => f.count(arm.answered), figure: true },
        {
          title: t('waves.subjects.share'),
          cell: arm => (arm.share === null ? '–' : f.percent(arm.share)),
          figure: true,
        },
        {
          title: t('waves.subjects.interval'),
          cell: arm =>
            arm.lower === null || arm.upper === null ? '–' : `${f.percent(arm.lower)} – ${f.percent(arm.upper)}`,
          figure: true,
        },
      ]}
    />
  )
}

function Rest({ result, waveId }: { result: SubjectResult; waveId: string }) {
  const { t, f } = useWords()
  const { run, busy } = useChange('waves')
  if (result.rest) {
    const time = f.moment(result.rest.sentAt)
    const { arm } = result.rest
    return (
      <p>
        {arm === null
          ? t('waves.subjects.restAny', { time })
          : t('waves.subjects.restWinner', { letter: letterOf(arm), time })}
      </p>
    )
  }
  if (result.waiting === 0) return null
  const ask = () => run(() => send('POST', `/waves/${waveId}/rest`, {}, Wave), t('waves.subjects.restSent'))
  return (
    <div className="row">
      <span>{t('waves.subjects.rest', { n: result.waiting })}</span>
      {result.state === 'read' && (
        <Button kind="primary" busy={busy} onClick={ask}>
          {result.best === null
            ? t('waves.subjects.sendAny')
            : t('waves.subjects.sendWinner', { letter: letterOf(result.best) })}
        </Button>
      )}
    </div>
  )
}
