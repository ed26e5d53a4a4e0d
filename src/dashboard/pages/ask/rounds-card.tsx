import { Link } from '@tanstack/react-router'
import type { Wave } from '../../../vocabulary/wave.ts'
import { ButtonLink, Card, EmptyState, Table, Tag, useWords } from '../../ui/index.ts'

/** Rounds of asking with what became of them. */
export function RoundsCard({ waves }: { waves: Wave[] }) {
  const { t, f } = useWords()
  if (waves.length === 0) {
    return (
      <Card title={t('surveys.ask.rounds')} span={12}>
        <EmptyState title={t('surveys.ask.noRoundsTitle')} text={t('surveys.ask.noRoundsText')}>
          <ButtonLink to="/ask/send">{t('surveys.ask.newRound')}</ButtonLink>
        </EmptyState>
      </Card>
    )
  }
  const state = (wave: Wave) => (
    <Tag>
      {wave.approvedAt === null && wave.state === 'done'
        ? t('surveys.ask.imported')
        : t(`surveys.states.${wave.state}`)}
    </Tag>
  )
  return (
    <Card title={t('surveys.ask.rounds')} span={12}>
      <Table
        caption={t('surveys.ask.rounds')}
        rows={waves}
        keyOf={wave => wave.waveId}
        columns={[
          { title: t('surveys.ask.name'), cell: wave => <Link to={`/ask/rounds/${wave.waveId}`}>{wave.name}</Link> },
          { title: t('surveys.ask.survey'), cell: wave => wave.surveyName },
          { title: t('surveys.ask.when'), cell: wave => f.date(wave.startsOn) },
          { title: t('surveys.ask.state'), cell: state },
          { title: t('surveys.ask.sent'), cell: wave => f.count(wave.messages.accepted ?? 0), figure: true },
          { title: t('surveys.ask.answered'), cell: wave => f.count(wave.answered), figure: true },
        ]}
      />
    </Card>
  )
}
