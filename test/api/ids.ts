import { FACTS, type FactType } from '@anjie/contracts/facts/facts'
import type { Operation } from '@anjie/contracts/operations/operation'
import { RECORD_KINDS, type RecordKind } from '@anjie/contracts/vocabulary/records'
import type { MemoryStores } from '@anjie/store/memory/memoryStores'
import type { Change } from '@anjie/use-cases/ports'
import { z } from 'zod'
import { systemMark } from '../builders/context.ts'
import { someDetails } from '../builders/facts.ts'
import { ulid } from '../builders/ulid.ts'
import { sampleOf } from './sampleOf.ts'

/** Values for an operation's path that lie in the given county, its city and its province; the names say what each one is. */
export function paramsIn(operation: Operation, county: string): Readonly<Record<string, string>> {
  if (!(operation.params instanceof z.ZodObject)) throw new Error('the path of an operation has named parts')
  const names = Object.keys(operation.params.shape)
  const candidates = [
    `${county}.${ulid()}`,
    `${county.slice(0, 2)}.${ulid()}`,
    // A duty post of a unit.
    `${county}.${ulid()}-${ulid()}`,
    county,
    county.slice(0, 4),
    county.slice(0, 2),
    // The place of an attached file.
    '0',
    // The kind of a timeline.
    'submission',
    // What a county owes a step of a cycle.
    `${county}.self-${ulid()}`,
    // The year of counts.
    '2025',
    // A register of the province, a row of it.
    `${county.slice(0, 2)}.r${ulid().toLowerCase().slice(-20)}`,
    `${county}.centres-standing-0001-00`,
    // An item of the province's catalogue.
    `${county.slice(0, 2)}.A${ulid().slice(-9)}`,
  ]
  return Object.fromEntries(
    names.map((name) => {
      const schema = Reflect.get(operation.params instanceof z.ZodObject ? operation.params.shape : {}, name)
      const fitting = candidates.find((candidate) => schema.safeParse(candidate).success)
      if (fitting === undefined) throw new Error(`no id fits ${name} of ${operation.path}: add a candidate`)
      return [name, fitting]
    }),
  )
}

/** The code of a type is the province's to choose and a year is anybody's, and a system is one of the typical ones: setting what is not there makes it. */
const NO_RECORD = ['honour', 'year', 'system']

/** Whether its path names records. */
export const namesRecords = (operation: Operation): boolean =>
  operation.params instanceof z.ZodObject &&
  Object.keys(operation.params.shape).some((name) => !NO_RECORD.includes(name))

/** Makes the records that the path's ids name, by the platform: `submissionId` names a submission. What names none is passed over. */
export async function putRecords(stores: MemoryStores, params: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, id] of Object.entries(params)) {
    const kind = name.replace(/Id$/, '')
    if (!isRecordKind(kind)) continue
    const type = (Object.keys(FACTS) as FactType[]).find((each) => FACTS[each].kind === kind)
    if (type === undefined) throw new Error(`no fact happens to a ${kind}`)
    // State and fact belong to the kind by construction, which a type cannot follow through a text.
    const change = {
      kind,
      id,
      expectedVersion: 0,
      next: sampleOf(RECORD_KINDS[kind].state),
      fact: { type, details: someDetails(type) },
    } as Change
    const written = await stores.openPlatformStore(id.slice(0, 2), systemMark()).commit([change])
    if (!written.ok) throw new Error(written.error.detail)
  }
}

const isRecordKind = (kind: string): kind is RecordKind => Object.hasOwn(RECORD_KINDS, kind)
