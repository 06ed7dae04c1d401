import { addDays, beijingDate } from '@anjie/calendar-cn'
import { DAYS_AFTER_END } from '@anjie/contracts/vocabulary/disputes/personsKept'
import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { identityDigests, type KeyedDigest, partyDigests } from '../disputes/partyDigests.ts'
import { withoutNames } from '../disputes/withoutNames.ts'
import { expiryOf } from '../expiryOf.ts'

type Value = string | boolean

interface Read {
  readonly rows: readonly { readonly values: ReadonlyMap<string, Value> }[]
  readonly refusals: readonly { readonly field?: string; readonly shown: string }[]
}

/** Does a file of this form name persons? Then nothing of them is kept, neither the file nor a word of it. */
export const keepsNoPersons = ({ fields }: IntakeForm): boolean => fields.some(({ persons }) => persons !== undefined)

/** When the table deletes rows that were read with digests of persons: what was not carried out by then is not carried out. */
export const personsOfRowsUntil = (now: string): number => expiryOf(addDays(beijingDate(now), DAYS_AFTER_END))

/** What was read, with digests where persons stood, and without what stands in a cell that was refused. */
export function withoutPersons<R extends Read>({ fields }: IntakeForm, reading: R, digest: KeyedDigest): R {
  const persons = new Map(fields.flatMap(({ code, persons: how }) => (how === undefined ? [] : [[code, how] as const])))
  const kept = (code: string, value: Value, names: readonly string[]): Value => {
    const how = persons.get(code)
    if (how === undefined || typeof value !== 'string') return value
    if (how === 'names') return JSON.stringify(partyDigests(value, digest))
    return how === 'numbers' ? JSON.stringify(identityDigests(value, digest)) : withoutNames(value, names)
  }
  return {
    ...reading,
    rows: reading.rows.map((row) => {
      const names = [...row.values].flatMap(([code, value]) =>
        persons.get(code) === 'names' && typeof value === 'string' ? [value] : [],
      )
      return { ...row, values: new Map([...row.values].map(([code, value]) => [code, kept(code, value, names)])) }
    }),
    refusals: reading.refusals.map((refusal) => ({ ...refusal, shown: '' })),
  }
}
