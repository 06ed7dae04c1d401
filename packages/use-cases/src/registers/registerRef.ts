import { beijingDate } from '@anjie/calendar-cn'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Register } from '@anjie/contracts/vocabulary/registers/register'
import type { RegisterRef } from '@anjie/contracts/vocabulary/registers/registerRow'
import { codeOf } from '@anjie/domain/access/index'
import { firstDayOf, isOfTerm, periodName, periodOfDay } from '@anjie/domain/registers/periods'
import { UNIT_KIND_NAMES } from '@anjie/domain/units/unitKindNames'
import { err, ok, type Result } from '@anjie/kernel'
import type { QueryContext, Scope } from '../ports.ts'

export interface Whose {
  readonly holder?: string | undefined
  readonly period?: string | undefined
}

/** Whose rows of which period are meant: without a holder the caller's own. */
export function refOf(
  { scope, now }: Pick<QueryContext, 'scope' | 'now'>,
  { code, term, name, rowsOf }: Register,
  { holder = ownHolder(scope), period = periodOfDay(term, beijingDate(now)) }: Whose,
): Result<RegisterRef, Problem> {
  if (holder === undefined) return err({ code: 'invalid-input', detail: '请选择县（市、区）', pointer: '/holder' })
  if (!isWithinReach(scope, holder)) return err({ code: 'not-found', detail: '没有找到这份台账' })
  if (rowsOf === 'county' && holder.includes('.'))
    return err({ code: 'not-permitted', detail: `“${name}”由县级填报，基层单位没有自己的行` })
  if (!isOfTerm(period, term))
    return err({ code: 'invalid-input', detail: `“${name}”没有“${period}”这一期`, pointer: '/period' })
  if (period !== 'standing' && firstDayOf(period) > beijingDate(now))
    return err({ code: 'invalid-input', detail: `${periodName(period)}还没有开始`, pointer: '/period' })
  return ok({ register: code, holder, period: period as RegisterRef['period'] })
}

const ownHolder = (scope: Scope): string | undefined =>
  scope.level === 'unit' ? scope.unit : scope.level === 'county' ? scope.county : undefined

const isWithinReach = (scope: Scope, holder: string): boolean =>
  scope.level === 'unit' ? holder === scope.unit : holder.startsWith(codeOf(scope))

/** May this post fill those rows at all? A unit its own, a county all of its own and of its units. */
export const mayFill = ({ level }: Scope): boolean => level === 'unit' || level === 'county'

/** Name of whoever has the rows; of a unit one that may have rows of this register. */
export async function holderOf(
  { store, divisions }: Pick<QueryContext, 'store' | 'divisions'>,
  { rowsOf, unitKinds = [], name }: Register,
  holder: string,
): Promise<Result<{ readonly name: string; readonly isUnit: boolean }, Problem>> {
  if (!holder.includes('.')) {
    const { counties } = await divisions()
    const county = counties.find(({ code }) => code === holder)
    return county === undefined
      ? err({ code: 'not-found', detail: '没有找到这个县（市、区）' })
      : ok({ name: county.name, isUnit: false })
  }
  const unit = (await store.get('unit', holder))?.state
  if (unit === undefined) return err({ code: 'not-found', detail: '没有找到这个单位' })
  if (rowsOf !== 'unit' || !unitKinds.includes(unit.kind))
    return err({ code: 'not-permitted', detail: `“${name}”不由${UNIT_KIND_NAMES[unit.kind]}填报` })
  return ok({ name: unit.name, isUnit: true })
}
