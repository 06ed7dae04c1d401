import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'

/** Kinds that lie in a township. */
export const BELOW_TOWNSHIP: readonly UnitKind[] = [
  'village',
  'community',
  'campus',
  'hospital',
  'police-station',
  'justice-office',
]
