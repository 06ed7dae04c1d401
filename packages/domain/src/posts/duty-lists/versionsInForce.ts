import { addDays } from '@anjie/calendar-cn'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DutyLists } from '@anjie/contracts/vocabulary/posts/dutyLists'
import type { Span } from '../vacancies.ts'

export const isIn = (day: PlainDate, { from, to }: Span): boolean => from <= day && (to === undefined || day <= to)

type Version = Pick<DutyLists, 'status' | 'from' | 'postKind'> & { readonly id: string }

/** Published versions for a kind of post with the days on which each is in force, oldest first: until the day before the next. */
export function versionsInForce<V extends Version>(
  versions: readonly V[],
  postKind: DutyLists['postKind'],
): readonly (Span & { readonly version: V })[] {
  const published = versions
    .flatMap((version) =>
      version.status === 'published' && version.postKind === postKind && version.from !== undefined
        ? [{ version, from: version.from }]
        : [],
    )
    // Two of one day cannot be published one after the other; should they be at once, the later id counts.
    .toSorted((one, other) => one.from.localeCompare(other.from) || one.version.id.localeCompare(other.version.id))
  return published.flatMap((each, at) => {
    const next = published[at + 1]
    if (next?.from === each.from) return []
    return [{ ...each, ...(next === undefined ? {} : { to: addDays(next.from, -1) }) }]
  })
}
