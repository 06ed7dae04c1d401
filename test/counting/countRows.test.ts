import type { CountCondition, CountedFrom } from '@anjie/contracts/vocabulary/counting/countedFrom'
import type { LedgerColumn, LedgerRow, LedgerState } from '@anjie/contracts/vocabulary/counting/ledger'
import { type CountedItem, countRows, type LedgerReading } from '@anjie/domain/counting/countRows'
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'

const COLUMNS: readonly LedgerColumn[] = [
  { code: 'name', name: '名称', type: 'text' },
  { code: 'class', name: '类别', type: 'choice' },
  { code: 'staff', name: '人数', type: 'integer' },
  { code: 'funds', name: '经费', type: 'decimal' },
  { code: 'held', name: '日期', type: 'date' },
]

const readingOf = (
  rows: readonly LedgerRow[],
  states: Readonly<Record<string, LedgerState>> = { standing: rows.length === 0 ? 'unfilled' : 'filled' },
): LedgerReading => ({ name: '综治中心', title: 'name', columns: [...COLUMNS], states, rows })

const row = (id: string, cells: Record<string, string>, over: Partial<LedgerRow> = {}): LedgerRow => ({
  id,
  version: 1,
  cells,
  ...over,
})

const SOURCE = { kind: 'register', register: 'centres', name: '综治中心' } as const

const itemOf = (over: Partial<CountedFrom> = {}, item: Partial<CountedItem> = {}): CountedItem => ({
  name: '综治中心数',
  unit: '个',
  ...item,
  countedFrom: { source: SOURCE, where: [], period: { kind: 'as-it-stands' }, figure: { kind: 'count' }, ...over },
})

const is = (column: string, value: string, op: CountCondition['op'] = '='): CountCondition => ({
  column,
  name: column,
  op,
  value,
})

const DAY = '2026-12-01'
const figureOf = (item: CountedItem, reading: LedgerReading, of = '2026', day = DAY) =>
  countRows(item, of, reading, day).figure

const anyRow = fc
  .record({
    class: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    staff: fc.option(fc.integer({ min: -20, max: 20 }).map(String), { nil: undefined }),
    funds: fc.option(
      fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 99 })).map(
        ([whole, part]) =>
          // Written with an end of noughts now and then: 9.50 is 9.5.
          `${whole}.${String(part).padStart(2, '0')}`,
      ),
      { nil: undefined },
    ),
  })
  .map(
    (cells) =>
      Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== undefined)) as Record<string, string>,
  )
const anyRows = fc
  .array(anyRow, { minLength: 1, maxLength: 40 })
  .map((all) => all.map((cells, at) => row(`r${at}`, cells)))

const OPS = ['=', '!=', '>=', '>', '<=', '<'] as const
const anyCondition = fc
  .oneof(
    fc.record({ column: fc.constant('class'), op: fc.constantFrom('=', '!='), value: fc.constantFrom('a', 'b') }),
    fc.record({
      column: fc.constantFrom('staff', 'funds'),
      op: fc.constantFrom(...OPS),
      value: fc.oneof(fc.integer({ min: -20, max: 20 }).map(String), fc.constantFrom('9.5', '9.50', '-0.25', '10')),
    }),
    fc.record({ column: fc.constantFrom('class', 'staff'), op: fc.constantFrom('filled', 'blank') }),
  )
  .map((condition) => ({ name: condition.column, ...condition }) as CountCondition)

/** The same condition by somebody who only knows fractions. */
function naive(cells: Readonly<Record<string, string>>, { column, op, value = '' }: CountCondition): boolean {
  const cell = cells[column]
  if (op === 'blank') return cell === undefined
  if (op === 'filled') return cell !== undefined
  if (cell === undefined) return false
  const order = column === 'class' ? (cell === value ? 0 : 1) : new Fraction(cell).compare(new Fraction(value))
  return { '=': order === 0, '!=': order !== 0, '>=': order >= 0, '>': order > 0, '<=': order <= 0, '<': order < 0 }[op]
}

