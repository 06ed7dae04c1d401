import type { ScoreRun, SubjectScore } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { byCode } from '@anjie/domain/ranking/byCode'
import type { ScoreInputs } from '@anjie/domain/scoring/archive'
import { inParallel } from '@anjie/kernel'
import type { ApiClient } from '../../../app/api/apiClient.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'

/** Everything that a run was made from, and what it gave. */
export interface RunArchive {
  readonly inputs: ScoreInputs
  readonly result: ScoreRun
}

export interface ArchiveProgress {
  readonly done: number
  readonly all: number
}

/** So many subjects are asked for at a time: quick on a good line, and still fair to the others on the same one. */
const AT_ONCE = 6

/** Collects the archive of a run, the head first and then subject by subject. Throws `ApiProblem`. */
export async function readRunArchive(
  api: ApiClient,
  runId: string,
  signal: AbortSignal,
  onProgress: (progress: ArchiveProgress) => void,
): Promise<RunArchive> {
  const head = await api.call(OPERATIONS.getRunArchive, { params: { runId } }, { signal })
  const subjects = head.subjects.toSorted((left, right) => byCode(left.code, right.code))
  const all = subjects.length
  onProgress({ done: 0, all })
  const parts = new Map<string, { readonly values: ScoreInputs['values']; readonly score: SubjectScore }>()
  await inParallel(subjects, AT_ONCE, async ({ code }) => {
    const part = await api.call(OPERATIONS.getRunArchivePart, { params: { runId, subject: code } }, { signal })
    parts.set(code, part)
    onProgress({ done: parts.size, all })
  })
  // In the order of their codes, as the run itself has them: the result must have the bytes that were hashed.
  const collected = subjects.flatMap(({ code }) => parts.get(code) ?? [])
  return {
    inputs: {
      scheme: head.scheme,
      period: head.period,
      subjects: head.subjects,
      values: collected.flatMap(({ values }) => values),
      previous: head.previous,
    },
    result: { ...head.result, subjects: collected.map(({ score }) => score) },
  }
}
