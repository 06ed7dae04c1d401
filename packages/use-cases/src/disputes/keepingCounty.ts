import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { honoursOf } from '@anjie/domain/access/index'
import { err, ok, type Result } from '@anjie/kernel'
import type { QueryContext } from '../ports.ts'

/** The county whose disputes the caller keeps; a post that is bound to honours has nothing to do with them. */
export function keepingCounty({ scope }: Pick<QueryContext, 'scope'>): Result<string, Problem> {
  return scope.level === 'county' && honoursOf(scope) === undefined
    ? ok(scope.county)
    : err({ code: 'not-permitted', detail: '矛盾纠纷由县级登记和核对' })
}
