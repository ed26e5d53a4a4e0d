import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { ResponseRates, ResponseRatesQuery } from '../../vocabulary/index.ts'
import { readResponseRates } from './index.ts'

const NOW = new Date('2026-11-21T10:00:00Z')
const { database } = await freshDatabase()

test('people on their way to an answer, by survey and part; classes without owners', async () => {
  const { scope } = await freshWorkspace(database)
  await database.inWorkspace(scope, async tx => {
    await sql`insert into people (external_id, email, country)
      select n::text, case when n <= 30 then 'p' || n || '@example.com' end, case when n % 2 = 0 then 'FI' else 'DE' end
      from generate_series(1, 36) n`.execute(tx)
    await sql`insert into permissions (workspace_id, person_id, channel, basis)
      select workspace_id, person_id, 'email', 'existing_customer' from people where external_id::int <= 28`.execute(tx)
    const { survey_id } = await tx
      .insertInto('surveys')
      .values({ name: 'Customers' })
      .returning('survey_id')
      .executeTakeFirstOrThrow()
    await tx.insertInto('survey_versions').values({ survey_id, version: 1, wording: '{}' }).execute()
    const { wave_id } = await tx
      .insertInto('waves')
      .values({ survey_id, name: 'Autumn', starts_on: '2026-11-01' })
      .returning('wave_id')
      .executeTakeFirstOrThrow()
    await sql`insert into invitations (workspace_id, wave_id, person_id, survey_id, survey_version, channel, token_hash, expires_at)
      select workspace_id, ${wave_id}, person_id, ${survey_id}, 1, 'email', sha256(external_id::bytea), '2027-01-01' from people where external_id::int <= 26`.execute(
      tx,
    )
    await sql`insert into messages (purpose, invitation_id, person_id, channel, address, address_key, state, outcome, expires_at, accepted_at)
      select 'survey', i.invitation_id, i.person_id, 'email', 'x', sha256(i.token_hash), 'accepted',
        case when p.external_id = '1' then 'hard_bounce' end, '2027-01-01', '2026-11-01'
      from invitations i join people p on p.person_id = i.person_id`.execute(tx)
    await sql`insert into responses (survey_id, person_id, invitation_id, channel, score, source, source_key, answered_at)
      select ${survey_id}, i.person_id, i.invitation_id, 'email', 7, 'mail', p.external_id, '2026-11-02'
      from invitations i join people p on p.person_id = i.person_id where p.external_id::int between 2 and 11`.execute(
      tx,
    )
    await sql`insert into cases (workspace_id, response_id, person_id, queue, due_at)
      select workspace_id, response_id, person_id, 'probe', '2026-11-05' from responses limit 4`.execute(tx)
  })
  const found = await database.readWorkspace(scope, async reader =>
    ResponseRates.parse(await readResponseRates(reader, ResponseRatesQuery.parse({}), NOW)),
  )
  expect(found.total).toMatchObject({
    people: 36,
    withAddress: 30,
    withBasis: 28,
    asked: 26,
    delivered: 25,
    answered: 10,
  })
  expect(found.surveys).toMatchObject([
    { name: 'Customers', asked: 26, delivered: 25, answered: 10, rate: { share: 0.4, method: 'wilson' } },
  ])
  expect(found.parts).toMatchObject([
    { value: 'DE', people: 18, delivered: 12, answered: 5, rate: { n: 12 } },
    { value: 'FI', people: 18, delivered: 13, answered: 5, rate: { n: 13 } },
  ])
  expect(found.queues).toEqual([
    { queue: 'support', open: 0, unowned: 0, overdue: 0 },
    { queue: 'probe', open: 4, unowned: 4, overdue: 4 },
    { queue: 'thanks', open: 0, unowned: 0, overdue: 0 },
  ])
})
