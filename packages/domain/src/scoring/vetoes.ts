import type { Scheme, Veto } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { OpenVeto, TriggeredVeto } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import type { SubjectFigures } from './figures.ts'

export function isTriggered(veto: Veto, subject: SubjectFigures): boolean {
  const cell = subject.cell(veto.item)
  return cell.status === 'reported' && cell.value.gte(veto.atLeast)
}

/** Out of the table by a veto; known from the figures alone, before anything is scored. */
export const isDisqualified = ({ vetoes }: Pick<Scheme, 'vetoes'>, subject: SubjectFigures): boolean =>
  vetoes.some((veto) => veto.effect.kind === 'disqualify' && isTriggered(veto, subject))

/** Vetoes that nobody can rule out: their figure was not reported, or cannot be used. What does not apply is no doubt. */
export function openVetoes(
  { vetoes, items }: Pick<Scheme, 'vetoes' | 'items'>,
  subject: SubjectFigures,
): readonly OpenVeto[] {
  return vetoes.flatMap(({ code, name, item }): OpenVeto[] => {
    const { status } = subject.cell(item)
    if (status !== 'missing' && status !== 'invalid') return []
    const itemName = items.find((one) => one.code === item)?.name ?? item
    return [{ veto: code, name, reason: `${itemName}${status === 'missing' ? '未报' : '数据无效'}` }]
  })
}

/** What stands beside the place and grade of a subject with an open veto: in the table, on receipts and in workbooks. */
export const openVetoRemark = ({ name, reason }: OpenVeto): string =>
  `否决事项“${name}”待核（${reason}），名次和等次以核实为准`

export function consequence(veto: Veto, scheme: Pick<Scheme, 'grades'>): TriggeredVeto {
  const gradeName = (code: string): string => scheme.grades.find((grade) => grade.code === code)?.name ?? code
  const text = ((): string => {
    switch (veto.effect.kind) {
      case 'eligibility':
        return `不得评为${veto.effect.barredGrades.map(gradeName).join('、')}`
      case 'fixed-deduction':
        return `总分扣${veto.effect.points}分`
      case 'disqualify':
        return '取消本期资格，不参加排名'
      case 'downgrade':
        return `等次降${veto.effect.grades}等`
      case 'process':
        return `启动程序：${veto.effect.procedure}`
    }
  })()
  return { veto: veto.code, name: veto.name, effect: veto.effect.kind, consequence: text }
}
