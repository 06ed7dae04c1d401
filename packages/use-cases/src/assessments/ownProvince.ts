import type { ProvinceCode } from '@anjie/contracts/vocabulary/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { QueryContext } from '../ports.ts'

/** The province whose records the caller makes; nobody below makes any of them. */
export function ownProvince({ scope }: Pick<QueryContext, 'scope'>): Result<ProvinceCode, Problem> {
  return scope.level === 'province' ? ok(scope.province) : err({ code: 'not-permitted', detail: '由省级管理员办理' })
}
