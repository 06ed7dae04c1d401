import { type Dispute, type DisputeId, GRAVITIES, TIERS } from '@anjie/contracts/vocabulary/disputes/dispute'
import type { Step } from '../decision.ts'
import { numbersOf } from './disputeSteps.ts'

const MOST_ORIGINS = 40

/** Has somebody decided that a statement of the one is no statement of the other? */
export function areKeptApart(one: Dispute, other: Dispute): boolean {
  const has = (dispute: Dispute, homes: readonly DisputeId[]): boolean =>
    dispute.origins.some(({ home }) => homes.includes(home))
  return has(other, one.apart) || has(one, other.apart)
}

export const mayJoin = (one: Dispute, other: Dispute): boolean =>
  one.id !== other.id &&
  one.into === undefined &&
  other.into === undefined &&
  one.origins.length + other.origins.length <= MOST_ORIGINS &&
  !areKeptApart(one, other)

const highest = <T extends string>(order: readonly T[], values: readonly (T | null)[]): T | null =>
  order.findLast((each) => values.includes(each)) ?? null

/** 归并: what others hold goes into the first; their records stay and lead to it. */
export function joinedDisputes(
  into: Dispute,
  others: readonly Dispute[],
  reason: string,
  now: string,
): { readonly into: Step<'dispute'>; readonly others: readonly Step<'dispute'>[] } {
  const moved = others.flatMap(({ origins }) => origins)
  const all = [into, ...others]
  const tierReason = all.find((each) => each.tierReason !== undefined)?.tierReason
  const next: Dispute = {
    ...into,
    origins: all.flatMap(({ origins }) => origins),
    apart: [...new Set(all.flatMap(({ apart }) => apart))],
    attempts: all.flatMap(({ attempts }) => attempts).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    gravity: highest(
      GRAVITIES,
      all.map(({ gravity }) => gravity),
    ),
    tier: highest(
      TIERS,
      all.map(({ tier }) => tier),
    ),
    ...(tierReason === undefined ? {} : { tierReason }),
  }
  return {
    into: {
      next: { ...next, updatedAt: now },
      fact: { type: 'DisputesJoined', details: { numbers: numbersOf(moved), reason } },
    },
    others: others.map((each) => ({
      next: { ...each, into: into.id, origins: [], attempts: [], updatedAt: now },
      fact: { type: 'DisputeJoinedInto' as const, details: { into: into.id } },
    })),
  }
}

/**
 * Which record takes what is taken out: that of the statement itself, or, where the statement's own record is the one that it leaves, that
 * of the first of the others; it is the others then that leave. `moved`: the statements that go.
 */
export function partingOf(
  dispute: Dispute,
  home: DisputeId,
): { readonly moved: readonly DisputeId[]; readonly to: DisputeId } | undefined {
  const rest = dispute.origins.map((origin) => origin.home).filter((each) => each !== home)
  const [first] = rest
  if (first === undefined || rest.length === dispute.origins.length) return undefined
  return home === dispute.id ? { moved: rest, to: first } : { moved: [home], to: home }
}

/** 拆开: both sides stand again, and each knows that the other is another dispute. */
export function separatedDispute(
  dispute: Dispute,
  target: Dispute,
  moved: readonly DisputeId[],
  reason: string,
  now: string,
): { readonly left: Step<'dispute'>; readonly taken: Step<'dispute'> } {
  const gone = dispute.origins.filter(({ home }) => moved.includes(home))
  const stays = dispute.origins.filter(({ home }) => !moved.includes(home))
  const { into: _into, ...free } = target
  return {
    left: {
      next: {
        ...dispute,
        origins: stays,
        apart: [...new Set([...dispute.apart, ...gone.map(({ home }) => home)])],
        updatedAt: now,
      },
      fact: { type: 'DisputeSeparated', details: { numbers: numbersOf(gone), reason } },
    },
    taken: {
      next: {
        ...free,
        origins: gone,
        apart: [...new Set([...free.apart, ...stays.map(({ home }) => home)])],
        updatedAt: now,
      },
      fact: { type: 'DisputeSeparatedFrom', details: { numbers: numbersOf(gone), from: dispute.id, reason } },
    },
  }
}

/** 认定不是同一起: neither is asked about the other again. */
export const keptApart = (
  dispute: Dispute,
  other: Dispute,
  reason: string | undefined,
  now: string,
): Step<'dispute'> => ({
  next: {
    ...dispute,
    apart: [...new Set([...dispute.apart, ...other.origins.map(({ home }) => home)])],
    updatedAt: now,
  },
  fact: {
    type: 'DisputeKeptApart',
    details: { numbers: numbersOf(other.origins), ...(reason === undefined ? {} : { reason }) },
  },
})
