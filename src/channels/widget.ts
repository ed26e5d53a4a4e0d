import type { OpenChannel } from './channel.ts'

/** A question on the company's own pages. */
const widget: OpenChannel = {
  way: 'comes',
  name: 'widget',
  label: { en: 'Web widget', de: 'Web-Widget', fi: 'Verkkosivun widget' },
  lead: {
    en: 'A small question on your own pages, without cookies.',
    de: 'Eine kleine Frage auf Ihren eigenen Seiten, ohne Cookies.',
    fi: 'Pieni kysymys omilla sivuillasi, ilman evästeitä.',
  },
}
export default widget
