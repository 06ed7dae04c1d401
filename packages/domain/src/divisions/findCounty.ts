import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { err, ok, type Result } from '@anjie/kernel'

export interface FoundCounty {
  readonly city: DivisionTree['cities'][number]
  readonly county: DivisionTree['counties'][number]
}

/**
 * The county of this exact name in the city of this exact name: a current one, or else one that ceased, because old listings name
 * those. Nothing is guessed: a name that is unknown, or borne by two, is refused with the reason.
 */
export function findCounty(divisions: DivisionTree, cityName: string, countyName: string): Result<FoundCounty, string> {
  const cities = divisions.cities.filter(({ name }) => name === cityName)
  const [city] = cities
  if (city === undefined) return err(`${divisions.province.name}没有“${cityName}”`)
  if (cities.length > 1) return err(`“${cityName}”不止一个`)
  const bearers = divisions.counties.filter((county) => county.city === city.code && county.name === countyName)
  const current = bearers.filter(({ validTo }) => validTo === undefined)
  const counties = current.length === 0 ? bearers : current
  const [county] = counties
  if (county === undefined) return err(`${cityName}没有“${countyName}”`)
  if (counties.length > 1) return err(`${cityName}的“${countyName}”不止一个`)
  return ok({ city, county })
}
