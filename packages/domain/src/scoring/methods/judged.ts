import { Decimal, plainText } from '@anjie/kernel'
import { figure } from '../figureText.ts'
import { points, type RuleFinding, type ScoringRule, unusable } from '../method.ts'
import { PeerColumn } from '../peerColumn.ts'

export const judged: ScoringRule<'judged'> = {
  title: '评委打分',
  itemsOf: ({ scorers }) => scorers,
  isPeerRelative: () => false,
  bind({ scorers, take, dropHighest, dropLowest, atLeast, fullMark }, { figures, full }) {
    const factor = fullMark === undefined ? null : full.div(fullMark)
    return (subject) => {
      const marks: Decimal[] = []
      const rows: { name: string; value: Decimal }[] = []
      let blank: ReturnType<typeof unusable> | null = null
      for (const scorer of scorers) {
        const cell = subject.cell(scorer)
        const { name } = figures.item(scorer)
        if (cell.status === 'reported') {
          marks.push(cell.value)
          rows.push({ name, value: cell.value })
        } else if (cell.status === 'invalid') return unusable(cell, name)
        else blank ??= unusable(cell, name)
      }
      if (blank !== null && marks.length === 0) return blank
      if (marks.length < atLeast)
        return { kind: 'none', status: 'missing', reason: `仅有${marks.length}个评分，少于${atLeast}个` }
      const kept = marks.toSorted((a, b) => a.comparedTo(b)).slice(dropLowest, marks.length - dropHighest)
      const column = new PeerColumn(kept)
      const mark = take === 'mean' ? column.mean : column.median
      if (mark === undefined)
        return { kind: 'none', status: 'missing', reason: `${marks.length}个评分去掉最高、最低后没有剩余` }
      return points(factor === null ? mark : mark.times(factor), () => ({
        figures: [
          ...rows.map((row) => figure(row.name, row.value)),
          ...(marks.length === kept.length ? [] : [figure('去掉最高、最低后取用', `${kept.length}个`)]),
          ...(rows.length === 1 ? [] : [figure(take === 'mean' ? '平均' : '中位数', mark)]),
        ],
        next: null,
      }))
    }
  },
  clause({ scorers, take, dropHighest, dropLowest, atLeast, fullMark }, words) {
    const first = scorers[0]
    const converted = fullMark === undefined ? '' : `（满分${fullMark}，折算计分）`
    if (scorers.length === 1 && first !== undefined)
      return `${words.item(first)}${converted}，由评分单位酌情给分，${words.full()}。`
    const dropped = [
      ...(dropHighest > 0 ? [`去掉${dropHighest}个最高分`] : []),
      ...(dropLowest > 0 ? [`去掉${dropLowest}个最低分`] : []),
    ]
    return `${scorers.length}名评委分别打分${converted}，${dropped.length === 0 ? '' : `${dropped.join('、')}后`}取${take === 'mean' ? '平均分' : '中位数'}，有效评分不少于${atLeast}个，${words.full()}。`
  },
  reach: (_, { full }) => ({ least: new Decimal(0), most: full }),
  check({ scorers, dropHighest, dropLowest, atLeast, fullMark }, { domainOf, points: base, words }) {
    const findings: RuleFinding[] = []
    if (dropHighest + dropLowest >= atLeast)
      findings.push({
        severity: 'error',
        check: 'judged-drops-all',
        message: `至少${atLeast}个评分，却要去掉${dropHighest + dropLowest}个，可能没有评分剩下`,
      })
    if (atLeast > scorers.length)
      findings.push({
        severity: 'error',
        check: 'judged-too-few',
        message: `要求至少${atLeast}个评分，但只有${scorers.length}名评委`,
      })
    if (fullMark !== undefined && new Decimal(fullMark).isZero())
      findings.push({ severity: 'error', check: 'full-mark-zero', message: '评分表满分不能为0' })
    const limit = fullMark ?? (base === null ? undefined : plainText(base))
    for (const scorer of scorers) {
      const { most } = domainOf(scorer)
      if (limit !== undefined && most?.gt(limit))
        findings.push({
          severity: 'warning',
          check: 'above-full-mark',
          message: `${words.item(scorer)}允许的最大值超过满分${limit}`,
        })
    }
    return findings
  },
}
