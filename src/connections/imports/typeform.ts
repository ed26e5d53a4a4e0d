import { importFormat } from '../import-format.ts'

/** `#` is the answer's token; times are in UTC, as the names of their columns say. */
export default importFormat({
  label: 'Typeform',
  signature: ['#', 'Start Date (UTC)', 'Submit Date (UTC)', 'Network ID'],
  timeZone: 'UTC',
  roles: {
    '#': 'response_id',
    'Start Date (UTC)': 'ignore',
    'Submit Date (UTC)': 'answered_at',
    'Network ID': 'ignore',
    Tags: 'ignore',
  },
  sample: {
    csv: [
      '#,"How likely are you to recommend us to a friend?",What is the reason?,Which plan?,Start Date (UTC),Submit Date (UTC),Network ID',
      '0a1b2c3d4e5f60718293a4b5c6d7e8f9,9,Nice people,Small,2024-02-01 08:00:00,2024-02-01 08:01:00,aa11',
      '1a1b2c3d4e5f60718293a4b5c6d7e8f9,,Skipped it,Large,2024-02-01 09:00:00,2024-02-01 09:01:00,aa12',
      '2a1b2c3d4e5f60718293a4b5c6d7e8f9,4,Too dear,Large,2024-02-02 09:00:00,2024-02-02 09:01:00,aa13',
    ].join('\n'),
    taken: 2,
    rejected: { score_empty: 1 },
  },
})
