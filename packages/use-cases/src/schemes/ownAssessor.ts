import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Assessor } from '@anjie/domain/schemes/assessor'
import { err, ok, type Result } from '@anjie/kernel'
import type { QueryContext } from '../ports.ts'

/** The commission whose schemes, cycles and runs the caller makes: the province's, or the county's own. A city assesses nobody. */
export function ownAssessor({ scope }: Pick<QueryContext, 'scope'>): Result<Assessor, Problem> {
  switch (scope.level) {
    case 'province':
      return ok({ province: scope.province })
    case 'county':
      return ok({ province: scope.province, county: scope.county })
    case 'unit':
    case 'city':
      return err({ code: 'not-permitted', detail: '由省级或县级管理员办理' })
  }
}
