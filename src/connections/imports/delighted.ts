import { importFormat } from '../import-format.ts'

/** The field names of Delighted's API, as its connectors write them; times are Unix seconds or ISO. */
export default importFormat({
  label: 'Delighted',
  signature: ['id', 'survey_type', 'score', 'comment', 'permalink', 'created_at'],
  timeZone: 'UTC',
  roles: {
    id: 'response_id',
    person: 'external_id',
    person_id: 'external_id',
    person_email: 'email',
    person_name: 'name',
    survey_type: 'ignore',
    score: 'score',
    comment: 'comment',
    permalink: 'ignore',
    created_at: 'answered_at',
    updated_at: 'ignore',
    notes: 'ignore',
  },
  skips: cell => (['', 'nps'].includes(cell('survey_type').toLowerCase()) ? null : 'excluded_answer'),
  sample: {
    csv: [
      'id,person_id,person_email,person_name,survey_type,score,comment,permalink,created_at,updated_at,tags',
      '210,42,jo@example.com,Jo Salo,nps,10,Great,https://delighted.example/r/1,1709287200,1709287200,vip',
      '211,43,mo@example.com,Mo Lind,csat,4,Fine,https://delighted.example/r/2,1709287300,1709287300,',
      '212,44,al@example.com,Al Koch,nps,0,Never again,https://delighted.example/r/3,1709373600,1709373600,',
    ].join('\n'),
    taken: 2,
    rejected: { excluded_answer: 1 },
  },
})
