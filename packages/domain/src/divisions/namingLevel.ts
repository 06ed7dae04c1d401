import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'

/** Whose round or list it is: `9901.01J…` is city 9901's. */
export const namingCode = (id: string): string => id.slice(0, id.indexOf('.'))

/** 命名级: the level at which a round takes applications and its lists are named, by the code that leads the id. */
export function namingLevel(id: string): Level {
  const length = id.indexOf('.')
  if (length === 2) return 'province'
  return length === 4 ? 'city' : 'county'
}
