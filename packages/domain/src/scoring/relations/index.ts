import type { ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import { aboveSurvey } from './aboveSurvey.ts'
import { atMost } from './atMost.ts'
import { belowSum } from './belowSum.ts'
import { compare } from './compare.ts'
import { ledger } from './ledger.ts'
import { otherForm } from './otherForm.ts'
import { partsSum } from './partsSum.ts'
import { pastChange } from './pastChange.ts'
import { pastRange } from './pastRange.ts'
import { rate } from './rate.ts'
import type { RelationFigures, RelationOutcome, RelationRule } from './relation.ts'

/** Every kind of relation with its rule; a kind without one does not compile. */
const RULES = {
  'parts-sum': partsSum,
  'at-most': atMost,
  rate,
  compare,
  'past-change': pastChange,
  'past-range': pastRange,
  'below-sum': belowSum,
  ledger,
  'other-form': otherForm,
  'above-survey': aboveSurvey,
} as const satisfies { readonly [K in ItemCheck['kind']]: RelationRule<Extract<ItemCheck, { kind: K }>> }

/** The rule of its kind, which the compiler cannot follow through the table. */
const ruleOf = (check: ItemCheck) => RULES[check.kind] as RelationRule<ItemCheck>

export const relationItems = (check: ItemCheck, names: ReadonlyMap<string, string>): readonly string[] =>
  ruleOf(check).items(check, names)

export const decideRelation = (check: ItemCheck, figures: RelationFigures): RelationOutcome | null =>
  ruleOf(check).decide(check, figures)

/** The two sides of a comparison, which are formulas. */
export const relationFormulas = (check: ItemCheck): readonly string[] =>
  check.kind === 'compare' ? [check.left, check.right] : []

export { askedAboveSurvey } from './aboveSurvey.ts'
export { type DerivedRate, deriveRate } from './rate.ts'
export type { BelowSum, Beside, RelationFigures } from './relation.ts'
