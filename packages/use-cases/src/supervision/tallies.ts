import { yearOf } from '@anjie/calendar-cn'
import type { Measure } from '@anjie/contracts/vocabulary/supervision/measure'
import { keepTally, noTally, type TallyChange } from '@anjie/domain/supervision/tally'
import type { Change, RecordStore } from '../ports.ts'

type Counted = Pick<Measure, 'county' | 'cityName' | 'countyName' | 'on'>

/** What is added to or taken from the tally of a measure's county and year. */
export interface Tallied {
  readonly of: Counted
  readonly change: TallyChange
}

/** 汇总 of every county and year that a commit touches, as changes of the same commit. */
export async function tallyChanges(
  store: Pick<RecordStore, 'getMany'>,
  tallied: readonly Tallied[],
  now: string,
): Promise<readonly Change<'supervision-tally'>[]> {
  const groups = new Map<string, { readonly of: Counted; readonly changes: TallyChange[] }>()
  for (const { of, change } of tallied) {
    const id = `${of.county}.${yearOf(of.on)}`
    const group = groups.get(id)
    if (group === undefined) groups.set(id, { of, changes: [change] })
    else group.changes.push(change)
  }
  const there = await store.getMany('supervision-tally', [...groups.keys()])
  return [...groups].map(([id, { of, changes }]) => {
    const found = there.get(id)
    const state = found?.state ?? noTally(of, yearOf(of.on), now)
    return { kind: 'supervision-tally', id, expectedVersion: found?.version ?? 0, ...keepTally(state, changes, now) }
  })
}
