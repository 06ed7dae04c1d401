import type { ProgressRow } from '@anjie/contracts/vocabulary/cycles/progressRow'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { beijingDay } from '@anjie/kernel'
import type { Projection } from '../projection.ts'
import type { FactOf } from '../readFact.ts'
import { ownerOfCode, type ProgressOf, viewKeys } from '../viewKeys.ts'
import { orderOfVersion, type Write } from '../write.ts'

/**
 * 填报进度: a small row for each subject of a cycle, for the commission and, where it has a say, for the city. A form is
 * saved hundreds of times, so its row follows its steps and otherwise the day on which it was last worked on.
 */
export const progress: Projection = (fact) =>
  fact.kind === 'submission' ? ofForm(fact) : fact.kind === 'commission-values' ? ofCommission(fact) : []

function ofForm({ version, before, after: state }: FactOf<'submission'>): readonly Write[] {
  const { status, county, subject, cycleId, finalLevel, updatedAt } = state
  const saysTheSame = before?.status === status && beijingDay(before.updatedAt) === beijingDay(updatedAt)
  if (saysTheSame) return []
  const owners = finalLevel === 'county' ? [county] : [cycleId.slice(0, cycleId.indexOf('.')), cityCodeOf(county)]
  return owners.map((owner) => writeOf(owner, cycleId, 'form', subject?.code ?? county, { version, status, updatedAt }))
}

function ofCommission({ version, after }: FactOf<'commission-values'>): readonly Write[] {
  const { cycleId, subject, updatedAt } = after
  return [writeOf(cycleId.slice(0, cycleId.indexOf('.')), cycleId, 'entered', subject, { version, updatedAt })]
}

const writeOf = (owner: string, cycleId: string, what: ProgressOf, subject: string, document: ProgressRow): Write => ({
  table: 'views',
  ...viewKeys.progressRow(ownerOfCode(owner), cycleId, what, subject),
  order: orderOfVersion(document.version),
  content: { document },
})
