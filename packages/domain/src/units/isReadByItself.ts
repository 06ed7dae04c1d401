import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'

/** Villages and communities are most of a county's register and are read with it; of every other kind there are so few that they are found by themselves. */
export const isReadByItself = (kind: UnitKind): boolean => kind !== 'village' && kind !== 'community'
