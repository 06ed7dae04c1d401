import { addDays, addWorkingDays, type WorkingCalendar } from '@anjie/calendar-cn'
import { listDisputeDoubts } from '@anjie/contracts/operations/disputes'
import type { getHome as operation } from '@anjie/contracts/operations/home'
import { ROLES, type Role } from '@anjie/contracts/vocabulary/access/people'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { CycleId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { levelOf, rolesOfLevel } from '@anjie/domain/access/index'
import { mayWait } from '@anjie/domain/messages/readersOf'
import { beijingDay, ok } from '@anjie/kernel'
import { keepingCounty } from '../disputes/keepingCounty.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { KeyRange, Query, Scope } from '../ports.ts'
import { workingCalendarOf } from '../workingCalendarOf.ts'
import { byTheirRounds, givenUpDays } from './byTheirRounds.ts'
import { concernsScope } from './concernsScope.ts'

const DUE_SOON_WORKING_DAYS = 5
/** Where the calendar of the year is not announced yet: a week, which is never shorter. */
const DUE_SOON_DAYS_WITHOUT_CALENDAR = 7
/** Five working days never end later than this, holidays included; what is read up to here is cut by the calendar. */
const LATEST_DUE_SOON_DAYS = 21
/** A screen or two of work; one more is read to know whether there is more. */
const MAX_TO_DO = 30
const MAX_DUE_SOON = 30
/** Enough to see who is late; all of them stand on the cycle's page. */
const MAX_AWAITED = 30
const RECENT = 15
/** Whoever has so many before them needs no exact figure. */
const MAX_DOUBTS = 100

/** After every character of a key. */
const END = '~'

/**
 * 首页: what waits for this person, what falls due soon or may be done until a day, and what happened. Only open lines are read,
 * each by its reader and day, all at once: neither history nor the length of a list makes it dearer.
 */
export const getHome: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context) => {
  const { store, scope, now, member } = context
  const level = levelOf(scope)
  const today = beijingDay(now)
  const latest = addDays(PlainDate.parse(today), LATEST_DUE_SOON_DAYS)
  const own = rolesOfLevel(member.roles, level)
  // At a unit nobody else waits for anything; its county's posts have no line of the unit's to read.
  const others =
    scope.level === 'unit'
      ? []
      : rolesOfLevel(ROLES, level).filter((role) => !own.includes(role) && role !== 'unit-reporter' && mayWait(role))
  const shared = level === 'province' ? [] : (['province'] as const)

  const county = keepingCounty(context)
  const [calendar, waiting, elsewhere, windows, told, standings, awaited, doubts] = await Promise.all([
    workingCalendarOf(context),
    together(
      own
        .filter(mayWait)
        .flatMap((role) => [
          store.homeRows('own', since(`work#${role}#`, '', MAX_TO_DO + 1)),
          store.homeRows('own', since(`ends#${role}#`, today, MAX_TO_DO + 1)),
        ]),
    ),
    together(others.map((role) => store.homeRows('own', until(`work#${role}#`, latest, MAX_DUE_SOON)))),
    together(
      (['own', ...shared] as const).map((whose) =>
        store.homeRows(whose, since(`window#${level}#`, today, MAX_DUE_SOON)),
      ),
    ),
    together(
      (['own', ...shared] as const).map((whose) =>
        store.homeRows(whose, { ...since(`told#${level}#`, today, RECENT), newestFirst: true }),
      ),
    ),
    store.standings(),
    scope.level === 'unit' ? [] : store.homeRows('own', since(`awaited#${level}#`, '', MAX_AWAITED + 1)),
    county.ok && permitsDisputes(own) ? store.openDoubts(county.value, MAX_DOUBTS) : [],
  ])
  const rounds = windows.filter(({ kind }) => kind === 'round')
  const kept = await together(
    own
      .filter(mayWait)
      .flatMap((role) => givenUpDays(rounds, today).map((day) => store.homeRows('own', exactly(`ends#${role}#`, day)))),
  )
  const work = byTheirRounds([...waiting, ...kept], new Map(rounds.map((each) => [each.pageId, each])), today)
  const open = windows.filter(({ dueOn }) => dueOn === null || dueOn >= today)
  const horizon = dueSoonUntil(now, calendar)
  const here = (row: HomeRow): boolean => concernsScope(row, scope)
  return ok({
    toDo: work.sort(earliestDueFirst).slice(0, MAX_TO_DO),
    more: work.length > MAX_TO_DO,
    dueSoon: [
      ...[...work, ...elsewhere].filter(({ dueOn }) => dueOn !== null && dueOn <= horizon),
      ...open.filter(here),
    ]
      .sort(earliestDueFirst)
      .slice(0, MAX_DUE_SOON),
    recent: told
      .filter(here)
      .sort((one, other) => compare(other.updatedAt, one.updatedAt))
      .slice(0, RECENT),
    standings,
    awaited: {
      rows: awaited.slice(0, MAX_AWAITED),
      more: awaited.length > MAX_AWAITED,
      // What its county's or the province's cycles ask of others is none of a unit's business.
      all: scope.level === 'unit' ? [] : formsHere([...work, ...elsewhere, ...open], scope),
    },
    disputeDoubts: doubts.length,
  })
}

const permitsDisputes = (roles: readonly Role[]): boolean =>
  roles.some((role) => listDisputeDoubts.access.roles.includes(role))

/** How many forms of an open cycle lie in this jurisdiction: of a city's counties those that the cycle names. */
function formsHere(rows: readonly HomeRow[], scope: Scope): { cycleId: CycleId; forms: number }[] {
  const all = new Map<CycleId, number>()
  for (const { cycleId, subjects, concerns } of rows) {
    if (cycleId === undefined || subjects === undefined) continue
    if (scope.level !== 'city') all.set(cycleId, subjects)
    // Each county is a subject itself, or it isn't said how many each has.
    const divisions = concerns?.split(' ') ?? []
    if (scope.level === 'city' && divisions.length === subjects)
      all.set(cycleId, divisions.filter((code) => code.startsWith(scope.city)).length)
  }
  return [...all].map(([cycleId, forms]) => ({ cycleId, forms }))
}

const since = (prefix: string, day: string, limit: number): KeyRange => ({
  from: `${prefix}${day}`,
  to: `${prefix}${END}`,
  limit,
})
const until = (prefix: string, day: string, limit: number): KeyRange => ({
  from: prefix,
  to: `${prefix}${day}${END}`,
  limit,
})

const exactly = (prefix: string, day: string): KeyRange => ({
  from: `${prefix}${day}`,
  to: `${prefix}${day}${END}`,
  limit: MAX_TO_DO,
})

const together = async (reads: readonly Promise<readonly HomeRow[]>[]): Promise<HomeRow[]> =>
  (await Promise.all(reads)).flat()

/** Rows without a due date come last; equal dates in the order of their last change, longest waiting first. */
const earliestDueFirst = (one: HomeRow, other: HomeRow): number =>
  compare(one.dueOn ?? '9999', other.dueOn ?? '9999') || compare(one.updatedAt, other.updatedAt)

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function dueSoonUntil(now: string, calendar: WorkingCalendar): PlainDate {
  const today = PlainDate.parse(beijingDay(now))
  const last = addWorkingDays(today, DUE_SOON_WORKING_DAYS, calendar)
  return last.ok ? last.value : addDays(today, DUE_SOON_DAYS_WITHOUT_CALENDAR)
}
