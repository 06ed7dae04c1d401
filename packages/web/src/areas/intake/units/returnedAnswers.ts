import type { RowAnswer } from '@anjie/documents/intake/returnedWorkbook'
import type { PlannedRow, UnitStep } from '@anjie/domain/intake/planUnitRows'
import { intakeWords as words } from '../../../locales/zh-CN/intake.ts'
import type { RowOutcome } from './applyPlan.ts'

/** What the returned file says of the rows that were understood: what they will do or did, or why they stay out. */
export function returnedAnswers(
  plan: readonly PlannedRow[],
  outcomes: ReadonlyMap<PlannedRow, RowOutcome>,
  told: (step: UnitStep) => string,
  columnOf: (sheet: string, field: string) => string,
): readonly RowAnswer[] {
  return plan.map((planned): RowAnswer => {
    const { row, step } = planned
    const place = { sheet: row.sheet, row: row.row }
    if (step.act === 'refused')
      return { ...place, column: columnOf(row.sheet, step.field), message: step.reason, wrong: true }
    const outcome = outcomes.get(planned)
    if (outcome !== undefined) return { ...place, column: '', message: outcome, wrong: true }
    const state = outcomes.has(planned) ? words.ok : words.counts[step.act]
    return { ...place, column: '', message: `${state}：${told(step)}`, wrong: false }
  })
}
