import { beijingDate } from '@anjie/calendar-cn'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Batch, BatchEntry } from '@anjie/contracts/vocabulary/notices/batch'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'

/** How many units one list holds: its record must stay far below the byte limit of one item. */
export const MAX_BATCH_ENTRIES = 600

/** The list with one more unit, kept in the order of place codes, as a notice prints it. */
export function withEntry(
  batch: Batch,
  application: Application,
  proposedBy: string,
  at: string,
): Result<Step<'batch'>, Problem> {
  if (batch.entries.some((entry) => entry.applicationId === application.id)) {
    throw new Error(`${application.id} stands in ${batch.id} already`)
  }
  if (batch.entries.length >= MAX_BATCH_ENTRIES) {
    return err({ code: 'batch-closed', detail: `一批最多${MAX_BATCH_ENTRIES}个单位，请另建一批`, pointer: '/batchId' })
  }
  const entries = [...batch.entries, entryOf(application, proposedBy)].sort(
    (a, b) => compare(a.county, b.county) || compare(a.applicationId, b.applicationId),
  )
  return ok({
    next: { ...batch, entries, updatedAt: at },
    fact: { type: 'BatchEntryAdded', details: { unit: application.unitName, application: application.id } },
  })
}

/** The entries that are still to be named, or are. */
export const standingEntries = (batch: Pick<Batch, 'entries'>): readonly BatchEntry[] =>
  batch.entries.filter(({ left }) => left === undefined)

/**
 * The list without a unit whose application was returned or rejected. While the list is drawn up the unit goes from it; what stood on
 * notice stays in it, with the day and the reason, and is not named.
 */
export function withoutEntry(batch: Batch, application: Application, reason: string, at: string): Step<'batch'> {
  if (!standingEntries(batch).some((entry) => entry.applicationId === application.id))
    throw new Error(`${application.id} does not stand in ${batch.id}`)
  const entries =
    batch.status === 'collecting'
      ? batch.entries.filter((entry) => entry.applicationId !== application.id)
      : batch.entries.map((entry) =>
          entry.applicationId === application.id
            ? { ...entry, left: { how: 'removed' as const, on: beijingDate(at), reason } }
            : entry,
        )
  return {
    next: { ...batch, entries, updatedAt: at },
    fact: {
      type: 'BatchEntryRemoved',
      details: { unit: application.unitName, application: application.id, reason },
    },
  }
}

function entryOf(application: Application, proposedBy: string): BatchEntry {
  return {
    applicationId: application.id,
    county: application.county,
    countyName: application.countyName,
    cityName: application.cityName,
    ...(application.townshipName === undefined ? {} : { townshipName: application.townshipName }),
    unitId: application.unitId,
    unitName: application.unitName,
    unitKind: application.unitKind,
    proposedBy,
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
