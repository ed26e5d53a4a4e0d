import type { OpenChannel } from './channel.ts'

/** A tablet that stands where customers pass. */
const kiosk: OpenChannel = {
  way: 'comes',
  name: 'kiosk',
  label: { en: 'Kiosk', de: 'Kiosk', fi: 'Kioski' },
  lead: {
    en: 'A tablet in the shop: full screen, works offline, forgets each visitor.',
    de: 'Ein Tablet im Laden: ganzer Bildschirm, auch offline, vergisst jeden Besucher.',
    fi: 'Tabletti myymälässä: koko näyttö, toimii ilman verkkoa, unohtaa jokaisen kävijän.',
  },
}
export default kiosk
