import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { codeOf } from '@anjie/domain/access/index'
import type { Scope } from '../ports.ts'

/** Whether what is said to all of a province says something to this jurisdiction. */
export function concernsScope({ concerns: codes }: HomeRow, scope: Scope): boolean {
  if (codes === undefined || scope.level === 'province') return true
  const code = codeOf(scope)
  return codes.split(' ').some((each) => each.startsWith(code))
}
