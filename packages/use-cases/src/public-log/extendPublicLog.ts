import { EMPTY_LOG, extendLog, nextPage } from '@anjie/domain/public-log/extendLog'
import { logId, logPageId } from '@anjie/domain/public-log/recordIds'
import type { Sha256 } from '@anjie/kernel/merkle'
import type { Change, RecordStore } from '../ports.ts'

/** Some pages of lines a commit: they and the log itself are written together. */
const LINES_A_COMMIT = 1_000

export interface LogContext {
  readonly store: Pick<RecordStore, 'get' | 'getMany' | 'commit' | 'unlogged' | 'loggedAmong'>
  readonly province: string
  readonly sha256: Sha256
}

/**
 * 登记公开事项: everything that waits becomes lines, in the order of its facts. The log's own version fixes the order: of two runners one
 * reads again. Answers how many lines were added; `waiting` when another runner wrote meanwhile, or more may wait.
 */
export async function extendPublicLog({
  store,
  province,
  sha256,
}: LogContext): Promise<{ readonly added: number; readonly waiting: boolean }> {
  const candidates = await store.unlogged(LINES_A_COMMIT)
  if (candidates.length === 0) return { added: 0, waiting: false }
  const id = logId(province)
  const found = await store.get('log', id)
  const log = found?.state ?? EMPTY_LOG
  const next = nextPage(log)
  // Lists lag the records by a moment: what was added last is looked for on the pages themselves, all else among what is noted.
  const pages = await store.getMany(
    'log-page',
    [next - 3, next - 2, next - 1, next].filter((number) => number >= 0).map((number) => logPageId(province, number)),
  )
  const recent = new Set([...pages.values()].flatMap(({ state }) => state.lines))
  const noted = await store.loggedAmong(candidates.map((candidate) => candidate.id))
  const fresh = candidates.filter((candidate) => !recent.has(candidate.line) && !noted.has(candidate.id))
  const last = pages.get(logPageId(province, next))
  const extension = extendLog(log, last?.state, fresh, sha256)
  if (extension === undefined) return { added: 0, waiting: false }
  const changes: Change[] = [
    { kind: 'log', id, expectedVersion: found?.version ?? 0, ...extension.log },
    ...extension.pages.map(
      (step): Change => ({
        kind: 'log-page',
        id: logPageId(province, step.next.number),
        expectedVersion: step.next.number === next ? (last?.version ?? 0) : 0,
        ...step,
      }),
    ),
  ]
  const written = await store.commit(changes)
  if (!written.ok) return { added: 0, waiting: true }
  return { added: extension.log.next.size - log.size, waiting: candidates.length === LINES_A_COMMIT }
}
