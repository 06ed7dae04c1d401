import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'

/** Why a tree cannot be loaded: codes that are not nested or not unique, two places of one name side by side, a successor that is not there, or that leads back. */
export function divisionFault({ province, cities, counties, successors }: DivisionTree): string | null {
  for (const { code, name } of cities) {
    if (!code.startsWith(province.code)) return `${name}（${code}）不属于${province.name}（${province.code}）`
  }
  for (const { code, name, city } of counties) {
    if (!cities.some((each) => each.code === city)) return `${name}（${code}）所属的市${city}不在名单内`
    if (!code.startsWith(city)) return `${name}（${code}）的代码不以所属市的代码${city}开头`
  }
  for (const { from, to } of successors ?? []) {
    if (!from.startsWith(province.code)) return `撤并前的${from}不属于${province.name}（${province.code}）`
    if (!counties.some(({ code }) => code === to)) return `${from}的承继单位${to}不在名单内`
    if (leadsTo(successors ?? [], to, from)) return `${from}和${to}互为承继单位`
  }
  return (
    twice(cities.map(({ code }) => code)) ??
    twice(counties.map(({ code }) => code)) ??
    twice(cities.map(({ name }) => name)) ??
    twice(counties.filter(({ validTo }) => validTo === undefined).map(({ city, name }) => `${city}${name}`))
  )
}

function twice(values: readonly string[]): string | null {
  const seen = new Set<string>()
  for (const value of values) {
    if (seen.has(value)) return `“${value}”重复出现`
    seen.add(value)
  }
  return null
}

type Link = NonNullable<DivisionTree['successors']>[number]

/** Does one get from this code to that one along the lines? A code leads to itself. */
function leadsTo(links: readonly Link[], from: string, to: string, seen: ReadonlySet<string> = new Set()): boolean {
  if (from === to) return true
  return links.some(
    (link) => link.from === from && !seen.has(link.to) && leadsTo(links, link.to, to, new Set([...seen, from])),
  )
}
