import type { OpenChannel } from './channel.ts'

/** A conversation that a member notes. */
const phone: OpenChannel = {
  way: 'comes',
  name: 'phone',
  label: { en: 'Phone call', de: 'Telefon', fi: 'Puhelu' },
  lead: {
    en: 'Answers in a call, entered by a member and marked as such.',
    de: 'Antworten im Gespräch, von einem Mitglied eingetragen und so gekennzeichnet.',
    fi: 'Puhelussa annetut vastaukset; jäsen kirjaa ne ja ne merkitään.',
  },
}
export default phone
