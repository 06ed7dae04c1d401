import type { PlannedRow, UnitStep } from '@anjie/domain/intake/planUnitRows'
import { intakeWords as words } from '../../../locales/zh-CN/intake.ts'

const ORDER: readonly UnitStep['act'][] = ['register', 'rename', 'merge', 'end', 'settled', 'refused']

/** How many rows do what, in words: `登记 12 个`. */
export const countsOf = (plan: readonly PlannedRow[]): readonly string[] =>
  ORDER.flatMap((act) => {
    const count = plan.filter(({ step }) => step.act === act).length
    return count === 0 ? [] : [`${words.counts[act]} ${count} 个`]
  })
