import { addDivisions } from './addDivisions.ts'
import { arrangeTiles } from './arrangeTiles.ts'
import { getDivisions } from './getDivisions.ts'
import { getTiles } from './getTiles.ts'
import { listDivisionChanges } from './listDivisionChanges.ts'
import { recordDivisionChange } from './recordDivisionChange.ts'
import { revokeDivisionChange } from './revokeDivisionChange.ts'

export const DIVISIONS = {
  getDivisions,
  listDivisionChanges,
  addDivisions,
  recordDivisionChange,
  revokeDivisionChange,
  getTiles,
  arrangeTiles,
} as const
