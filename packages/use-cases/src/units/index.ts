import { changeUnit } from './changeUnit.ts'
import { endUnit } from './endUnit.ts'
import { getUnit } from './getUnit.ts'
import { listCounties } from './listCounties.ts'
import { listUnits } from './listUnits.ts'
import { registerUnit } from './registerUnit.ts'
import { takeBackUnitStep } from './takeBackUnitStep.ts'

export const UNITS = { getUnit, listUnits, registerUnit, changeUnit, endUnit, takeBackUnitStep, listCounties } as const
