import { addDays, addWorkingDays, type WorkingCalendar } from '@anjie/calendar-cn'
import type { getHome as operation } from '@anjie/contracts/operations/home'
import { RUN_READERS } from '@anjie/contracts/operations/readers'
import type { Role } from '@anjie/contracts/vocabulary/access/people'
import type { ListRow } from '@anjie/contracts/vocabulary/listRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import { codeOf } from '@anjie/domain/access/index'
import { withoutClosedCycles } from '@anjie/domain/submissions/withoutClosedCycles'
import { beijingDay, ok } from '@anjie/kernel'
import { allRows } from '../allRows.ts'
import { assessmentRows } from '../cycles/assessmentRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, QueryContext, Scope } from '../ports.ts'
import { workingCalendarOf } from '../workingCalendarOf.ts'

/** Kinds whose rows can be somebody's turn, by whose list they stand in. */
const KINDS = {
  county: ['submission', 'application', 'appeal', 'scheme', 'cycle', 'run'],
  city: ['submission', 'application'],
  province: ['submission', 'application', 'appeal', 'scheme', 'cycle', 'run', 'round', 'batch'],
} as const satisfies Record<Scope['level'], readonly RecordKind[]>

const DUE_SOON_WORKING_DAYS = 5
/** Where the calendar of the year is not announced yet: a week, which is never shorter. */
const DUE_SOON_DAYS_WITHOUT_CALENDAR = 7
const MAX_TO_DO = 200
const MAX_DUE_SOON = 50
const RECENT = 10

/** 首页: what waits for this person, what falls due soon in this jurisdiction, and what moved last. */
export const getHome: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context) => {
  const { store, scope, now, member } = context
  // A grassroots unit's reporter sees no list of the county, and so none of its cases here.
  const kinds = member.roles.every((role) => role === 'unit-reporter')
    ? []
    : KINDS[scope.level].filter((kind) => kind !== 'run' || member.roles.some(readsRuns))
  const [calendar, cycles, ...lists] = await Promise.all([
    workingCalendarOf(context),
    assessmentRows(context, 'cycle'),
    ...kinds.map((kind) => allRows(store, kind)),
  ])
  const rows = withoutClosedCycles(
    lists.flat(),
    cycles.map(({ row }) => row),
  )
  const horizon = dueSoonUntil(now, calendar)
  return ok({
    toDo: rows
      .filter((row) => isMine(row, context))
      .sort(earliestDueFirst)
      .slice(0, MAX_TO_DO),
    dueSoon: rows
      .filter(({ queue, dueOn }) => queue !== null && dueOn !== null && dueOn <= horizon)
      .sort(earliestDueFirst)
      .slice(0, MAX_DUE_SOON),
    recent: rows.toSorted((one, other) => compare(other.updatedAt, one.updatedAt)).slice(0, RECENT),
  })
}

const readsRuns = (role: Role): boolean => RUN_READERS.some((each) => each === role)

const isMine = ({ queue }: ListRow, { scope, member }: QueryContext): boolean =>
  queue !== null && queue.level === scope.level && queue.code === codeOf(scope) && member.roles.includes(queue.role)

/** Rows without a due date come last; equal dates in the order of their last change, longest waiting first. */
const earliestDueFirst = (one: ListRow, other: ListRow): number =>
  compare(one.dueOn ?? '9999', other.dueOn ?? '9999') || compare(one.updatedAt, other.updatedAt)

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function dueSoonUntil(now: string, calendar: WorkingCalendar): PlainDate {
  const today = PlainDate.parse(beijingDay(now))
  const until = addWorkingDays(today, DUE_SOON_WORKING_DAYS, calendar)
  return until.ok ? until.value : addDays(today, DUE_SOON_DAYS_WITHOUT_CALENDAR)
}
