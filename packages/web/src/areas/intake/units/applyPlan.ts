import { ApprovalReference } from '@anjie/contracts/vocabulary/divisions/divisions'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import type { PlannedRow, UnitStep } from '@anjie/domain/intake/planUnitRows'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'
import { inParallel } from '@anjie/kernel'
import type { ApiClient } from '../../../app/api/apiClient.ts'
import { randomKey } from '../../../app/api/intentKeys.ts'
import { OPERATIONS } from '../../../app/api/operations.ts'
import { intakeWords as words } from '../../../locales/zh-CN/intake.ts'
import { asApiProblem } from '../../../ui/apiProblem.ts'

/** What became of a row: undefined, it was done. */
export type RowOutcome = string | undefined

type Done = (planned: PlannedRow, outcome: RowOutcome) => void
type Registration = Extract<UnitStep, { act: 'register' }>

/** As many registrations at once as the service takes from one desk without others noticing. */
const WIDTH = 4

const townshipKey = (name: string): string => unitNameKey(name, 'township')

/**
 * Carries a plan out, row by row and each row whole: townships first, because others lie in them, then registrations, then changes
 * of single units, townships last, because what lies in them follows. A row that is refused stays out, and the others go on.
 */
export async function applyPlan(
  api: ApiClient,
  planned: readonly PlannedRow[],
  versions: ReadonlyMap<string, number>,
  onDone: Done,
): Promise<void> {
  const townships = new Map<string, UnitId>()
  const current = new Map(versions)
  const isOf = (row: PlannedRow, ...acts: readonly UnitStep['act'][]) => acts.includes(row.step.act)
  const registrations = planned.filter((row) => isOf(row, 'register'))
  const first = registrations.filter(({ step }) => step.act === 'register' && step.kind === 'township')
  for (const part of [first, registrations.filter((row) => !first.includes(row))])
    await inParallel(part, WIDTH, async (row) => onDone(row, await register(api, row, townships)))
  const changes = planned.filter((row) => isOf(row, 'rename', 'merge', 'end'))
  const isTownship = ({ step }: PlannedRow) => 'unit' in step && step.unit.kind === 'township'
  for (const row of [...changes.filter((each) => !isTownship(each)), ...changes.filter(isTownship)])
    onDone(row, await change(api, row.step, current))
}

async function register(api: ApiClient, { step }: PlannedRow, townships: Map<string, UnitId>): Promise<RowOutcome> {
  if (step.act !== 'register') return undefined
  const parentId = parentOf(step, townships)
  if (step.parentName !== undefined && parentId === undefined) return words.parentMissing
  return outcomeOf(async (idempotencyKey) => {
    const { kind, name, validFrom } = step
    const body = { kind, name, validFrom, ...(parentId === undefined ? {} : { parentId }) }
    const reply = await api.call(OPERATIONS.registerUnit, { body }, { idempotencyKey })
    if (kind === 'township') townships.set(townshipKey(name), UnitId.parse(reply.id))
  })
}

const parentOf = ({ parent, parentName }: Registration, townships: ReadonlyMap<string, UnitId>): UnitId | undefined =>
  parent?.id ?? (parentName === undefined ? undefined : townships.get(townshipKey(parentName)))

async function change(api: ApiClient, step: UnitStep, versions: Map<string, number>): Promise<RowOutcome> {
  if (step.act !== 'rename' && step.act !== 'merge' && step.act !== 'end') return undefined
  const { unit, on } = step
  const basis = ApprovalReference.safeParse(step.basis)
  if (!basis.success) return `${words.basis}：${basis.error.issues[0]?.message ?? ''}`
  const approvalReference = basis.data
  return outcomeOf(async (idempotencyKey) => {
    const to = { params: { unitId: unit.id }, ifMatch: versions.get(unit.id) ?? 0 }
    const parent = unit.parentId === undefined ? {} : { parentId: unit.parentId }
    const reply =
      step.act === 'rename'
        ? await api.call(
            OPERATIONS.changeUnit,
            { ...to, body: { name: step.name, on, approvalReference, ...parent } },
            { idempotencyKey },
          )
        : await api.call(
            OPERATIONS.endUnit,
            { ...to, body: { successors: step.act === 'merge' ? [step.into.id] : [], on, approvalReference } },
            { idempotencyKey },
          )
    versions.set(unit.id, reply.version)
  })
}

/** Once more with the same key where no answer came: it is done once, however often it is sent. */
async function outcomeOf(work: (idempotencyKey: string) => Promise<void>): Promise<RowOutcome> {
  const key = randomKey()
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work(key)
      return undefined
    } catch (thrown) {
      const problem = asApiProblem(thrown)
      if (!problem.outcomeUnknown) return problem.body.detail
      if (attempt === 3) return words.unknownOutcome
    }
  }
}
