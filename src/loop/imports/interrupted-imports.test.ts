import { mkdir, rm, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { counts, importingCompany } from './imports.fixture.ts'
import { findImport } from './queries/imports.ts'
import { uploadPath } from './uploads.ts'
import { works } from './works.ts'

const { database, tools, look, run, shown, received, bring } = await importingCompany()

test('an import that was stopped goes on where it stood and doubles nothing', async () => {
  const rows = Array.from({ length: 45_000 }, (_, i) => `${i % 11},same words,2024-01-01`)
  const { importId } = await received('large.csv', `score,comment,date\n${rows.join('\n')}\n`)
  const path = uploadPath(tools.settings, importId)
  const kept = await look(reader => findImport(reader, importId))
  await run(importId)
  await writeFile(path, `score,comment,date\n${rows.join('\n')}\n`)
  await database.inInstance(tx =>
    tx
      .updateTable('imports')
      .set({ state: 'running', rows_read: 20_000, rows_added: 20_000 })
      .where('import_id', '=', importId)
      .execute(),
  )
  await run(importId)
  const after = await shown(importId)
  expect(kept?.state).toBe('running')
  expect([after.rowsRead, ...counts(after)]).toEqual([45_000, 20_000, 0, 25_000, 0])
})

test('an import whose process ends stays running and goes on later', async () => {
  const { importId } = await received('ending.csv', 'email,score\nend@example.com,3\nlast@example.com,9\n')
  await run(importId, AbortSignal.abort())
  expect((await shown(importId)).state).toBe('running')
  await run(importId)
  expect(await shown(importId)).toMatchObject({ state: 'done', rowsAdded: 2 })
})

test('an import that cannot be read fails and blocks none behind it', async () => {
  const broken = await received('broken.csv', 'email,score\nbroken@example.com,3\nb@example.com,9\n')
  const path = uploadPath(tools.settings, broken.importId)
  await rm(path)
  await mkdir(path)
  const next = await received('next.csv', 'email,score\nnext@example.com,3\nn@example.com,9\n')
  await works(tools)[0]?.once()
  expect(await shown(broken.importId)).toMatchObject({ state: 'failed', problem: { code: 'unexpected' } })
  expect(await shown(next.importId)).toMatchObject({ state: 'done', rowsAdded: 2 })
})

test('a file that breaks off says where, and keeps what came before', async () => {
  const rows = Array.from({ length: 1500 }, (_, i) => `q${i}@example.com,${i % 11}`)
  const done = await bring(`email,score\n${rows.join('\n')}\n"${'x'.repeat(40_000)}",3\n`)
  expect(done).toMatchObject({
    state: 'failed',
    problem: { code: 'file_cell_too_long', facts: { line: 1502, column: 1 } },
  })
  expect(done.rowsAdded).toBe(1500)
})
