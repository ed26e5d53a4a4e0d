import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { PersonLine, pageOf } from '../../../vocabulary/index.ts'
import { get } from '../../api.ts'
import { Field, useWords } from '../../ui/index.ts'

const PAUSE_MS = 250

/** Finds a person by a few letters; the list stands below, one press chooses. */
export function PersonPicker({ chosen, onChoose }: { chosen: string | null; onChoose: (personId: string) => void }) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setWanted(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useQuery({
    queryKey: ['people', 'to-enter', wanted],
    queryFn: () => get('/people', pageOf(PersonLine), { q: wanted, limit: 6 }),
    enabled: wanted !== '',
  }).data
  return (
    <div className="person-picker">
      <Field
        label={t('answers.who')}
        hint={t('answers.whoHint')}
        type="search"
        data-first
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      {found?.items.length === 0 && <p className="small">{t('answers.nobody')}</p>}
      <ul>
        {found?.items.map(({ personId, name, company, email }) => (
          <li key={personId}>
            <button
              type="button"
              className="chip"
              aria-pressed={chosen === personId}
              onClick={() => onChoose(personId)}
            >
              {[name ?? email, company].filter(Boolean).join(' · ')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
