import { Check, Field, Select, useWords } from '../../ui/index.ts'
import type { Given } from './budget-form.ts'

const STATES = {
  ...{ BW: 'Baden-Württemberg', BY: 'Bayern', BE: 'Berlin', BB: 'Brandenburg', HB: 'Bremen', HH: 'Hamburg' },
  ...{ HE: 'Hessen', MV: 'Mecklenburg-Vorpommern', NI: 'Niedersachsen', NW: 'Nordrhein-Westfalen' },
  ...{
    RP: 'Rheinland-Pfalz',
    SL: 'Saarland',
    SN: 'Sachsen',
    ST: 'Sachsen-Anhalt',
    SH: 'Schleswig-Holstein',
    TH: 'Thüringen',
  },
}

type Props = { given: Given; put: (change: Partial<Given>) => void; zonesVersion: string }

/** When nothing is sent, on the clock of the person. */
export function QuietForm({ given, put, zonesVersion }: Props) {
  const { t } = useWords()
  const regions = Object.entries(STATES).map(([code, label]) => ({ value: `DE-${code}`, label }))
  return (
    <>
      <h3>{t('budget.quiet')}</h3>
      <p className="small">{t('budget.quietHint')}</p>
      {(['email', 'sms'] as const).map(channel => (
        <fieldset key={channel} className="quiet-hours">
          <legend>{t(`budget.${channel}`)}</legend>
          {(['from', 'until'] as const).map(end => (
            <Field
              key={end}
              label={t(`budget.${end}`)}
              type="time"
              step={900}
              required
              value={given.quiet[channel][end]}
              onChange={event =>
                put({ quiet: { ...given.quiet, [channel]: { ...given.quiet[channel], [end]: event.target.value } } })
              }
            />
          ))}
        </fieldset>
      ))}
      <Check checked={given.weekendsAreQuiet} onChange={event => put({ weekendsAreQuiet: event.target.checked })}>
        {t('budget.weekends')}
      </Check>
      <Check checked={given.holidaysAreQuiet} onChange={event => put({ holidaysAreQuiet: event.target.checked })}>
        {t('budget.holidays')}
      </Check>
      {given.holidaysAreQuiet && (
        <Select
          label={t('budget.region')}
          hint={t('budget.zones', { version: zonesVersion })}
          value={given.holidayRegion ?? ''}
          options={[{ value: '', label: t('budget.noRegion') }, ...regions]}
          onChange={event => put({ holidayRegion: event.target.value || null })}
        />
      )}
    </>
  )
}
