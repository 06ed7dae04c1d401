import { type ArchivedSubject, type ArchiveHead, runParts } from '@anjie/contracts/vocabulary/league-tables/runParts'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { err, inParallel, ok, type Result } from '@anjie/kernel'
import type { RecordStore } from '../ports.ts'

/** What a run was made from, without the figures of the single subjects. */
export async function readArchiveHead(store: RecordStore, runId: string): Promise<Result<ArchiveHead, Problem>> {
  const head = await store.getPart('run', runId, runParts.archiveHead())
  if (head === undefined) return err({ code: 'not-found', detail: '没有找到这次计分的归档' })
  return ok(head)
}

export async function readArchivedSubject(
  store: RecordStore,
  runId: string,
  subject: string,
): Promise<Result<ArchivedSubject, Problem>> {
  const part = await store.getPart('run', runId, runParts.archivedSubject(subject))
  if (part === undefined) return err({ code: 'not-found', detail: '这次计分没有该单位' })
  return ok(part)
}

const READS_AT_ONCE = 8

/** The figures of all subjects. */
export async function readArchivedValues(
  store: RecordStore,
  runId: string,
  subjects: readonly string[],
): Promise<{ values: ItemValue[]; scores: ArchivedSubject['score'][] }> {
  const parts = await inParallel(subjects, READS_AT_ONCE, async (subject) => {
    const part = await readArchivedSubject(store, runId, subject)
    if (!part.ok) throw new Error(`run ${runId} lacks the archive of one of its subjects`)
    return part.value
  })
  return { values: parts.flatMap(({ values }) => values), scores: parts.map(({ score }) => score) }
}
