import type { getPlanner as operation } from '@anjie/contracts/operations/honours'
import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { ToldBar } from '@anjie/domain/honours/bars'
import type { AskingUnit, HeldTitle } from '@anjie/domain/honours/eligibility'
import { ladderOf, type OpenCase } from '@anjie/domain/honours/rungStanding'
import { titleHolders } from '@anjie/domain/honours/titleHolder'
import { unitPlan } from '@anjie/domain/honours/unitPlan'
import { ok } from '@anjie/kernel'
import { allRows } from '../allRows.ts'
import { foundRows } from '../foundRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, RecordStore } from '../ports.ts'
import { heldTitleIn } from './heldTitles.ts'
import { ladderSetting } from './ladderSetting.ts'

type Row = OutputOf<typeof operation>['rows'][number]

const byName = new Intl.Collator('zh-CN', { numeric: true })

/**
 * 创建计划: for each unit that stands today and each honour of its kind where it is and what comes next. What is over (titles that
 * ended, cases that are closed) is not read, so the page costs what the county has now; of units that were merged it reads the row.
 */
export const getPlanner: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context) => {
  const { store } = context
  const setting = await ladderSetting(context)
  const [units, titles, cases, bars] = await Promise.all([
    unitsOfKinds(store, setting.types),
    titlesOf(store, setting.types),
    foundRows(store, 'application', { stage: 'open' }),
    foundRows(store, 'bars', { stage: 'open' }),
  ])
  const titlesOfUnit = heldBy(units, titles)
  const barsOfUnit = new Map(bars.map((row) => [row.fields.subject, [toldBar(row)]]))
  const casesOfUnit = Map.groupBy(cases, ({ fields }) => fields.unitId)
  const rows = units.flatMap((unit) =>
    setting.types
      .filter(({ unitKinds }) => unitKinds.includes(unit.kind))
      .map((type) => {
        const ladder = ladderOf({
          ...setting,
          type,
          unit,
          titles: titlesOfUnit.get(unit.id) ?? [],
          cases: (casesOfUnit.get(unit.id) ?? []).map(openCase),
          bars: barsOfUnit.get(unit.id) ?? [],
        })
        return plannerRow(unit, type, unitPlan(ladder, setting.today))
      }),
  )
  return ok({ rows })
}

/** Units that stand, by name. */
async function unitsOfKinds(store: RecordStore, types: readonly HonourType[]): Promise<readonly AskingUnit[]> {
  const kinds = new Set(types.flatMap(({ unitKinds }) => unitKinds))
  const rows = await allRows(store, 'unit')
  return rows
    .filter(({ status, fields }) => status === 'current' && kinds.has(fields.unitKind))
    .map(({ id, title, place, fields }) => ({
      id: UnitId.parse(id),
      county: countyCodeOf(id),
      kind: fields.unitKind,
      name: title,
      ...(place === '' ? {} : { parentName: place }),
      ...(fields.formerNames === undefined ? {} : { formerNames: fields.formerNames }),
      validFrom: fields.validFrom,
    }))
    .sort((one, other) => byName.compare(one.name, other.name))
}

async function titlesOf(store: RecordStore, types: readonly HonourType[]): Promise<readonly ListRowOf<'title'>[]> {
  const rows = await Promise.all(types.map(({ code }) => foundRows(store, 'title', { stage: 'open', group: code })))
  return rows.flat()
}

/** Whose each title is; one of a public list that may be several units' is nobody's here. */
function heldBy(
  units: readonly AskingUnit[],
  titles: readonly ListRowOf<'title'>[],
): ReadonlyMap<string, readonly HeldTitle[]> {
  const holderOf = titleHolders(units.map((unit) => ({ ...unit, county: countyCodeOf(unit.id) })))
  const held = titles.flatMap((row) => {
    const holder = holderOf({ ...row.fields, unitName: row.title })
    return holder?.sure === true ? [{ ...heldTitleIn(row), unitId: holder.unit.id }] : []
  })
  return Map.groupBy(held, ({ unitId }) => unitId)
}

const openCase = ({ id, statusName, fields }: ListRowOf<'application'>): OpenCase => ({
  id,
  roundId: fields.roundId,
  statusName,
})

/** Of several of one unit the row tells the one that keeps it out longest. */
const toldBar = ({ fields: { kind, from, until, document, decidedBy, liftedOn } }: ListRowOf<'bars'>): ToldBar => ({
  kind,
  from,
  until,
  document,
  decidedBy,
  ...(liftedOn === undefined ? {} : { lifted: { on: liftedOn } }),
})

function plannerRow(unit: AskingUnit, type: HonourType, plan: ReturnType<typeof unitPlan>): Row {
  const { state, held, since, next, missing, from } = plan
  return {
    unitId: unit.id,
    unitName: unit.name,
    unitKind: unit.kind,
    ...(unit.parentName === undefined ? {} : { townshipName: unit.parentName }),
    honour: type.code,
    honourName: type.name,
    state,
    ...(held === undefined || since === undefined
      ? {}
      : {
          held: {
            level: held.level,
            ...(held.grade === undefined ? {} : { grade: held.grade }),
            since,
            ...(held.validUntil === undefined ? {} : { validUntil: held.validUntil as PlainDate }),
          },
        }),
    ...(next === undefined ? {} : { next }),
    missing: [...missing],
    ...(from === undefined ? {} : { from }),
  }
}
