import type { OpenChannel } from './channel.ts'

/** An answer that the customer's own product asked for. */
const api: OpenChannel = {
  way: 'comes',
  name: 'api',
  label: { en: 'In your product', de: 'In Ihrem Produkt', fi: 'Omassa tuotteessasi' },
  lead: {
    en: 'Your own app asks and hands the answer over.',
    de: 'Ihre eigene Anwendung fragt und übergibt die Antwort.',
    fi: 'Oma sovelluksesi kysyy ja toimittaa vastauksen.',
  },
}
export default api
