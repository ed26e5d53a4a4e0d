import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { freshDatabase, freshWorkspace } from '../../../test/harness/database.ts'
import { packageRoot } from '../../platform/package-root.ts'
import { readProof } from './read-proof.ts'

const { database } = await freshDatabase()

/** People by name with their score in each wave; null is no answer. */
async function survey(scope: { workspaceId: string }, waves: string[], people: (number | null)[][]) {
  return database.inWorkspace(scope, async tx => {
    const { survey_id } = await tx
      .insertInto('surveys')
      .values({ name: 'Health' })
      .returning('survey_id')
      .executeTakeFirstOrThrow()
    const rows = await tx
      .insertInto('waves')
      .values(waves.map((name, i) => ({ survey_id, name, starts_on: `${1984 + i}-06-01` })))
      .returning('wave_id')
      .execute()
    for (let from = 0; from < people.length; from += 1000) {
      const portion = people.slice(from, from + 1000)
      const found = await tx
        .insertInto('people')
        .values(portion.map((_, i) => ({ external_id: `${from + i}` })))
        .returning('person_id')
        .execute()
      const responses = portion.flatMap((scores, i) =>
        scores.flatMap((score, wave) =>
          score === null
            ? []
            : [
                {
                  survey_id,
                  wave_id: rows[wave]?.wave_id ?? null,
                  person_id: found[i]?.person_id ?? null,
                  channel: 'email',
                  score,
                  source: 'import',
                  source_key: `${survey_id}/${from + i}/${wave}`,
                },
              ],
        ),
      )
      if (responses.length > 0) await tx.insertInto('responses').values(responses).execute()
    }
    return { surveyId: survey_id, waves: rows.map(row => row.wave_id) }
  })
}

const proofOf = (scope: { workspaceId: string }, query = {}) => database.readWorkspace(scope, r => readProof(r, query))

describe('two waves', () => {
  test('people who did not answer again are counted as that, newcomers apart', async () => {
    const { scope } = await freshWorkspace(database)
    await survey(
      scope,
      ['spring', 'autumn'],
      [
        [9, 10],
        [9, null],
        [7, 9],
        [7, 7],
        [8, 3],
        [2, 8],
        [null, 10],
      ],
    )
    const proof = await proofOf(scope)
    expect(proof).toMatchObject({ first: 6, both: 5, newcomers: 1, promoters: { came: 1, left: 0, net: 1 } })
    expect(proof.moves.map(row => row.map(cell => cell.x))).toEqual([
      [1, 0, 0, 1],
      [1, 1, 1, 0],
      [0, 1, 0, 0],
    ])
    expect(proof.from?.name).toBe('spring')
    expect(proof.seven).toMatchObject({ x: 1, n: 2 })
    expect(proof.eight).toMatchObject({ x: 0, n: 1 })
  })

  test('without two waves there is nothing to compare, and no made-up number', async () => {
    const { scope } = await freshWorkspace(database)
    await survey(scope, ['only'], [[9], [3]])
    const proof = await proofOf(scope)
    expect(proof).toMatchObject({ from: null, to: null, both: 0, change: null })
    expect(proof.movements.map(movement => movement.verdict)).toEqual(['unknown', 'unknown', 'unknown'])
  })

  test('waves of another workspace are not there', async () => {
    const [mine, other] = [await freshWorkspace(database), await freshWorkspace(database)]
    const foreign = await survey(other.scope, ['a', 'b'], [[9, 9]])
    await expect(proofOf(mine.scope, { survey: foreign.surveyId })).rejects.toThrow('not_found')
  })

  test('the same wave twice is refused', async () => {
    const { scope } = await freshWorkspace(database)
    const { waves } = await survey(scope, ['a', 'b'], [[9, 9]])
    await expect(proofOf(scope, { from: waves[0], to: waves[0] })).rejects.toThrow('waves_are_the_same')
  })

  test('nine people who answered twice are too few to judge, however far they moved', async () => {
    const { scope } = await freshWorkspace(database)
    await survey(
      scope,
      ['a', 'b'],
      Array.from({ length: 9 }, () => [7, 10]),
    )
    const { change, movements } = await proofOf(scope)
    expect(change).toMatchObject({ change: 100, verdict: 'unknown' })
    expect(movements[0]).toMatchObject({ name: 'passive_to_promoter', x: 9, n: 9, verdict: 'unknown', against: null })
  })

  test('answers that repeat as chance alone would have them are no proof', async () => {
    const { scope } = await freshWorkspace(database)
    const people = Array.from({ length: 200 }, (_, i) => [[9, 7, 3][i % 3] ?? 0, [9, 7, 3, 7, 3, 9][(i * 5) % 6] ?? 0])
    await survey(scope, ['a', 'b'], people)
    const proof = await proofOf(scope)
    expect(proof.change?.verdict).toBe('noise')
  })
})

const FILES = [
  '../shared/data/health_satisfaction_panel_de/health.csv',
  'test/golden/data/health_satisfaction_panel_de/health.csv',
]
const file = FILES.map(path => join(packageRoot, path)).find(existsSync)

describe.skipIf(!file)('the German health panel, 1984 and 1985 (skipped where the data are not at hand)', () => {
  test('gives what golden case PANEL-O01 says', async () => {
    const [head = '', ...lines] = readFileSync(file ?? '', 'utf8')
      .trim()
      .split(/\r?\n/)
    const columns = head.split(',').map(name => name.replaceAll('"', ''))
    const [id, year, score] = ['id', 'year', 'hsat2'].map(name => columns.indexOf(name))
    const people = new Map<string, (number | null)[]>()
    for (const line of lines) {
      const cells = line.split(',').map(cell => cell.replaceAll('"', ''))
      const wave = ['1984', '1985'].indexOf(cells[year ?? 0] ?? '')
      if (wave < 0) continue
      const scores = people.get(cells[id ?? 0] ?? '') ?? [null, null]
      scores[wave] = Number(cells[score ?? 0])
      people.set(cells[id ?? 0] ?? '', scores)
    }
    const { scope } = await freshWorkspace(database)
    await survey(scope, ['1984', '1985'], [...people.values()])
    const proof = await proofOf(scope)
    expect(proof.both).toBe(2829)
    expect(proof.moves.map(row => row.slice(0, 3).map(cell => cell.x))).toEqual([
      [416, 270, 115],
      [180, 469, 275],
      [83, 282, 739],
    ])
    expect(proof.change?.first).toBeCloseTo(-10.7104984093319, 9)
    expect(proof.change?.second).toBeCloseTo(-15.9066808059385, 9)
    const [toPromoter, , toWorse] = proof.movements
    expect(toPromoter).toMatchObject({
      share: expect.closeTo(0.194805194805195, 9),
      lower: expect.closeTo(0.170553789719058, 9),
      upper: expect.closeTo(0.221583741280197, 9),
    })
    expect(toWorse?.share).toBeCloseTo(0.480649188514357, 9)
    expect(proof.chance.observed).toBeCloseTo(0.572256847225426, 9)
    expect(proof.seven.share).toBeCloseTo(0.138121546961326, 9)
    expect(proof.eight.share).toBeCloseTo(0.231316725978648, 9)
  })
})
