import { importFormat } from '../import-format.ts'

/** Any other table: every column is guessed, by its name and then by what it holds. */
export default importFormat({
  label: 'CSV, XLSX',
  signature: [],
  roles: {},
  sample: {
    csv: [
      'Kundennr;E-Mail;Bewertung;Kommentar;Datum;Land',
      'K-1;liisa@example.com;9;"Schnell, freundlich";05.03.2024 10:15;FI',
      'K-2;paul@example.com;12;;06.03.2024;DE',
      'K-3;rosa@example.com;3;Zu teuer;07.03.2024;DE',
      'K-4;otto@example.com;8;;31.02.2024;DE',
    ].join('\n'),
    taken: 2,
    rejected: { score_out_of_range: 1, date_unreadable: 1 },
  },
})
