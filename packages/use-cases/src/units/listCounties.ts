import type { listCounties as operation } from '@anjie/contracts/operations/units'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 本辖区的县: a county sees itself, a city its own, the province all. */
export const listCounties: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({
  divisions,
  scope,
}) => {
  const cityNames = new Map(divisions.cities.map(({ code, name }) => [code, name]))
  const mine = divisions.counties.filter(({ code, city }) => {
    if (scope.level === 'county') return code === scope.county
    return scope.level === 'province' || city === scope.city
  })
  return ok({
    counties: mine.map(({ code, name, city }) => ({ code, name, city, cityName: cityNames.get(city) ?? city })),
  })
}
