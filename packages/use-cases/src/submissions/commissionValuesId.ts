import type { CycleId } from '@anjie/contracts/vocabulary/ids'

/** `<assessor>.<ULID of the cycle>-<subject>` */
export const commissionValuesId = (cycleId: CycleId, subject: string): string => `${cycleId}-${subject}`
