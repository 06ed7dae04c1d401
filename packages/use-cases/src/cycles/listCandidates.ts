import { beijingDate } from '@anjie/calendar-cn'
import type { listCandidates as operation } from '@anjie/contracts/operations/cycles'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { LocalSubject } from '@anjie/contracts/vocabulary/ids'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { SUBJECT_SOURCES } from '@anjie/domain/cycles/subjectSources'
import { isCurrentCounty } from '@anjie/domain/divisions/isCurrentCounty'
import { isReadByItself } from '@anjie/domain/units/isReadByItself'
import { err, ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, RecordStore } from '../ports.ts'

/** Registers that are read at once. */
const COUNTIES_AT_ONCE = 20
const UNITS_A_PAGE = 100
const byName = new Intl.Collator('zh-CN', { numeric: true })

/** Who can be assessed: of the division tree, or of the counties' registers and posts as they stand; a county chooses from its own. */
export const listCandidates: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store, scope, now, ...context },
  { query },
) => {
  const source = SUBJECT_SOURCES[query.subjectKind]
  if (source === null || scope.level === 'city') return ok({ candidates: [] })
  const today = beijingDate(now)
  const divisions = await context.divisions()
  const current = divisions.counties.filter((county) => isCurrentCounty(county, today))
  const cityNames = new Map(divisions.cities.map(({ code, name }) => [code, name]))
  const placed = (county: DivisionTree['counties'][number]) => ({
    county: county.code,
    countyName: county.name,
    cityName: cityNames.get(county.city) ?? county.city,
  })
  if (source.from === 'divisions') {
    if (scope.level === 'county') return err({ code: 'not-permitted', detail: '县级只考评本县所属单位' })
    return ok({
      candidates:
        source.level === 'city'
          ? divisions.cities.map(({ code, name }) => ({ code, name, county: null, countyName: '', cityName: name }))
          : current.map((county) => ({ code: county.code, name: county.name, ...placed(county) })),
    })
  }
  if (source.from === 'duty-posts' && scope.level === 'province') return ok({ candidates: [] })
  const counties = current.filter(({ code }) => scope.level === 'province' || code === scope.county)
  const candidates: OutputOf<typeof operation>['candidates'] = []
  for (let at = 0; at < counties.length; at += COUNTIES_AT_ONCE)
    candidates.push(
      ...(
        await Promise.all(
          counties.slice(at, at + COUNTIES_AT_ONCE).map(async (county) => {
            const rows =
              source.from === 'duty-posts'
                ? (await store.listOfCounty('duty-post', county.code)).filter(({ status }) => status !== 'ended')
                : await currentUnits(store, county.code, source.unitKind)
            return rows
              .toSorted(
                (one, other) => byName.compare(one.place, other.place) || byName.compare(one.title, other.title),
              )
              .map(({ id, title }) => ({ code: LocalSubject.parse(id), name: title, ...placed(county) }))
          }),
        )
      ).flat(),
    )
  return ok({ candidates })
}

/** The current units of a kind in a county's register, which holds so few of most kinds that they are read by themselves. */
async function currentUnits(store: RecordStore, county: string, unitKind: UnitKind): Promise<ListRowOf<'unit'>[]> {
  if (!isReadByItself(unitKind)) {
    const rows = await store.listOfCounty('unit', county)
    return rows.filter(({ status, fields }) => status === 'current' && fields.unitKind === unitKind)
  }
  const rows: ListRowOf<'unit'>[] = []
  let cursor: string | undefined
  do {
    const page = await store.find(
      'unit',
      { stage: 'open', group: unitKind },
      { of: county, cursor, limit: UNITS_A_PAGE },
    )
    if (!page.ok) throw new Error(page.error.detail)
    rows.push(...page.value.rows)
    cursor = page.value.cursor
  } while (cursor !== undefined)
  return rows
}
