import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import { assessorCode } from '@anjie/domain/schemes/assessor'

/** Of a cycle, what the page of one of its tables or scorecards says. */
export function cycleOfTable(cycle: CycleHead) {
  const { id, name, schemeId, subjectKind, dataFrom, dataTo, publishedRun, status, appealsUntil } = cycle
  return {
    id,
    name,
    schemeId,
    subjectKind,
    dataFrom,
    dataTo,
    assessor: assessorCode(cycle),
    ...(publishedRun === undefined ? {} : { publishedRun }),
    ...(status === 'preview' && appealsUntil !== undefined ? { appealsUntil } : {}),
  }
}
