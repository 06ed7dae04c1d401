import { addDays, dayText } from '@anjie/calendar-cn'
import type { Rung } from '@anjie/contracts/vocabulary/honours/honourType'
import type { PlanState, RungState } from '@anjie/contracts/vocabulary/honours/rungState'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { HeldTitle } from './eligibility.ts'
import { heldSince, rungName } from './ladder.ts'
import { RENEWAL_DAYS } from './renewal.ts'
import type { RungStanding } from './rungStanding.ts'

export const RUNG_STATE_NAMES = {
  held: '已持有',
  passed: '已超过',
  applied: '申报中',
  open: '可以申报',
  nearly: '即将可以申报',
  blocked: '尚不具备',
  recorded: '只作记载',
} as const satisfies Record<RungState, string>

export const PLAN_STATE_NAMES = {
  renewal: '临近到期',
  open: '可以申报',
  nearly: '即将可以申报',
  applied: '申报中',
  blocked: '尚不具备',
  complete: '已到最高级',
} as const satisfies Record<PlanState, string>

/** One line of the planner: a unit and an honour. */
export interface UnitPlan {
  readonly state: PlanState
  /** The highest rung that it holds. */
  readonly held?: HeldTitle
  readonly since?: PlainDate
  /** The rung that comes next. */
  readonly next?: Rung
  /** What stands in the way, in words. */
  readonly missing: readonly string[]
  readonly from?: PlainDate
}

/** The states in which a rung is the next one, the most urgent first: who may apply for a higher one at once is told that. */
const NEXT: readonly RungState[] = ['applied', 'open', 'nearly']

/** What a unit's office should do next on a ladder: its highest title, the rung above, and whether one runs out. */
export function unitPlan(ladder: readonly RungStanding[], today: PlainDate): UnitPlan {
  const top = ladder.findLastIndex(({ state }) => state === 'held')
  const above = ladder.slice(top + 1).filter(({ state }) => state !== 'recorded' && state !== 'passed')
  const next = NEXT.flatMap((state) => above.find((rung) => rung.state === state) ?? [])[0] ?? above[0]
  const held = ladder[top]?.title
  const ends = held?.validUntil
  const isEnding = ends !== undefined && ends <= addDays(today, RENEWAL_DAYS)
  return {
    state: isEnding && next?.state !== 'applied' ? 'renewal' : planState(next),
    ...(held === undefined ? {} : { held, since: heldSince(held) }),
    ...(next === undefined
      ? {}
      : { next: { level: next.level, ...(next.grade === undefined ? {} : { grade: next.grade }) } }),
    missing: [
      ...(isEnding && held !== undefined ? [`${rungName(held)}称号${dayText(ends)}到期，可以申报续期`] : []),
      ...(next?.lines ?? []).filter(({ met }) => !met).map(({ name, reason }) => `${name}：${reason}`),
    ],
    ...(next?.from === undefined ? {} : { from: next.from }),
  }
}

function planState(next: RungStanding | undefined): PlanState {
  if (next === undefined) return 'complete'
  const { state } = next
  return state === 'applied' || state === 'open' || state === 'nearly' ? state : 'blocked'
}
