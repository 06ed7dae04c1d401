import type { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { TrialRow } from '@anjie/contracts/vocabulary/schemes/trialRow'
import type { ScoreRun, SubjectScore } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { Decimal } from '@anjie/kernel'
import { byCode } from '../ranking/byCode.ts'

/** How many indicators are named as reasons of one subject's move. */
const REASONS = 5

/**
 * 试算对比: who moves, by how much and why, when a draft is applied to figures that were scored before. Indicators are matched
 * by their code; one that only one of the two schemes has counts with all its points. Group by group in the scheme's order, as ranks are
 * given, best first.
 */
export function compareTrial(official: ScoreRun, trial: ScoreRun, officialScheme: Scheme, draft: Scheme): TrialRow[] {
  const before = new Map(official.subjects.map((subject) => [subject.subject, subject]))
  const names = new Map(
    [...leavesOf(officialScheme.root), ...leavesOf(draft.root)].map((leaf) => [leaf.code, leaf.name]),
  )
  const place = new Map(draft.groups.map(({ code }, index) => [code, index]))
  const placeOf = (group: string) => place.get(group) ?? place.size
  return trial.subjects
    .map((now): TrialRow => {
      const then = before.get(now.subject)
      const officialRank = rankOf(then)
      const trialRank = rankOf(now)
      return {
        // The code came from the cycle, whose subjects are counties.
        subject: now.subject as CountyCode,
        name: now.name,
        group: now.group,
        officialScore: then?.published ?? null,
        trialScore: now.published,
        officialRank,
        trialRank,
        change: officialRank === null || trialRank === null ? null : officialRank - trialRank,
        reasons: reasonsOf(then, now, names),
      }
    })
    .toSorted(
      (left, right) =>
        placeOf(left.group) - placeOf(right.group) ||
        byCode(left.group, right.group) ||
        (left.trialRank ?? Number.POSITIVE_INFINITY) - (right.trialRank ?? Number.POSITIVE_INFINITY) ||
        byCode(left.subject, right.subject),
    )
}

function reasonsOf(
  then: SubjectScore | undefined,
  now: SubjectScore,
  names: ReadonlyMap<string, string>,
): TrialRow['reasons'] {
  const before = new Map(then?.nodes.map((node) => [node.node, node.points]) ?? [])
  const after = new Map(now.nodes.map((node) => [node.node, node.points]))
  return [...names]
    .map(([node, name]) => ({
      node,
      name,
      official: before.get(node) ?? null,
      trial: after.get(node) ?? null,
    }))
    .map((reason) => ({
      reason,
      by: new Decimal(reason.trial ?? 0).minus(reason.official ?? 0).abs(),
      appeared: (reason.official === null) !== (reason.trial === null),
    }))
    .filter(({ by, appeared }) => !by.isZero() || appeared)
    .toSorted((left, right) => right.by.comparedTo(left.by) || byCode(left.reason.node, right.reason.node))
    .slice(0, REASONS)
    .map(({ reason }) => reason)
}

function leavesOf(node: SchemeNode): SchemeNode[] {
  return node.kind === 'branch' ? node.children.flatMap(leavesOf) : [node]
}

const rankOf = (subject: SubjectScore | undefined): number | null =>
  subject?.rank == null ? null : Number(subject.rank)
