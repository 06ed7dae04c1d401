import { type CallAllowance, takeCall } from '@anjie/domain/access/callAllowance'
import type { MachineCalls } from '@anjie/use-cases/ports'

/** What machine clients have left, in memory. */
export function memoryMachineCalls(): MachineCalls {
  const left = new Map<string, CallAllowance>()
  return {
    take: async (identity, now) => {
      const taken = takeCall(left.get(identity), Date.parse(now))
      if ('waitSeconds' in taken) return taken.waitSeconds
      left.set(identity, taken.next)
      return 0
    },
  }
}
