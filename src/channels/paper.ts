import type { OpenChannel } from './channel.ts'

/** A card or sheet that a member types in. */
const paper: OpenChannel = {
  way: 'comes',
  name: 'paper',
  label: { en: 'Paper', de: 'Papier', fi: 'Paperi' },
  lead: {
    en: 'Answers on paper, entered by a member and marked as such.',
    de: 'Antworten auf Papier, von einem Mitglied eingetragen und so gekennzeichnet.',
    fi: 'Paperilla annetut vastaukset; jäsen kirjaa ne ja ne merkitään.',
  },
}
export default paper
