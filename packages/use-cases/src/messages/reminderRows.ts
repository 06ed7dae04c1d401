import { addDays } from '@anjie/calendar-cn'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { MessageKey } from '@anjie/contracts/vocabulary/messages/message'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { readersOf } from '@anjie/domain/messages/readersOf'
import { reminderOf } from '@anjie/domain/messages/reminderOf'
import { beijingDay } from '@anjie/kernel'
import { byTheirRounds } from '../home/byTheirRounds.ts'
import { workingCalendarOf } from '../workingCalendarOf.ts'
import type { BoxedRow, Reading } from './timedRows.ts'

/** Nobody is reminded of the day of a round that was extended or closed early. */
async function asTheirRoundsEnd(
  { store }: Reading,
  rows: readonly HomeRow[],
  today: PlainDate,
): Promise<readonly HomeRow[]> {
  const ids = [
    ...new Set(rows.flatMap(({ dueOn, roundId }) => (dueOn === null || roundId === undefined ? [] : [roundId]))),
  ]
  if (ids.length === 0) return rows
  const rounds = await store.getMany('round', ids)
  return byTheirRounds(
    rows,
    new Map(
      [...rounds.values()].map(({ state }) => [state.id, { dueOn: state.closesOn, formerDays: state.formerCloses }]),
    ),
    today,
  )
}

/** Three working days never end later than this. */
const LATEST_DAYS = 15
const MAX_DUE = 50
/** 08:00 in Beijing, before the digest goes out. */
const AT = 'T00:00:00.000Z'

/**
 * 提醒 of what waits for somebody and is due soon or late. Nothing is written for it: a reminder is what the calendar makes of an open
 * line, so what is done in time was never a reminder, and what goes out by the clock is what the page shows.
 */
export async function reminderRows(context: Reading): Promise<readonly BoxedRow[]> {
  const { store, member, now } = context
  const today = PlainDate.parse(beijingDay(now))
  const latest = addDays(today, LATEST_DAYS)
  const { work } = readersOf(member)
  if (work.length === 0) return []
  const [calendar, ...found] = await Promise.all([
    workingCalendarOf(context),
    ...work.flatMap((role) => [
      store.homeRows('own', { from: `work#${role}#`, to: `work#${role}#${latest}~`, limit: MAX_DUE }),
      store.homeRows('own', { from: `ends#${role}#${today}`, to: `ends#${role}#${latest}~`, limit: MAX_DUE }),
    ]),
  ])
  return (await asTheirRoundsEnd(context, found.flat(), today)).flatMap((row): BoxedRow[] => {
    const reminder = row.dueOn === null ? null : reminderOf(row.dueOn, today, calendar)
    if (reminder === null) return []
    const at = `${reminder.on}${AT}`
    const says = `${reminder.text}，待${row.nextVerb ?? '办理'}`
    const key = MessageKey.parse(`${at}#${row.kind}#${row.id}#reminder#`)
    return at > now ? [] : [{ key, box: 'work', row: { ...row, updatedAt: at, says } }]
  })
}