describe('a figure is what counting row by row with fractions gives', () => {
  test('how many rows meet every condition, and which', () => {
    fc.assert(
      fc.property(anyRows, fc.array(anyCondition, { maxLength: 3 }), (rows, where) => {
        const counted = countRows(itemOf({ where }), '2026', readingOf(rows), DAY)
        const right = rows.filter(({ cells }) => where.every((condition) => naive(cells, condition)))
        expect(counted.figure).toEqual({ status: 'reported', value: String(right.length) })
        expect(counted.rows.map(({ id }) => id)).toEqual(right.map(({ id }) => id))
      }),
    )
  })

  test('the share of the rows that meet further conditions, rounded once', () => {
    fc.assert(
      fc.property(anyRows, anyCondition, anyCondition, fc.integer({ min: 0, max: 4 }), (rows, base, of, digits) => {
        const item = itemOf(
          { where: [base], figure: { kind: 'share', of: [of], whenNone: 'not-applicable' } },
          { unit: '%', digits },
        )
        const all = rows.filter(({ cells }) => naive(cells, base))
        const some = all.filter(({ cells }) => naive(cells, of))
        const figure = figureOf(item, readingOf(rows))
        if (all.length === 0) {
          expect(figure.status).toBe('not-applicable')
          return
        }
        const exact = new Fraction(some.length, all.length).mul(100)
        expect(figure.status).toBe('reported')
        const shown = new Fraction('value' in figure ? figure.value : '')
        const unit = new Fraction(1, 10 ** digits)
        // Half a unit off at most, and upwards at just the half.
        expect(shown.sub(exact).abs().compare(unit.div(2))).toBeLessThanOrEqual(0)
        expect(shown.sub(exact).compare(unit.div(-2))).toBeGreaterThan(0)
      }),
    )
  })

  test('the sum of a column, whatever its decimals', () => {
    fc.assert(
      fc.property(anyRows, anyCondition, (rows, where) => {
        const item = itemOf({
          where: [where],
          figure: { kind: 'sum', column: 'funds', name: '经费', whenBlank: 'left-out' },
        })
        const cells = rows.filter((each) => naive(each.cells, where)).map((each) => each.cells['funds'])
        const filled = cells.flatMap((cell) => (cell === undefined ? [] : [cell]))
        const figure = figureOf(item, readingOf(rows))
        if (cells.length > 0 && filled.length === 0) {
          expect(figure.status).toBe('missing')
          return
        }
        const right = filled.reduce((sum, cell) => sum.add(cell), new Fraction(0))
        expect('value' in figure && new Fraction(figure.value).equals(right)).toBe(true)
      }),
    )
  })
})

describe('missing is not nought', () => {
  test('a register that nobody filled gives no figure; one that was declared empty gives 0', () => {
    expect(figureOf(itemOf(), readingOf([], { standing: 'unfilled' })).status).toBe('missing')
    expect(figureOf(itemOf(), readingOf([], { standing: 'none' }))).toEqual({ status: 'reported', value: '0' })
  })

  test('a year of quarters waits for the quarter that nobody filled, and says how many', () => {
    const rows = [row('r1', {}, { period: '2026-Q1' })]
    const year = (q2: LedgerState) =>
      figureOf(itemOf(), readingOf(rows, { '2026-Q1': 'filled', '2026-Q2': q2, '2025-Q4': 'unfilled' }))
    expect(year('none')).toEqual({ status: 'reported', value: '1' })
    expect(year('unfilled')).toEqual({ status: 'missing', note: '台账“综治中心”还有1期没有登记' })
  })

  test('a share of nothing is what the item says, and never 0', () => {
    const share = (whenNone: 'missing' | 'not-applicable') =>
      figureOf(
        itemOf({ where: [is('class', 'z')], figure: { kind: 'share', of: [is('staff', '1')], whenNone } }),
        readingOf([row('r1', { class: 'a' })]),
      ).status
    expect(share('missing')).toBe('missing')
    expect(share('not-applicable')).toBe('not-applicable')
  })

  test('a sum over a row without the figure is open, where the item does not leave such rows out', () => {
    const rows = [row('r1', { funds: '1.5' }), row('r2', {})]
    const sum = (whenBlank: 'missing' | 'left-out') =>
      figureOf(itemOf({ figure: { kind: 'sum', column: 'funds', name: '经费', whenBlank } }), readingOf(rows))
    expect(sum('missing')).toEqual({ status: 'missing', note: '有1行没有填“经费”，不能加总' })
    expect(sum('left-out')).toEqual({ status: 'reported', value: '1.5' })
  })

  test('a centre without a class is in no class, and not in “not this class” either', () => {
    const rows = [row('r1', { class: 'a' }), row('r2', {})]
    const count = (condition: CountCondition) => figureOf(itemOf({ where: [condition] }), readingOf(rows))
    expect(count(is('class', 'a'))).toEqual({ status: 'reported', value: '1' })
    expect(count(is('class', 'a', '!='))).toEqual({ status: 'reported', value: '0' })
    expect(count({ column: 'class', name: '类别', op: 'blank' })).toEqual({ status: 'reported', value: '1' })
  })
})

describe('the period of a figure', () => {
  const standing = [row('old', {}, { until: '2026-05-31' }), row('new', {}, { from: '2026-12-15' }), row('always', {})]
  const ids = (of: string, day: string) => countRows(itemOf(), of, readingOf(standing), day).rows.map(({ id }) => id)

  test('counts what was there on its last day, or today while it runs', () => {
    expect(ids('2026-05', DAY)).toEqual(['old', 'always'])
    expect(ids('2026-06', DAY)).toEqual(['always'])
    expect(ids('2026', '2026-12-14')).toEqual(['always'])
    expect(ids('2026', '2027-01-20')).toEqual(['new', 'always'])
  })

  test('counts rows with a day in it, the first and the last included, and none without a day', () => {
    const rows = ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'].map((held) => row(held, { held }))
    const item = itemOf({ period: { kind: 'dated', column: 'held', name: '日期' } })
    const counted = countRows(item, '2026-Q2', readingOf([...rows, row('blank', {})]), DAY)
    expect(counted.rows.map(({ id }) => id)).toEqual(['2026-04-01', '2026-06-30'])
  })
})
