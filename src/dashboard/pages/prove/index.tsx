import './prove.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Proof } from '../../../vocabulary/index.ts'
import { get } from '../../api.ts'
import { useAddress } from '../../shell/address.ts'
import { Page } from '../../shell/page.tsx'
import { ErrorState, Skeleton, useWords } from '../../ui/index.ts'
import { ChanceCard } from './chance-card.tsx'
import { ChangeCard } from './change-card.tsx'
import { FlowsCard } from './flows-card.tsx'
import { ProofHeadline } from './headline.tsx'
import { MovesCard } from './moves-card.tsx'
import { NothingToCompare } from './nothing-to-compare.tsx'
import { SevenEightCard } from './seven-eight-card.tsx'
import { WavePickers } from './wave-pickers.tsx'

const id = z.uuid().optional().catch(undefined)
const Filters = z.object({ survey: id, from: id, to: id })

/** Who moved from which group to which between two waves, beside what chance alone would do. */
export default function ProvePage() {
  const { t } = useWords()
  const [filters, setFilters] = useAddress(Filters)
  const { data, error, refetch } = useQuery({
    queryKey: ['proof', filters],
    queryFn: () => get('/proof', Proof, filters),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={t('proof.title')} filters={data && <WavePickers proof={data} choose={setFilters} />}>
      {error && !data ? <ErrorState error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton height={420} /> : null}
      {data && data.both > 0 ? <Compared proof={data} /> : null}
      {data && data.both === 0 ? <NothingToCompare proof={data} /> : null}
    </Page>
  )
}

function Compared({ proof }: { proof: Proof }) {
  return (
    <>
      <ProofHeadline proof={proof} />
      <div className="grid">
        <ChanceCard proof={proof} />
        <FlowsCard proof={proof} />
        <MovesCard proof={proof} />
        <div className="c5 stack">
          <ChangeCard proof={proof} />
          <SevenEightCard proof={proof} />
        </div>
      </div>
    </>
  )
}
