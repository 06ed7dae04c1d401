import { lastDayOfYears, yearOf } from '@anjie/calendar-cn'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { TitleId } from '@anjie/contracts/vocabulary/ids'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import type { Step } from '../../decision.ts'
import { namingLevel } from '../../divisions/namingLevel.ts'
import { unitNameOn } from '../../units/unitChange.ts'
import { certificateContent } from '../certificateContent.ts'
import { gradedName } from '../ladder.ts'
import { renewedTerm } from '../renewal.ts'
import { certificateSerial } from '../serial.ts'
import { lettersOf, nameOfHonour } from '../typeOf.ts'

export interface NamingRequest {
  readonly batch: Batch
  readonly application: Application
  /** The unit as it is registered: the title bears the name that it has on the day of the decision. */
  readonly unit: Unit
  readonly titleId: TitleId
  /** 续期: the title whose term this one follows. */
  readonly renewed?: Title | null | undefined
  readonly provinceName: string
  /** Numbers given so far for this honour in the year of the decision. */
  readonly counter: RecordState<'serial-counter'>
  readonly checkCode: string
  /** SHA-256, hexadecimal, over canonical JSON. */
  readonly digest: (content: unknown) => string
  readonly at: string
}

export interface Naming {
  readonly application: Step<'application'>
  readonly title: Step<'title'>
  /** The counter after this unit; `issueSerials` says so of all units that are named together. */
  readonly counter: RecordState<'serial-counter'>
  readonly unitTitle: Step<'unit-title'>
}

/** Whether a unit of the list is still to be named: its application stands in this list and nowhere else. */
export const isToBeNamed = (batch: Batch, application: Application): boolean =>
  application.status === 'proposed' && application.batchId === batch.id

/**
 * 命名 of one unit: application, title, certificate number and the note of what the unit holds come about together, so that
 * no number is given twice, none is lost, and no unit gets one title from two lists.
 */
export function name(request: NamingRequest): Naming {
  const { batch, application, unit, titleId, counter, at } = request
  const { documentNumber, namedOn } = batch
  if (batch.status !== 'naming' || documentNumber === undefined || namedOn === undefined) {
    throw new Error(`${batch.id} is not being named`)
  }
  if (!isToBeNamed(batch, application)) throw new Error(`${application.id} does not stand in ${batch.id}`)
  const number = counter.last + 1
  const serial = certificateSerial(batch.id, lettersOf(batch), counter.year, number, request.checkCode)
  const uncertified: Title = {
    id: titleId,
    county: application.county,
    honour: batch.honour,
    honourName: gradedName(nameOfHonour(batch), batch.grade),
    level: namingLevel(batch.id),
    ...(batch.grade === undefined ? {} : { grade: batch.grade }),
    ...(batch.publicAs === undefined ? {} : { publicAs: batch.publicAs }),
    year: batch.year,
    unitId: application.unitId,
    unitName: unitNameOn(unit, namedOn),
    unitKind: application.unitKind,
    provinceName: request.provinceName,
    cityName: application.cityName,
    countyName: application.countyName,
    ...(unit.parentName === undefined ? {} : { townshipName: unit.parentName }),
    ...(unit.moved === undefined ? {} : { carriedTo: unit.moved }),
    status: 'active',
    namedOn,
    ...(request.renewed?.validUntil !== undefined
      ? renewedTerm(request.renewed, batch.validYears)
      : batch.validYears === null
        ? {}
        : { validUntil: lastDayOfYears(namedOn, batch.validYears) }),
    documentNumber,
    issuer: batch.issuer,
    batchId: batch.id,
    serial,
    source: { kind: 'named-here' },
    updatedAt: at,
  }
  const title = { ...uncertified, certificateHash: request.digest(certificateContent(uncertified)) }
  return {
    application: {
      next: {
        ...application,
        unitName: title.unitName,
        status: 'named',
        titleId,
        certificateSerial: serial,
        updatedAt: at,
      },
      fact: { type: 'ApplicationNamed', details: { documentNumber, serial } },
    },
    title: { next: title, fact: { type: 'TitleConferred', details: { documentNumber, serial } } },
    counter: { ...counter, last: number },
    unitTitle: {
      next: { titleId },
      fact: { type: 'UnitTitled', details: { serial, unit: title.unitName } },
    },
  }
}

/** The counter that numbers a decision's certificates: one per honour and year of the decision, from 1. */
export function newCounter(batch: Batch): RecordState<'serial-counter'> {
  if (batch.namedOn === undefined) throw new Error(`${batch.id} is not being named`)
  return { honour: batch.honour, year: yearOf(batch.namedOn), last: 0 }
}

/** 编发证书号 for units that are named together, in the order of their numbers. */
export function issueSerials(batch: Batch, namings: readonly Naming[]): Step<'serial-counter'> | null {
  const [first, last] = [namings[0], namings.at(-1)]
  if (first === undefined || last === undefined) return null
  const serialOf = (naming: Naming): string => naming.title.next.serial ?? ''
  return {
    next: last.counter,
    fact: {
      type: 'SerialsIssued',
      details: { first: serialOf(first), last: serialOf(last), count: String(namings.length), batch: batch.name },
    },
  }
}
