import type { OpenChannel } from './channel.ts'

/** A link that another system, a letter or a code brings to the person. */
const link: OpenChannel = {
  way: 'comes',
  name: 'link',
  label: { en: 'Personal link', de: 'Persönlicher Link', fi: 'Henkilökohtainen linkki' },
  lead: {
    en: 'One link per person, handed over by another system, a letter or a member.',
    de: 'Ein Link je Person, den ein anderes System, ein Brief oder ein Mitglied weitergibt.',
    fi: 'Oma linkki jokaiselle; sen välittää toinen järjestelmä, kirje tai tiimin jäsen.',
  },
}
export default link
