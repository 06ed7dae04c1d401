import { countingTables } from '@anjie/store/counting/countingTables'
import { memoryStores } from '@anjie/store/memory/memoryStores'
import { expect, test } from 'vitest'
import { PLACES } from '../builders/people.ts'
import { cityOf, done, Province, reporterOf, reviewerOf } from '../builders/province.ts'
import { reported } from '../builders/submission.ts'
import { CLASSES, countingScheme, defineCentres, keepCentres, type RowGiven } from './keptRegister.ts'

/** More of them by hand: `COUNTED_ROWS=50000`. */
const SIZES = process.env['COUNTED_ROWS']?.split(',').map(Number) ?? [1000, 10_000]

const COUNTY = PLACES.county.code
const TYPED = [
  reported('ACCIDENTS', '0'),
  reported('DRILLS', '3', '2026-H1'),
  reported('DRILLS', '4', '2026-H2'),
  reported('COVERAGE', '98.5'),
  reported('DISPUTES_FOUND', '4977'),
  reported('DISPUTES_RESOLVED', '4803'),
]

const rowAt = (at: number): RowGiven => ({
  name: `第${at + 1}村综治中心`,
  class: CLASSES[at % 3]?.code ?? '',
  staff: String(1 + (at % 9)),
})

/** Units of DynamoDB for a form that counts four figures from one register of so many rows. */
async function unitsAt(rows: number) {
  let counting: ReturnType<typeof countingTables> | undefined
  class Counted extends Province {
    override readonly stores = memoryStores({
      through: (tables) => {
        counting = countingTables(tables)
        return counting.tables
      },
    })
  }
  const province = new Counted()
  await defineCentres(province.stores)
  await keepCentres(
    province.stores,
    Array.from({ length: rows }, (_, at) => rowAt(at)),
  )
  const opened = await province.openCycle(countingScheme())
  const params = { submissionId: opened.formOf(COUNTY) }
  const spend = async <T>(work: () => Promise<T>) => {
    const { value, spent } = (await counting?.spend(work)) ?? {}
    if (spent === undefined) throw new Error('nothing is counted')
    return { value: value as T, ...spent }
  }
  const open = () => province.ask(reporterOf(COUNTY), 'getSubmission', { params })
  const opening = await spend(open)
  done(opening.value)
  done(await province.run(reporterOf(COUNTY), 'saveValues', { params, body: { values: TYPED } }, 1))
  const submitting = await spend(() => province.run(reporterOf(COUNTY), 'submitSubmission', { params }, 2))
  done(submitting.value)
  const reviewing = await spend(() => province.ask(reviewerOf(COUNTY), 'getSubmission', { params }))
  done(reviewing.value)
  const total = { params: { ...params, item: 'CENTERS_TOTAL', period: '2026' } }
  const receipt = await spend(() => province.ask(reviewerOf(COUNTY), 'getCountedRows', total))
  expect(done(receipt.value)).toMatchObject({ rows, figure: { value: String(rows) } })
  expect(cityOf(COUNTY).roles).toContain('city-reviewer')
  return {
    rows,
    opening: opening.readUnits,
    submitting: [submitting.readUnits, submitting.writeUnits] as const,
    reviewing: reviewing.readUnits,
    receipt: receipt.readUnits,
  }
}

test('opening a form reads its register once, submitting it twice; a receipt reads a page', async () => {
  for (const size of SIZES) {
    const units = await unitsAt(size)
    if (process.env['COUNTED_ROWS'] !== undefined) console.log(JSON.stringify(units))
    const leaves = Math.ceil(size / 64)
    // Sixty-four rows of three cells take one read unit; what else a form reads stays the same.
    expect(units.opening).toBeLessThan(leaves * 1.5 + 40)
    expect(units.submitting[0]).toBeLessThan(2 * leaves * 1.5 + 80)
    // A kilobyte for some thirty rows, packed.
    expect(units.submitting[1]).toBeLessThan(size / 25 + 40)
    // Unchanged since: the marks alone.
    expect(units.reviewing).toBeLessThan(leaves * 0.2 + 60)
    expect(units.receipt).toBeLessThan(120)
  }
}, 120_000)
