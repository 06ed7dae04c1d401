import { readUnits } from '@anjie/local/bench/units/benchUnits'
import { onPaper, PARTITION_LIMITS, QUIET_MONTH, REPORTING_DAY } from '@anjie/local/bench/units/onPaper'
import { expect, test } from 'vitest'

const committed = await readUnits()
const largest = committed.shares.at(-1) ?? 0

test('a day is summed up from calls, units and prices', () => {
  const [row] = committed.rows
  if (row === undefined) throw new Error('nothing is committed')
  const units = {
    ...Object.values(row.shares)[0],
    readUnits: 4,
    writeUnits: 6,
    projectedUnits: 2,
    sharedReads: 1,
    sharedWrites: 2,
  }
  const rows = [{ ...row, what: '办一件', shares: { '100': units as never } }]
  const paper = onPaper({ name: '一日', seconds: 1000, calls: [{ what: '办一件', times: 1_000_000 }] }, rows, 100)
  expect(paper).toMatchObject({ calls: 1_000_000, callsPerSecond: 1000, readUnits: 4_000_000, writeUnits: 8_000_000 })
  expect(paper).toMatchObject({ sharedReadsPerSecond: 1000, sharedWritesPerSecond: 2000 })
  // 4 M × $0.125 + 8 M × $0.625 a million.
  expect(paper.dollars.dynamo).toBeCloseTo(5.5)
  expect(() => onPaper({ name: '', seconds: 1, calls: [{ what: '没有的事', times: 1 }] }, rows, 100)).toThrow(
    '没有的事',
  )
})

test('a reporting peak leaves every partition that the province shares at a quarter of its limit or less', () => {
  const { sharedReadsPerSecond, sharedWritesPerSecond } = onPaper(REPORTING_DAY, committed.rows, largest)
  expect(sharedReadsPerSecond).toBeLessThan(PARTITION_LIMITS.readUnitsPerSecond / 4)
  expect(sharedWritesPerSecond).toBeLessThan(PARTITION_LIMITS.writeUnitsPerSecond / 4)
})

test('a reporting day costs tens of dollars and a quiet month a few', () => {
  const day = onPaper(REPORTING_DAY, committed.rows, largest)
  const month = onPaper(QUIET_MONTH, committed.rows, largest)
  expect(day.dollars.dynamo + day.dollars.rest).toBeLessThan(30)
  expect(month.dollars.dynamo + month.dollars.rest).toBeLessThan(10)
})
