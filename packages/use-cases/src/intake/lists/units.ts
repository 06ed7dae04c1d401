import { beijingDate } from '@anjie/calendar-cn'
import { ApprovalReference } from '@anjie/contracts/vocabulary/divisions/divisions'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import type { StagedRow } from '@anjie/contracts/vocabulary/intake/importBatch'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { type PlannedRow, planUnitRows } from '@anjie/domain/intake/planUnitRows'
import { unitForm } from '@anjie/domain/intake/unitForm'
import { unitRowChanges, unitVerb } from '@anjie/domain/intake/unitRowPlan'
import { unitSheetRow } from '@anjie/domain/intake/unitSheetRow'
import { naturalId } from '@anjie/domain/naturalId'
import { unitIdentity } from '@anjie/domain/units/unitIdentity'
import { ok } from '@anjie/kernel'
import { z } from 'zod'
import type { CommandContext } from '../../ports.ts'
import { listUnits } from '../../units/listUnits.ts'
import { importList, type RowPlan } from './importList.ts'

const name = Unit.shape.name
const seen = { unitId: UnitId, version: z.int() }
const mark = { on: PlainDate, approvalReference: ApprovalReference }

const Step = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('register'),
    kind: UnitKind,
    name,
    validFrom: PlainDate,
    parentId: UnitId.optional(),
    /** A township that an earlier row of the same file registers. */
    parentName: name.optional(),
  }),
  z.object({ act: z.literal('rename'), ...seen, ...mark, name, parentId: UnitId.optional() }),
  z.object({ act: z.literal('end'), ...seen, ...mark, successors: z.array(UnitId).max(1) }),
])
type Step = z.infer<typeof Step>

type Listed = Unit & { readonly version: number }

/** 单位登记和变动表: a county's townships, villages and other units come in by it, and change by it. */
export const units = importList<Step>({
  step: Step,

  sheet: async (context) => {
    const listed = await listUnits(context, { params: {}, query: {}, body: {} })
    if (!listed.ok) return listed
    return ok({
      about: unitForm.name,
      form: unitForm,
      rows: listed.value.units
        .filter(({ validTo }) => validTo === undefined)
        .map((unit) => ({ values: valuesOf(unit) })),
      given: [],
      defaults: [
        { field: 'validFrom', value: beijingDate(context.now) },
        { field: 'on', value: beijingDate(context.now) },
        { field: 'basis' },
      ],
    })
  },

  plan: async (context, { defaults, rows }) => {
    const listed = await listUnits(context, { params: {}, query: {}, body: {} })
    if (!listed.ok) return listed
    const register: Listed[] = listed.value.units.map((unit) => ({ ...Unit.parse(unit), version: unit.version }))
    const versions = new Map(register.map(({ id, version }) => [id, version]))
    const today = beijingDate(context.now)
    const day = (field: string): PlainDate => PlainDate.safeParse(defaults[field]).data ?? today
    const planned = planUnitRows(
      rows.map(({ values, ...place }) => unitSheetRow(place, new Map(values))),
      register,
      { validFrom: day('validFrom'), on: day('on'), basis: defaults['basis'] ?? '' },
      { today, now: context.now },
    )
    return ok(planned.map((row, at) => rowPlan(row, at, versions)))
  },

  apply: (context, step, { idempotencyKey }) => {
    if (step.act === 'register') {
      const { kind, name: called, validFrom } = step
      const parentId = step.parentId ?? townshipId(context, step.parentName)
      const body = { kind, name: called, validFrom, ...(parentId === undefined ? {} : { parentId }) }
      return context.carryOut('registerUnit', { params: {}, query: {}, body }, { idempotencyKey })
    }
    const { unitId, version, on, approvalReference } = step
    const call = { idempotencyKey, ifMatch: version }
    if (step.act === 'end') {
      const body = { successors: step.successors, on, approvalReference }
      return context.carryOut('endUnit', { params: { unitId }, query: {}, body }, call)
    }
    const body = {
      name: step.name,
      on,
      approvalReference,
      ...(step.parentId === undefined ? {} : { parentId: step.parentId }),
    }
    return context.carryOut('changeUnit', { params: { unitId }, query: {}, body }, call)
  },

  putBack: (context, _step, { id, version }, { idempotencyKey, reason }) =>
    context.carryOut(
      'takeBackUnitStep',
      { params: { unitId: UnitId.parse(id) }, query: {}, body: { reason } },
      { idempotencyKey, ifMatch: version },
    ),
})

/** The id of a township follows from its name, so that a row finds the one that another row registered. */
function townshipId({ scope, digest }: CommandContext, called: string | undefined): UnitId | undefined {
  if (called === undefined || scope.level !== 'county') return undefined
  const identity = unitIdentity({ county: scope.county, kind: 'township', name: called })
  return UnitId.parse(`${scope.county}.${naturalId(digest(identity))}`)
}

function valuesOf({
  parentName,
  name: called,
  kind,
  validFrom,
}: {
  readonly [F in 'name' | 'kind' | 'validFrom']: string
} & { readonly parentName?: string | undefined }): StagedRow['values'] {
  return [
    ...(parentName === undefined ? [] : [['township', parentName] as [string, string]]),
    ['name', called],
    ['kind', kind],
    ['validFrom', validFrom],
  ]
}

/** Townships come before what lies in them. Changes follow one after the other, townships last: what lies in them moves along. */
const TOWNSHIPS = 0
const REGISTRATIONS = 1
const CHANGES = 2
const TOWNSHIP_CHANGES = 1_000_000

function rowPlan({ row, step }: PlannedRow, at: number, versions: ReadonlyMap<UnitId, number>): RowPlan<Step> {
  const title = row.name
  if (step.act === 'refused') return { effect: 'refused', title, faults: [{ field: step.field, message: step.reason }] }
  if (step.act === 'settled') return { effect: 'same', title }
  const shown = { title, verb: unitVerb(step), changes: unitRowChanges(step) }
  if (step.act === 'register') {
    const { kind, name: called, validFrom, parent, parentName } = step
    return {
      ...shown,
      effect: 'new',
      stage: kind === 'township' ? TOWNSHIPS : REGISTRATIONS,
      step: {
        act: 'register',
        kind,
        name: called,
        validFrom,
        ...(parent === undefined ? {} : { parentId: parent.id }),
        ...(parentName === undefined ? {} : { parentName }),
      },
    }
  }
  const { unit, on } = step
  const basis = ApprovalReference.safeParse(step.basis)
  if (!basis.success)
    return {
      effect: 'refused',
      title,
      faults: [{ field: 'basis', message: `批准依据：${basis.error.issues[0]?.message ?? ''}` }],
    }
  const common = { unitId: unit.id, version: versions.get(unit.id) ?? 0, on, approvalReference: basis.data }
  return {
    ...shown,
    effect: 'changed',
    stage: (unit.kind === 'township' ? TOWNSHIP_CHANGES : CHANGES) + at,
    step:
      step.act === 'rename'
        ? {
            act: 'rename',
            ...common,
            name: step.name,
            ...(unit.parentId === undefined ? {} : { parentId: unit.parentId }),
          }
        : { act: 'end', ...common, successors: step.act === 'merge' ? [step.into.id] : [] },
  }
}
