import { importFormat } from '../import-format.ts'

/** Feedback as Retently's interface names it; answers it marks as bogus are left out. */
export default importFormat({
  label: 'Retently',
  signature: ['id', 'customerId', 'createdDate', 'score', 'isBogus'],
  roles: {
    id: 'response_id',
    customerId: 'external_id',
    email: 'email',
    firstName: 'first_name',
    lastName: 'last_name',
    companyName: 'company',
    country: 'country',
    campaignId: 'ignore',
    createdDate: 'answered_at',
    score: 'score',
    comment: 'comment',
    channel: 'channel',
    ratingCategory: 'ignore',
    metricsType: 'ignore',
    isBogus: 'ignore',
    notes: 'ignore',
    resolved: 'ignore',
    status: 'ignore',
    assigned: 'ignore',
  },
  skips: cell => {
    if (/^(true|1|yes)$/i.test(cell('isBogus'))) return 'bogus_answer'
    return ['', 'nps'].includes(cell('metricsType').toLowerCase()) ? null : 'excluded_answer'
  },
  sample: {
    csv: [
      'id,customerId,email,firstName,lastName,companyName,country,createdDate,score,comment,channel,ratingCategory,metricsType,isBogus',
      '61a,c1,pia@example.com,Pia,Holm,Holm Oy,FI,2024-04-01T10:00:00.000Z,9,Toimii,email,Promoter,NPS,false',
      '61b,c2,bot@example.com,Bot,Bot,Bot,US,2024-04-01T10:00:01.000Z,0,xx,email,Detractor,NPS,true',
      '61c,c3,sam@example.com,Sam,Roth,Roth AG,DE,2024-04-02T10:00:00.000Z,5,Geht so,email,Detractor,NPS,false',
    ].join('\n'),
    taken: 2,
    rejected: { bogus_answer: 1 },
  },
})
