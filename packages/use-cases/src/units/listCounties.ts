import { beijingDate } from '@anjie/calendar-cn'
import type { listCounties as operation } from '@anjie/contracts/operations/units'
import { isCurrentCounty } from '@anjie/domain/divisions/isCurrentCounty'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, QueryContext } from '../ports.ts'

/** 本辖区的县: a county sees itself, also when it has ceased; a city its current ones, the province all current ones. */
export async function countiesOfScope({
  divisions,
  scope,
  now,
}: Pick<QueryContext, 'divisions' | 'scope' | 'now'>): Promise<OutputOf<typeof operation>['counties']> {
  const today = beijingDate(now)
  const { cities, counties } = await divisions()
  const cityNames = new Map(cities.map(({ code, name }) => [code, name]))
  const mine = counties.filter((county) => {
    if (scope.level === 'county') return county.code === scope.county
    return isCurrentCounty(county, today) && (scope.level === 'province' || county.city === scope.city)
  })
  return mine.map(({ code, name, city }) => ({ code, name, city, cityName: cityNames.get(city) ?? city }))
}

export const listCounties: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context) =>
  ok({ counties: await countiesOfScope(context) })
