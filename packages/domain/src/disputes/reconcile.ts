import type { DisputeEntry } from '@anjie/contracts/vocabulary/disputes/disputeEntry'
import type { DisputeMapping, Outcome, SystemMapping } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { outcomes } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

/** A share as it is, and as it is told: percent with two places, the half upward, rounded once. `null` where nothing was found. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
  readonly percent: string | null
}

/** What one system says by its own definition. */
export interface SystemTotals {
  readonly system: string
  readonly name: string
  /** Rows taken from its export. */
  readonly entries: number
  /** Of them received in the period that is counted, and those whose day is not known: they are counted nowhere else. */
  readonly found: number
  readonly withoutDay: number
  readonly resolved: number
  readonly rate: Share
  /** Disputes behind those `found` entries, each once. */
  readonly disputes: number
  /** Disputes of the period that this system alone holds, and that it lacks. */
  readonly onlyHere: number
  readonly missingHere: number
  readonly definition: readonly Outcome[]
}

/** Why systems say different things of the same dispute. */
export const differenceNames = {
  'open-there': '有的系统已有结果，有的仍在办理',
  'other-outcome': '结果不一致',
  'other-period': '有的系统受理日在统计期内，有的在期外',
  'entered-twice': '同一系统录入了不止一次',
  'other-kind': '纠纷类型不一致',
  'other-place': '村（社区）不一致',
} as const
export type Difference = keyof typeof differenceNames

/** What counting looks at in an entry. */
export type CountedEntry = Pick<DisputeEntry, 'system' | 'receivedOn' | 'kind' | 'village' | 'outcomes'>

/** One dispute and the entries that stand for it. */
export interface Dispute<Entry extends CountedEntry = DisputeEntry> {
  readonly entries: readonly Entry[]
  /** The earliest day of receipt that any system has. */
  readonly receivedOn: PlainDate | null
  readonly systems: readonly string[]
  /** The earliest day on which any system states it; `stated` also without a day. */
  readonly outcomes: Readonly<Record<Outcome, { readonly stated: boolean; readonly on: PlainDate | null }>>
  readonly differences: readonly Difference[]
  readonly inPeriod: boolean
}

export interface Reconciled<Entry extends CountedEntry = DisputeEntry> {
  readonly disputes: readonly Dispute<Entry>[]
  readonly bySystem: readonly SystemTotals[]
  /** The common definition: each dispute once. */
  readonly common: {
    readonly found: number
    readonly withoutDay: number
    readonly agreed: number
    readonly performed: number
    readonly closed: number
    readonly settled: number
    readonly resolved: number
    readonly rate: Share
    readonly inAllSystems: number
    readonly inSeveral: number
    readonly inOne: number
    /** Entered here, and in none of the systems yet. */
    readonly inNone: number
  }
  readonly differing: Readonly<Record<Difference, number>>
}

const HUNDREDTHS = 10_000

export function share(numerator: number, denominator: number): Share {
  if (denominator === 0) return { numerator, denominator, percent: null }
  // Whole numbers below 2^53: half up on the exact fraction.
  const hundredths = Math.floor((2 * numerator * HUNDREDTHS + denominator) / (2 * denominator))
  const percent = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
  return { numerator, denominator, percent }
}

const earliest = (days: readonly (PlainDate | null)[]): PlainDate | null =>
  days.flatMap((day) => day ?? []).toSorted()[0] ?? null

const isWithin = (day: PlainDate | null, period: DisputeMapping['period']): boolean =>
  day !== null && (period === undefined || (day >= period.from && day <= period.to))

const several = (values: readonly (string | null)[]): boolean =>
  new Set(values.filter((value) => value !== null && value !== '')).size > 1

function differencesOf(entries: readonly CountedEntry[], period: DisputeMapping['period']): readonly Difference[] {
  const saysSomething = entries.map((entry) => outcomes.some((outcome) => entry.outcomes[outcome].stated))
  // Closed alone says nothing of the agreement: only systems that tell an agreement or a closing without one can differ in it.
  const ends = entries.filter(({ outcomes: said }) => said.closed.stated || said.agreed.stated || said.performed.stated)
  const agreed = new Set(ends.map(({ outcomes: said }) => said.agreed.stated || said.performed.stated))
  const found: Difference[] = []
  if (new Set(saysSomething).size > 1) found.push('open-there')
  else if (agreed.size > 1) found.push('other-outcome')
  if (new Set(entries.map(({ receivedOn }) => isWithin(receivedOn, period))).size > 1) found.push('other-period')
  if (new Set(entries.map(({ system }) => system)).size < entries.length) found.push('entered-twice')
  if (several(entries.map(({ kind }) => kind))) found.push('other-kind')
  if (several(entries.map(({ village }) => village))) found.push('other-place')
  return found
}

