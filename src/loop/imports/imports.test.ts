import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { packageRoot } from '../../platform/package-root.ts'
import { addressKey } from '../../platform/secrets/index.ts'
import { counts, importingCompany } from './imports.fixture.ts'
import { listImports, listRejections } from './read-imports.ts'
import { rejectionsFile } from './rejections-file.ts'

const { database, scope, caller, secret, tools, look, bring } = await importingCompany()

const ANSWERS = [
  'Kundennr;E-Mail;Bewertung;Kommentar;Datum;Land;Paket',
  'K-1;liisa@example.com;9;"Schnell, freundlich";05.03.2024 10:15;FI;klein',
  'K-2;paul@example.com;12;;06.03.2024;DE;groß',
  'K-3;rosa@example.com;3;Zu teuer;07.03.2024;DE;klein',
  'K-3;rosa@example.com;3;Zu teuer;07.03.2024;DE;klein',
].join('\n')

test('answers come with people, comments and their time in the zone of the workspace', async () => {
  const done = await bring(ANSWERS)
  expect([done.state, done.kind, ...counts(done)]).toEqual(['done', 'responses', 3, 0, 0, 1])
  const answers = await look(reader =>
    reader
      .selectFrom('responses')
      .innerJoin('people', 'people.person_id', 'responses.person_id')
      .select(['score', 'comment', 'answered_at', 'responses.attributes', 'people.external_id', 'source', 'state'])
      .orderBy('answered_at')
      .execute(),
  )
  expect(answers[0]).toMatchObject({
    score: 9,
    comment: 'Schnell, freundlich',
    external_id: 'K-1',
    source: 'import',
    state: 'confirmed',
  })
  expect(answers[0]?.answered_at.toISOString()).toBe('2024-03-05T09:15:00.000Z')
  expect(answers[0]?.attributes).toEqual({ Paket: 'klein', country: 'FI' })
})

test('the same file twice adds nothing, and its mapping is remembered', async () => {
  const again = await bring(ANSWERS)
  expect(counts(again)).toEqual([0, 0, 3, 1])
  expect(again.mapping.remembered).toBe(true)
})

test('imported old answers open no case', async () => {
  const events = await look(reader => reader.selectFrom('events').select('name').execute())
  expect(new Set(events.map(event => event.name))).toEqual(new Set(['survey.published', 'import.finished']))
})

test('a dry run counts and takes nothing', async () => {
  const tried = await bring('email,score\nnew@example.com,10\nbroken,4\n', { dryRun: true })
  expect([tried.state, ...counts(tried)]).toEqual(['done', 1, 0, 0, 1])
  const person = await look(reader =>
    reader.selectFrom('people').select('email').where('email', '=', 'new@example.com').execute(),
  )
  expect(person).toEqual([])
})

test('a dry run makes no survey', async () => {
  const tried = await bring('email,score\nnew@example.com,10\nother@example.com,4\n', {
    dryRun: true,
    options: { surveyName: 'Only tried' },
  })
  expect([tried.state, ...counts(tried)]).toEqual(['done', 2, 0, 0, 0])
  const surveys = await look(reader => reader.selectFrom('surveys').select('name').execute())
  expect(surveys.map(survey => survey.name)).not.toContain('Only tried')
})

test('a survey that is named beats the one of the last file with these columns', async () => {
  const csv = 'email,score,stage\none@example.com,10,a\ntwo@example.com,4,b\n'
  for (const surveyName of ['Spring', 'Autumn'])
    expect((await bring(csv, { options: { surveyName } })).rowsAdded).toBe(2)
  const again = await bring(csv)
  expect(again.rowsKnown).toBe(2)
  const held = await look(reader =>
    reader
      .selectFrom('responses')
      .innerJoin('surveys', 'surveys.survey_id', 'responses.survey_id')
      .where('surveys.name', 'in', ['Spring', 'Autumn'])
      .groupBy('surveys.name')
      .select(['surveys.name', eb => eb.fn.countAll().as('answers')])
      .orderBy('surveys.name')
      .execute(),
  )
  expect(held).toEqual([
    { name: 'Autumn', answers: 2 },
    { name: 'Spring', answers: 2 },
  ])
})

