import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import { countsId } from '@anjie/domain/honours/recordIds'
import { err, ok, type Result } from '@anjie/kernel'
import type { QueryContext, Versioned } from '../ports.ts'
import { typeOf } from './honourTypes.ts'

/** The counts of an honour that is only counted, as far as they were entered, and its type. */
export async function countsOf(
  { store, scope }: QueryContext,
  { honour, year }: { readonly honour: string; readonly year: number },
): Promise<
  Result<
    {
      readonly id: string
      readonly county: string
      readonly type: HonourType
      readonly record: Versioned<RecordState<'honour-counts'>> | undefined
    },
    Problem
  >
> {
  if (scope.level !== 'county') return err({ code: 'not-permitted', detail: '由县（市、区）填报和公布户数' })
  const id = countsId(scope.county, honour, year)
  const [type, record] = await Promise.all([typeOf({ store, scope }, honour), store.get('honour-counts', id)])
  if (type?.publicAs !== 'counts') return err({ code: 'not-found', detail: '没有这项只登记户数的荣誉' })
  return ok({ id, county: scope.county, type, record })
}
