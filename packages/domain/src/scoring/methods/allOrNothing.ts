import { Decimal } from '@anjie/kernel'
import { bindCondition, conditionText, holds } from '../conditions.ts'
import { figure } from '../figureText.ts'
import { noFindings, points, type ScoringRule, unusable } from '../method.ts'

const ZERO = new Decimal(0)

export const allOrNothing: ScoringRule<'all_or_nothing'> = {
  title: '全扣全得',
  itemsOf: ({ conditions }) => conditions.map((condition) => condition.item),
  isPeerRelative: () => false,
  bind({ conditions }, { figures, full }) {
    const bound = conditions.map(bindCondition)
    return (subject) => {
      let missed: string | null = null
      for (const condition of bound) {
        const { item } = condition.condition
        const cell = subject.cell(item)
        if (cell.status !== 'reported') return unusable(cell, figures.item(item).name)
        if (missed === null && !holds(condition, cell.value))
          missed = condition.condition.name ?? figures.item(item).name
      }
      const failed = missed
      return points(failed === null ? full : ZERO, () => ({
        figures: [figure('条件', failed === null ? '全部达到' : `未达到：${failed}`)],
        next: failed === null ? null : `做到“${failed}”等全部条件，可得满分`,
      }))
    }
  },
  clause: ({ conditions }, words) =>
    `${conditions.map((condition) => conditionText(condition, words)).join('，且')}的，得${words.points === null ? '满' : words.points}分；${conditions.length === 1 ? '' : '有一项'}达不到的，不得分。`,
  reach: (_, { full }) => ({ least: ZERO, most: full }),
  check: noFindings,
}
