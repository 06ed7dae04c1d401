import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoreRun, SubjectScore } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { Decimal, roundDecimal } from '@anjie/kernel'
import { byCode } from '../ranking/byCode.ts'
import { openVetoRemark } from '../scoring/vetoes.ts'
import type { RankInterval } from './index.ts'

/**
 * The league table of a run: group by group in the scheme's order, best first, the unranked last. Scores stand exactly as
 * they were ranked; the points of the first level are rounded as the scheme rounds. `intervals`: where each might stand if the
 * weights were a little different; none where the table is not ranked group by group.
 */
export function leagueRows(scheme: Scheme, run: ScoreRun, intervals: readonly RankInterval[]): LeagueRow[] {
  const intervalOf = new Map(intervals.map((interval) => [interval.subject, interval]))
  const place = new Map(scheme.groups.map((group, index) => [group.code, index]))
  const names = new Map(scheme.groups.map((group) => [group.code, group.name]))
  const sharing = new Map<string, number>()
  for (const subject of run.subjects)
    sharing.set(tableKey(scheme, subject), (sharing.get(tableKey(scheme, subject)) ?? 0) + 1)
  const levelOne = childrenOf(scheme.root)
  return run.subjects
    .toSorted(
      (left, right) =>
        (place.get(left.group) ?? place.size) - (place.get(right.group) ?? place.size) ||
        byRank(left.rank, right.rank) ||
        byCode(left.subject, right.subject),
    )
    .map((subject) => {
      const points = new Map(subject.nodes.map((node) => [node.node, node.points]))
      return {
        // The code came from the cycle.
        subject: subject.subject as LeagueRow['subject'],
        name: subject.name,
        group: subject.group,
        groupName: names.get(subject.group) ?? subject.group,
        publishedScore: subject.published,
        exactScore: subject.exact,
        rank: numberOf(subject.rank),
        tied: subject.rank !== null && (sharing.get(tableKey(scheme, subject)) ?? 0) > 1,
        grade: subject.grade?.name ?? null,
        rankChange: numberOf(subject.rankChange),
        interval: subject.rank === null ? null : wholePlaces(intervalOf.get(subject.subject)),
        notRankedReason: subject.notRanked?.reason ?? null,
        ...remarksOf(subject),
        levelOne: levelOne
          .filter((node) => points.has(node.code))
          .map((node) => ({
            code: node.code,
            name: node.name,
            points: roundedText(points.get(node.code) ?? null, scheme.rounding),
          })),
      }
    })
}

/** What was triggered, and what nobody could rule out. Why somebody is not ranked names the veto already. */
function remarksOf({ vetoes, openVetoes = [], notRanked }: SubjectScore): Pick<LeagueRow, 'remarks'> {
  const remarks = [
    ...vetoes
      .filter(({ effect }) => effect !== 'disqualify')
      .map(({ name, consequence }) => `否决事项“${name}”：${consequence}`),
    ...(notRanked?.code === 'held' ? [] : openVetoes.map(openVetoRemark)),
  ]
  return remarks.length === 0 ? {} : { remarks }
}

/** Rounded as the scheme rounds published scores, with all its digits. */
export function roundedText(points: string | null, rounding: Scheme['rounding']): string | null {
  return points === null
    ? null
    : roundDecimal(new Decimal(points), rounding.digits, rounding.mode).toFixed(rounding.digits)
}

const childrenOf = (node: SchemeNode): readonly SchemeNode[] => (node.kind === 'branch' ? node.children : [node])

const tableKey = (scheme: Scheme, subject: SubjectScore): string =>
  `${scheme.ranking.scope === 'group' ? subject.group : ''}\n${subject.rank ?? ''}`

/** The interval in whole places, widened where a quantile falls between two. */
function wholePlaces(interval: RankInterval | undefined): LeagueRow['interval'] {
  return interval === undefined ? null : { from: Math.floor(interval.low), to: Math.ceil(interval.high) }
}

/** A place is a whole number or a half, so a float holds it exactly. */
const numberOf = (text: string | null): number | null => (text === null ? null : Number(text))

function byRank(left: string | null, right: string | null): number {
  if (left === null || right === null) return (left === null ? 1 : 0) - (right === null ? 1 : 0)
  return Number(left) - Number(right)
}
