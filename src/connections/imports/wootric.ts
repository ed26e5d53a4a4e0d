import { importFormat } from '../import-format.ts'

/** Responses as Wootric's interface names them; those excluded from its calculations are left out. */
export default importFormat({
  label: 'Wootric',
  signature: ['id', 'score', 'text', 'end_user_id', 'excluded_from_calculations'],
  timeZone: 'UTC',
  roles: {
    id: 'response_id',
    created_at: 'answered_at',
    updated_at: 'ignore',
    score: 'score',
    text: 'comment',
    ip_address: 'ignore',
    origin_url: 'ignore',
    end_user_id: 'external_id',
    survey_id: 'ignore',
    completed: 'ignore',
    excluded_from_calculations: 'ignore',
  },
  skips: cell => {
    if (/^(true|1|t)$/i.test(cell('excluded_from_calculations'))) return 'excluded_answer'
    return /^(false|0|f)$/i.test(cell('completed')) ? 'unfinished_answer' : null
  },
  sample: {
    csv: [
      'id,created_at,updated_at,score,text,ip_address,origin_url,end_user_id,survey_id,completed,excluded_from_calculations,tags',
      '1001,2024-06-01 10:00:00 UTC,2024-06-01 10:00:00 UTC,10,Love it,192.0.2.1,https://app.example,77,5,true,false,',
      '1002,2024-06-01 11:00:00 UTC,2024-06-01 11:00:00 UTC,1,internal test,192.0.2.2,https://app.example,78,5,true,true,',
      '1003,2024-06-02 10:00:00 UTC,2024-06-02 10:00:00 UTC,7,Fine,192.0.2.3,https://app.example,79,5,true,false,',
    ].join('\n'),
    taken: 2,
    rejected: { excluded_answer: 1 },
  },
})
