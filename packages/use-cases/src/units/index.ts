import { listCounties } from './listCounties.ts'
import { listUnits } from './listUnits.ts'
import { registerUnit } from './registerUnit.ts'

export const UNIT_USE_CASES = { listUnits, registerUnit, listCounties } as const
