import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { codeOf } from '@anjie/domain/access/index'
import { namingCode } from '@anjie/domain/divisions/namingLevel'
import { err, ok, type Result } from '@anjie/kernel'
import type { QueryContext } from '../ports.ts'

/** What a level sets, those above and below it read; only the level itself changes it. */
export const isOwn = ({ scope }: Pick<QueryContext, 'scope'>, id: string): Result<void, Problem> =>
  namingCode(id) === codeOf(scope)
    ? ok(undefined)
    : err({ code: 'not-permitted', detail: '这是其他单位设定的，本单位只能查看' })
