import { beijingDate } from '@anjie/calendar-cn'
import type {
  getRegister as getOperation,
  listRegisterHolders as holdersOperation,
  listRegisters as listOperation,
} from '@anjie/contracts/operations/registers'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Register } from '@anjie/contracts/vocabulary/registers/register'
import type { Holder } from '@anjie/contracts/vocabulary/registers/registerRow'
import { isCurrentCounty } from '@anjie/domain/divisions/isCurrentCounty'
import { columnsSeenBy } from '@anjie/domain/registers/columnsSeen'
import { dueOnOf, periodOfDay, periodsUpTo } from '@anjie/domain/registers/periods'
import { inParallel, ok } from '@anjie/kernel'
import { allRows } from '../allRows.ts'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, QueryContext } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { refOf } from './registerRef.ts'
import { totalsOf, totalsSeen } from './totals.ts'

const AT_ONCE = 8
/** Counties on one page of who has filled: each is a question of its own. */
const COUNTIES_A_PAGE = 20
/** Periods that one may look back to. */
export const PERIODS_OFFERED = 12

export const dueOn = (register: Pick<Register, 'dueDays'>, period: string): { dueOn?: PlainDate } => {
  const day = dueOnOf(period, register.dueDays)
  return day === undefined ? {} : { dueOn: PlainDate.parse(day) }
}

/** 台账列表, with how much of each there is in one county or unit. */
export const listRegisters: Query<InputOf<typeof listOperation>, OutputOf<typeof listOperation>> = async (
  context,
  { query },
) => {
  const { store, scope, now } = context
  const today = beijingDate(now)
  const all = await store.listProvincial('register')
  const county = scope.level === 'county' || scope.level === 'unit' ? scope.county : query.county
  const shown = all
    .filter(({ fields, status }) => status === 'open' || scope.level === 'province' || fields.rowsOf === 'county')
    .filter(({ fields, status }) => scope.level !== 'unit' || (status === 'open' && fields.rowsOf === 'unit'))
    .sort((one, other) => (one.title < other.title ? -1 : 1))
  const holder = scope.level === 'unit' ? scope.unit : county
  const own = scope.level === 'unit' ? (await store.get('unit', scope.unit))?.state : undefined
  const ofUnit = own === undefined ? shown : shown.filter(({ fields }) => fields.unitKinds?.includes(own.kind) === true)
  const expected = county === undefined || own !== undefined ? undefined : await unitsByKind(context, county, ofUnit)
  const registers = await inParallel(ofUnit, AT_ONCE, async (register) => {
    const period = periodOfDay(register.fields.term, today)
    const ref = { register: register.fields.code, holder: holder ?? '', period }
    const tallies = holder === undefined ? [] : await store.leafTallies(ref)
    const {
      filled: _filled,
      sums: _sums,
      codes: _codes,
      ...totals
    } = totalsOf(tallies, register.fields.required, expectedOf(register.fields, expected))
    return {
      register,
      period,
      ...dueOn(register.fields, period),
      ...(holder === undefined ? {} : { totals }),
    }
  })
  const name =
    own?.name ??
    (county === undefined ? undefined : (await context.divisions()).counties.find(({ code }) => code === county)?.name)
  return ok({
    ...(holder === undefined ? {} : { holder: holder as Holder }),
    ...(name === undefined ? {} : { holderName: name }),
    registers,
  })
}

/** 台账定义 */
export const getRegister: Query<InputOf<typeof getOperation>, OutputOf<typeof getOperation>> = async (
  context,
  { params },
) => {
  const found = await findRecord(context, 'register', params.registerId)
  if (!found.ok) return found
  const timeline = await timelineOf(context.store, 'register', params.registerId)
  const isOwn = context.member.roles.includes('province-admin')
  const reason = isOwn ? {} : { reason: '台账由省级管理员设定' }
  return ok({
    ...found.value,
    allowed: ['redefineRegister', 'closeRegister'].map((action) => ({ action, allowed: isOwn, ...reason })),
    ...timeline,
  })
}

