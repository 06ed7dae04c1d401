import type { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import type { HonourType } from '../honourType.ts'
import { fengqiaoJusticeOffice } from './fengqiaoJusticeOffice.ts'
import { fengqiaoPoliceStation } from './fengqiaoPoliceStation.ts'
import { peaceCampus } from './peaceCampus.ts'
import { peaceHospital } from './peaceHospital.ts'
import { peaceTownship } from './peaceTownship.ts'
import { sixNoVillage } from './sixNoVillage.ts'

/** Every honour that can be applied for; a code without its file does not compile. */
export const HONOUR_TYPES = {
  'six-no-village': sixNoVillage,
  'peace-township': peaceTownship,
  'peace-hospital': peaceHospital,
  'peace-campus': peaceCampus,
  'fengqiao-police-station': fengqiaoPoliceStation,
  'fengqiao-justice-office': fengqiaoJusticeOffice,
} as const satisfies Record<HonourCode, HonourType>
