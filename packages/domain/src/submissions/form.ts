import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { DataItem, ItemCheck, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { cyclePeriod } from '../cycles/cyclePeriod.ts'
import { countItems } from '../scoring/countItems.ts'
import { containingPeriod, isWithin, lengthOf } from '../scoring/periods.ts'

/** One cell of the form: a data item in one of its periods. */
export interface FormCell {
  readonly item: DataItem
  readonly period: string
  /** A blank here needs a word. Registers of events, where no entry means zero by definition, do not ask for one. */
  readonly required: boolean
}

/** 填报表样: everything that one side fills in, and how its figures must agree. */
export interface Form {
  readonly period: string
  readonly cells: readonly FormCell[]
  /** All items of the scheme, for names and units in messages. */
  readonly items: readonly DataItem[]
  readonly checks: readonly ItemCheck[]
}

/**
 * The form of one cycle: what the subjects fill, or what the commission enters for each of them. What is derived, counted or added
 * up from the level below is nobody's to fill.
 */
export function formOf(
  scheme: Scheme,
  cycle: Pick<CycleHead, 'year' | 'dataFrom' | 'rollUp'>,
  filledBy: DataItem['filledBy'],
): Form {
  const period = cyclePeriod(scheme.cycle, cycle)
  const rolledUp = new Set(cycle.rollUp?.items)
  const counted = countItems(scheme)
  const cells = scheme.items
    // What is counted cannot be negative, whether its definition says so or not.
    .map((item) => (counted.has(item.code) && item.min === undefined ? { ...item, min: '0' } : item))
    .filter((item) => item.filledBy === filledBy && isFilled(item) && !rolledUp.has(item.code))
    .flatMap((item) =>
      periodsOf(item.period, period).map((each) => ({ item, period: each, required: item.absentMeans === 'missing' })),
    )
  const filled = new Set(cells.map((cell) => cell.item.code))
  return {
    period,
    cells,
    items: scheme.items,
    checks: (scheme.checks ?? []).filter((check) => isWithinForm(check, filled)),
  }
}

const isFilled = (item: DataItem): boolean => item.formula === undefined && item.bottomOf === undefined

function periodsOf(length: DataItem['period'], cycle: string): readonly string[] {
  if (length === lengthOf(cycle)) return [cycle]
  const longer = containingPeriod(cycle, length)
  if (longer !== null) return [longer]
  const year = cycle.slice(0, 4)
  return PARTS[length].map((part) => `${year}${part}`).filter((period) => isWithin(period, cycle))
}

const PARTS = {
  year: [''],
  'half-year': ['-H1', '-H2'],
  quarter: ['-Q1', '-Q2', '-Q3', '-Q4'],
  month: ['-01', '-02', '-03', '-04', '-05', '-06', '-07', '-08', '-09', '-10', '-11', '-12'],
} as const satisfies Record<DataItem['period'], readonly string[]>

/** A relation is checked where the whole of it can be seen. */
function isWithinForm(check: ItemCheck, filled: ReadonlySet<string>): boolean {
  switch (check.kind) {
    case 'parts-sum':
      return filled.has(check.whole) && check.parts.every((part) => filled.has(part))
    case 'at-most':
      return filled.has(check.item) && filled.has(check.limitItem)
    case 'rate':
      return filled.has(check.numerator) && filled.has(check.denominator)
  }
}
