import { importFormat } from '../import-format.ts'

/** A second header row holds the choices of each question. */
export default importFormat({
  label: 'SurveyMonkey',
  signature: ['Respondent ID', 'Collector ID', 'Start Date', 'End Date'],
  extraHeaderRows: 1,
  roles: {
    'Respondent ID': 'response_id',
    'Collector ID': 'ignore',
    'Start Date': 'ignore',
    'End Date': 'answered_at',
    'IP Address': 'ignore',
    'Email Address': 'email',
    'First Name': 'first_name',
    'Last Name': 'last_name',
    'Custom Data 1': 'external_id',
  },
  sample: {
    csv: [
      'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely is it that you would recommend us to a friend or colleague?,Why did you choose that score?',
      ',,,,,,,,,,Open-Ended Response',
      '118000001,900,2024-01-05 09:00:00,2024-01-05 09:03:00,192.0.2.1,kim@example.com,Kim,Lee,A-1,10,Quick and kind',
      '118000002,900,2024-01-05 10:00:00,2024-01-05 10:03:00,192.0.2.2,,,,A-2,Very likely,',
      '118000003,900,2024-01-06 10:00:00,2024-01-06 10:03:00,192.0.2.3,eva@example.com,Eva,Maier,A-3,6,"Slow, then slower"',
    ].join('\n'),
    taken: 2,
    rejected: { score_not_a_number: 1 },
  },
})