/** 填报情况: county by county for those above; in a county unit by unit. */
export const listRegisterHolders: Query<InputOf<typeof holdersOperation>, OutputOf<typeof holdersOperation>> = async (
  context,
  { params, query },
) => {
  const { store, scope, now, divisions } = context
  const found = await findRecord(context, 'register', params.registerId)
  if (!found.ok) return found
  const { state: register } = found.value
  const asked = refOf({ scope, now }, register, {
    period: query.period,
    holder:
      scope.level === 'city' ? `${scope.city}01` : scope.level === 'province' ? `${scope.province}0101` : undefined,
  })
  if (!asked.ok) return asked
  const { period } = asked.value
  const required = requiredOf(register)
  const seen = columnsSeenBy(register, scope.level)
  const about = {
    register: { ...register, columns: [...seen] },
    period,
    periods: [...periodsUpTo(register.term, beijingDate(now), PERIODS_OFFERED)],
    ...dueOn(register, period),
  }
  if (scope.level === 'county' || scope.level === 'unit') {
    const tallies = await store.leafTallies(asked.value)
    const byHolder = Map.groupBy(tallies, ({ holder }) => holder)
    const units =
      scope.level === 'county' && register.rowsOf === 'unit'
        ? (await allRows(store, 'unit')).filter(
            ({ status, fields }) => status === 'current' && register.unitKinds?.includes(fields.unitKind) === true,
          )
        : []
    const named = new Map(units.map(({ id, title, place }) => [id, { name: title, place }] as const))
    const holders = [...new Set([...named.keys(), ...byHolder.keys()])].map((holder) => {
      const own = byHolder.get(holder as Holder) ?? []
      const { name = own[0]?.holderName ?? '本县', place = '' } = named.get(holder) ?? {}
      return { holder: holder as Holder, name, place, totals: totalsSeen(totalsOf(own, required), seen) }
    })
    return ok({ ...about, holders: holders.sort((one, other) => (one.name < other.name ? -1 : 1)) })
  }
  const { counties, cities } = await divisions()
  const today = beijingDate(now)
  const city = scope.level === 'city' ? scope.city : query.city
  const mine = counties
    .filter((county) => isCurrentCounty(county, today) && (city === undefined || cityCodeOf(county.code) === city))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .filter(({ code }) => query.cursor === undefined || code > query.cursor)
  const page = mine.slice(0, COUNTIES_A_PAGE)
  const holders = await inParallel(page, AT_ONCE, async ({ code, name }) => ({
    holder: code as Holder,
    name,
    place: cities.find((each) => each.code === cityCodeOf(code))?.name ?? '',
    totals: totalsSeen(totalsOf(await store.leafTallies({ ...asked.value, holder: code }), required), seen),
  }))
  const last = mine.length > page.length ? page.at(-1) : undefined
  return ok({ ...about, holders, ...(last === undefined ? {} : { cursor: CountyCode.parse(last.code) }) })
}

export const requiredOf = ({ columns }: Pick<Register, 'columns'>): readonly string[] =>
  columns.filter(({ required, ended }) => required && ended === undefined).map(({ code }) => code)

type ExpectedUnits = ReadonlyMap<string, number>

/** How many current units of each kind a county has; read only where a register counts by them. */
async function unitsByKind(
  { store }: Pick<QueryContext, 'store'>,
  county: string,
  registers: readonly ListRowOf<'register'>[],
): Promise<ExpectedUnits | undefined> {
  if (!registers.some(({ fields }) => fields.rowsOf === 'unit')) return undefined
  const rows = await store.listOfCounty('unit', county)
  const counts = new Map<string, number>()
  for (const { status, fields } of rows)
    if (status === 'current') counts.set(fields.unitKind, (counts.get(fields.unitKind) ?? 0) + 1)
  return counts
}

const expectedOf = (
  { rowsOf, unitKinds = [] }: Pick<Register, 'rowsOf' | 'unitKinds'>,
  counts: ExpectedUnits | undefined,
): number | undefined =>
  rowsOf === 'unit' && counts !== undefined
    ? unitKinds.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)
    : undefined
