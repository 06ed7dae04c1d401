import { type RunStatus, ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { releasedDocumentsOf, releasedSubjects } from '@anjie/projections/released/released'
import { describe, expect, test } from 'vitest'
import { NOW } from '../builders/context.ts'
import { cycle } from '../builders/cycle.ts'
import { PLACES } from '../builders/people.ts'
import { submission } from '../builders/submission.ts'
import { ulid } from '../builders/ulid.ts'

const row = (subject: string, rank: number) => ({
  subject,
  name: subject,
  group: 'G1',
  groupName: '一类县',
  publishedScore: '97.50',
  exactScore: '97.5',
  rank,
  tied: false,
  grade: '优秀',
  rankChange: 1,
  interval: { from: 1, to: 2 },
  notRankedReason: null,
  levelOne: [],
})

const run = (given: Partial<ScoreRunRecord> = {}): ScoreRunRecord =>
  ScoreRunRecord.parse({
    id: `99.${ulid()}`,
    province: '99',
    cycleId: cycle().id,
    cycleName: '2026年度平安建设考评',
    schemeId: `99.${ulid()}`,
    schemeVersion: 2,
    period: '2026',
    engineVersion: 'anjie-scoring/1',
    status: 'preview',
    computedAt: NOW,
    inputsHash: 'a',
    resultHash: 'b',
    outstanding: [],
    groups: [{ code: 'G1', name: '一类县' }],
    rows: [row(PLACES.county.code, 1), row(PLACES.neighbourCounty.code, 2)],
    notes: ['保留两位小数'],
    ...given,
  })

const scorecardOf = (state: ScoreRunRecord) => (name: string) => {
  const own = state.rows.find(({ subject }) => subject === name)
  return own === undefined ? undefined : Scorecard.parse({ runId: state.id, subject: name, row: own, receipts: [] })
}
const released = (state: ScoreRunRecord, version = 2) =>
  releasedDocumentsOf('run', state.id, version, state, scorecardOf(state))

describe('公布的文件', () => {
  test('a preview gives each county its own document and nobody a table; a publication adds the province’s table', () => {
    const owners = (status: RunStatus) => released(run({ status })).map(({ what, owner }) => [what, owner])
    const own = [
      ['scorecard', PLACES.county.code],
      ['scorecard', PLACES.neighbourCounty.code],
    ]
    expect(owners('preview')).toEqual(own)
    expect(owners('published')).toEqual([...own, ['league-table', '99']])
    for (const status of ['computed', 'superseded'] as const) expect(owners(status)).toEqual([])
  })

  test('the parts that are asked for are those that were announced, and a missing one is never passed over', () => {
    const state = run()
    const asked: string[] = []
    releasedDocumentsOf('run', state.id, 2, state, (name) => {
      asked.push(name)
      return scorecardOf(state)(name)
    })
    expect(asked).toEqual(releasedSubjects('run', state))
    expect(() => releasedDocumentsOf('run', state.id, 2, state, () => undefined)).toThrow('no scorecard')
    expect(releasedSubjects('run', run({ status: 'computed' }))).toEqual([])
  })

  test('whatever arrives last, a newer run stands over an older one, and a publication over its own preview', () => {
    const orderOf = (state: ScoreRunRecord, version: number) => released(state, version)[0]?.order ?? 0
    const older = run()
    const newer = run({ computedAt: '2026-03-02T01:00:00.001Z' })
    expect(orderOf(older, 3)).toBeGreaterThan(orderOf(older, 2))
    expect(orderOf(newer, 2)).toBeGreaterThan(orderOf(older, 15))
    expect(Number.isSafeInteger(orderOf(newer, 15))).toBe(true)
  })

  test('a record of another kind releases nothing, whatever its status', () => {
    const state = submission({ status: 'accepted' })
    expect(releasedDocumentsOf('submission', state.id, 4, state, () => undefined)).toEqual([])
  })
})
