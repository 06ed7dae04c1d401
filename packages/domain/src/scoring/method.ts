import type { Finding, LeafNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { MethodParameters, ScoringMethodCode } from '@anjie/contracts/vocabulary/scoring/index'
import type { Figure, NodeStatus } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import type { Decimal } from '@anjie/kernel'
import { plainText } from '@anjie/kernel'
import type { Cell } from './cell.ts'
import type { ClauseWords } from './clauseWords.ts'
import type { Figures, SubjectFigures } from './figures.ts'
import { NODE_STATUS_NAMES } from './nodeStatusNames.ts'

/** What the receipt of one score says beyond the points: intermediate figures, and what would have given the next better band. */
export interface Explanation {
  /** Made anew by every call, so that a receipt may keep it. */
  readonly figures: Figure[]
  readonly next: string | null
}

/** What a rule makes of one subject's figures. The explanation is only put together when somebody wants to read it. */
export type Outcome =
  | { readonly kind: 'points'; readonly points: Decimal; readonly explain: () => Explanation }
  | { readonly kind: 'none'; readonly status: Exclude<NodeStatus, 'scored'>; readonly reason: string }

export type Scorer = (subject: SubjectFigures) => Outcome

/** The place where a rule is used: its points in this group, and the figures that it may compare with. */
export interface RulePlace {
  readonly node: string
  readonly group: string
  /** 分值, `null` in a tree of weights. */
  readonly points: Decimal | null
  /** What a full score is here: the points, or 100 in a tree of weights. */
  readonly full: Decimal
  readonly figures: Figures
  readonly formulaNames: ReadonlyMap<string, string>
}

/** Least and most points that a rule can give; `null` = without bound. */
export interface Reach {
  readonly least: Decimal | null
  readonly most: Decimal | null
}

/** What an integrity check of one rule may look at. */
export interface CheckedRule {
  readonly node: Pick<LeafNode, 'code' | 'name'>
  readonly points: Decimal | null
  readonly full: Decimal
  /** Least and most value of an item by its definition; `null` = not stated. */
  readonly domainOf: (item: string) => Reach
  readonly words: ClauseWords
  readonly formulaNames: ReadonlyMap<string, string>
}

export type RuleFinding = Pick<Finding, 'severity' | 'check' | 'message'>

/** One scoring method: how it scores and explains, the clause it prints back as, and what can be wrong with its parameters. */
export interface ScoringRule<C extends ScoringMethodCode = ScoringMethodCode> {
  /** Chinese name of the method, for editors and method pages. */
  readonly title: string
  /** Data items that the parameters name. */
  readonly itemsOf: (parameters: MethodParameters<C>, formulaNames: ReadonlyMap<string, string>) => readonly string[]
  /** Those among them that count events, things or points to take off: a negative one is a fault and never a bonus. */
  readonly countsOf?: (parameters: MethodParameters<C>, formulaNames: ReadonlyMap<string, string>) => readonly string[]
  /** Does one subject's score depend on the figures of others? */
  readonly isPeerRelative: (parameters: MethodParameters<C>) => boolean
  /** Reads the parameters and the peers' figures once; the scorer then runs for each subject. */
  readonly bind: (parameters: MethodParameters<C>, place: RulePlace) => Scorer
  /** 条款: the sentence an office would publish. */
  readonly clause: (parameters: MethodParameters<C>, words: ClauseWords) => string
  readonly reach: (parameters: MethodParameters<C>, rule: Pick<CheckedRule, 'points' | 'full' | 'domainOf'>) => Reach
  readonly check: (parameters: MethodParameters<C>, rule: CheckedRule) => readonly RuleFinding[]
}

export const noFindings = (): readonly RuleFinding[] => []

export const points = (value: Decimal, explain: () => Explanation): Outcome => ({
  kind: 'points',
  points: value,
  explain,
})

/** The outcome of a rule that met a figure it cannot use. */
export function unusable(cell: Exclude<Cell, { status: 'reported' }>, name: string): Outcome {
  const note = cell.note === null ? '' : `（${cell.note}）`
  return { kind: 'none', status: cell.status, reason: `${name}：${NODE_STATUS_NAMES[cell.status]}${note}` }
}

/** A counted figure below zero, which no register can hold; `null` where the count can be used. */
export function negativeCount(count: Decimal, name: string): Outcome | null {
  return count.isNegative()
    ? { kind: 'none', status: 'invalid', reason: `${name}为${plainText(count)}，次数、件数和扣分数不能为负数` }
    : null
}

export const noScore = (reason: string): Outcome => ({ kind: 'none', status: 'no-score', reason })
