import { dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Procedure, Scorer } from '@anjie/contracts/vocabulary/procedure/procedure'
import { type PlannedStep, PROCEDURE_STEPS } from '@anjie/contracts/vocabulary/procedure/procedureStep'
import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { PROCEDURE_STEP_NAMES } from './procedureNames.ts'
import { permitProcedureAction } from './procedureTransitions.ts'

export interface GivenProcedure {
  readonly steps: readonly PlannedStep[]
  readonly scorers: readonly Pick<Scorer, 'unitId' | 'items'>[]
  readonly consulted: readonly Unit['id'][]
  readonly question?: string | undefined
}

export interface PlannedProcedure {
  readonly cycle: Decision<CycleHead, 'CycleStepsPlanned'>
  readonly procedure: Decision<Procedure, 'ProcedurePlanned'>
}

/** A cycle's procedure before anybody planned one. */
export const noProcedure = ({
  id,
  province,
  county,
  name,
  updatedAt,
}: Pick<CycleHead, 'id' | 'province' | 'county' | 'name' | 'updatedAt'>): Procedure => ({
  id,
  province,
  ...(county === undefined ? {} : { county }),
  cycleName: name,
  status: 'running',
  scorers: [],
  consulted: [],
  teams: [],
  updatedAt,
})

/**
 * 安排程序: which steps are on, until when, and who does them. What was done under an earlier plan stays as it is (checks.md B70). `items`: what
 * the commission fills in this cycle. `units`: those of the named units that stand today.
 */
export function planProcedure(
  cycle: CycleHead,
  state: Procedure,
  given: GivenProcedure,
  items: readonly DataItem[],
  units: ReadonlyMap<string, Pick<Unit, 'id' | 'name' | 'kind'>>,
  member: Membership,
  at: string,
): Result<PlannedProcedure, Problem> {
  const permitted = permitProcedureAction(state, 'plan', cycle, member)
  if (!permitted.ok) return permitted
  const errors = [...faultsOfSteps(cycle, given.steps), ...faultsOfPeople(cycle, given, items, units)]
  const [first] = errors
  if (first !== undefined)
    return err({
      code: 'invalid-input',
      detail: errors.length === 1 ? first.detail : `${first.detail}等${errors.length}处`,
      pointer: first.pointer,
      errors,
    })
  const steps = PROCEDURE_STEPS.flatMap((step) => given.steps.filter((each) => each.step === step))
  const nameOf = (id: string): string => units.get(id)?.name ?? id
  const { question: _former, ...kept } = state
  const { steps: _before, ...head } = cycle
  const said = steps.length === 0 ? '未启用' : steps.map(({ step }) => PROCEDURE_STEP_NAMES[step]).join('、')
  return ok({
    cycle: {
      next: { ...head, ...(steps.length === 0 ? {} : { steps }), updatedAt: at },
      fact: { type: 'CycleStepsPlanned', details: { steps: said } },
    },
    procedure: {
      next: {
        ...kept,
        scorers: given.scorers.map(({ unitId, items: own }) => ({ unitId, name: nameOf(unitId), items: own })),
        consulted: given.consulted.map((unitId) => ({ unitId, name: nameOf(unitId) })),
        ...(given.question === undefined ? {} : { question: given.question }),
        updatedAt: at,
      },
      fact: {
        type: 'ProcedurePlanned',
        details: { steps: said, scorers: `${given.scorers.length}个`, consulted: `${given.consulted.length}个` },
      },
    },
  })
}

interface Fault {
  readonly pointer: string
  readonly detail: string
}

function faultsOfSteps(cycle: CycleHead, steps: readonly PlannedStep[]): Fault[] {
  const seen = new Set<string>()
  return steps.flatMap(({ step, dueOn }, index): Fault[] => {
    const name = PROCEDURE_STEP_NAMES[step]
    const pointer = `/steps/${index}`
    const again = seen.has(step)
    seen.add(step)
    if (again) return [{ pointer: `${pointer}/step`, detail: `“${name}”重复列入` }]
    if (cycle.county === undefined && (step === 'department-scores' || step === 'consultation'))
      return [{ pointer: `${pointer}/step`, detail: `省级部门没有名册，“${name}”只能由县级考评启用` }]
    return dueOn < cycle.dataFrom
      ? [{ pointer: `${pointer}/dueOn`, detail: `“${name}”截止日早于数据起始日${dayText(cycle.dataFrom)}` }]
      : []
  })
}

function faultsOfPeople(
  { county }: CycleHead,
  { steps, scorers, consulted, question }: GivenProcedure,
  items: readonly DataItem[],
  units: ReadonlyMap<string, Pick<Unit, 'id' | 'name' | 'kind'>>,
): Fault[] {
  const errors: Fault[] = []
  const isOn = (step: PlannedStep['step']): boolean => steps.some((each) => each.step === step)
  const known = new Map(items.map((item) => [item.code, item.name]))
  const taken = new Map<string, string>()
  const faultOfUnit = (id: string, pointer: string): void => {
    const unit = units.get(id)
    if (unit === undefined || unit.kind !== 'department' || !id.startsWith(`${county}.`))
      errors.push({ pointer, detail: `“${unit?.name ?? id}”不是本县在册的部门` })
  }
  if (isOn('department-scores') && scorers.length === 0)
    errors.push({ pointer: '/scorers', detail: '启用部门评分，请至少安排一个评分部门及其指标' })
  scorers.forEach(({ unitId, items: own }, index) => {
    const pointer = `/scorers/${index}`
    faultOfUnit(unitId, `${pointer}/unitId`)
    for (const code of own) {
      const name = known.get(code)
      const other = taken.get(code)
      if (name === undefined)
        errors.push({ pointer: `${pointer}/items`, detail: `“${code}”不是考评方录入的数据项，不能交部门评分` })
      else if (other !== undefined)
        errors.push({
          pointer: `${pointer}/items`,
          detail: `“${name}”已由${units.get(other)?.name ?? other}评分，一项只由一个部门评`,
        })
      taken.set(code, unitId)
    }
  })
  if (isOn('consultation') && consulted.length === 0)
    errors.push({ pointer: '/consulted', detail: '启用征求意见，请至少选择一个部门' })
  if (isOn('consultation') && question === undefined)
    errors.push({ pointer: '/question', detail: '请写明征求意见的事项' })
  consulted.forEach((unitId, index) => {
    faultOfUnit(unitId, `/consulted/${index}`)
    if (consulted.indexOf(unitId) !== index)
      errors.push({ pointer: `/consulted/${index}`, detail: `“${units.get(unitId)?.name ?? unitId}”重复列入` })
  })
  return errors
}
