import { beijingDate } from '@anjie/calendar-cn'
import type { CycleId, SubjectCode } from '@anjie/contracts/vocabulary/ids'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import type { SubjectKind } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Candidate } from '@anjie/domain/cycles/planCycle'
import { SUBJECT_SOURCES } from '@anjie/domain/cycles/subjectSources'
import { isCurrentCounty } from '@anjie/domain/divisions/isCurrentCounty'
import { submissionIdOf, unitSubmissionIdOf } from '@anjie/domain/submissions/submissionIds'
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
  const ids = codes.flatMap((code) => {
    const id = UnitId.safeParse(code)
    return id.success ? [id.data] : []
  })
  const units = await store.getMany('unit', ids)
  return new Map(
    ids.flatMap((id) => {
      const unit = units.get(id)?.state
      return unit === undefined || unit.kind !== source.unitKind || unit.validTo !== undefined
        ? []
        : [[id, { name: unit.name, submissionId: unitSubmissionIdOf(id, cycleId) }] as const]
    }),
  )
}
