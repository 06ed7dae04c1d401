import { type Dispute, DisputeId, type DisputeStatement } from '@anjie/contracts/vocabulary/disputes/dispute'
import { numberKey } from '@anjie/domain/disputes/caseNumbers'
import { naturalId } from '@anjie/domain/naturalId'
import type { RecordStore, Versioned } from '../ports.ts'

/** The record to which a system's number always leads first. */
export const homeOf = (
  county: string,
  { system, caseNumber }: Pick<DisputeStatement, 'system' | 'caseNumber'>,
  digest: (content: unknown) => string,
): DisputeId => DisputeId.parse(`${county}.${naturalId(digest({ county, system, number: numberKey(caseNumber) }))}`)

const LONGEST_WAY = 12

/** Where the statements of these homes stand now: through every joining since. One request for each step of the way, however many they are. */
export async function whereTheyStand(
  store: Pick<RecordStore, 'getMany'>,
  homes: readonly DisputeId[],
): Promise<ReadonlyMap<DisputeId, Versioned<Dispute>>> {
  const known = new Map<string, Versioned<Dispute>>()
  let asked: readonly string[] = [...new Set(homes)]
  for (let step = 0; step < LONGEST_WAY && asked.length > 0; step += 1) {
    const found = await store.getMany('dispute', asked)
    for (const [id, record] of found) known.set(id, record)
    asked = [...found.values()].flatMap(({ state: { into } }) => (into === undefined || known.has(into) ? [] : [into]))
  }
  const standing = new Map<DisputeId, Versioned<Dispute>>()
  for (const home of homes) {
    let record = known.get(home)
    for (let step = 0; step < LONGEST_WAY && record?.state.into !== undefined; step += 1)
      record = known.get(record.state.into)
    if (record !== undefined) standing.set(home, record)
  }
  return standing
}
