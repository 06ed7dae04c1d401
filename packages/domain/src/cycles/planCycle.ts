import { dayText } from '@anjie/calendar-cn'
import type { FactDetailsOf } from '@anjie/contracts/facts/facts'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Cycle, CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { SubjectCode, SubmissionId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { DataItem, Scheme, SubjectKind } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import { err, ok, type Result } from '@anjie/kernel'
import { staysInCounty } from '../access/owner.ts'
import { isTyped } from '../catalogue/isTyped.ts'
import type { Decision } from '../decision.ts'
import { isSameAssessor } from '../schemes/assessor.ts'
import { SCHEME_STATUS_NAMES } from '../schemes/schemeTransitions.ts'
import { permitCycleAction } from './cycleTransitions.ts'
import { SUBJECT_SOURCES } from './subjectSources.ts'

export interface PlannedCycle
  extends Pick<
    Cycle,
    'id' | 'province' | 'county' | 'name' | 'year' | 'dataFrom' | 'dataTo' | 'dueOn' | 'lateFilling' | 'alsoAccepts'
  > {
  readonly subjects: readonly { readonly code: SubjectCode; readonly group: string }[]
  /** Whether a cycle of the level below was named whose figures are to be added up. */
  readonly rollsUp: boolean
}

/** The cycle of the level below with its scheme. */
export interface LowerCycle {
  readonly cycle: CycleHead
  readonly scheme: Scheme
}

/** Who can be assessed: by code the name, and the form that it would get; a city gets none. */
export interface Candidate {
  readonly name: string
  readonly submissionId: SubmissionId | undefined
}

/** 建立考评周期: a published scheme, and which units of its kind are assessed in which of its groups. */
export function planCycle(
  planned: PlannedCycle,
  scheme: SchemeRecord,
  candidates: ReadonlyMap<SubjectCode, Candidate>,
  lower: LowerCycle | undefined,
  now: string,
): Result<Decision<Cycle, 'CyclePlanned'>, Problem> {
  const next = plannedCycle(planned, scheme, candidates, lower, now)
  return next.ok ? ok({ next: next.value, fact: { type: 'CyclePlanned', details: detailsOf(next.value) } }) : next
}

/** 修改: the plan made anew, as long as it was not opened and nobody else knows of it. */
export function replanCycle(
  state: CycleHead,
  planned: PlannedCycle,
  scheme: SchemeRecord,
  candidates: ReadonlyMap<SubjectCode, Candidate>,
  lower: LowerCycle | undefined,
  member: Membership,
  now: string,
): Result<Decision<Cycle, 'CycleReplanned'>, Problem> {
  const permitted = permitCycleAction(state, 'plan', member)
  if (!permitted.ok) return permitted
  const next = plannedCycle(planned, scheme, candidates, lower, now)
  if (!next.ok) return next
  const { calledBackAt } = state
  return ok({
    next: { ...next.value, ...(calledBackAt === undefined ? {} : { calledBackAt }) },
    fact: { type: 'CycleReplanned', details: detailsOf(next.value) },
  })
}

const detailsOf = ({ name, schemeName, subjects, rollUp }: Cycle): FactDetailsOf<'CyclePlanned'> => ({
  name,
  scheme: schemeName,
  subjects: `${subjects.length}个`,
  ...(rollUp === undefined ? {} : { from: rollUp.fromName, items: `${rollUp.items.length}项` }),
})

/**
 * `candidates`: those of the named units that exist and are of the scheme's kind. `lower`: the cycle whose figures are added up
 * here.
 */
function plannedCycle(
  planned: PlannedCycle,
  scheme: SchemeRecord,
  candidates: ReadonlyMap<SubjectCode, Candidate>,
  lower: LowerCycle | undefined,
  now: string,
): Result<Cycle, Problem> {
  if (scheme.status !== 'trial' && scheme.status !== 'in-force')
    return err({
      code: 'transition-not-allowed',
      detail: `方案“${scheme.scheme.name}”现为“${SCHEME_STATUS_NAMES[scheme.status]}”，须先发布再建立周期`,
      pointer: '/schemeId',
    })
  const rolled = lower === undefined ? [] : rolledUpItems(scheme.scheme, lower.scheme)
  const errors = [...faultsOfCycle(planned, scheme, lower, rolled), ...faultsOfSubjects(planned, scheme, candidates)]
  const first = errors[0]
  if (first !== undefined)
    return err({
      code: 'invalid-input',
      detail: errors.length === 1 ? first.detail : `${first.detail}等${errors.length}处`,
      pointer: first.pointer,
      errors,
    })
  const { subjects, rollsUp: _named, ...rest } = planned
  return ok({
    ...rest,
    schemeId: scheme.id,
    schemeName: scheme.scheme.name,
    subjectKind: scheme.scheme.subjectKind,
    status: 'planned',
    subjects: subjects.map(({ code, group }) => {
      const candidate = candidates.get(code)
      if (candidate === undefined) throw new Error(`${code} was checked and is no candidate`)
      const { name, submissionId } = candidate
      return { code, name, group, ...(submissionId === undefined ? {} : { submissionId }) }
    }),
    ...(lower === undefined
      ? {}
      : { rollUp: { from: lower.cycle.id, fromName: lower.cycle.name, items: rolled.map((item) => item.code) } }),
    updatedAt: now,
  })
}

interface Fault {
  readonly pointer: string
  readonly detail: string
}

function faultsOfCycle(
  planned: PlannedCycle,
  scheme: SchemeRecord,
  lower: LowerCycle | undefined,
  rolled: readonly DataItem[],
): Fault[] {
  const errors: Fault[] = []
  const { subjectKind, name } = scheme.scheme
  const kindName = SUBJECT_KIND_NAMES[subjectKind]
  const source = SUBJECT_SOURCES[subjectKind]
  if (!isSameAssessor(planned, scheme))
    errors.push({ pointer: '/schemeId', detail: `“${name}”不是本级的方案，请先复制为本级方案` })
  if (source === null)
    errors.push({ pointer: '/schemeId', detail: `“${name}”考评${kindName}，${kindName}尚无名册，不能建立周期` })
  if (source?.from === 'duty-posts' && !staysInCounty(planned.id))
    errors.push({
      pointer: '/schemeId',
      detail: `${kindName}只由县级在本县考评，请由县级复制“${name}”为本县方案，再建立周期`,
    })
  if (planned.county !== undefined && (subjectKind === 'city' || subjectKind === 'county'))
    errors.push({ pointer: '/schemeId', detail: `县级只考评本县所属单位，“${name}”考评的是${kindName}` })
  if (planned.dataTo < planned.dataFrom) errors.push({ pointer: '/dataTo', detail: '数据截止日早于起始日' })
  if (planned.dueOn < planned.dataFrom) errors.push({ pointer: '/dueOn', detail: '填报截止日早于数据起始日' })
  if (planned.rollsUp) errors.push(...faultsOfLower(planned, kindName, source?.lower ?? [], lower, rolled))
  return errors
}

/** What is added up was assessed by the same commission, one level below, over the same stretch of time. */
function faultsOfLower(
  planned: PlannedCycle,
  kindName: string,
  lowerKinds: readonly SubjectKind[],
  lower: LowerCycle | undefined,
  rolled: readonly DataItem[],
): Fault[] {
  const pointer = '/rollUpFrom'
  if (lower === undefined || !isSameAssessor(planned, lower.cycle))
    return [{ pointer, detail: '没有找到要汇总的下级考评周期' }]
  const { name, subjectKind, dataFrom, dataTo } = lower.cycle
  if (!lowerKinds.includes(subjectKind))
    return [{ pointer, detail: `“${name}”考评${SUBJECT_KIND_NAMES[subjectKind]}，不能汇总为${kindName}的数据` }]
  if (dataFrom !== planned.dataFrom || dataTo !== planned.dataTo)
    return [
      { pointer, detail: `“${name}”的数据起止为${dayText(dataFrom)}至${dayText(dataTo)}，须与本周期一致才能汇总` },
    ]
  return rolled.length === 0 ? [{ pointer, detail: `与“${name}”的方案没有可以汇总的相同数据项` }] : []
}

/** 汇总的数据项: those that both schemes have under one code, in one unit and period, and that add up by their definition. */
function rolledUpItems(upper: Scheme, lower: Scheme): DataItem[] {
  const below = new Map(lower.items.map((item) => [item.code, item]))
  return upper.items.filter((item) => {
    const same = below.get(item.code)
    return (
      same !== undefined &&
      item.rollUp !== 'none' &&
      isTyped(item) &&
      item.countedFrom === undefined &&
      same.unit === item.unit &&
      same.period === item.period
    )
  })
}

function faultsOfSubjects(
  planned: PlannedCycle,
  scheme: SchemeRecord,
  candidates: ReadonlyMap<SubjectCode, Candidate>,
): Fault[] {
  const errors: Fault[] = []
  const kindName = SUBJECT_KIND_NAMES[scheme.scheme.subjectKind]
  const place = planned.county === undefined ? '本省' : '本县'
  const groups = new Set(scheme.scheme.groups.map((group) => group.code))
  const seen = new Set<string>()
  planned.subjects.forEach(({ code, group }, index) => {
    const isHere = planned.county === undefined || code.startsWith(`${planned.county}.`)
    if (!candidates.has(code) || !isHere)
      errors.push({ pointer: `/subjects/${index}/code`, detail: `“${code}”不是${place}在册的${kindName}` })
    if (seen.has(code)) errors.push({ pointer: `/subjects/${index}/code`, detail: `“${code}”重复列入` })
    if (!groups.has(group)) errors.push({ pointer: `/subjects/${index}/group`, detail: `方案中没有分组“${group}”` })
    seen.add(code)
  })
  return errors
}
