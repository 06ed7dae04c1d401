import { addDays, dayText } from '@anjie/calendar-cn'
import type {
  CountyCode,
  DivisionChange,
  DivisionChangeId,
  DivisionChangeKind,
  DivisionTree,
} from '@anjie/contracts/vocabulary/divisions/divisions'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { DIVISION_CHANGE_KIND_NAMES } from './divisionChangeKindNames.ts'

export interface RequestedDivisionChange extends Pick<DivisionChange, 'kind' | 'on' | 'approvalReference'> {
  readonly from: readonly CountyCode[]
  /** The name of a county that the change sets up, or the new one of a county that is renamed. */
  readonly to: readonly { readonly code: CountyCode; readonly name?: string | undefined }[]
}

type Fault = NonNullable<Problem['errors']>[number]

/**
 * 登记区划变更: ends the counties that ceased, sets up the new ones, and keeps both sides with the names of that day. Nothing
 * of what they did before is moved: figures, titles and posts stay under the code under which they came.
 */
export function recordDivisionChange(
  tree: DivisionTree,
  requested: RequestedDivisionChange,
  id: DivisionChangeId,
  today: PlainDate,
): Result<Decision<DivisionTree, 'DivisionsChanged'>, Problem> {
  const faults = faultsOf(tree, requested, today)
  const [first] = faults
  if (first !== undefined) {
    return err({ code: 'invalid-input', detail: first.detail, pointer: first.pointer, errors: faults })
  }
  const { kind, on, approvalReference } = requested
  const nameOf = (code: CountyCode): string => tree.counties.find((county) => county.code === code)?.name ?? code
  const change: DivisionChange = {
    id,
    kind,
    on,
    approvalReference,
    from: requested.from.map((code) => ({ code, name: nameOf(code) })),
    to: requested.to.map(({ code, name }) => ({ code, name: name ?? nameOf(code) })),
  }
  const from = new Set<string>(requested.from)
  const to = new Map<string, string>(change.to.map(({ code, name }) => [code, name]))
  const known = new Set<string>(tree.counties.map(({ code }) => code))
  const kept = tree.counties.map((county) => {
    if (from.has(county.code) && !to.has(county.code)) return { ...county, validTo: addDays(on, -1) }
    return { ...county, name: to.get(county.code) ?? county.name }
  })
  const made = change.to.flatMap(({ code, name }) => {
    const city = cityOf(tree, code)
    return known.has(code) || city === undefined ? [] : [{ code, name, city: city.code, validFrom: on }]
  })
  const counties = [...kept, ...made].toSorted((one, other) => (one.code < other.code ? -1 : 1))
  return ok({
    next: { ...tree, counties, changes: [...(tree.changes ?? []), change] },
    fact: {
      type: 'DivisionsChanged',
      details: {
        kind: DIVISION_CHANGE_KIND_NAMES[kind],
        from: listOf(change.from),
        to: listOf(change.to),
        on,
        approvalReference,
      },
    },
  })
}

/** `甲县（990101）、乙县（990102）` */
export const listOf = (counties: DivisionChange['from']): string =>
  counties.map(({ code, name }) => `${name}（${code}）`).join('、')

const cityOf = ({ cities }: DivisionTree, code: string) => cities.find((city) => code.startsWith(city.code))

/** How many counties stand on each side: at least so many, and one exactly where it says one. */
const SIDES = {
  renamed: { from: 1, to: 1, sentence: '更名是一个县（市、区）改为一个' },
  merged: { from: 2, to: 1, sentence: '合并是两个以上县（市、区）并为一个；并入现有县的，也把该县列为原单位' },
  split: { from: 1, to: 2, sentence: '分设是一个县（市、区）分为两个以上；原县保留的，也把该县列为现单位' },
} as const satisfies Record<DivisionChangeKind, { from: number; to: number; sentence: string }>

function faultsOf(tree: DivisionTree, requested: RequestedDivisionChange, today: PlainDate): Fault[] {
  const repeated = repetitionOf(tree, requested)
  if (repeated !== undefined) return [repeated]
  return [...dayFaults(tree, requested, today), ...sideFaults(requested), ...fromFaults(tree, requested)].concat(
    toFaults(tree, requested),
  )
}

