import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { WhatIfRow } from '@anjie/domain/league-tables/index'

/** One county, the official place and score beside those under the weights that were tried. */
export interface ComparedRow {
  readonly subject: string
  readonly name: string
  readonly officialRank: number | null
  readonly ownRank: number | null
  readonly officialScore: string | null
  readonly ownScore: string | null
  /** official − own: positive moves up; null where one of them has no place. */
  readonly moved: number | null
  readonly interval: LeagueRow['interval']
}

/** The rows of one group, in the order of the trial; who has no place stands last. */
export function compareWhatIf(official: readonly LeagueRow[], trial: readonly WhatIfRow[]): readonly ComparedRow[] {
  const tried = new Map(trial.map((row) => [row.subject, row]))
  return official
    .map((row): ComparedRow => {
      const own = tried.get(row.subject)
      const ownRank = own?.rank === null || own === undefined ? null : Number(own.rank)
      return {
        subject: row.subject,
        name: row.name,
        officialRank: row.rank,
        ownRank,
        officialScore: row.publishedScore,
        ownScore: own?.published ?? null,
        moved: row.rank === null || ownRank === null ? null : row.rank - ownRank,
        interval: row.interval,
      }
    })
    .toSorted((a, b) => placeOf(a) - placeOf(b) || (a.officialRank ?? 0) - (b.officialRank ?? 0))
}

const placeOf = (row: ComparedRow): number => row.ownRank ?? Number.POSITIVE_INFINITY

export const movedCount = (rows: readonly ComparedRow[]): number =>
  rows.filter((row) => row.moved !== null && row.moved !== 0).length

/**
 * Whether today's rules, applied to what was archived, still give the table on the page. Where they do not, a trial would mix
 * two causes, and the panel says so.
 */
export const agreesWithOfficial = (rows: readonly LeagueRow[], recomputed: readonly WhatIfRow[]): boolean => {
  const found = new Map(recomputed.map((row) => [row.subject, row]))
  return rows.every((row) => {
    const own = found.get(row.subject)
    return (own?.published ?? null) === row.publishedScore && numberOf(own?.rank ?? null) === row.rank
  })
}

const numberOf = (rank: string | null): number | null => (rank === null ? null : Number(rank))

export interface WeightedNode {
  readonly code: string
  readonly name: string
  readonly depth: number
  /** What it counts in the scheme: `20分`, `权重0.3`; empty where it states nothing. */
  readonly worth: string
}

/** Nodes whose weight can be tried: all but the root, parents before their children. */
export function weightedNodes(scheme: Scheme, worthText: (node: SchemeNode) => string): readonly WeightedNode[] {
  const found: WeightedNode[] = []
  const walk = (node: SchemeNode, depth: number) => {
    if (depth > 0) found.push({ code: node.code, name: node.name, depth, worth: worthText(node) })
    if (node.kind === 'branch') for (const child of node.children) walk(child, depth + 1)
  }
  walk(scheme.root, 0)
  return found
}

/** Per cent of the sliders as factors; what stands at 100 % is left out. */
export const factorsOf = (percents: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...percents].flatMap(([code, percent]) => (percent === 100 ? [] : [[code, percent / 100] as const])))