test('people are completed and never blanked; objections stand before anybody can be asked', async () => {
  const done = await bring(
    'customer id,email,name,company,plan,unsubscribed\nK-1,,Liisa Salo,,gold,\nK-9,no@example.com,Nora,,silver,2024-05-01\n,not-an-address,,,,\n',
  )
  expect([done.kind, ...counts(done)]).toEqual(['people', 1, 1, 0, 1])
  const liisa = await look(reader =>
    reader.selectFrom('people').selectAll().where('external_id', '=', 'K-1').executeTakeFirstOrThrow(),
  )
  expect(liisa).toMatchObject({
    email: 'liisa@example.com',
    name: 'Liisa Salo',
    attributes: { Paket: 'klein', country: 'FI', plan: 'gold' },
  })
  const stopped = await look(reader => reader.selectFrom('addresses').selectAll().execute())
  expect(stopped[0]?.address_key).toEqual(addressKey(secret, 'email', 'NO@example.com'))
  expect(stopped[0]?.suppression_reason).toBe('objection')
  expect(await look(reader => reader.selectFrom('permissions').selectAll().execute())).toEqual([])
})

test('a mail address of somebody else is told, not taken over', async () => {
  const done = await bring('customer id,email\nK-77,liisa@example.com\n', { kind: 'people' })
  const { items } = await look(reader => listRejections(reader, done.importId, { limit: 10 }))
  expect(items).toMatchObject([{ row: 2, column: 'email', reason: 'email_of_another', value: 'liisa@example.com' }])
})

test('orders belong to people we know', async () => {
  const csv =
    'customer id;order id;date;product;amount;currency\nK-1;O-1;01.02.2024;Lampe;1.234,50;eur\nK-404;O-2;02.02.2024;Tisch;10,00;eur\n'
  const done = await bring(csv, { kind: 'touchpoints', options: { touchpoint: 'order' } })
  expect(counts(done)).toEqual([1, 0, 0, 1])
  const order = await look(reader => reader.selectFrom('touchpoints').selectAll().executeTakeFirstOrThrow())
  expect(order).toMatchObject({
    kind: 'order',
    title: 'Lampe',
    amount_cents: 123450,
    currency: 'EUR',
    source_id: 'order:O-1',
  })
  expect(counts(await bring(csv, { kind: 'touchpoints', options: { touchpoint: 'order' } }))).toEqual([0, 0, 1, 1])
})

test('two waves of the same people can be told apart by a column', async () => {
  const done = await bring('id,year,hsat2\n1,1984,8\n2,1984,9\n1,1985,8\n2,1985,4\n', {
    kind: 'responses',
    options: { surveyName: 'Health' },
    roles: { id: 'external_id', year: 'wave', hsat2: 'score' },
  })
  expect(counts(done)).toEqual([4, 0, 0, 0])
  const waves = await look(reader =>
    reader
      .selectFrom('responses')
      .innerJoin('waves', 'waves.wave_id', 'responses.wave_id')
      .select(['waves.name', 'waves.starts_on', 'score'])
      .orderBy('waves.name')
      .orderBy('score')
      .execute(),
  )
  expect(waves).toEqual([
    { name: '1984', starts_on: '1984-01-01', score: 8 },
    { name: '1984', starts_on: '1984-01-01', score: 9 },
    { name: '1985', starts_on: '1985-01-01', score: 4 },
    { name: '1985', starts_on: '1985-01-01', score: 8 },
  ])
  const [first] = await look(reader =>
    reader.selectFrom('responses').select('answered_at').orderBy('answered_at').limit(1).execute(),
  )
  expect(first?.answered_at.toISOString()).toBe('1983-12-31T23:00:00.000Z')
})

test('a day given for all rows is a day of the workspace', async () => {
  await bring('score,comment\n9,on that day\n3,nor any other\n', { options: { date: '2024-05-31' } })
  const answer = await look(reader =>
    reader.selectFrom('responses').select('answered_at').where('comment', '=', 'on that day').executeTakeFirstOrThrow(),
  )
  expect(answer.answered_at.toISOString()).toBe('2024-05-30T22:00:00.000Z')
})

