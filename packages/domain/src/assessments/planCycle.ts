import type { Cycle, SchemeRecord } from '@anjie/contracts/vocabulary/assessment'
import type { CountyCode, DivisionTree } from '@anjie/contracts/vocabulary/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { submissionIdOf } from '../intake/submissionIds.ts'
import { SCHEME_STATUS_NAMES } from './schemeTransitions.ts'

export interface PlannedCycle
  extends Pick<Cycle, 'id' | 'province' | 'name' | 'year' | 'dataFrom' | 'dataTo' | 'dueOn'> {
  readonly subjects: readonly { readonly code: CountyCode; readonly group: string }[]
}

/** 建立考评周期: a published scheme for counties, and which of the province's counties are assessed in which of its groups. */
export function planCycle(
  planned: PlannedCycle,
  scheme: SchemeRecord,
  divisions: DivisionTree,
  now: string,
): Result<Decision<Cycle, 'CyclePlanned'>, Problem> {
  if (scheme.status !== 'trial' && scheme.status !== 'in-force')
    return err({
      code: 'transition-not-allowed',
      detail: `方案“${scheme.scheme.name}”现为“${SCHEME_STATUS_NAMES[scheme.status]}”，须先发布再建立周期`,
      pointer: '/schemeId',
    })
  const errors = faultsOf(planned, scheme, divisions)
  const first = errors[0]
  if (first !== undefined)
    return err({
      code: 'invalid-input',
      detail: errors.length === 1 ? first.detail : `${first.detail}等${errors.length}处`,
      pointer: first.pointer,
      errors,
    })
  const names = new Map(divisions.counties.map((county) => [county.code, county.name]))
  const { subjects, ...rest } = planned
  return ok({
    next: {
      ...rest,
      schemeId: scheme.id,
      schemeName: scheme.scheme.name,
      status: 'planned',
      subjects: subjects.map(({ code, group }) => ({
        code,
        name: names.get(code) ?? code,
        group,
        submissionId: submissionIdOf(code, planned.id),
      })),
      updatedAt: now,
    },
    fact: {
      type: 'CyclePlanned',
      details: { 名称: planned.name, 方案: scheme.scheme.name, 被考评单位: `${subjects.length}个` },
    },
  })
}

function faultsOf(
  planned: PlannedCycle,
  scheme: SchemeRecord,
  divisions: DivisionTree,
): { pointer: string; detail: string }[] {
  const errors: { pointer: string; detail: string }[] = []
  if (scheme.scheme.subjectKind !== 'county')
    errors.push({ pointer: '/schemeId', detail: `方案“${scheme.scheme.name}”不是对县（市、区）的方案` })
  if (planned.dataTo < planned.dataFrom) errors.push({ pointer: '/dataTo', detail: '数据截止日早于起始日' })
  if (planned.dueOn < planned.dataFrom) errors.push({ pointer: '/dueOn', detail: '填报截止日早于数据起始日' })
  const counties = new Set(divisions.counties.map((county) => county.code))
  const groups = new Set(scheme.scheme.groups.map((group) => group.code))
  const seen = new Set<string>()
  planned.subjects.forEach(({ code, group }, index) => {
    if (!counties.has(code)) errors.push({ pointer: `/subjects/${index}/code`, detail: `“${code}”不是本省的县级单位` })
    if (seen.has(code)) errors.push({ pointer: `/subjects/${index}/code`, detail: `“${code}”重复列入` })
    if (!groups.has(group)) errors.push({ pointer: `/subjects/${index}/group`, detail: `方案中没有分组“${group}”` })
    seen.add(code)
  })
  return errors
}
