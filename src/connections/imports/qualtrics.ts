import { importFormat } from '../import-format.ts'

/** Three header rows: names, labels, import ids; previews of the survey are no answers. */
export default importFormat({
  label: 'Qualtrics',
  signature: ['StartDate', 'EndDate', 'Status', 'RecordedDate', 'ResponseId'],
  extraHeaderRows: 2,
  roles: {
    ResponseId: 'response_id',
    RecordedDate: 'answered_at',
    RecipientEmail: 'email',
    RecipientFirstName: 'first_name',
    RecipientLastName: 'last_name',
    ExternalReference: 'external_id',
    UserLanguage: 'language',
    DistributionChannel: 'ignore',
    StartDate: 'ignore',
    EndDate: 'ignore',
    Status: 'ignore',
    IPAddress: 'ignore',
    Progress: 'ignore',
    'Duration (in seconds)': 'ignore',
    Finished: 'ignore',
    LocationLatitude: 'ignore',
    LocationLongitude: 'ignore',
    Q_NPS_GROUP: 'ignore',
  },
  skips: cell => (/preview|test|^(1|2)$/i.test(cell('Status')) ? 'test_answer' : null),
  sample: {
    csv: [
      'StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,DistributionChannel,UserLanguage,Q1,Q2',
      'Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,Recipient Last Name,Recipient First Name,Recipient Email,External Data Reference,Location Latitude,Location Longitude,Distribution Channel,User Language,How likely are you to recommend us?,What is the main reason?',
      '"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}",,,,,,,,,,,,,,,"{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"',
      '2024-03-01 10:00:00,2024-03-01 10:02:00,IP Address,192.0.2.1,100,120,True,2024-03-01 10:02:01,R_1a,Virtanen,Aino,aino@example.com,C-1,60.1,24.9,email,FI,9,Helppoa',
      '2024-03-01 11:00:00,2024-03-01 11:02:00,Survey Preview,,100,60,True,2024-03-01 11:02:01,R_1b,,,,,,,preview,EN,10,Test',
      '2024-03-02 10:00:00,2024-03-02 10:02:00,IP Address,192.0.2.2,100,90,True,2024-03-02 10:02:01,R_1c,Braun,Max,max@example.com,C-2,52.5,13.4,email,DE,11,',
      '2024-03-03 10:00:00,2024-03-03 10:02:00,IP Address,192.0.2.3,100,90,True,2024-03-03 10:02:01,R_1d,,,,C-3,52.5,13.4,anonymous,DE,3,Zu langsam',
    ].join('\n'),
    taken: 2,
    rejected: { test_answer: 1, score_out_of_range: 1 },
  },
})
