import { useMemo } from 'react'
import { Select, useWords } from '../../ui/index.ts'

/** The zone of this browser, where the server knows it by that name. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Berlin'

/** A time zone of the IANA list. */
export function ZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const { t } = useWords()
  const zones = useMemo(() => [...new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort(), [value])
  return (
    <Select
      label={t('access.timeZone')}
      value={value}
      options={zones.map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      onChange={event => onChange(event.target.value)}
    />
  )
}
