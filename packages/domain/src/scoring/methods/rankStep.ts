import { periodText } from '@anjie/calendar-cn'
import { Decimal, plainText } from '@anjie/kernel'
import { byCode } from '../../ranking/byCode.ts'
import { larger } from '../../ranking/compare.ts'
import type { Cell } from '../cell.ts'
import { figure } from '../figureText.ts'
import { noFindings, points, type ScoringRule, unusable } from '../method.ts'
import { PeerColumn } from '../peerColumn.ts'

const ZERO = new Decimal(0)

export const rankStep: ScoringRule<'rank_step'> = {
  title: '按排名赋分',
  itemsOf: ({ item }) => [item],
  isPeerRelative: ({ given }) => given === 'value',
  bind({ item, better, peers, given, step, periods }, { figures, group, node, full }) {
    const { name } = figures.item(item)
    const loss = step.kind === 'percent' ? full.times(step.percent).div(100) : new Decimal(step.points)
    const members = figures.peers(peers, { group, node })
    const columns = new Map<string, PeerColumn>()
    const columnOf = (period: string): PeerColumn => {
      const known = columns.get(period)
      if (known !== undefined) return known
      const values: Decimal[] = []
      for (const member of members) {
        const cell = period === figures.period ? member.cell(item) : member.at(item, period)
        if (cell.status === 'reported') values.push(cell.value)
      }
      const column = new PeerColumn(values)
      columns.set(period, column)
      return column
    }
    // Months that nobody has reported yet are not due; one that others have reported and a subject has not is owed.
    const due =
      periods === 'cycle'
        ? [figures.period]
        : [
            ...new Set(
              members.flatMap((member) =>
                member.series(item).flatMap((cell) => (cell.status === 'reported' ? [cell.period] : [])),
              ),
            ),
          ].toSorted(byCode)
    const next = `名次每前进1位，多得${plainText(loss)}分`
    return (subject) => {
      const cells: readonly Cell[] = due.map((period) => subject.at(item, period))
      let total = ZERO
      const ranks: { period: string; rank: Decimal; points: Decimal }[] = []
      for (const [index, cell] of cells.entries()) {
        if (cell.status === 'not-applicable') continue
        if (cell.status !== 'reported') return unusable({ ...cell, note: cell.note ?? due[index] ?? null }, name)
        const rank =
          given === 'rank' ? cell.value : new Decimal(columnOf(cell.period).standing(cell.value, better).ahead + 1)
        if (rank.lt(1))
          return { kind: 'none', status: 'invalid', reason: `${name}：名次应不小于1，现为${plainText(rank)}` }
        const earned = larger(ZERO, full.minus(rank.minus(1).times(loss)))
        total = total.plus(earned)
        ranks.push({ period: cell.period, rank, points: earned })
      }
      const first = cells[0]
      if (ranks.length === 0)
        return first !== undefined && first.status !== 'reported'
          ? unusable(first, name)
          : { kind: 'none', status: 'missing', reason: `${name}：未报` }
      const score = ranks.length === 1 ? total : total.div(ranks.length)
      return points(score, () => ({
        figures: ranks.flatMap((row) => [
          figure(ranks.length === 1 ? '名次' : `${periodText(row.period)}名次`, row.rank),
          figure(ranks.length === 1 ? '得分' : `${periodText(row.period)}得分`, row.points),
        ]),
        next: ranks.some((row) => row.rank.gt(1)) ? next : null,
      }))
    }
  },
  clause({ item, better, peers, given, step, periods }, words) {
    const by =
      given === 'rank'
        ? `按${words.item(item)}`
        : `${words.item(item)}在${words.peers(peers)}由${better === 'higher' ? '高到低' : '低到高'}排名（数值相同的名次相同，取较前名次）`
    const loss = step.kind === 'percent' ? `递减分值的${step.percent}%` : `递减${step.points}分`
    return `${by}，第1名得${words.points === null ? '满' : plainText(words.points)}分，每降1个位次${loss}，减完为止${periods === 'each-period' ? '；按期排名赋分，取各期平均' : ''}。`
  },
  reach: (_, { full }) => ({ least: ZERO, most: full }),
  check: noFindings,
}
