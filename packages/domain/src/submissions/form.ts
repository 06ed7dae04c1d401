import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { DataItem, ItemCheck, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { isTyped } from '../catalogue/isTyped.ts'
import { cyclePeriod } from '../cycles/cyclePeriod.ts'
import { countItems } from '../scoring/countItems.ts'
import { formulaNames } from '../scoring/formulaNames.ts'
import { containingPeriod, isWithin, lengthOf } from '../scoring/periods.ts'
import { relationItems } from '../scoring/relations/index.ts'
import { itemsBehind } from './itemsBehind.ts'

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
    .filter((item) => item.filledBy === filledBy && isTyped(item) && !rolledUp.has(item.code))
    .flatMap((item) =>
      periodsOf(item.period, period).map((each) => ({ item, period: each, required: item.absentMeans === 'missing' })),
    )
  const filled = new Set(cells.map((cell) => cell.item.code))
  return {
    period,
    cells,
    items: scheme.items,
    checks: (scheme.checks ?? []).filter((check) => isWithinForm(check, scheme.items, filled)),
  }
}

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

/** A relation is checked where the whole of it can be seen: of what is derived, all that it is derived from. */
function isWithinForm(check: ItemCheck, items: readonly DataItem[], filled: ReadonlySet<string>): boolean {
  const names = formulaNames(items)
  // The survey is the commission's; its question is asked of whoever may see both.
  const own = check.kind === 'above-survey' ? [check.item] : relationItems(check, names)
  const derived = new Set(items.flatMap(({ code, formula }) => (formula === undefined ? [] : [code])))
  return own.every((item) => {
    const behind = [...itemsBehind([item], items, names)].filter((code) => !derived.has(code))
    return behind.length > 0 && behind.every((code) => filled.has(code))
  })
}
