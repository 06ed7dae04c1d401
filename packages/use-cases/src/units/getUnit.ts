import { beijingDate } from '@anjie/calendar-cn'
import type { getUnit as operation } from '@anjie/contracts/operations/units'
import { ApplicationId } from '@anjie/contracts/vocabulary/ids'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { barStanding, barsOn } from '@anjie/domain/honours/bars'
import { titleHolders } from '@anjie/domain/honours/titleHolder'
import { TITLE_STANDINGS, titleStanding } from '@anjie/domain/honours/titleStanding'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import { foundRows } from '../foundRows.ts'
import { namesInLists } from '../honours/heldTitles.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, QueryContext } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'

type Output = OutputOf<typeof operation>

/**
 * 一户一页: all that the reader may see of a unit, in one read. The lists that it is put together from are those that the reader has anyway, so
 * nothing stands here that stands nowhere else; each is asked for the unit's names, today's and former ones, and grows with nothing but
 * what bears them.
 */
export const getUnit: Query<InputOf<typeof operation>, Output> = async (context, { params }) => {
  const { store } = context
  const found = await findRecord(context, 'unit', params.unitId)
  if (!found.ok) return found
  const { state: unit, version } = found.value
  const today = beijingDate(context.now)
  const [tree, titles, applications, rechecks, bars, score, successors, timeline] = await Promise.all([
    context.divisions(),
    titlesOf(context, unit, today),
    rowsOf(context, 'application', unit),
    rowsOf(context, 'recheck', unit),
    store.get('bars', unit.id),
    scoreOf(context, unit),
    store.getMany('unit', unit.successors),
    timelineOf(store, 'unit', unit.id),
  ])
  const county = tree.counties.find(({ code }) => code === unit.county)
  return ok({
    unit: { ...unit, version },
    place: {
      provinceName: tree.province.name,
      cityName: tree.cities.find(({ code }) => code === county?.city)?.name ?? '',
      countyName: county?.name ?? '',
    },
    successors: [...successors.values()].map(({ state: { id, name } }) => ({ id, name })),
    titles,
    applications: applications
      .toSorted((a, b) => b.fields.year - a.fields.year || newestFirst(a, b))
      .map(({ id, title, status, statusName, fields: { roundName, honour, year, batchId } }) => ({
        id: ApplicationId.parse(id),
        roundName,
        honour,
        year,
        unitName: title,
        status,
        statusName,
        ...(batchId === undefined ? {} : { batchId }),
      })),
    rechecks: rechecks
      .toSorted((a, b) => (a.fields.openedOn < b.fields.openedOn ? 1 : -1))
      .map(({ id, statusName, fields: { honourName, cause, openedOn, closedOn } }) => ({
        id,
        statusName,
        honourName,
        cause,
        openedOn,
        ...(closedOn === undefined ? {} : { closedOn }),
        isOpen: closedOn === undefined,
      })),
    bars: (bars?.state.bars ?? [])
      .filter((bar) => barsOn(bar, today))
      .map((bar) => ({ standing: barStanding(bar, today), from: bar.from, until: bar.until })),
    ...(score === undefined ? {} : { score }),
    ...timeline,
  })
}

const newestFirst = (a: { readonly updatedAt: string }, b: { readonly updatedAt: string }): number =>
  a.updatedAt < b.updatedAt ? 1 : -1

/** Those of the county's list that are this unit's: by its number, or by a name that it bore when the list was made. */
async function titlesOf({ store }: QueryContext, unit: Unit, today: PlainDate): Promise<Output['titles']> {
  const stages = ['open', 'closed'] as const
  const found = await Promise.all(
    namesInLists(unit).flatMap((name) =>
      stages.map((stage) => foundRows(store, 'title', { stage, name }, unit.county)),
    ),
  )
  const rows = [...new Map(found.flat().map((row) => [row.id, row])).values()]
  const holderOf = titleHolders([unit])
  return rows
    .toSorted((a, b) => b.fields.year - a.fields.year || newestFirst(a, b))
    .flatMap((row) => {
      const { fields, title: unitName, status, id } = row
      const holder = holderOf({ ...fields, unitName })
      if (holder === undefined || holder.unit.id !== unit.id) return []
      const standing = titleStanding(
        {
          ...fields,
          status,
          source: { kind: fields.source },
          ...(unit.validTo === undefined || unit.moved !== undefined ? {} : { unitNow: { endedOn: unit.validTo } }),
        },
        today,
      )
      const { honour, honourName, level, grade, year, namedOn, validUntil, documentNumber, serial, source } = fields
      return [
        {
          id,
          standing,
          statusName: TITLE_STANDINGS[standing].word,
          honour,
          honourName,
          level,
          year,
          unitName,
          source,
          unsure: !holder.sure,
          ...(grade === undefined ? {} : { grade }),
          ...(namedOn === undefined ? {} : { namedOn }),
          ...(validUntil === undefined ? {} : { validUntil }),
          ...(documentNumber === undefined ? {} : { documentNumber }),
          ...(serial === undefined ? {} : { serial }),
        },
      ]
    })
}

/** The unit's cases in the reader's own list: what is listed there the reader may see. */
async function rowsOf<K extends 'application' | 'recheck'>(
  { store, scope }: QueryContext,
  kind: K,
  unit: Unit,
): Promise<readonly ListRowOf<K>[]> {
  const stages = ['open', 'closed'] as const
  // A unit's own list has its cases alone, in one order.
  const found =
    scope.level === 'unit'
      ? [await foundRows(store, kind, {})]
      : await Promise.all(
          namesInLists(unit).flatMap((name) => stages.map((stage) => foundRows(store, kind, { stage, name }))),
        )
  const own = found.flat().filter(({ fields }) => 'unitId' in fields && fields.unitId === unit.id)
  return [...new Map(own.map((row) => [row.id, row])).values()]
}

/** Of a unit its own standing, of a county those of its units: nobody else has them. */
async function scoreOf({ store, scope }: QueryContext, unit: Unit): Promise<Output['score']> {
  if (scope.level !== 'unit' && scope.level !== 'county') return undefined
  const { own, below } = await store.standings()
  const cycleName = scope.level === 'unit' ? own?.cycleName : below?.cycleName
  const row = scope.level === 'unit' ? own?.row : below?.rows.find(({ subject }) => subject === unit.id)
  // Without a score of its own, as where figures are missing, there is nothing to tell.
  if (cycleName === undefined || row === undefined || row.publishedScore === null) return undefined
  return { cycleName, score: row.publishedScore, rank: String(row.rank ?? '') }
}
