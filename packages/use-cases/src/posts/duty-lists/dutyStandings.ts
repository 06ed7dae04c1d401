import { beijingDate } from '@anjie/calendar-cn'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DutyEvent } from '@anjie/contracts/vocabulary/posts/dutyEvent'
import type { DutyLists } from '@anjie/contracts/vocabulary/posts/dutyLists'
import type { DutyPost } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { type DutySlot, dutySlots } from '@anjie/domain/posts/duty-lists/dutySlots'
import { eventsOfPost } from '@anjie/domain/posts/duty-lists/eventsOfPost'
import type { Span } from '@anjie/domain/posts/vacancies'
import { foundRows } from '../../foundRows.ts'
import type { QueryContext } from '../../ports.ts'
import { workingCalendarOf } from '../../workingCalendarOf.ts'
import { readProofs } from './proofs/index.ts'
import { listsInForce } from './versions.ts'

export const daysOfYear = (year: number) => ({
  from: PlainDate.parse(`${year}-01-01`),
  to: PlainDate.parse(`${year}-12-31`),
})

export interface DutyStanding {
  readonly versions: readonly (Span & { readonly version: DutyLists })[]
  readonly slots: readonly DutySlot[]
  /** Of the year, the newest first. */
  readonly events: readonly DutyEvent[]
  readonly eventRows: readonly ListRowOf<'duty-event'>[]
}

/** 履职情况 of posts of one kind of one county in a year: what was due and how it stands today, and the negative events. By post. */
export async function dutyStandings(
  context: Pick<QueryContext, 'store' | 'scope' | 'now'>,
  posts: readonly DutyPost[],
  year: number,
): Promise<ReadonlyMap<string, DutyStanding>> {
  const { store, now } = context
  const [first] = posts
  if (first === undefined) return new Map()
  const [versions, calendar, rows] = await Promise.all([
    listsInForce(store, first.county, first.kind, daysOfYear(year)),
    workingCalendarOf(context),
    foundRows(store, 'duty-event', posts.length === 1 ? { group: eventsOfPost(first.id, year) } : { year }),
  ])
  const asked = versions.flatMap(({ version }) => version.routine.map(({ proof }) => proof))
  const [proofs, events] = await Promise.all([
    readProofs(context, posts, asked, year),
    store.getMany(
      'duty-event',
      rows.map(({ id }) => id),
    ),
  ])
  return new Map(
    posts.map((post) => {
      const own = rows.filter(({ fields }) => fields.postId === post.id)
      return [
        post.id as string,
        {
          versions,
          slots: dutySlots(
            year,
            {
              versions,
              calendar,
              proofs: proofs.of.get(post.id) ?? [],
              unseen: proofs.unseen,
              holdings: post.holdings,
            },
            beijingDate(now),
          ),
          events: own.flatMap(({ id }) => events.get(id)?.state ?? []),
          eventRows: own,
        },
      ] as const
    }),
  )
}