test('rows that another file numbers anew are other answers; the same rows again are not', async () => {
  const first = 'RESPNUM,NETPRO,AGE\n1,9,30\n2,9,41\n3,2,50\n'
  const second = 'RESPNUM,NETPRO,AGE\n1,9,27\n2,4,63\n3,2,19\n'
  expect(counts(await bring(first))).toEqual([3, 0, 0, 0])
  expect(counts(await bring(second))).toEqual([3, 0, 0, 0])
  expect(counts(await bring(first))).toEqual([0, 0, 3, 0])
  expect(counts(await bring(second, { options: { wave: 'second' } }))).toEqual([3, 0, 0, 0])
})

const panel = join(packageRoot, '../shared/data/health_satisfaction_panel_de/health.csv')
test.runIf(existsSync(panel))('the panel of 1984 and 1985 has 2,829 people in both waves (PANEL-O01)', async () => {
  const rows = (await readFile(panel, 'utf8')).split('\n')
  const csv = rows.filter((row, i) => i === 0 || /^\d+,\d,198[45],/.test(row)).join('\n')
  const roles = { id: 'external_id', year: 'wave', hsat2: 'score' }
  const done = await bring(csv, { kind: 'responses', options: { surveyName: 'Panel' }, roles })
  expect(done.rowsAdded).toBe(3874 + 3794)
  const both = await look(reader =>
    reader
      .selectFrom('responses')
      .innerJoin('surveys', 'surveys.survey_id', 'responses.survey_id')
      .where('surveys.name', '=', 'Panel')
      .groupBy('person_id')
      .having(eb => eb.fn.countAll(), '=', 2)
      .select('person_id')
      .execute(),
  )
  expect(both).toHaveLength(2829)
})
if (!existsSync(panel)) console.log('skipped: the health panel is not beside this repository')

test('every import stands on one page, also those of one moment', async () => {
  await database.inInstance(tx => tx.updateTable('imports').set({ created_at: sql`now()` }).execute())
  const ids: string[] = []
  for (let cursor: string | undefined; ids.length < 100; ) {
    const { items, next } = await look(reader => listImports(reader, { limit: 2, cursor }))
    ids.push(...items.map(item => item.importId))
    if (next === null) break
    cursor = next
  }
  const all = await look(reader => reader.selectFrom('imports').select('import_id').execute())
  expect(new Set(ids).size).toBe(all.length)
  expect(ids).toHaveLength(all.length)
})

test('the file of rejected rows holds no formula', async () => {
  const done = await bring('email,score,note\n=cmd@example.com,99,"=1+1"\n', {
    kind: 'responses',
    roles: { score: 'score' },
  })
  const file = await rejectionsFile(tools, caller, done.importId)
  const text = await new Response(file.content as ReadableStream).text()
  expect(text).toContain("2,the score is not from 0 to 10,score,'=cmd@example.com,99,'=1+1")
})

test('values of an attribute that has a type are read as its column writes them, and others are rejected', async () => {
  await database.inWorkspace(scope, async tx => {
    for (const [name, type] of [
      ['turnover', 'number'],
      ['born', 'date'],
      ['club', 'flag'],
    ] as const) {
      await tx.insertInto('attribute_definitions').values({ name, type }).execute()
    }
  })
  const rows = ['typed1@example.com;"1.200,50";31.12.1980;ja', 'typed2@example.com;many;1.2.1980;nein']
  const more = ['typed3@example.com;7,5;31.02.1980;nein', 'typed4@example.com;;;']
  const done = await bring(['email;turnover;born;club', ...rows, ...more].join('\n'), { kind: 'people' })
  expect(counts(done)).toEqual([2, 0, 0, 2])
  const { items } = await look(reader => listRejections(reader, done.importId, { limit: 10 }))
  expect(items.map(({ column, value, reason }) => [column, value, reason])).toEqual([
    ['turnover', 'many', 'attribute_wrong'],
    ['born', '31.02.1980', 'attribute_wrong'],
  ])
  const people = await look(reader =>
    reader.selectFrom('people').select('attributes').where('email', 'like', 'typed%').orderBy('email').execute(),
  )
  expect(people.map(({ attributes }) => attributes)).toEqual([{ turnover: 1200.5, born: '1980-12-31', club: true }, {}])
})
