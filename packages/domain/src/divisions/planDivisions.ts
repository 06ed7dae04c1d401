import { dayText } from '@anjie/calendar-cn'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { addDivisions, type DivisionAdditions } from './addDivisions.ts'

/** What a line of a list will do to a tree. `differs`, `refused`: nothing; the remark says what to do instead. */
export interface DivisionStep {
  readonly what: 'city' | 'county' | 'history'
  readonly act: 'add' | 'former-names' | 'settled' | 'differs' | 'absent' | 'refused'
  readonly code: string
  readonly name: string
  readonly city: string
  readonly remark: string
}

export interface DivisionPlan {
  readonly steps: readonly DivisionStep[]
  readonly additions: DivisionAdditions
  /** Why the list as a whole cannot be taken. */
  readonly fault: string | undefined
}

type Known = Pick<DivisionTree, 'province' | 'cities' | 'counties' | 'successors'>

/** 名单预览: what a list of places and changes will add to the tree, and what of it the tree has otherwise; decided by `addDivisions`. */
export function planDivisions(tree: Known, listed: DivisionAdditions, isWhole: boolean): DivisionPlan {
  const cityNames = new Map<string, string>([...tree.cities, ...listed.cities].map(({ code, name }) => [code, name]))
  const cities = listed.cities.map((city) => stepOf('city', tree.cities, city, ''))
  const counties = listed.counties.map((county) =>
    stepOf('county', tree.counties, county, cityNames.get(county.city) ?? ''),
  )
  const countyNames = new Map<string, string>(
    [...tree.counties, ...listed.counties].map(({ code, name }) => [code, name]),
  )
  const history = listed.successors.map((line): DivisionStep => {
    const { from, name = from, to, on } = line
    const own = { what: 'history', code: from, name, city: '' } as const
    const heir = countyNames.get(to)
    if (heir === undefined)
      return { ...own, act: 'refused', remark: `现代码${to}不在区划名单内；请先补充这个县，或改正代码` }
    const known = (tree.successors ?? []).some((each) => each.from === from && each.to === to && each.on === on)
    return { ...own, act: known ? 'settled' : 'add', remark: `${dayText(on)}起为${heir}（${to}）` }
  })
  const inList = new Set<string>(listed.counties.map(({ code }) => code))
  const absent = !isWhole
    ? []
    : tree.counties
        .filter(({ code, validTo }) => validTo === undefined && !inList.has(code) && /^\d+$/.test(code))
        .map(
          ({ code, name, city }): DivisionStep => ({
            what: 'county',
            act: 'absent',
            code,
            name,
            city: cityNames.get(city) ?? '',
            remark: '名单里没有，不改动；已撤并的请登记区划变更',
          }),
        )
  const steps = [...cities, ...counties, ...history, ...absent]
  const taken = new Set(steps.filter(({ act }) => act === 'add' || act === 'former-names').map(keyOf))
  const additions: DivisionAdditions = {
    cities: listed.cities.filter(({ code }) => taken.has(`city ${code}`)),
    counties: listed.counties.filter(({ code }) => taken.has(`county ${code}`)),
    successors: listed.successors.filter(({ from }) => taken.has(`history ${from}`)),
  }
  const isEmpty = additions.cities.length + additions.counties.length + additions.successors.length === 0
  const decision = isEmpty ? undefined : addDivisions(tree, additions)
  return { steps, additions, fault: decision?.ok === false ? decision.error.detail : undefined }
}

const keyOf = ({ what, code }: DivisionStep): string => `${what} ${code}`

type Place = Pick<DivisionTree['counties'][number], 'name' | 'formerNames' | 'validTo'> & { readonly code: string }

function stepOf(what: 'city' | 'county', known: readonly Place[], listed: Place, city: string): DivisionStep {
  const { code, name } = listed
  const own = { what, code, name, city }
  const there = known.find((each) => each.code === code)
  if (there === undefined) return { ...own, act: 'add', remark: '' }
  if (there.validTo !== undefined)
    return { ...own, act: 'differs', remark: `已登记存续至${dayText(there.validTo)}，不改动` }
  if (there.name !== name) return { ...own, act: 'differs', remark: `现为“${there.name}”，不改动；改名请登记区划变更` }
  const more = (listed.formerNames ?? []).filter((each) => !(there.formerNames ?? []).includes(each) && each !== name)
  return more.length === 0
    ? { ...own, act: 'settled', remark: '' }
    : { ...own, act: 'former-names', remark: `补曾用名：${more.join('、')}` }
}
