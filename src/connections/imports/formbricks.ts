import { importFormat } from '../import-format.ts'

/** Questions are headed "1. …"; hidden fields and `person.` attributes follow the answers. */
export default importFormat({
  label: 'Formbricks',
  signature: ['No.', 'Response ID', 'Timestamp', 'Finished', 'Survey ID'],
  roles: {
    'No.': 'ignore',
    'Response ID': 'response_id',
    Timestamp: 'answered_at',
    Finished: 'ignore',
    Quotas: 'ignore',
    'Survey ID': 'ignore',
    'Formbricks ID (internal)': 'ignore',
    'User ID': 'external_id',
    'person.email': 'email',
    'person.firstName': 'first_name',
    'person.lastName': 'last_name',
    'person.language': 'language',
    'Verified Email': 'ignore',
  },
  sample: {
    csv: [
      'No.,Response ID,Timestamp,Finished,Survey ID,Formbricks ID (internal),User ID,Tags,country,1. How likely are you to recommend us?,2. What could we do better?,person.email,person.plan',
      '1,cl01,2024-05-01 10:00:00,Yes,s1,f1,u-1,,FI,8,"Nothing, thanks",ida@example.com,small',
      '2,cl02,2024-05-02 10:00:00,Yes,s1,f2,u-2,,DE,7.5,,uwe@example.com,large',
      '3,cl03,2024-05-03 10:00:00,Yes,s1,f3,u-3,,DE,2,Support,ola@example.com,large',
    ].join('\n'),
    taken: 2,
    rejected: { score_not_whole: 1 },
  },
})
