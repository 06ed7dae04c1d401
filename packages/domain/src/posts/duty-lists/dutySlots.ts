import type { WorkingCalendar } from '@anjie/calendar-cn'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DutyLists, RoutineLine } from '@anjie/contracts/vocabulary/posts/dutyLists'
import type { PostHolding } from '@anjie/contracts/vocabulary/posts/dutyPost'
import { partWithin, type Span } from '../vacancies.ts'
import { isAsked, type ProvedBy, proofKey } from './proofs/index.ts'
import { type Slot, slotsOf } from './slotsOf.ts'
import { isIn } from './versionsInForce.ts'

/**
 * How something stands that is due in a slot. `waiting`: entered, to be confirmed; `nothing`: nothing was asked of the post; `vacant`: nobody
 * held the post on most of its days; `unseen`: its record is not this reader's to see. These three are due of nobody.
 */
export type DutyState = 'done' | 'late' | 'missed' | 'open' | 'waiting' | 'ahead' | 'nothing' | 'vacant' | 'unseen'

export interface DutySlot extends Slot {
  readonly line: RoutineLine
  readonly state: DutyState
  /** 第几任 it is due of. */
  readonly holding: number | null
  readonly provedBy: readonly ProvedBy[]
}

export interface DutyGround {
  readonly versions: readonly (Span & { readonly version: Pick<DutyLists, 'routine'> })[]
  readonly proofs: readonly ProvedBy[]
  readonly holdings: readonly Pick<PostHolding, 'number' | 'from' | 'to'>[]
  /** Kinds of proof whose records this reader does not see. */
  readonly unseen?: ReadonlySet<RoutineLine['proof']['kind']>
  readonly calendar: WorkingCalendar
}

/** 应做事项 of a post in a year and how each stands today: by the version in force on its last day, of whoever held the post on most of its days. */
export function dutySlots(year: number, ground: DutyGround, today: PlainDate): readonly DutySlot[] {
  return ground.versions.flatMap(({ version, ...span }) =>
    version.routine.flatMap((line) => {
      const own = ground.proofs.filter(({ key }) => key === proofKey(line))
      return slotsOf(line.frequency, year, ground.calendar)
        .filter(({ to }) => isIn(to, span))
        .map((slot): DutySlot => {
          const provedBy = own.filter(({ on }) => isIn(on, slot))
          const holding = holderOf(slot, ground.holdings)
          return { ...slot, line, provedBy, holding, state: stateOf(line, slot, provedBy, holding, ground, today) }
        })
    }),
  )
}

function stateOf(
  line: RoutineLine,
  slot: Slot,
  provedBy: readonly ProvedBy[],
  holding: number | null,
  { unseen }: DutyGround,
  today: PlainDate,
): DutyState {
  if (unseen?.has(line.proof.kind) === true) return 'unseen'
  if (slot.from > today) return 'ahead'
  if (holding === null) return slot.to < today ? 'vacant' : 'open'
  const left: DutyState = slot.to < today ? 'missed' : 'open'
  if (isAsked(line.proof.kind)) {
    if (provedBy.length === 0) return 'nothing'
    if (provedBy.some(({ result }) => result === 'open')) return left
    return provedBy.some(({ result }) => result === 'late') ? 'late' : 'done'
  }
  const done = provedBy.filter(({ result }) => result === 'done').length
  if (done >= line.times) return 'done'
  return provedBy.length >= line.times ? 'waiting' : left
}

/** Who held the post on most of the days, the later of two alike; null: mostly nobody. */
function holderOf(slot: Slot, holdings: DutyGround['holdings']): number | null {
  const held = holdings.map((holding) => ({ number: holding.number, days: partWithin(holding, slot).days }))
  const vacant = partWithin(slot, slot).days - held.reduce((sum, { days }) => sum + days, 0)
  const [most] = held.toSorted((one, other) => other.days - one.days || other.number - one.number)
  return most === undefined || most.days === 0 || most.days < vacant ? null : most.number
}
