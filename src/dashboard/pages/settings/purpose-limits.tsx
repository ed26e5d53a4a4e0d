import { BUDGETED_PURPOSES, type BudgetedPurpose } from '../../../vocabulary/contact-budget.ts'
import { useWords } from '../../ui/index.ts'
import type { Given } from './budget-form.ts'

/** Limits of single purposes beside the one over everything. */
export function PurposeLimits({ given, put }: { given: Given; put: (change: Partial<Given>) => void }) {
  const { t } = useWords()
  const set = (purpose: BudgetedPurpose, change: object) => {
    const before = given.limits[purpose] ?? { most: '', days: '' }
    put({ limits: { ...given.limits, [purpose]: { ...before, ...change } } })
  }
  return (
    <div className="budget-part">
      <h3>{t('budget.own')}</h3>
      <p className="small">{t('budget.ownHint')}</p>
      <table className="table purpose-limits">
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{t('budget.own')}</span>
            </th>
            <th scope="col">{t('budget.most')}</th>
            <th scope="col">{t('budget.perDays')}</th>
          </tr>
        </thead>
        <tbody>
          {BUDGETED_PURPOSES.map(purpose => (
            <tr key={purpose}>
              <th scope="row">{t(`budget.purposes.${purpose}`)}</th>
              {(['most', 'days'] as const).map(name => (
                <td key={name}>
                  <input
                    className="input"
                    type="number"
                    min={1}
                    max={name === 'most' ? 50 : 730}
                    required={
                      name === 'days' ? Boolean(given.limits[purpose]?.most) : Boolean(given.limits[purpose]?.days)
                    }
                    aria-label={`${t(`budget.purposes.${purpose}`)}, ${t(name === 'most' ? 'budget.most' : 'budget.perDays')}`}
                    value={given.limits[purpose]?.[name] ?? ''}
                    onChange={event => set(purpose, { [name]: event.target.value })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