function disputeOf<Entry extends CountedEntry>(
  entries: readonly Entry[],
  period: DisputeMapping['period'],
  systems: ReadonlySet<string>,
): Dispute<Entry> {
  const stated = (outcome: Outcome) => ({
    stated: entries.some((entry) => entry.outcomes[outcome].stated),
    on: earliest(entries.map((entry) => entry.outcomes[outcome].on)),
  })
  const receivedOn = earliest(entries.map((entry) => entry.receivedOn))
  return {
    entries,
    receivedOn,
    systems: [...new Set(entries.map(({ system }) => system).filter((system) => systems.has(system)))],
    outcomes: {
      agreed: stated('agreed'),
      performed: stated('performed'),
      closed: stated('closed'),
      settled: stated('settled'),
    },
    differences: differencesOf(entries, period),
    inPeriod: isWithin(receivedOn, period),
  }
}

/** Agreed or performed: what the common definition calls resolved. Closed without an agreement is not. */
export const isResolved = ({ outcomes: said }: Pick<Dispute, 'outcomes'>): boolean =>
  said.agreed.stated || said.performed.stated

/** Which systems are set against each other, what each calls resolved, and the days that are counted. */
export interface ReconcileBy {
  readonly systems: readonly Pick<SystemMapping, 'system' | 'name' | 'resolved'>[]
  readonly period?: DisputeMapping['period']
}

/**
 * Sets entries of several systems, grouped by dispute, against each other: what each says by its own definition, what is true by
 * the common one (a dispute counts once, in the period of its earliest receipt), and why the figures differ.
 */
export function reconcile<Entry extends CountedEntry>(
  { systems, period }: ReconcileBy,
  entries: readonly Entry[],
  groupOf: ArrayLike<number>,
): Reconciled<Entry> {
  const codes = new Set(systems.map(({ system }) => system))
  const groups = Map.groupBy(entries.keys(), (index) => groupOf[index] ?? index)
  const disputes = [...groups.values()].map((members) =>
    disputeOf(
      members.flatMap((index) => entries[index] ?? []),
      period,
      codes,
    ),
  )
  const counted = disputes.filter(({ inPeriod }) => inPeriod)
  const count = (holds: (dispute: Dispute<Entry>) => boolean): number => counted.filter(holds).length
  const bySystem = systems.map(({ system, name, resolved: definition }): SystemTotals => {
    const own = entries.filter((entry) => entry.system === system)
    const found = own.filter(({ receivedOn }) => isWithin(receivedOn, period))
    const resolved = found.filter((entry) => definition.some((outcome) => entry.outcomes[outcome].stated)).length
    return {
      system,
      name,
      entries: own.length,
      found: found.length,
      withoutDay: own.filter(({ receivedOn }) => receivedOn === null).length,
      resolved,
      rate: share(resolved, found.length),
      disputes: disputes.filter((dispute) =>
        dispute.entries.some((entry) => entry.system === system && isWithin(entry.receivedOn, period)),
      ).length,
      onlyHere: count((dispute) => dispute.systems.length === 1 && dispute.systems[0] === system),
      missingHere: count((dispute) => !dispute.systems.includes(system)),
      definition,
    }
  })
  const resolved = count(isResolved)
  return {
    disputes,
    bySystem,
    common: {
      found: counted.length,
      withoutDay: disputes.filter(({ receivedOn }) => receivedOn === null).length,
      agreed: count(({ outcomes: said }) => said.agreed.stated),
      performed: count(({ outcomes: said }) => said.performed.stated),
      closed: count(({ outcomes: said }) => said.closed.stated),
      settled: count(({ outcomes: said }) => said.settled.stated),
      resolved,
      rate: share(resolved, counted.length),
      inAllSystems: count((dispute) => dispute.systems.length === systems.length),
      inSeveral: count((dispute) => dispute.systems.length > 1 && dispute.systems.length < systems.length),
      inOne: count((dispute) => dispute.systems.length === 1 && systems.length > 1),
      inNone: count((dispute) => dispute.systems.length === 0),
    },
    differing: {
      'open-there': count(({ differences }) => differences.includes('open-there')),
      'other-outcome': count(({ differences }) => differences.includes('other-outcome')),
      'other-period': count(({ differences }) => differences.includes('other-period')),
      'entered-twice': count(({ differences }) => differences.includes('entered-twice')),
      'other-kind': count(({ differences }) => differences.includes('other-kind')),
      'other-place': count(({ differences }) => differences.includes('other-place')),
    },
  }
}
