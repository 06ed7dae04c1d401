import type { Dispute, DisputeTally } from '@anjie/contracts/vocabulary/disputes/dispute'
import { outcomes } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { townshipKey, villageKey } from './readPlace.ts'
import type { CountedEntry } from './reconcile.ts'

/** What counting looks at, of every statement that a dispute has. */
export const tallyOfDispute = (version: number, dispute: Dispute): DisputeTally => ({
  id: dispute.id,
  version,
  entries: dispute.origins.map(({ system, caseNumber, receivedOn, township, village, kind, outcomes: said }) => ({
    system,
    caseNumber,
    receivedOn,
    township,
    village,
    kind,
    said: outcomes.filter((outcome) => said[outcome].stated),
  })),
  gravity: dispute.gravity,
  tier: dispute.tier,
  attempts: dispute.attempts.length,
})

/** The earliest day of receipt that any system has. */
export const firstReceipt = (entries: readonly { readonly receivedOn: PlainDate | null }[]): PlainDate | null =>
  entries
    .flatMap(({ receivedOn }) => receivedOn ?? [])
    .toSorted()
    .at(0) ?? null

type TalliedEntry = DisputeTally['entries'][number]

/** A statement of a tally as the reconciliation counts it. */
export const countedEntry = (entry: TalliedEntry): CountedEntry => {
  const mark = (outcome: (typeof outcomes)[number]) => ({ stated: entry.said.includes(outcome), on: null })
  return {
    system: entry.system,
    receivedOn: entry.receivedOn,
    kind: entry.kind,
    village: villageKey(entry.village),
    outcomes: {
      agreed: mark('agreed'),
      performed: mark('performed'),
      closed: mark('closed'),
      settled: mark('settled'),
    },
  }
}

/** Does a dispute count for this township, however that is written? */
export const isOfTownship = (tally: Pick<DisputeTally, 'entries'>, township: string): boolean =>
  townshipKey(townshipOf(tally)) === townshipKey(township)

/** The township that a dispute counts for: what was entered here, or said first. */
export const townshipOf = ({ entries }: Pick<DisputeTally, 'entries'>): string =>
  entries.find(({ township }) => township !== '')?.township ?? ''
