import type { Dossier } from '../../../vocabulary/case.ts'
import { useWords } from '../../ui/index.ts'

/** What is done and what is left, from opening to closing. */
export function CaseSteps({ found }: { found: Dossier }) {
  const { t } = useWords()
  const steps = [
    { name: 'opened', done: true },
    { name: 'owned', done: found.ownerId !== null },
    { name: 'read', done: found.readAt !== null },
    { name: 'contact', done: found.firstContactAt !== null },
    { name: 'cause', done: found.closure !== null },
  ] as const
  const now = found.closure ? undefined : steps.find(step => !step.done)
  return (
    <>
      <h2 className="section">{t('cases.steps.title')}</h2>
      <ol className="steps">
        {steps.map(step => (
          <li key={step.name} className={step.done ? 'done' : step === now ? 'now' : undefined}>
            <span className="dot" aria-hidden="true">
              {step.done ? '✓' : ''}
            </span>
            {t(`cases.steps.${step.name}`)}
            {(step.done || step === now) && (
              <span className="hidden"> ({t(step.done ? 'cases.steps.done' : 'cases.steps.now')})</span>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
