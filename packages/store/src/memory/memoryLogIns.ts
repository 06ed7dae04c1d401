import type { LogIn, LogIns } from '@anjie/use-cases/ports'

/** 登录账号 in memory. */
export function memoryLogIns(): LogIns {
  const logIns = new Map<string, LogIn>()
  return {
    find: async (identity) => logIns.get(identity),
    add: async (identity, personId, membershipId) => {
      const there = logIns.get(identity)
      if (there !== undefined && there.personId !== personId) return 'other-person'
      const ids = new Set([...(there?.membershipIds ?? []), membershipId])
      logIns.set(identity, { personId, membershipIds: [...ids] })
      return 'added'
    },
  }
}
