import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { PreviousTable, ScoreRun } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import type { Decimal } from '@anjie/kernel'
import { byCode } from '../ranking/byCode.ts'
import { type PreviousRank, previousRanks } from '../ranking/previousRanks.ts'
import { bindTree, sharedWords, treeOfGroup } from './boundTree.ts'
import type { Subject } from './cell.ts'
import { Figures, type PeerChoice } from './figures.ts'
import { placeSubjects } from './placeSubjects.ts'
import { type ScoredSubject, scoreGroup, unscored } from './scoreGroup.ts'
import { isDisqualified } from './vetoes.ts'

export interface ScoreInput {
  readonly scheme: Scheme
  readonly subjects: readonly Subject[]
  readonly values: readonly ItemValue[]
  /** The period to score, by default the scheme's year. A scheme with a monthly cycle names its month. */
  readonly period?: string
  readonly previous?: PreviousTable
  /** `points` leaves out figures and hints, for previews and sandboxes that only compare scores. */
  readonly explain?: 'full' | 'points'
  /** Keeps what it takes to put the totals together again under other weights. */
  readonly reweighable?: boolean
}

/** Scored, not yet placed. Holds the exact figures that places are decided by. */
export interface ScoredCycle {
  readonly period: string
  readonly scored: readonly ScoredSubject[]
  readonly before: ReadonlyMap<string, PreviousRank>
}

/**
 * 计分: everything that a scheme says about its subjects and their figures. Pure and reproducible: neither the order of
 * the input nor the machine, locale or clock has any influence. Expects a scheme without errors in `checkScheme` and values
 * without problems in `checkValues`; figures of unknown subjects or items are ignored. A subject listed twice throws.
 */
export const scoreCycle = (input: ScoreInput): ScoreRun => placeCycle(input.scheme, scoreSubjects(input))

/** Ranks, grades and notes of a scored cycle. */
export const placeCycle = (scheme: Scheme, { period, scored, before }: ScoredCycle): ScoreRun =>
  placeSubjects(scheme, period, scored, before)

/** The first half of `scoreCycle`: scores without places. */
export function scoreSubjects(
  input: ScoreInput,
  before: ReadonlyMap<string, PreviousRank> = input.previous === undefined
    ? new Map<string, PreviousRank>()
    : previousRanks(input.previous),
): ScoredCycle {
  const { scheme, subjects, values } = input
  if (new Set(subjects.map((subject) => subject.code)).size !== subjects.length)
    throw new Error('a subject is listed twice')
  const period = input.period ?? String(scheme.year)
  const figures = new Figures(
    scheme.items,
    subjects,
    values,
    period,
    new Map([...before].map(([subject, { rank }]): [string, Decimal] => [subject, rank])),
    ...(scheme.ranking.unrankedAsPeer === 'left-out' ? [rankedPeers(scheme)] : []),
  )
  const rows: ScoredSubject[] = []
  const groups = new Set<string>()
  const shared = sharedWords(scheme)
  for (const group of scheme.groups.toSorted((a, b) => byCode(a.code, b.code))) {
    groups.add(group.code)
    const members = figures.group(group.code)
    if (members.length === 0) continue
    const tree = bindTree(scheme, group, figures, shared)
    const scored =
      tree === null
        ? members.map((member) => unscored(member.subject, '本组没有适用的指标'))
        : scoreGroup(scheme, tree, members, input.explain ?? 'full', input.reweighable)
    // One by one: as arguments of one call, some 120,000 rows would overflow the stack.
    for (const row of scored) rows.push(row)
  }
  for (const member of figures.all)
    if (!groups.has(member.subject.group))
      rows.push(unscored(member.subject, `方案中没有分组“${member.subject.group}”`))
  return { period, scored: rows, before }
}

/** Only who may be ranked is compared with: not the disqualified, not groups that the scheme or an indicator leaves out. */
function rankedPeers(scheme: Scheme): PeerChoice {
  const trees = new Map(scheme.groups.map((group) => [group.code, codesOf(treeOfGroup(scheme.root, group))]))
  const without = new Map<string, readonly string[]>()
  for (const node of codesOf(scheme.root))
    without.set(
      node,
      [...trees].flatMap(([group, codes]) => (codes.has(node) ? [] : [group])),
    )
  const assessed = new Set([...trees].flatMap(([group, codes]) => (codes.size > 0 ? [group] : [])))
  return {
    isPeer: (subject) => assessed.has(subject.subject.group) && !isDisqualified(scheme, subject),
    withoutNode: (node) => without.get(node) ?? [],
  }
}

function codesOf(root: SchemeNode | null): ReadonlySet<string> {
  const codes = new Set<string>()
  const waiting = root === null ? [] : [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    codes.add(node.code)
    if (node.kind === 'branch') for (const child of node.children) waiting.push(child)
  }
  return codes
}
