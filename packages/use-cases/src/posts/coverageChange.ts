import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { DutyCoverage } from '@anjie/contracts/vocabulary/posts/dutyCoverage'
import { keepCoverage, noCoverage, type PostChange } from '@anjie/domain/posts/coverage'
import { dutyCoverageId } from '@anjie/domain/posts/dutyPostIds'
import { foundRows } from '../foundRows.ts'
import type { Change, QueryContext } from '../ports.ts'

type Context = Pick<QueryContext, 'store' | 'divisions' | 'now'>

/** 覆盖情况 of a county as it stands; one that set nothing up has none, and begins from nought. */
export async function coverageOf(
  { store, divisions, now }: Context,
  county: string,
): Promise<{ readonly state: DutyCoverage; readonly version: number }> {
  const found = await store.get('duty-coverage', dutyCoverageId(county))
  if (found !== undefined) return found
  const { counties, cities } = await divisions()
  const own = counties.find(({ code }) => code === county)
  if (own === undefined) throw new Error(`${county} is no county of this province`)
  const cityName = cities.find(({ code }) => code === own.city)?.name ?? ''
  return { state: noCoverage({ county: own.code, cityName, countyName: own.name }, now), version: 0 }
}

/** 现行乡镇: units that should each have a commissioner. */
export const townshipsOf = ({ store }: Pick<QueryContext, 'store'>) =>
  foundRows(store, 'unit', { stage: 'open', group: 'township' })

/** The county's coverage with what a commit changes of its posts, as a change of the same commit. */
export async function coverageChange(
  context: Context,
  [first, ...others]: readonly PostChange[],
): Promise<readonly Change<'duty-coverage'>[]> {
  if (first === undefined) return []
  const county = countyCodeOf(first.after.id)
  const { state, version } = await coverageOf(context, county)
  const changes = [first, ...others]
  // Asked for only where a post comes or goes.
  const isCounted = changes.some(
    ({ before, after }) =>
      after.kind === 'township-commissioner' &&
      ((before?.status ?? 'ended') === 'ended') !== (after.status === 'ended'),
  )
  const gone = new Set(
    changes.filter(({ after }) => after.status === 'ended').map(({ after }) => after.unitId as string),
  )
  const townships = isCounted ? (await townshipsOf(context)).filter(({ id }) => !gone.has(id)) : undefined
  const step = keepCoverage(
    state,
    changes,
    townships === undefined ? {} : { 'township-commissioner': townships.length },
    context.now,
  )
  return [{ kind: 'duty-coverage', id: dutyCoverageId(county), expectedVersion: version, ...step }]
}
