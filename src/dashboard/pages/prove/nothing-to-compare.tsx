import type { Proof } from '../../../vocabulary/index.ts'
import { ButtonLink, Card, EmptyState, useWords } from '../../ui/index.ts'

/** What will be here, and how to get it. */
export function NothingToCompare({ proof }: { proof: Proof }) {
  const { t } = useWords()
  const strangers = proof.from !== null && proof.to !== null
  return (
    <>
      <div className="proof-headline">
        <h1>{t('proof.title')}</h1>
      </div>
      <Card>
        <EmptyState
          title={t(strangers ? 'proof.empty.noneAgain' : 'proof.empty.title')}
          text={t(strangers ? 'proof.empty.noneAgainText' : 'proof.empty.text')}
        >
          <ButtonLink to="/ask" kind="primary">
            {t('proof.empty.ask')}
          </ButtonLink>
          <ButtonLink to="/import">{t('proof.empty.import')}</ButtonLink>
        </EmptyState>
      </Card>
    </>
  )
}
