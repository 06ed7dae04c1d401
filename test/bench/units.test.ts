import { measureShare, readUnits } from '@anjie/local/bench/units/benchUnits'
import { whatGotWorse } from '@anjie/local/bench/units/compareUnits'
import { leastUnits, type UnitsRow, unitsRows } from '@anjie/local/bench/units/unitsTable'
import { describe, expect, test } from 'vitest'

const cost = (given: Partial<Parameters<typeof leastUnits>[0]> = {}) => ({
  trips: 1,
  waves: 1,
  readUnits: 1,
  writeUnits: 0,
  items: 1,
  bytes: 100,
  facts: 0,
  answerBytes: 100,
  packedAnswerBytes: 100,
  projectedUnits: 0,
  partitions: new Map(),
  shared: { readUnits: 0, writeUnits: 0 },
  ...given,
})
const measured = (given: Partial<Parameters<typeof leastUnits>[0]> = {}, refused?: string) => ({
  what: '首页',
  operation: 'getHome' as const,
  cost: cost(given),
  ...(refused === undefined ? {} : { refused }),
})
const rowsOf = (...reads: readonly number[]): readonly UnitsRow[] =>
  unitsRows(reads.map((readUnits, at) => ({ percent: at === 0 ? 10 : 100, measured: [measured({ readUnits })] })))

describe('what operations cost', () => {
  test('in a small share of a province is not more than was committed', { timeout: 600_000 }, async () => {
    const committed = await readUnits()
    const [first, second] = committed.shares
    if (first === undefined || second === undefined) throw new Error('two shares are committed at least')
    const rows = unitsRows([await measureShare(first), await measureShare(second)])
    expect(rows.length).toBeGreaterThanOrEqual(40)
    expect(whatGotWorse(committed.rows, rows)).toEqual([])
  })

  test('is called flat where it stays, and 1 where it grows as the province does', () => {
    expect(rowsOf(4, 4)[0]).toMatchObject({ exponent: 0 })
    expect(rowsOf(4, 40)[0]).toMatchObject({ exponent: 1, ratio: 80, least: 0.5 })
  })

  test('is compared with half a unit for each begun 4 KB of an answer, and with 1 read and 6 written for a change', () => {
    expect(leastUnits(cost({ packedAnswerBytes: 4097 }))).toBe(1)
    expect(leastUnits(cost({ facts: 1 }))).toBe(7)
    expect(leastUnits(cost({ facts: 2 }))).toBe(12)
  })

  test('is told when it gets worse: more units, faster growth, or a refusal that was none', () => {
    const before = rowsOf(4, 4)
    expect(whatGotWorse(before, before)).toEqual([])
    expect(whatGotWorse(before, rowsOf(4, 5))).toEqual([
      '首页 at 100 %: readUnits 4 → 5',
      '首页 grows faster: exponent 0 → 0.1',
    ])
    const refused = unitsRows([{ percent: 10, measured: [measured({ readUnits: 4 }, 'payload-too-large')] }])
    expect(whatGotWorse(before, refused)).toEqual(['首页 is refused at 10 %: payload-too-large'])
    expect(whatGotWorse([], before)).toHaveLength(1)
  })

  test('is told to grow faster over the shares that both have measured, whatever else the committed ones hold', () => {
    const three = (...reads: readonly number[]) =>
      unitsRows(reads.map((readUnits, at) => ({ percent: [2, 10, 100][at] ?? 0, measured: [measured({ readUnits })] })))
    expect(whatGotWorse(three(4, 4.1, 4), three(4, 4.1))).toEqual([])
    expect(whatGotWorse(three(4, 5, 4), three(3, 5))).toEqual(['首页 grows faster: exponent 0.14 → 0.32'])
  })
})
