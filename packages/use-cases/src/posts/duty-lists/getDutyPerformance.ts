import { beijingDate, yearOf } from '@anjie/calendar-cn'
import type { getDutyPerformance as operation } from '@anjie/contracts/operations/posts/dutyLists'
import { dutyEntriesId } from '@anjie/domain/posts/duty-lists/dutyEntrySteps'
import { negativeEvents, type RoutineFigures, routineShare, veto } from '@anjie/domain/posts/duty-lists/dutyFigures'
import type { DutySlot } from '@anjie/domain/posts/duty-lists/dutySlots'
import { isIn } from '@anjie/domain/posts/duty-lists/versionsInForce'
import { ok } from '@anjie/kernel'
import { findRecord } from '../../findRecord.ts'
import type { InputOf, OutputOf } from '../../input.ts'
import type { Query } from '../../ports.ts'
import { daysOfYear, dutyStandings } from './dutyStandings.ts'

type Performance = OutputOf<typeof operation>

/** Slots of a line that a page shows: the newest of them. */
const MOST_SLOTS = 24

const counts = ({ due, done, late, missed }: RoutineFigures) => ({ due, done, late, missed })

/** 履职页 of a post in a year: what it is for, what was due and how it stands, of each of its holders. */
export const getDutyPerformance: Query<InputOf<typeof operation>, Performance> = async (context, { params, query }) => {
  const { store, now } = context
  const found = await findRecord(context, 'duty-post', params.postId)
  if (!found.ok) return found
  const { state: post } = found.value
  const today = beijingDate(now)
  const year = query.year ?? yearOf(today)
  const days = daysOfYear(year)
  const [standings, entries] = await Promise.all([
    dutyStandings(context, [post], year),
    store.get('duty-entries', dutyEntriesId(post.id, year)),
  ])
  const standing = standings.get(post.id)
  if (standing === undefined) throw new Error(`${post.id} was asked for`)
  const { versions, slots, events, eventRows } = standing
  const current = versions.find((each) => isIn(today, each)) ?? versions.at(-1)
  const figuresOf = (holding?: number) => ({
    figures: counts(routineShare(slots, days, today, holding)),
    points: negativeEvents(events, days, holding).points,
  })
  return ok({
    post: { id: post.id, kind: post.kind, unitName: post.unitName, townshipName: post.townshipName },
    year,
    holders: post.holdings
      .filter(({ from, to }) => from <= days.to && (to === undefined || to >= days.from))
      .map(({ number, name, from, to }) => ({
        number,
        name,
        from,
        ...(to === undefined ? {} : { to }),
        ...figuresOf(number),
        vetoed: veto(events, days, number) !== null,
      })),
    ...(current === undefined
      ? {}
      : {
          lists: {
            id: current.version.id,
            name: current.version.name,
            powers: current.version.powers,
            duties: current.version.duties,
          },
        }),
    ...figuresOf(),
    routine: linesOf(slots).map((own) => ({
      line: own[0].line,
      figures: counts(routineShare(own, days, today)),
      slots: own.flatMap(shownSlot).toReversed().slice(0, MOST_SLOTS),
    })),
    entries: entries?.state.entries ?? [],
    entriesVersion: entries?.version ?? 0,
    events: [...eventRows],
  })
}

/** By line of the newest version that has it. */
function linesOf(slots: readonly DutySlot[]): readonly (readonly [DutySlot, ...DutySlot[]])[] {
  const byCode = new Map<string, [DutySlot, ...DutySlot[]]>()
  for (const slot of slots) {
    const own = byCode.get(slot.line.code)
    if (own === undefined) byCode.set(slot.line.code, [slot])
    else own.push(slot)
  }
  return [...byCode.values()]
}

function shownSlot({ from, to, state, provedBy }: DutySlot): Performance['routine'][number]['slots'] {
  if (state === 'ahead') return []
  return [
    {
      from,
      to,
      state,
      proofs: provedBy.map(({ on, title, record }) => ({ on, title, ...(record ?? {}) })),
    },
  ]
}
