import { beijingDate } from '@anjie/calendar-cn'
import type { CycleId, SubjectCode } from '@anjie/contracts/vocabulary/ids'
import { DutyPostId, UnitId } from '@anjie/contracts/vocabulary/ids'
import type { SubjectKind } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Candidate } from '@anjie/domain/cycles/planCycle'
import { SUBJECT_SOURCES } from '@anjie/domain/cycles/subjectSources'
import { isCurrentCounty } from '@anjie/domain/divisions/isCurrentCounty'
import { dutyPostTitle } from '@anjie/domain/posts/kinds/index'
import { localSubmissionIdOf, submissionIdOf } from '@anjie/domain/submissions/submissionIds'
import type { CommandContext } from '../ports.ts'

/** Those of the named units that exist today and are of this kind, with the form that each would get in the cycle. */
export async function findCandidates(
  { store, digest, now, ...context }: Pick<CommandContext, 'store' | 'divisions' | 'digest' | 'now'>,
  cycleId: CycleId,
  subjectKind: SubjectKind,
  codes: readonly SubjectCode[],
): Promise<ReadonlyMap<SubjectCode, Candidate>> {
  const source = SUBJECT_SOURCES[subjectKind]
  if (source === null) return new Map()
  if (source.from === 'divisions') {
    const divisions = await context.divisions()
    return source.level === 'city'
      ? new Map(divisions.cities.map(({ code, name }) => [code, { name, submissionId: undefined }]))
      : new Map(
          divisions.counties
            .filter((county) => isCurrentCounty(county, beijingDate(now)))
            .map(({ code, name }) => [code, { name, submissionId: submissionIdOf(code, cycleId) }]),
        )
  }
  if (source.from === 'duty-posts') return candidatePosts(store, cycleId, codes)
  const units = await store.getMany('unit', idsAmong(UnitId, codes))
  return new Map(
    [...units].flatMap(([code, { state: unit }]) => {
      const id = UnitId.parse(code)
      return unit.kind !== source.unitKind || unit.validTo !== undefined
        ? []
        : [[id, { name: unit.name, submissionId: localSubmissionIdOf(id, cycleId) }] as const]
    }),
  )
}

/** Posts that stand, filled or vacant, by their titles: whoever holds one is named nowhere in a cycle. */
async function candidatePosts(
  store: CommandContext['store'],
  cycleId: CycleId,
  codes: readonly SubjectCode[],
): Promise<ReadonlyMap<SubjectCode, Candidate>> {
  const posts = await store.getMany('duty-post', idsAmong(DutyPostId, codes))
  return new Map(
    [...posts.values()].flatMap(({ state: post }) =>
      post.status === 'ended'
        ? []
        : [[post.id, { name: dutyPostTitle(post), submissionId: localSubmissionIdOf(post.id, cycleId) }] as const],
    ),
  )
}

function idsAmong<T extends string>(
  id: { safeParse(code: string): { readonly success: boolean; readonly data?: T } },
  codes: readonly SubjectCode[],
): readonly T[] {
  return codes.flatMap((code) => id.safeParse(code).data ?? [])
}
