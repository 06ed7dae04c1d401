import type { ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Decimal } from '@anjie/kernel'
import type { Cell } from '../cell.ts'
import type { FormulaValue } from '../formula/index.ts'

/** 下级合计 of one item: the sum of what the units of a county have handed in, and the names of those whose figure is open. */
export interface BelowSum {
  /** Name of the cycle in which they report. */
  readonly cycleName: string
  readonly units: number
  /** Null where nobody has a figure. */
  readonly sum: Decimal | null
  readonly open: readonly string[]
}

/** 台账或其他表中的数: where it stands, and the figure; without one `note` says why. */
export interface Beside {
  readonly from: string
  readonly value: Decimal | null
  readonly note?: string
}

/** What a relation may look at: the figures of one form, of the same unit in earlier years, of the level below, beside the form, of the survey. */
export interface RelationFigures {
  readonly period: string
  /** The item's figure for the form's period; `yearsBack` of the same period so many years before. */
  cell(item: string, yearsBack?: number): Cell
  name(item: string): string
  /** The item that a formula names; null for none of the scheme. */
  code(name: string): string | null
  unit(item: string): string
  formula(text: string): FormulaValue
  /** Undefined where no cycle of the level below has the item in this period. */
  below(check: Extract<ItemCheck, { kind: 'below-sum' }>): BelowSum | undefined
  /** Undefined where nothing of the kind was found. */
  beside(check: ItemCheck): Beside | undefined
  /** Undefined where it may not be looked at. */
  survey(item: string): Cell | undefined
}

/** `item`: where a click on the finding leads. */
export type RelationOutcome =
  | { readonly kind: 'holds' }
  | { readonly kind: 'broken'; readonly item: string | null; readonly message: string }
  | { readonly kind: 'undecided'; readonly item: string | null; readonly message: string }

export const HOLDS: RelationOutcome = { kind: 'holds' }

/** One kind of 勾稽关系. */
export interface RelationRule<C extends ItemCheck> {
  /** The items of the scheme that it is about, by code; `names` as formulas spell them. */
  items(check: C, names: ReadonlyMap<string, string>): readonly string[]
  /** Null where the kind only works something out, or only asks reviewers. */
  decide(check: C, figures: RelationFigures): RelationOutcome | null
}
