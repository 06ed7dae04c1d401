import type { DisputeTally } from '@anjie/contracts/vocabulary/disputes/dispute'
import type { DisputeSet } from '@anjie/contracts/vocabulary/disputes/disputeSets'
import { townshipKey } from './readPlace.ts'
import type { Difference, Dispute, ReconcileBy, Reconciled } from './reconcile.ts'
import { type CountedEntry, isResolved, reconcile, share } from './reconcile.ts'
import { countedEntry, townshipOf } from './tallyOfDispute.ts'

interface Tallied extends CountedEntry {
  readonly tally: DisputeTally
}

export interface ReconciledTallies extends Reconciled<Tallied> {
  readonly townships: readonly {
    readonly name: string
    readonly found: number
    readonly resolved: number
    readonly rate: ReturnType<typeof share>
  }[]
}

/** The reconciliation of disputes that were joined already, from what was kept of them in short. */
export function reconcileTallies(by: ReconcileBy, tallies: readonly DisputeTally[]): ReconciledTallies {
  const entries: Tallied[] = []
  const groupOf: number[] = []
  for (const tally of tallies) {
    const first = entries.length
    for (const entry of tally.entries) {
      entries.push({ ...countedEntry(entry), tally })
      groupOf.push(first)
    }
  }
  const reconciled = reconcile(by, entries, groupOf)
  const counted = reconciled.disputes.filter(({ inPeriod }) => inPeriod)
  const nameOf = (dispute: Dispute<Tallied>): string => townshipOf(tallyOf(dispute))
  const townships = [...Map.groupBy(counted, (dispute) => townshipKey(nameOf(dispute))).values()]
    .map((own) => {
      // 城关镇 says more than 城关.
      const [name = ''] = [...new Set(own.map(nameOf))].toSorted((one, other) => other.length - one.length)
      const resolved = own.filter(isResolved).length
      return { name, found: own.length, resolved, rate: share(resolved, own.length) }
    })
    .toSorted((one, other) => other.found - one.found || (one.name < other.name ? -1 : 1))
  return { ...reconciled, townships }
}

/** The tally that stands for a reconciled dispute. */
export function tallyOf({ entries: [first] }: Dispute<Tallied>): DisputeTally {
  if (first === undefined) throw new Error('a dispute has a statement')
  return first.tally
}

type Holds = (dispute: Dispute<Tallied>, by: ReconcileBy, system: string) => boolean

const counted =
  (holds: (dispute: Dispute<Tallied>, by: ReconcileBy, system: string) => boolean): Holds =>
  (dispute, by, system) =>
    dispute.inPeriod && holds(dispute, by, system)

const differs = (difference: Difference): Holds => counted(({ differences }) => differences.includes(difference))

const ofSystem =
  (holds: (entry: Tallied, by: ReconcileBy) => boolean): Holds =>
  ({ entries }, by, system) =>
    entries.some((entry) => entry.system === system && isWithin(entry, by) && holds(entry, by))

const isWithin = ({ receivedOn }: Tallied, { period }: ReconcileBy): boolean =>
  receivedOn !== null && (period === undefined || (receivedOn >= period.from && receivedOn <= period.to))

/** Which disputes stand behind a figure. */
const SETS: { readonly [Set in DisputeSet]: Holds } = {
  found: counted(() => true),
  resolved: counted(isResolved),
  unresolved: counted((dispute) => !isResolved(dispute)),
  agreed: counted(({ outcomes }) => outcomes.agreed.stated),
  performed: counted(({ outcomes }) => outcomes.performed.stated),
  closed: counted(({ outcomes }) => outcomes.closed.stated),
  settled: counted(({ outcomes }) => outcomes.settled.stated),
  'in-all': counted(({ systems }, by) => systems.length === by.systems.length),
  'in-several': counted(({ systems }, by) => systems.length > 1 && systems.length < by.systems.length),
  'in-one': counted(({ systems }, by) => systems.length === 1 && by.systems.length > 1),
  'in-none': counted(({ systems }) => systems.length === 0),
  'system-found': ofSystem(() => true),
  'system-resolved': ofSystem(({ system, outcomes }, by) =>
    (by.systems.find((each) => each.system === system)?.resolved ?? []).some((outcome) => outcomes[outcome].stated),
  ),
  'only-here': counted(({ systems }, _, system) => systems.length === 1 && systems[0] === system),
  'missing-here': counted(({ systems }, _, system) => !systems.includes(system)),
  'open-there': differs('open-there'),
  'other-outcome': differs('other-outcome'),
  'other-period': differs('other-period'),
  'entered-twice': differs('entered-twice'),
  'other-kind': differs('other-kind'),
  'other-place': differs('other-place'),
  'no-day': ({ receivedOn }) => receivedOn === null,
}

/** The disputes behind a figure; of a system's own figures, `system` says whose. */
export const disputesBehind = (
  reconciled: ReconciledTallies,
  by: ReconcileBy,
  set: DisputeSet,
  system: string,
): readonly Dispute<Tallied>[] => reconciled.disputes.filter((dispute) => SETS[set](dispute, by, system))
