import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { BarSubject, Bars } from '@anjie/contracts/vocabulary/honours/bar'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { isDivision } from '@anjie/domain/honours/bars'
import { err, ok, type Result } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { QueryContext, Versioned } from '../ports.ts'

/** The bars of a unit or county within the caller's reach; of one that never had any an empty record, at version 0. */
export async function barsRecord(
  context: Pick<QueryContext, 'store' | 'divisions' | 'now' | 'scope'>,
  subject: BarSubject,
): Promise<Result<Versioned<Bars>, Problem>> {
  const { store, now } = context
  const county = (await context.divisions()).counties.find(({ code }) => code === countyCodeOf(subject))
  const found = await store.get('bars', subject)
  if (found !== undefined) return ok(found)
  const base = { subject, bars: [], updatedAt: now }
  if (isDivision(subject)) {
    const within = county !== undefined && isWithin(context, county.code)
    return within
      ? ok({
          state: { ...base, county: county.code, countyName: county.name, name: county.name, unitKind: 'county' },
          version: 0,
        })
      : err({ code: 'not-found', detail: '本辖区没有这个县（市、区）' })
  }
  const unit = await findRecord(context, 'unit', subject)
  if (!unit.ok) return unit
  const { kind, name, parentName } = unit.value.state
  return ok({
    state: {
      ...base,
      county: unit.value.state.county,
      countyName: county?.name ?? '',
      name,
      unitKind: kind,
      ...(parentName === undefined ? {} : { townshipName: parentName }),
    },
    version: 0,
  })
}

function isWithin({ scope }: Pick<QueryContext, 'scope'>, county: string): boolean {
  switch (scope.level) {
    case 'province':
      return county.startsWith(scope.province)
    case 'city':
      return county.startsWith(scope.city)
    case 'county':
      return county === scope.county
    case 'unit':
      return false
  }
}
