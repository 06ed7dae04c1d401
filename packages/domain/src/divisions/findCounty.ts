import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { err, ok, type Result } from '@anjie/kernel'
import { divisionChangesOf } from './lineage.ts'
import { nearestNames } from './nearestNames.ts'
import { placeKey } from './placeKey.ts'

type City = DivisionTree['cities'][number]
type County = DivisionTree['counties'][number]

export interface FoundCounty {
  readonly city: City
  readonly county: County
  /** What stands for the city on a page: a heading of the statistics is no city. */
  readonly cityName: string
  /** What the list writes as a county and is a township: of a city that has no counties. */
  readonly township?: string
}

/** 统计上的分组, which no list writes: a municipality's districts, and the counties that stand directly under a province. */
const HEADING = /^(市辖区|县|.*直辖.*县级.*|直辖县.*)$/
const isHeading = ({ name }: City): boolean => HEADING.test(name)

/**
 * The county of a line of a list, by the names that it writes; one rule for every import, and places as they are:
 * - city and county, by today's or a former name, a ceased one included, because old lists name those;
 * - a county directly under the province, alone or beside the province's name;
 * - a district of a municipality, beside the municipality's name;
 * - a city without counties, alone or with a town where others have their county.
 * Nothing is guessed: what is unknown or borne by two is refused with the names that are like it.
 */
export function findCounty(divisions: DivisionTree, cityName: string, countyName: string): Result<FoundCounty, string> {
  const { province } = divisions
  const cityKey = placeKey(cityName)
  const countyKey = placeKey(countyName)
  const noCity = cityKey === '' || cityKey === placeKey(province.name) || HEADING.test(cityKey)

  const cities = divisions.cities.filter((city) => !isHeading(city) && namesOf(city).includes(cityKey))
  const [city] = cities
  if (city !== undefined) {
    if (cities.length > 1) return err(`“${cityName}”不止一个`)
    return inCity(divisions, city, cityName, countyName)
  }
  const direct = divisions.counties.filter((county) => isHeading(cityOf(divisions, county)))
  const wanted = noCity ? countyKey : cityKey
  if (wanted === '') return err('没有写市，也没有写县（市、区）')
  // 仙桃市 beside no county, or beside itself, is the county; beside a town it is the county with that town.
  const found = oneOf(divisions, direct, wanted)
  if (!found.ok) return found
  if (found.value !== undefined) {
    const place = placeIn(divisions, found.value)
    const isTown = !noCity && countyKey !== '' && countyKey !== wanted
    return ok(isTown ? { ...place, township: countyName } : place)
  }
  if (noCity && countyKey !== '') {
    const anywhere = oneOf(divisions, divisions.counties, countyKey)
    if (!anywhere.ok) return anywhere
    if (anywhere.value !== undefined) return ok(placeIn(divisions, anywhere.value))
    const all = knownNames(divisions, divisions.counties)
    return err(`${province.name}没有“${countyName}”${likeIt(countyName, all)}`)
  }
  const known = [...divisions.cities.filter((each) => !isHeading(each)), ...direct].map(({ name }) => name)
  return err(`${province.name}没有“${cityName}”${likeIt(cityName, known)}`)
}

