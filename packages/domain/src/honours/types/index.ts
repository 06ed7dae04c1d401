import type { DefaultHonourCode, HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'
import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'
import { fengqiaoJusticeOffice } from './fengqiaoJusticeOffice.ts'
import { fengqiaoPoliceStation } from './fengqiaoPoliceStation.ts'
import { goldMediationRoom } from './goldMediationRoom.ts'
import { peaceCampus } from './peaceCampus.ts'
import { peaceFamily } from './peaceFamily.ts'
import { peaceHospital } from './peaceHospital.ts'
import { peaceTownship } from './peaceTownship.ts'
import { peaceTripod } from './peaceTripod.ts'
import { sixNoVillage } from './sixNoVillage.ts'

/** Every honour that comes with the system; a code without its file does not compile. */
export const HONOUR_TYPES = {
  'six-no-village': sixNoVillage,
  'peace-township': peaceTownship,
  'peace-hospital': peaceHospital,
  'peace-campus': peaceCampus,
  'fengqiao-police-station': fengqiaoPoliceStation,
  'fengqiao-justice-office': fengqiaoJusticeOffice,
  'peace-family': peaceFamily,
  'gold-mediation-room': goldMediationRoom,
  'peace-tripod': peaceTripod,
} as const satisfies Record<DefaultHonourCode, HonourType>

const isDefault = (code: HonourCode): code is DefaultHonourCode => Object.hasOwn(HONOUR_TYPES, code)

/** How an honour is called where its round is not at hand; one that a province added by its code. */
export const honourNameOf = (code: HonourCode): string => defaultType(code)?.name ?? code

/** The defaults of an honour; undefined for one that a province added. */
export const defaultType = (code: HonourCode): HonourType | undefined =>
  isDefault(code) ? HONOUR_TYPES[code] : undefined
