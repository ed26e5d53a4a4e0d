import { importFormat } from '../import-format.ts'

/** Fields seen in AskNicely's response interface; `responded` is in Unix seconds. */
export default importFormat({
  label: 'AskNicely',
  signature: ['response_id', 'person_id', 'answer', 'responded'],
  timeZone: 'UTC',
  roles: {
    response_id: 'response_id',
    person_id: 'external_id',
    email: 'email',
    name: 'name',
    answer: 'score',
    comment: 'comment',
    responded: 'answered_at',
    sent: 'ignore',
    opened: 'ignore',
    question_type: 'ignore',
    published: 'ignore',
  },
  skips: cell => (['', 'nps'].includes(cell('question_type').toLowerCase()) ? null : 'excluded_answer'),
  sample: {
    csv: [
      'response_id,person_id,email,name,question_type,answer,comment,responded,segment',
      '1,501,ann@example.com,Ann Ek,nps,9,Kind staff,1714557600,north',
      '2,502,bo@example.com,Bo Ek,nps,,,1714557700,north',
      '3,503,cy@example.com,Cy Ek,nps,8,,1714644000,south',
    ].join('\n'),
    taken: 2,
    rejected: { score_empty: 1 },
  },
})