function inCity(
  divisions: DivisionTree,
  city: City,
  cityName: string,
  countyName: string,
): Result<FoundCounty, string> {
  const counties = divisions.counties.filter((county) => county.city === city.code)
  const [only] = counties
  // 东莞、中山、儋州、嘉峪关: the city is its own one county, and what others write as a county is a town.
  if (only !== undefined && counties.length === 1 && placeKey(only.name) === placeKey(city.name)) {
    const place = { city, county: only, cityName: city.name }
    const key = placeKey(countyName)
    return ok(key === '' || key === placeKey(only.name) ? place : { ...place, township: countyName })
  }
  const key = placeKey(countyName)
  // 达州高新区 within 达州市.
  const shorter = [city.name, city.name.replace(/[市州盟]$|地区$/, '')]
    .map(placeKey)
    .filter((prefix) => key.startsWith(prefix) && key.length > prefix.length + 1)
    .map((prefix) => key.slice(prefix.length))
  for (const wanted of [key, ...shorter]) {
    const found = oneOf(divisions, counties, wanted)
    if (!found.ok) return err(`${cityName}的“${countyName}”不止一个`)
    if (found.value !== undefined) return ok({ city, county: found.value, cityName: city.name })
  }
  if (key === '') return err(`${cityName}下没有写县（市、区）；${city.name}有${counties.length}个，请写明是哪一个`)
  const like = likeIt(countyName, knownNames(divisions, counties))
  const advice = /[区园]$/.test(key) ? `；功能区请先在区划文件中列为县级单位（代码如“${city.code}H1”）` : ''
  return err(`${cityName}没有“${countyName}”${like}${advice}`)
}

/** The one county of this name among some: a current one, one that ceased, or one that was called so. */
function oneOf(divisions: DivisionTree, counties: readonly County[], key: string): Result<County | undefined, string> {
  if (key === '') return ok(undefined)
  const bearers = counties.filter((county) => placeKey(county.name) === key)
  const current = bearers.filter(({ validTo }) => validTo === undefined)
  const named = current.length > 0 ? current : bearers.length > 0 ? bearers : formerly(divisions, counties, key)
  const [county, ...more] = named
  return more.length > 0 ? err(`“${county?.name ?? ''}”不止一个，请写明所属的市`) : ok(county)
}

/** Counties that bore this name once: by their own former names, or by a recorded change that led to them and to no other. */
function formerly(divisions: DivisionTree, counties: readonly County[], key: string): readonly County[] {
  const own = counties.filter((county) => namesOf(county).includes(key))
  if (own.length > 0) return own
  const changes = divisionChangesOf(divisions)
  const codes = new Set<string>()
  for (const [at, { from, to }] of changes.entries()) {
    const heir = to.length === 1 && from.some(({ name }) => placeKey(name) === key) ? to[0]?.code : undefined
    if (heir !== undefined) codes.add(heirOf(changes.slice(at + 1), heir))
  }
  return counties.filter(({ code }) => codes.has(code))
}

/** What a code became by later changes, as long as each leads to one county alone. */
function heirOf(later: ReturnType<typeof divisionChangesOf>, code: string): string {
  return later.reduce<string>((now, { from, to }) => {
    const [only, ...others] = to
    return only !== undefined && others.length === 0 && from.some((each) => each.code === now) ? only.code : now
  }, code)
}

const namesOf = ({ name, formerNames = [] }: City | County): readonly string[] => [name, ...formerNames].map(placeKey)

const cityOf = ({ cities }: DivisionTree, county: County): City =>
  cities.find(({ code }) => code === county.city) ?? { code: county.city, name: '' }

function placeIn(divisions: DivisionTree, county: County): FoundCounty {
  const city = cityOf(divisions, county)
  if (!isHeading(city)) return { city, county, cityName: city.name }
  // A district's city is the municipality itself; a county directly under the province is its own.
  return { city, county, cityName: /直辖/.test(city.name) ? county.name : divisions.province.name }
}

/** Today's names of some counties, and those under which old lists know them. */
function knownNames(divisions: DivisionTree, counties: readonly County[]): readonly string[] {
  const codes = new Set<string>(counties.map(({ code }) => code))
  const before = divisionChangesOf(divisions).filter(
    ({ to }) => to.length === 1 && to.some(({ code }) => codes.has(code)),
  )
  return [
    ...counties.flatMap(({ name, formerNames = [] }) => [name, ...formerNames]),
    ...before.flatMap(({ from }) => from.map(({ name }) => name)),
  ]
}

const likeIt = (given: string, names: readonly string[]): string => {
  const near = nearestNames(given, names)
  return near.length === 0 ? '' : `，相近的有${near.map((name) => `“${name}”`).join('、')}`
}
