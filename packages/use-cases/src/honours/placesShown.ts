import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { CountyCode, type DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import { namingLevel } from '@anjie/domain/divisions/namingLevel'
import { placesLeft, placesOfRound, type Quota } from '@anjie/domain/honours/quota'
import { quotaId } from '@anjie/domain/honours/recordIds'
import type { QueryContext, Scope } from '../ports.ts'

/** A line of so many is shown; the rest stands behind them. */
const MOST_WAITING_SHOWN = 200

/** 名额 of a round as this reader counts them: given, used and waited for, each county's below its city's, and who waits in which order. */
export async function placesShown({ store, scope, divisions }: QueryContext, round: Round) {
  const ofProvince = namingLevel(round.id) === 'province'
  const read = placesOfRound(round).filter(({ code }) => isRead(scope, code))
  const idOf = (code: string): string => quotaId(round, ofProvince ? `${code}00` : code)
  const [records, tree] = await Promise.all([
    store.getMany('quota', [...new Set(read.map(({ code }) => idOf(code)))]),
    divisions(),
  ])
  const quotaOf = (code: string): Quota => records.get(idOf(code))?.state ?? NOTHING_USED
  const places = read.flatMap(({ code, name, places: given }) => {
    const quota = quotaOf(code)
    const own = {
      code,
      name,
      places: given,
      used: ofProvince ? quota.used : (quota.counties?.[code] ?? 0),
      waiting: (quota.waiting ?? []).filter(({ county }) => county.startsWith(code)).length,
    }
    const counties = countiesOf(quota, code, tree).filter(({ code: county }) => isRead(scope, county))
    // What its city gave a county is what it counts by; until then all of the city's counties share.
    return isBelowCity(scope) && quota.given !== undefined ? counties : [own, ...counties]
  })
  const city = scope.level === 'city' && ofProvince ? read.find(({ code }) => code === scope.city) : undefined
  const given = city === undefined ? undefined : quotaOf(city.code).given
  return {
    places,
    waiting: [...records.values()]
      .flatMap(({ state }) => lineShown(state, round, scope, tree))
      .slice(0, MOST_WAITING_SHOWN),
    ...(city === undefined
      ? {}
      : {
          distribution: {
            number: given?.number ?? 0,
            kept: city.places - Object.values(given?.places ?? {}).reduce((sum, each) => sum + each, 0),
            ...(given === undefined ? {} : { reason: given.reason }),
          },
        }),
  }
}

const NOTHING_USED: Quota = { used: 0, counties: {} }

const isBelowCity = ({ level }: Scope): boolean => level === 'county' || level === 'unit'

/** A county reads its own line and its city's, a city its own and those of its counties, the province all. */
function isRead(scope: Scope, code: string): boolean {
  switch (scope.level) {
    case 'province':
      return true
    case 'city':
      return code.startsWith(scope.city)
    case 'county':
    case 'unit':
      return code === scope.county || code === scope.city
  }
}

/** What a city gave its counties; one that got nothing has none. */
function countiesOf({ given, counties, waiting }: Quota, city: string, tree: DivisionTree) {
  if (given === undefined || city.length !== 4) return []
  return tree.counties
    .filter(({ code }) => cityCodeOf(code) === city)
    .map(({ code, name }) => ({
      code,
      name,
      city,
      places: given.places[code] ?? 0,
      used: counties?.[code] ?? 0,
      waiting: (waiting ?? []).filter(({ county }) => county === code).length,
    }))
}

function lineShown(quota: Quota, round: Round, scope: Scope, tree: DivisionTree) {
  return (quota.waiting ?? []).flatMap(({ applicationId, county, unitName, since, calledAt }) => {
    if (isBelowCity(scope) && !isRead(scope, county)) return []
    const countyName = tree.counties.find(({ code }) => code === county)?.name ?? county
    const { position = 0 } = placesLeft(
      round,
      { id: applicationId, county: CountyCode.parse(county), countyName, cityName: '' },
      quota,
    )
    return [{ applicationId, unitName, countyName, position, since, called: calledAt !== undefined }]
  })
}
