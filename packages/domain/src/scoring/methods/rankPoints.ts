import { Decimal } from '@anjie/kernel'
import { compare } from '../../ranking/compare.ts'
import type { SubjectFigures } from '../figures.ts'
import { figure } from '../figureText.ts'
import { noFindings, points, type ScoringRule, unusable } from '../method.ts'

const TIES = {
  min: '并列者均按较低名次分',
  max: '并列者均按较高名次分',
  average: '并列者取平均',
  first: '并列者按单位代码先后',
} as const

export const rankPoints: ScoringRule<'rank_points'> = {
  title: '名次计分',
  itemsOf: ({ item }) => [item],
  isPeerRelative: () => true,
  bind({ item, better, peers, form, ties }, { figures, group, node }) {
    const { name } = figures.item(item)
    const column = figures.column(item, { group, node }, peers)
    const least = form === 'rank' ? 1 : 0
    const members = figures.peers(peers, { group, node })
    const places = ties === 'first' ? placesAmongEqual(members, item) : new Map<SubjectFigures, number>()
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      const { ahead, same } = column.standing(cell.value, better)
      const behind = column.count - ahead - same
      // Who is no peer does not count among those with the same figure.
      const others = figures.isPeer(subject, node) ? same - 1 : same
      const within = (): number => {
        switch (ties) {
          case 'min':
            return 0
          case 'max':
            return others
          case 'average':
            return others / 2
          case 'first':
            return places.get(subject) ?? 0
        }
      }
      return points(new Decimal(behind + within() + least), () => ({
        figures: [
          figure(name, cell.value),
          figure('差于本单位的', String(behind)),
          figure('与本单位相同的', String(others)),
        ],
        next: ahead === 0 ? null : '每超过1个单位，多得1分',
      }))
    }
  },
  clause: ({ item, better, peers, form, ties }, words) =>
    `${words.item(item)}（越${better === 'higher' ? '高' : '低'}越好）在${words.peers(peers)}排名，末位得${form === 'rank' ? 1 : 0}分，每前进1位多得1分；${TIES[ties]}。`,
  reach: ({ form }) => ({ least: new Decimal(form === 'rank' ? 1 : 0), most: null }),
  check: noFindings,
}

/** How many peers with the same figure stand earlier in the order of codes; sorted once for all, not searched for each. */
function placesAmongEqual(members: readonly SubjectFigures[], item: string): ReadonlyMap<SubjectFigures, number> {
  const reported = members.flatMap((member) => {
    const cell = member.cell(item)
    return cell.status === 'reported' ? [{ member, value: cell.value }] : []
  })
  const places = new Map<SubjectFigures, number>()
  let place = 0
  // Sorting is stable: equal figures keep the order of their codes.
  const ordered = reported.toSorted((a, b) => compare(a.value, b.value))
  for (const [index, { member, value }] of ordered.entries()) {
    const before = ordered[index - 1]
    place = before !== undefined && compare(before.value, value) === 0 ? place + 1 : 0
    places.set(member, place)
  }
  return places
}
