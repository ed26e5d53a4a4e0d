import { useEffect, useRef, useState } from 'react'
import { Icon, useKeys, useWords } from '../../ui/index.ts'

const PAUSE_MS = 250

/** Searches a moment after the last key; `/` goes there. */
export function SearchField({ value, onChange }: { value: string; onChange: (wanted: string) => void }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(value)
  const field = useRef<HTMLInputElement>(null)
  useKeys([{ keys: '/', label: t('people.search'), run: () => field.current?.focus() }])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <label className="chip people-search">
      <Icon name="search" size={16} />
      <span className="hidden">{t('people.search')}</span>
      <input
        ref={field}
        type="search"
        placeholder={t('people.search')}
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
    </label>
  )
}
