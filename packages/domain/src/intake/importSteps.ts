import type { FactTypeOf, NewFactOf } from '@anjie/contracts/facts/facts'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { ImportBatch, ImportReading } from '@anjie/contracts/vocabulary/intake/importBatch'
import { IMPORT_LISTS } from '@anjie/contracts/vocabulary/intake/importList'
import type { Decision } from '../decision.ts'

type Person = Pick<Membership, 'personId' | 'personName'>
type ImportFact = FactTypeOf<'import-batch'>
type Step<T extends ImportFact> = Decision<ImportBatch, T>

const decided = <T extends ImportFact>(next: ImportBatch, fact: NewFactOf<T>): Step<T> => ({ next, fact })

const by = ({ personId, personName }: Person, at: string) => ({ personId, personName, at })

/** 新建导入: a file is announced; it is read once it was uploaded. */
export function begunImport(
  given: Pick<ImportBatch, 'id' | 'list' | 'target' | 'about' | 'fileName' | 'bytes' | 'defaults'>,
  member: Person,
  now: string,
): Step<'ImportBegun'> {
  const { target, ...rest } = given
  return decided(
    {
      ...rest,
      ...(target === undefined ? {} : { target }),
      status: 'uploading',
      startedBy: by(member, now),
      attempt: 0,
      updatedAt: now,
    },
    {
      type: 'ImportBegun',
      details: { list: IMPORT_LISTS[given.list].name, about: given.about, file: given.fileName },
    },
  )
}

/** 交付读取: the file that lies there now, and no other, is handed to the importer. */
export const readingAsked = (batch: ImportBatch, mark: string, now: string): Step<'ImportReadingAsked'> =>
  decided(
    { ...batch, status: 'reading', attempt: batch.attempt + 1, mark, readingSince: now, updatedAt: now },
    { type: 'ImportReadingAsked', details: { attempt: `第${batch.attempt + 1}次` } },
  )

export const refusedImport = (batch: ImportBatch, reading: ImportReading, now: string): Step<'ImportRefused'> => {
  const reason = reading.fault ?? '文件读不出来'
  return decided(
    {
      ...batch,
      status: 'refused',
      fault: reason,
      ...(reading.digest === undefined ? {} : { digest: reading.digest }),
      updatedAt: now,
    },
    { type: 'ImportRefused', details: { reason } },
  )
}

/** 核对: what each row will do is laid down; it can be laid down anew until somebody confirms it. */
export function plannedImport(
  batch: ImportBatch,
  reading: ImportReading,
  plan: NonNullable<ImportBatch['plan']>,
  earlier: ImportBatch['earlier'],
  now: string,
): Step<'ImportPlanned'> {
  const { earlier: _before, ...rest } = batch
  return decided(
    {
      ...rest,
      status: 'staged',
      ...(reading.digest === undefined ? {} : { digest: reading.digest }),
      remarks: reading.remarks,
      plan,
      ...(earlier === undefined ? {} : { earlier }),
      updatedAt: now,
    },
    {
      type: 'ImportPlanned',
      details: {
        new: `${plan.new}行`,
        changed: `${plan.changed}行`,
        same: `${plan.same}行`,
        refused: `${plan.refused}行`,
      },
    },
  )
}

/** 确认, or the taking over of what somebody else confirmed. */
export const confirmedImport = (batch: ImportBatch, member: Person, now: string): Step<'ImportConfirmed'> =>
  decided(
    { ...batch, status: 'applying', confirmed: by(member, now), updatedAt: now },
    {
      type: 'ImportConfirmed',
      details: {
        rows: `${(batch.plan?.new ?? 0) + (batch.plan?.changed ?? 0)}行`,
        ...(batch.confirmed === undefined ? {} : { from: batch.confirmed.personName }),
      },
    },
  )

export const appliedImport = (
  batch: ImportBatch,
  { done, refused }: { readonly done: number; readonly refused: number },
  now: string,
): Step<'ImportApplied'> =>
  decided(
    { ...batch, status: 'applied', applied: { done, refused, at: now }, updatedAt: now },
    { type: 'ImportApplied', details: { done: `${done}行`, refused: `${refused}行` } },
  )

export const putBackAsked = (
  batch: ImportBatch,
  reason: string,
  member: Person,
  now: string,
): Step<'ImportPutBackAsked'> =>
  decided(
    { ...batch, status: 'putting-back', putBack: { ...by(member, now), reason }, updatedAt: now },
    {
      type: 'ImportPutBackAsked',
      details: { reason, ...(batch.putBack === undefined ? {} : { from: batch.putBack.personName }) },
    },
  )

export const putBackImport = (
  batch: ImportBatch,
  { done, stays }: { readonly done: number; readonly stays: number },
  now: string,
): Step<'ImportPutBack'> =>
  decided(
    { ...batch, status: 'put-back', putBackDone: { done, stays, at: now }, updatedAt: now },
    { type: 'ImportPutBack', details: { done: `${done}行`, stays: `${stays}行` } },
  )

export const discardedImport = (batch: ImportBatch, now: string): Step<'ImportDiscarded'> =>
  decided({ ...batch, status: 'discarded', updatedAt: now }, { type: 'ImportDiscarded', details: {} })
