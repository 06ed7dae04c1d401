import { OPERATIONS } from '../../app/api/operations.ts'
import { useRead } from '../../app/api/useRead.ts'
import { useMe } from '../../app/me.ts'
import { listWords } from '../../locales/zh-CN/lists.ts'

export interface PlaceChoice {
  readonly value: string
  readonly label: string
  readonly group: string
}

/** Places by which an overseer narrows a list: the cities of a province with their counties, or a city's counties. A county has one. */
export function usePlaceChoices(): readonly PlaceChoice[] {
  const { jurisdiction } = useMe()
  const counties = useRead(OPERATIONS.listCounties, {}, { enabled: jurisdiction.level !== 'county' })
  const known = counties.data?.counties ?? []
  const cities = [...new Map(known.map(({ city, cityName }) => [city, cityName]))]
  return cities.flatMap(([city, cityName]) => [
    ...(jurisdiction.level === 'province'
      ? [{ value: city, label: listWords.wholeCity(cityName), group: cityName }]
      : []),
    ...known
      .filter((county) => county.city === city)
      .map(({ code, name }) => ({ value: code, label: name, group: cityName })),
  ])
}
