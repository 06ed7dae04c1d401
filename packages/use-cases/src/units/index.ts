import { listCounties } from './listCounties.ts'
import { listUnits } from './listUnits.ts'
import { registerUnit } from './registerUnit.ts'

export const UNITS = { listUnits, registerUnit, listCounties } as const
