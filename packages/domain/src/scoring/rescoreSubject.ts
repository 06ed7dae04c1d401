import type { LeafNode, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { Subject } from './cell.ts'
import { ruleOf } from './methods/index.ts'
import { type ScoredCycle, scoreSubjects } from './scoreCycle.ts'

/** Does a leaf's rule, or what it gets where it does not apply, look at other subjects? `byDefault`: the scheme's policy does. */
export function comparesWithPeers(leaf: LeafNode, byDefault: boolean): boolean {
  const policy = leaf.notApplicable === undefined ? byDefault : leaf.notApplicable === 'group-mean'
  return policy || ruleOf(leaf.scoring).isPeerRelative(leaf.scoring)
}

/** Does any rule or policy look at other subjects' figures, so that one changed value may change everybody's score? */
export function isPeerRelative(scheme: Scheme): boolean {
  if (scheme.missing.notApplicable === 'group-mean') return true
  const check = (node: SchemeNode): boolean =>
    node.kind === 'branch' ? node.children.some(check) : comparesWithPeers(node, false)
  return (
    check(scheme.root) ||
    scheme.groups.some((group) =>
      group.overrides.some(({ scoring }) => scoring !== undefined && ruleOf(scoring).isPeerRelative(scoring)),
    )
  )
}

export interface RescoreInput {
  readonly scheme: Scheme
  readonly subject: Subject
  /** All figures of this one subject, the changed one included. */
  readonly values: readonly ItemValue[]
}

/**
 * Scores one subject again: with `placeCycle` the same run as a full one, for the cost of one subject. Works on the scores and
 * not on the run, because a run has them as text only. Only for schemes without peer-relative rules (`isPeerRelative`); with
 * one, a broken assumption.
 */
export function rescoreSubject(cycle: ScoredCycle, { scheme, subject, values }: RescoreInput): ScoredCycle {
  if (isPeerRelative(scheme)) throw new Error(`scheme ${scheme.code} has peer-relative rules: score the whole cycle`)
  const own = values.filter((value) => value.subject === subject.code)
  const alone = scoreSubjects({ scheme, subjects: [subject], values: own, period: cycle.period }, cycle.before)
  const others = cycle.scored.filter(({ row }) => row.subject !== subject.code)
  return { ...cycle, scored: [...others, ...alone.scored] }
}