function repetitionOf(tree: DivisionTree, { kind, on, from, to }: RequestedDivisionChange): Fault | undefined {
  const same = (tree.changes ?? []).some(
    (change) =>
      change.kind === kind &&
      change.on === on &&
      sameCodes(change.from, from) &&
      sameCodes(
        change.to,
        to.map(({ code }) => code),
      ),
  )
  return same ? { pointer: '/from', detail: `${dayText(on)}的这项变更已登记过，不必重复登记` } : undefined
}

const sameCodes = (counties: DivisionChange['from'], codes: readonly string[]): boolean =>
  counties.length === new Set(codes).size && counties.every(({ code }) => codes.includes(code))

function dayFaults(tree: DivisionTree, requested: RequestedDivisionChange, today: PlainDate): Fault[] {
  const { on } = requested
  if (on > today)
    return [{ pointer: '/on', detail: `变更日期${dayText(on)}晚于今天（${dayText(today)}），请在生效后登记` }]
  const codes = new Set<string>([...requested.from, ...requested.to.map(({ code }) => code)])
  const later = (tree.changes ?? []).find(
    (change) => change.on > on && [...change.from, ...change.to].some(({ code }) => codes.has(code)),
  )
  return later === undefined
    ? []
    : [
        {
          pointer: '/on',
          detail: `其中的单位已登记${dayText(later.on)}的变更，变更须按先后登记；确需补登的，请先撤销那一项`,
        },
      ]
}

function sideFaults({ kind, from, to }: RequestedDivisionChange): Fault[] {
  const sides = SIDES[kind]
  const fits = (side: readonly unknown[], wanted: number) => (wanted === 1 ? side.length === 1 : side.length >= wanted)
  return [
    ...(fits(from, sides.from) ? [] : [{ pointer: '/from', detail: sides.sentence }]),
    ...(fits(to, sides.to) ? [] : [{ pointer: '/to', detail: sides.sentence }]),
  ]
}

function fromFaults({ counties, province }: DivisionTree, { from, on }: RequestedDivisionChange): Fault[] {
  return from.flatMap((code, index) => {
    const pointer = `/from/${index}`
    const county = counties.find((each) => each.code === code)
    if (from.indexOf(code) < index) return [{ pointer, detail: `“${code}”重复列入` }]
    if (county === undefined) return [{ pointer, detail: `${province.name}没有代码为${code}的县（市、区）` }]
    if (county.validTo !== undefined)
      return [{ pointer, detail: `${county.name}（${code}）存续至${dayText(county.validTo)}，已不是现行单位` }]
    if (county.validFrom !== undefined && county.validFrom > on)
      return [{ pointer: '/on', detail: `${county.name}自${dayText(county.validFrom)}起设立，变更日期不能更早` }]
    return []
  })
}

function toFaults(tree: DivisionTree, { kind, from, to }: RequestedDivisionChange): Fault[] {
  const ending = new Set<string>(from.filter((code) => !to.some((each) => each.code === code)))
  return to.flatMap(({ code, name }, index): Fault[] => {
    const fault = (field: 'code' | 'name', detail: string): Fault[] => [{ pointer: `/to/${index}/${field}`, detail }]
    if (to.findIndex((each) => each.code === code) < index) return fault('code', `“${code}”重复列入`)
    const city = cityOf(tree, code)
    if (city === undefined) return fault('code', `“${code}”的前四位不是${tree.province.name}的市级代码`)
    const county = tree.counties.find((each) => each.code === code)
    if (county?.validTo !== undefined) {
      const detail = `“${code}”是${county.name}用过的代码，该县存续至${dayText(county.validTo)}，不能再作为变更后的单位`
      return fault('code', detail)
    }
    if (county === undefined && name === undefined)
      return fault('name', `“${code}”不在区划名单内，请填写新设单位的名称`)
    const renames = kind === 'renamed' && from.includes(code)
    if (renames && (name === undefined || name === county?.name))
      return fault('name', `名称和代码都没有变化，请填写${county?.name ?? code}的新名称`)
    if (!renames && county !== undefined && name !== undefined && name !== county.name)
      return fault('name', `${code}现为“${county.name}”；改名请另登记一项更名`)
    const finalName = name ?? county?.name
    const namesake = to
      .slice(0, index)
      .some((each) => each.name === finalName && cityOf(tree, each.code)?.code === city.code)
    const taken = tree.counties.some(
      (each) =>
        each.code !== code &&
        each.city === city.code &&
        each.name === finalName &&
        each.validTo === undefined &&
        !ending.has(each.code),
    )
    return namesake || taken ? fault('name', `${city.name}已有“${finalName}”`) : []
  })
}
