import { getDivisions } from './getDivisions.ts'
import { listDivisionChanges } from './listDivisionChanges.ts'
import { recordDivisionChange } from './recordDivisionChange.ts'
import { revokeDivisionChange } from './revokeDivisionChange.ts'

export const DIVISIONS = { getDivisions, listDivisionChanges, recordDivisionChange, revokeDivisionChange } as const
