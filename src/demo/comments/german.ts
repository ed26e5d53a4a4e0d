import type { Sentences } from './sentences.ts'

export const german: Sentences = {
  price: {
    content: [
      'Preis und Leistung stimmen.',
      'Für das, was es kann, ein fairer Preis.',
      'Nicht billig, aber es lohnt sich.',
    ],
    unhappy: [
      'Die Preiserhöhung im Sommer kam ohne Erklärung.',
      'Inzwischen zu teuer für das, was wir nutzen.',
      'Für einen kleinen Betrieb wie unseren ist der neue Preis viel.',
      'Der Mitbewerber bietet dasselbe günstiger an.',
    ],
  },
  support: {
    content: [
      'Der Support antwortet schnell und freundlich.',
      'Frau Lahti hat mir sofort geholfen.',
      'Mein Anliegen war nach einer Stunde gelöst.',
    ],
    unhappy: [
      'Im Support antwortet seit Tagen niemand.',
      'Ich musste dreimal nachfragen, bis jemand reagiert hat.',
      'Die Antwort war ein Textbaustein und hat nicht geholfen.',
      'Rechnung zweimal falsch, und im Support antwortet seit Tagen niemand.',
    ],
  },
  interface: {
    content: ['Die neue Oberfläche ist viel klarer.', 'Alles da, wo man es sucht.'],
    unhappy: [
      'Die Oberfläche ist unübersichtlich, ich finde die Filter nicht.',
      'Seit dem Update brauche ich für alles doppelt so viele Klicks.',
      'Auf dem Telefon kaum zu bedienen.',
      'Die Bedienung ist umständlich geworden.',
    ],
  },
  export: {
    content: ['Seit der Export geht, spare ich jede Woche eine Stunde.', 'Auswertungen sind schnell gemacht.'],
    unhappy: [
      'Läuft, aber der Export fehlt mir.',
      'Der Export bricht bei großen Listen ab.',
      'Ohne Excel-Export ist das für die Buchhaltung mühsam.',
    ],
  },
  delivery: {
    content: [
      'Bestellt am Montag, am Mittwoch da. Danke.',
      'Lieferung schneller als angekündigt.',
      'Gut verpackt und pünktlich.',
    ],
    unhappy: [
      'Das Paket kam neun Tage zu spät.',
      'Lieferung angekündigt, niemand kam, keine Nachricht.',
      'Sendung lag beim Nachbarn, ohne Benachrichtigung.',
      'Die Rücksendung wurde erst nach vier Wochen erstattet.',
    ],
  },
  quality: {
    content: [
      'Der Pullover sieht nach zwei Wintern aus wie neu.',
      'Sehr gute Qualität, gerne wieder.',
      'Hält, was es verspricht.',
    ],
    unhappy: [
      'Nach dreimal Waschen ist die Naht auf.',
      'Die Farbe war ganz anders als auf dem Bild.',
      'Qualität hat nachgelassen.',
    ],
  },
  offers: {
    content: ['Die Angebote sind gut, deshalb komme ich.', 'Mit Rabatt ein guter Kauf.'],
    unhappy: ['Ohne Angebot kaufe ich woanders.', 'Zum normalen Preis sehe ich keinen Grund, hier zu kaufen.'],
  },
  ease: {
    content: [
      'Einfach, schnell, ohne Umwege.',
      'Meine Kollegen konnten sofort damit arbeiten.',
      'Tut, was es soll, ohne Schulung.',
    ],
    unhappy: ['Die Einrichtung hat uns zwei Tage gekostet.', 'Zu viele Schritte für eine einfache Sache.'],
  },
  people: {
    content: [
      'Man merkt, dass hier Menschen mitdenken.',
      'Herr Weber kennt unser Geschäft und ruft zurück.',
      'Freundliche Beratung, ehrlich und ohne Druck.',
    ],
    unhappy: ['Beim dritten Ansprechpartner fing ich wieder von vorne an.', 'Die Beratung wirkte gehetzt.'],
  },
}
