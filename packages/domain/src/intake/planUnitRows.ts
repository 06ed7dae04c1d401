import { dayText } from '@anjie/calendar-cn'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { UNIT_KINDS, type UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { nearestNames } from '../divisions/nearestNames.ts'
import { changedUnit } from '../units/changedUnit.ts'
import { endedUnit } from '../units/endedUnit.ts'
import { looksTheSame } from '../units/unitIdentity.ts'
import { UNIT_KIND_NAMES } from '../units/unitKindNames.ts'
import { unitNameKey } from '../units/unitNameKey.ts'
import { parentFault } from '../units/unitParent.ts'
import type { UnitSheetChange } from './unitForm.ts'

/** One row of the sheet as it was read. */
export interface UnitSheetRow {
  readonly sheet: string
  readonly row: number
  readonly name: string
  readonly township?: string | undefined
  readonly kind?: UnitKind | undefined
  readonly validFrom?: PlainDate | undefined
  readonly change: UnitSheetChange
  readonly to?: string | undefined
  readonly on?: PlainDate | undefined
  readonly basis?: string | undefined
}

/** What holds where a row says nothing. */
export interface UnitSheetDefaults {
  readonly validFrom: PlainDate
  readonly on: PlainDate
  readonly basis: string
}

/** What a row will do. `settled`: it is so already. `refused`: it stays out, with the column at fault. */
export type UnitStep =
  | { readonly act: 'settled'; readonly unit: Unit }
  | {
      readonly act: 'register'
      readonly kind: UnitKind
      readonly name: string
      readonly validFrom: PlainDate
      /** Registered already. */
      readonly parent?: Unit
      /** Registered by an earlier row of the same sheet. */
      readonly parentName?: string
    }
  | {
      readonly act: 'rename'
      readonly unit: Unit
      readonly name: string
      readonly on: PlainDate
      readonly basis: string
    }
  | { readonly act: 'merge'; readonly unit: Unit; readonly into: Unit; readonly on: PlainDate; readonly basis: string }
  | { readonly act: 'end'; readonly unit: Unit; readonly on: PlainDate; readonly basis: string }
  | { readonly act: 'refused'; readonly field: string; readonly reason: string }

export interface PlannedRow {
  readonly row: UnitSheetRow
  readonly step: UnitStep
}

interface Register {
  readonly units: readonly Unit[]
  readonly index: RegisterIndex
  /** Townships and other units that earlier rows register: by kind and name. */
  readonly coming: Map<string, UnitSheetRow>
  readonly defaults: UnitSheetDefaults
  readonly today: PlainDate
  readonly now: string
}

/** The register as rows ask it: a county's file may have as many rows as its register. */
interface RegisterIndex {
  /** Of a kind, by a name in any spelling; those that ended among them. */
  called(kind: UnitKind, name: string): readonly Unit[]
  calledOfAnyKind(name: string): readonly Unit[]
  readonly byId: ReadonlyMap<string, Unit>
  /** Current units by the township that they lie in. */
  readonly below: ReadonlyMap<string | undefined, readonly Unit[]>
  readonly renamed: readonly Unit[]
  readonly ended: readonly Unit[]
  readonly currentNames: readonly string[]
  /** The nearest names of a list, for as many rows as somebody looks at; comparing all of them with all would take minutes. */
  nearest(name: string, names: readonly string[]): readonly string[]
}

const NEAREST_ASKED = 60

function indexOf(units: readonly Unit[]): RegisterIndex {
  const byName = Map.groupBy(units, ({ kind, name }) => `${kind}\n${unitNameKey(name, kind)}`)
  const current = units.filter(isCurrent)
  let asked = 0
  const called = (kind: UnitKind, name: string) => byName.get(`${kind}\n${unitNameKey(name, kind)}`) ?? []
  return {
    called,
    calledOfAnyKind: (name) => UNIT_KINDS.flatMap((kind) => called(kind, name)),
    byId: new Map(units.map((unit) => [unit.id, unit])),
    below: Map.groupBy(current, ({ parentId }) => parentId),
    renamed: units.filter(({ formerNames = [] }) => formerNames.length > 0),
    ended: units.filter((unit) => !isCurrent(unit)),
    currentNames: current.map(({ name }) => name),
    nearest: (name, names) => {
      asked += 1
      return asked > NEAREST_ASKED ? [] : nearestNames(name, names)
    },
  }
}

const WITH_TOWNSHIP: ReadonlySet<UnitKind> = new Set(['village', 'community'])
const WITHOUT_TOWNSHIP: ReadonlySet<UnitKind> = new Set(['township', 'department'])

/**
 * 导入预览: what each row will do to the register, decided by the same rules as a single change, before anything is written. Rows of
 * townships count first, because others lie in them. The same sheet once more finds everything settled.
 */
export function planUnitRows(
  rows: readonly UnitSheetRow[],
  units: readonly Unit[],
  defaults: UnitSheetDefaults,
  { today, now }: { readonly today: PlainDate; readonly now: string },
): readonly PlannedRow[] {
  const register: Register = { units, index: indexOf(units), coming: new Map(), defaults, today, now }
  const isTownship = ({ kind, change }: UnitSheetRow): boolean => kind === 'township' && change === 'register'
  const steps = new Map<UnitSheetRow, UnitStep>()
  for (const row of [...rows.filter(isTownship), ...rows.filter((each) => !isTownship(each))])
    steps.set(row, stepOf(row, register))
  return rows.map((row) => ({ row, step: steps.get(row) ?? refused('name', '没有看懂这一行') }))
}

const refused = (field: string, reason: string): UnitStep => ({ act: 'refused', field, reason })
const isCurrent = ({ validTo }: Unit): boolean => validTo === undefined
const sameName = (unit: Unit, name: string): boolean =>
  unitNameKey(unit.name, unit.kind) === unitNameKey(name, unit.kind)

const stepOf = (row: UnitSheetRow, register: Register): UnitStep =>
  row.change === 'register' ? registration(row, register) : changeOf(row, row.change, register)

const comingKey = (kind: UnitKind, name: string, township = ''): string =>
  JSON.stringify([kind, unitNameKey(name, kind), unitNameKey(township, 'township')])

function registration(row: UnitSheetRow, register: Register): UnitStep {
  const { kind, name } = row
  if (kind === undefined) return refused('kind', `没有写类型；请填${'“村”“社区”“乡镇（街道）”'}等`)
  const place = WITHOUT_TOWNSHIP.has(kind) ? undefined : row.township
  if (place === undefined && WITH_TOWNSHIP.has(kind))
    return refused('township', `${UNIT_KIND_NAMES[kind]}要写所属乡镇（街道）`)
  const parent = place === undefined ? undefined : townshipCalled(place, register)
  const parentComing = place !== undefined && register.coming.has(comingKey('township', place))
  if (place !== undefined && parent === undefined && !parentComing) return unknownTownship(place, register)
  const fault = parent === undefined ? undefined : parentFault(kind, parent)
  if (fault !== undefined) return refused('township', fault.detail)
  const namesakes = register.index.called(kind, name).filter(isCurrent)
  const twin = namesakes.find((unit) => unit.parentId === parent?.id)
  if (twin !== undefined && looksTheSame(twin.name, name)) return { act: 'settled', unit: twin }
  if (twin !== undefined)
    return refused(
      'name',
      `已登记过“${twin.name}”，可能是同一个单位；是就改成一样的名称，不是请在“单位”页单独登记并确认`,
    )
  // A township may have been taken over from the row above; where a kind can do without, the same name elsewhere is asked about.
  const elsewhere = WITH_TOWNSHIP.has(kind) ? undefined : namesakes[0]
  if (elsewhere !== undefined)
    return refused(
      'township',
      `已登记过“${elsewhere.name}”（${elsewhere.parentName ?? '县直'}）；是同一个就改正所属乡镇（街道），不是请在“单位”页单独登记`,
    )
  const renamed = formerly(name, register, (unit) => unit.kind === kind && unit.parentId === parent?.id)
  if (renamed !== undefined) return refused('name', `“${name}”是“${renamed.name}”的曾用名；请改用现在的名称`)
  const key = comingKey(kind, name, place)
  const before = register.coming.get(key)
  if (before !== undefined) return refused('name', `与第 ${before.row} 行是同一个单位；请只留一行`)
  register.coming.set(key, row)
  if (kind === 'township') register.coming.set(comingKey('township', name), row)
  return {
    act: 'register',
    kind,
    name,
    validFrom: row.validFrom ?? register.defaults.validFrom,
    ...(parent === undefined ? {} : { parent }),
    ...(parent === undefined && place !== undefined ? { parentName: place } : {}),
  }
}

const townshipCalled = (name: string, { index }: Register): Unit | undefined =>
  index.called('township', name).find(isCurrent) ??
  index.renamed.find(
    (unit) =>
      unit.kind === 'township' &&
      isCurrent(unit) &&
      (unit.formerNames ?? []).some((former) => looksTheSame(former.name, name)),
  )

function unknownTownship(name: string, { units, index }: Register): UnitStep {
  const names = units.filter((unit) => unit.kind === 'township' && isCurrent(unit)).map((unit) => unit.name)
  const near = index.nearest(name, names).map((each) => `“${each}”`)
  const meant = near.length === 0 ? '' : `，相近的有${near.join('、')}`
  return refused('township', `没有登记过“${name}”${meant}；请改正名称，或先在表里登记这个乡镇（街道）`)
}

const formerly = (name: string, { index }: Register, fits: (unit: Unit) => boolean): Unit | undefined =>
  index.renamed.find(
    (unit) =>
      fits(unit) && isCurrent(unit) && (unit.formerNames ?? []).some((former) => looksTheSame(former.name, name)),
  )

function changeOf(row: UnitSheetRow, change: Exclude<UnitSheetChange, 'register'>, register: Register): UnitStep {
  const done = alreadyDone(row, change, register)
  if (done !== undefined) return { act: 'settled', unit: done }
  const found = unitCalled(row, register)
  if ('reason' in found) return refused('name', found.reason)
  const { unit } = found
  const on = row.on ?? register.defaults.on
  const basis = row.basis ?? register.defaults.basis
  if (basis.trim() === '') return refused('basis', '没有写批准依据；请填文号，或在导入时写明')
  if (change === 'end') return decided(ending(unit, [], register, { on, basis }), { act: 'end', unit, on, basis })
  const { to } = row
  if (to === undefined) return refused('to', change === 'rename' ? '更名没有写新名称' : '没有写并入哪个单位')
  if (change === 'rename') return renaming(unit, to, register, { on, basis })
  const into = unitCalled({ ...row, name: to }, register, unit)
  if ('reason' in into) return refused('to', into.reason)
  const step = { act: 'merge', unit, into: into.unit, on, basis } as const
  return decided(ending(unit, [into.unit], register, { on, basis }), step)
}

interface Mark {
  readonly on: PlainDate
  readonly basis: string
}

function renaming(unit: Unit, name: string, { index, today, now }: Register, { on, basis }: Mark): UnitStep {
  const twin = index
    .called(unit.kind, name)
    .find((each) => each.id !== unit.id && isCurrent(each) && each.parentId === unit.parentId)
  if (twin !== undefined) return refused('to', `已登记过“${twin.name}”；是合并请把变动改为“并入”`)
  const parent = unit.parentId === undefined ? undefined : index.byId.get(unit.parentId)
  const decision = changedUnit(unit, { name, parent, on, approvalReference: basis, today, now })
  return decided(decision.ok ? undefined : decision.error, { act: 'rename', unit, name, on, basis })
}

function ending(
  unit: Unit,
  successors: readonly Unit[],
  { index, today, now }: Register,
  { on, basis }: Mark,
): Problem | undefined {
  const below = index.below.get(unit.id) ?? []
  // Open applications are known to the server alone; it refuses then.
  const decision = endedUnit(unit, {
    successors,
    on,
    approvalReference: basis,
    openApplications: [],
    below,
    today,
    now,
  })
  return decision.ok ? undefined : decision.error
}

const FIELD_OF: Readonly<Record<string, string>> = {
  '/on': 'on',
  '/name': 'to',
  '/successors': 'to',
  '/successors/0': 'to',
}

const decided = (problem: Problem | undefined, step: UnitStep): UnitStep =>
  problem === undefined ? step : refused(FIELD_OF[problem.pointer ?? ''] ?? 'name', problem.detail)

/** The unit that a row names: by name, kind and township as far as it writes them. */
function unitCalled(
  { name, kind, township }: Pick<UnitSheetRow, 'name' | 'kind' | 'township'>,
  register: Register,
  beside?: Unit,
): { readonly unit: Unit } | { readonly reason: string } {
  const place = township === undefined ? undefined : townshipCalled(township, register)
  const { index } = register
  const fits = index
    .calledOfAnyKind(name)
    .filter((unit) => isCurrent(unit) && (kind === undefined || beside !== undefined || unit.kind === kind))
  // What lies in no township is meant whatever township was taken over from the row above.
  const near = fits.filter(
    (unit) => place === undefined || unit.parentId === place.id || WITHOUT_TOWNSHIP.has(unit.kind),
  )
  const found = near.length > 0 ? near : beside === undefined ? [] : fits
  const [unit, ...others] = found
  if (unit === undefined) {
    const gone = index.ended.find((each) => looksTheSame(each.name, name))
    if (gone?.validTo !== undefined)
      return { reason: `“${gone.name}”存续至${dayText(gone.validTo)}，已撤并，不能再变动` }
    const names = index.nearest(name, index.currentNames).map((each) => `“${each}”`)
    return { reason: `没有登记过“${name}”${names.length === 0 ? '' : `，相近的有${names.join('、')}`}；请改正名称` }
  }
  if (others.length > 0) return { reason: `有 ${found.length} 个“${name}”；请写上所属乡镇（街道）和类型` }
  return { unit }
}

/** Whether the register says already what the row wants: the same sheet once more. */
function alreadyDone(
  row: UnitSheetRow,
  change: Exclude<UnitSheetChange, 'register'>,
  { index }: Register,
): Unit | undefined {
  const { name, to, kind } = row
  const fits = (unit: Unit): boolean => kind === undefined || unit.kind === kind
  if (change === 'rename')
    return index.renamed.find(
      (unit) =>
        fits(unit) &&
        to !== undefined &&
        looksTheSame(unit.name, to) &&
        (unit.formerNames ?? []).some((former) => looksTheSame(former.name, name)),
    )
  if (index.calledOfAnyKind(name).some((unit) => fits(unit) && isCurrent(unit))) return undefined
  return index.ended.find((unit) => {
    if (!fits(unit) || !looksTheSame(unit.name, name)) return false
    const heirs = unit.successors.flatMap((id) => index.byId.get(id) ?? [])
    return change === 'end' ? heirs.length === 0 : to !== undefined && heirs.some((heir) => sameName(heir, to))
  })
}
