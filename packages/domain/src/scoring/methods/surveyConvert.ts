import { Decimal, plainText } from '@anjie/kernel'
import { figure } from '../figureText.ts'
import { points, type RuleFinding, type ScoringRule, unusable } from '../method.ts'

const ZERO = new Decimal(0)

export const surveyConvert: ScoringRule<'survey_convert'> = {
  title: '折算计分',
  itemsOf: ({ sources }) => sources.map((source) => source.item),
  isPeerRelative: () => false,
  bind({ sources }, { figures, full }) {
    const bound = sources.map((source) => ({
      item: source.item,
      name: figures.item(source.item).name,
      share: new Decimal(source.share),
      fullMark: new Decimal(source.fullMark),
    }))
    return (subject) => {
      let mixed = ZERO
      const rows: { label: string; value: Decimal }[] = []
      for (const { item, name, share, fullMark } of bound) {
        const cell = subject.cell(item)
        if (cell.status !== 'reported') return unusable(cell, name)
        mixed = mixed.plus(cell.value.div(fullMark).times(share))
        rows.push({ label: bound.length === 1 ? name : `${name}（占${plainText(share)}）`, value: cell.value })
      }
      return points(mixed.times(full), () => ({
        figures: [...rows.map((row) => figure(row.label, row.value)), figure('合成得分率', mixed)],
        next: null,
      }))
    }
  },
  clause({ sources }, words) {
    const first = sources[0]
    if (sources.length === 1 && first !== undefined)
      return `${words.item(first.item)}（满分${first.fullMark}）按比例折算，${words.full()}。`
    return `${sources
      .map(
        (source) =>
          `${words.item(source.item)}（满分${source.fullMark}）占${plainText(new Decimal(source.share).times(100))}%`,
      )
      .join('，')}，合成后折算，${words.full()}。`
  },
  reach: ({ sources }, { full }) => ({
    least: ZERO,
    most: sources.reduce((sum, source) => sum.plus(source.share), ZERO).times(full),
  }),
  check({ sources }, { domainOf, words }) {
    const findings: RuleFinding[] = []
    const sum = sources.reduce((total, source) => total.plus(source.share), ZERO)
    if (!sum.eq(1))
      findings.push({ severity: 'error', check: 'shares-sum', message: `各来源所占比例合计为${plainText(sum)}，应为1` })
    for (const source of sources) {
      if (new Decimal(source.fullMark).isZero())
        findings.push({
          severity: 'error',
          check: 'full-mark-zero',
          message: `${words.item(source.item)}的满分不能为0`,
        })
      else if (domainOf(source.item).most?.gt(source.fullMark))
        findings.push({
          severity: 'warning',
          check: 'above-full-mark',
          message: `${words.item(source.item)}允许的最大值超过折算满分${source.fullMark}，得分可能超出分值`,
        })
    }
    return findings
  },
}
