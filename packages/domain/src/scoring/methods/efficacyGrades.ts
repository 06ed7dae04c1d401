import { Decimal, plainText } from '@anjie/kernel'
import { figure } from '../figureText.ts'
import { points, type RuleFinding, type ScoringRule, unusable } from '../method.ts'

const ZERO = new Decimal(0)

export const efficacyGrades: ScoringRule<'efficacy_grades'> = {
  title: '五档功效系数',
  itemsOf: ({ item }) => [item],
  isPeerRelative: () => false,
  bind({ item, better, standards }, { figures, full }) {
    const { name, unit } = figures.item(item)
    const grades = standards.map((standard) => ({
      name: standard.name,
      value: new Decimal(standard.value),
      base: full.times(standard.coefficient),
    }))
    return (subject) => {
      const cell = subject.cell(item)
      if (cell.status !== 'reported') return unusable(cell, name)
      const { value } = cell
      const index = grades.findIndex((grade) => (better === 'higher' ? value.gte(grade.value) : value.lte(grade.value)))
      const own = grades[index]
      const upper = index === -1 ? grades.at(-1) : grades[index - 1]
      const next =
        upper === undefined
          ? null
          : `${name}达到“${upper.name}”标准${plainText(upper.value)}${unit}，基础分为${plainText(upper.base)}分`
      if (own === undefined)
        return points(ZERO, () => ({ figures: [figure(name, value), figure('所在档次', '低于最低档，不得分')], next }))
      if (upper === undefined)
        return points(own.base, () => ({ figures: [figure(name, value), figure('所在档次', own.name)], next }))
      const ratio = value.minus(own.value).div(upper.value.minus(own.value))
      const adjustment = ratio.times(upper.base.minus(own.base))
      return points(own.base.plus(adjustment), () => ({
        figures: [
          figure(name, value),
          figure('所在档次', own.name),
          figure('本档基础分', own.base),
          figure('功效系数', ratio),
          figure('调整分', adjustment),
        ],
        next,
      }))
    }
  },
  clause: ({ item, better, standards }, words) =>
    `${words.item(item)}（越${better === 'higher' ? '高' : '低'}越好）分档计分，各档标准值和系数为${standards.map((standard) => `${standard.name}${words.amount(item, standard.value)}（${standard.coefficient}）`).join('、')}；得分＝本档基础分＋功效系数×（上档基础分－本档基础分），基础分＝${words.points === null ? '100' : plainText(words.points)}×系数，功效系数＝（本单位值－本档标准值）÷（上档标准值－本档标准值）；达到最高档得该档全部基础分，差于最低档不得分。`,
  reach: ({ standards }, { full }) => ({
    least: ZERO,
    most: Decimal.max(...standards.map((standard) => standard.coefficient)).times(full),
  }),
  check({ standards, better }) {
    const findings: RuleFinding[] = []
    for (const [index, standard] of standards.entries()) {
      const above = standards[index - 1]
      if (above === undefined) continue
      const descending = new Decimal(above.value).minus(standard.value)
      if (better === 'higher' ? descending.lte(0) : descending.gte(0))
        findings.push({
          severity: 'error',
          check: 'standards-order',
          message: `档次“${above.name}”的标准值应优于“${standard.name}”`,
        })
      if (new Decimal(above.coefficient).lte(standard.coefficient))
        findings.push({
          severity: 'error',
          check: 'standards-order',
          message: `档次“${above.name}”的系数应大于“${standard.name}”`,
        })
    }
    return findings
  },
}
