import { carryOutTerms } from '@anjie/use-cases/aftercare/dueTerms'
import { continueNaming, type NamingContext } from '@anjie/use-cases/honours/continueNaming'
import { type DeliveryContext, deliverDigests } from '@anjie/use-cases/messages/deliverDigests'
import { closeNoticeOf, endedNotices, unfinishedNamings } from '@anjie/use-cases/notices/closeNotices'
import { deleteMaterialOf, overdueMaterials } from '@anjie/use-cases/objections/deleteMaterials'

/** What one run did, and what it could not do. */
export interface ClockReport {
  readonly now: string
  /** Lists whose notice was closed. */
  readonly closed: readonly string[]
  /** Units that got their title. */
  readonly named: number
  /** Lists that are not finished yet, for want of time; the next run goes on. */
  readonly unfinished: readonly string[]
  /** Objections whose material was deleted, because it was kept as long as was promised. */
  readonly deleted: number
  /** Titles that ran out, and those of whose end was told; re-checks that were opened, and cases that a day moved on. */
  readonly expired: number
  readonly told: number
  readonly opened: number
  readonly moved: number
  /** Letters that were sent. */
  readonly sent: number
  readonly failed: readonly { readonly id: string; readonly reason: string }[]
}

/**
 * Closes notices whose last day has ended in Beijing, goes on naming, deletes who objected when it was kept long enough, ends what ran out, opens re-checks and moves them on by their days, and sends what posts want to be sent. Looks at what is due until now and not at what has
 * become due lately, so that a missed run is made up for; a list that fails does not hold up the others.
 */
export async function runClock(
  context: NamingContext & Omit<DeliveryContext, 'store' | 'now'>,
  mayContinue: () => boolean,
): Promise<ClockReport> {
  const { store, now } = context
  const closed: string[] = []
  const unfinished: string[] = []
  const failed: { id: string; reason: string }[] = []
  let named = 0

  for (const id of await endedNotices(store, now)) {
    try {
      if (await closeNoticeOf(store, id, now)) closed.push(id)
    } catch (error) {
      failed.push({ id, reason: reasonOf(error) })
    }
  }
  for (const id of await unfinishedNamings(store)) {
    try {
      const progress = await continueNaming(context, id, mayContinue)
      named += progress.named
      if (!progress.finished) unfinished.push(id)
    } catch (error) {
      failed.push({ id, reason: reasonOf(error) })
    }
  }
  let deleted = 0
  for (const id of await overdueMaterials(store, now)) {
    try {
      if (await deleteMaterialOf(store, id, now)) deleted += 1
    } catch (error) {
      failed.push({ id, reason: reasonOf(error) })
    }
  }
  const terms = { expired: 0, told: 0, opened: 0, moved: 0 }
  try {
    const { failed: notDone, ...done } = await carryOutTerms(context, mayContinue)
    Object.assign(terms, done)
    failed.push(...notDone)
  } catch (error) {
    failed.push({ id: 'terms', reason: reasonOf(error) })
  }
  let sent = 0
  try {
    const report = await deliverDigests(context, mayContinue)
    sent = report.sent
    failed.push(...report.failed)
  } catch (error) {
    failed.push({ id: 'digests', reason: reasonOf(error) })
  }
  return { now, closed, named, unfinished, deleted, ...terms, sent, failed }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown')
