import { checkScheme, checkValues, isPeerRelative, scoreCycle } from '@anjie/domain/scoring/index'
import { columnName } from '@anjie/local/bench/calcWorkbook'
import { floatLoop } from '@anjie/local/bench/floatLoop'
import { provinceCase } from '@anjie/local/bench/provinceCase'
import { describe, expect, test } from 'vitest'

describe('what the bench measures', () => {
  test('is a sound scheme with sound values, a third of it peer-relative', () => {
    const one = provinceCase(60, 45, true)
    expect(checkScheme(one.scheme).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(checkValues(one.scheme, one.values)).toEqual([])
    const peers = one.leaves.filter(({ rule }) => ['min-max', 'ratio-to-best', 'rank-step'].includes(rule))
    expect(peers).toHaveLength(15)
    expect(isPeerRelative(provinceCase(6, 12, false).scheme)).toBe(false)
  })

  test('is the same sum on both sides: the plain float loop finds the totals and ranks of the engine', () => {
    const one = provinceCase(60, 45, true)
    const { totals, ranks } = floatLoop(one)
    const run = scoreCycle(one)
    expect(run.subjects).toHaveLength(60)
    run.subjects.forEach((row, index) => {
      expect(Number(row.exact)).toBeCloseTo(totals[index] ?? Number.NaN, 9)
      expect(row.rank).toBe(String(ranks[index]))
    })
  })

  test('is the same case in every run', () => {
    expect(provinceCase(12, 9, true)).toEqual(provinceCase(12, 9, true))
  })

  test('the workbook counts its columns as a spreadsheet does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})
