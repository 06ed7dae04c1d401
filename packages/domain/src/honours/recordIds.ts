import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import { RecheckId, TitleId } from '@anjie/contracts/vocabulary/ids'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { namingCode, namingLevel } from '../divisions/namingLevel.ts'

/** Ids that follow from what a record stands for, so that there cannot be two of it. Each begins with its owner's code. */
const afterDot = (id: string): string => id.slice(id.indexOf('.') + 1)

/** One open application per unit and round; the unit leads, by which its key shows whose it is. */
export const slotId = (round: Pick<Round, 'id'>, unit: Pick<Unit, 'id'>): string => `${unit.id}-${afterDot(round.id)}`

/** A county or city marks what it confers, by which the table tells who may write it. */
const markOf = (roundId: string): string => {
  const level = namingLevel(roundId)
  return level === 'province' ? '' : `${level}-`
}

/** The title of an honour that a unit got here last from one level. */
export const unitTitleId = ({
  honour,
  unitId,
  county,
  roundId,
}: Pick<Application, 'honour' | 'unitId' | 'county' | 'roundId'>): string =>
  `${county}.${markOf(roundId)}${honour}-${afterDot(unitId)}`

/** The same for a unit and the level that confers. */
export const unitTitleAt = (level: Level, honour: string, unitId: string): string =>
  `${namingCode(unitId)}.${level === 'province' ? '' : `${level}-`}${honour}-${afterDot(unitId)}`

/** A new title's id; `local` is a fresh ULID. */
export const titleId = ({ county, roundId }: Pick<Application, 'county' | 'roundId'>, local: string): TitleId =>
  TitleId.parse(`${county}.${markOf(roundId)}${local}`)

/** One for each copy of a title's certificate. */
export const certificateId = (titleOfIt: string, copy: number): string => `${titleOfIt}-${copy}`

/** The places that are counted together in a round: those of a county's city, or of a county's own round the county's. */
export const quotaId = (round: Pick<Round, 'id'>, county: string): string =>
  `${namingLevel(round.id) === 'county' ? county : cityCodeOf(county)}.${afterDot(round.id)}`

/** Draws of one jurisdiction in one round. */
export const drawId = (round: Pick<Round, 'id'>, jurisdiction: string): string =>
  `${jurisdiction}.${namingCode(round.id)}-${afterDot(round.id)}`

/** A re-check that follows from something: the same one of it is the same case. */
export const recheckIdOf = (county: string, unitId: string | undefined, local: string): RecheckId =>
  RecheckId.parse(`${unitId === undefined ? `${county}.` : `${unitId}-`}${local}`)

/** The counter of certificate numbers of one honour and year, of whoever names. */
export const counterId = (batch: Pick<Batch, 'id' | 'honour'>, year: number): string =>
  `${namingCode(batch.id)}.${batch.honour}-${year}`

/** A document number is used once by whoever names. */
export const documentNumberId = (batch: Pick<Batch, 'id'>, documentNumber: string): string =>
  `${namingCode(batch.id)}.${documentNumber}`

/** 户数 of one county, honour and year. */
export const countsId = (county: string, honour: string, year: number): string => `${county}.${honour}-${year}`

/** The province's own setting of a type. */
export const typeId = (province: string, code: string): string => `${province}.${code}`

/** 节假日安排 that the province loaded. */
export const calendarId = (province: string): string => `${province}.calendar`

/** The province's tree of cities and counties. */
export const divisionsId = (province: string): string => `${province}.divisions`
