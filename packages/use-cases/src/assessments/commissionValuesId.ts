import type { CycleId } from '@anjie/contracts/vocabulary/ids'

/** `<province>.<ULID of the cycle>-<county>` */
export const commissionValuesId = (cycleId: CycleId, county: string): string => `${cycleId}-${county}`
