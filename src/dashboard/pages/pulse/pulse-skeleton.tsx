import { Skeleton, useWords } from '../../ui/index.ts'

const CARDS = [
  { span: 'c12', height: 330 },
  { span: 'c8', height: 510 },
  { span: 'c4', height: 510 },
  { span: 'c7', height: 330 },
  { span: 'c5', height: 330 },
]

/** The page's own proportions while its figures are on their way, so that nothing jumps when they arrive. */
export function PulseSkeleton() {
  const { t } = useWords()
  return (
    <div role="status" aria-label={t('shell.loading')}>
      <Skeleton height={34} width="min(100%, 620px)" />
      <div className="grid">
        {CARDS.map(({ span, height }) => (
          <div key={span} className={`card ${span}`} style={{ height }}>
            <Skeleton height={14} width="160px" />
          </div>
        ))}
      </div>
    </div>
  )
}
