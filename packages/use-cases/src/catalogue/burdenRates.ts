import type { RateContent } from '@anjie/contracts/vocabulary/catalogue/burden'
import { DEFAULT_RATES } from '@anjie/domain/submissions/burdenOf'
import type { QueryContext } from '../ports.ts'

export const ratesId = (province: string): string => `${province}.burden-rates`

/** 填报用时标准 as the province set them, or those that the system comes with (version 0). */
export async function burdenRates({
  store,
  scope,
}: Pick<QueryContext, 'store' | 'scope'>): Promise<{ readonly rates: RateContent; readonly version: number }> {
  const found = await store.get('burden-rates', ratesId(scope.province))
  return found === undefined
    ? { rates: DEFAULT_RATES, version: 0 }
    : { rates: found.state.rates, version: found.version }
}
