import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'

/** Ids that follow from what a record stands for, so that there cannot be two of it. Each begins with its owner's code. */
const afterDot = (id: string): string => id.slice(id.indexOf('.') + 1)

/** One open application per unit and round; the unit leads, by which its key shows whose it is. */
export const slotId = (round: Pick<Round, 'id'>, unit: Pick<Unit, 'id'>): string => `${unit.id}-${afterDot(round.id)}`

/** The title of an honour that a unit got here last. */
export const unitTitleId = ({ honour, unitId, county }: Pick<Application, 'honour' | 'unitId' | 'county'>): string =>
  `${county}.${honour}-${afterDot(unitId)}`

/** The places that a county's city has used in a round. */
export const quotaId = (round: Pick<Round, 'id'>, county: string): string =>
  `${cityCodeOf(county)}.${afterDot(round.id)}`

/** The counter of certificate numbers of one honour and year. */
export const counterId = (batch: Pick<Batch, 'province' | 'honour'>, year: number): string =>
  `${batch.province}.${batch.honour}-${year}`

/** A document number is used once in a province. */
export const documentNumberId = (batch: Pick<Batch, 'province'>, documentNumber: string): string =>
  `${batch.province}.${documentNumber}`

/** 节假日安排 that the province loaded. */
export const calendarId = (province: string): string => `${province}.calendar`

/** The province's tree of cities and counties. */
export const divisionsId = (province: string): string => `${province}.divisions`
