import { cityCodeOf, provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { NestedDivisions, PublicDivisions } from '@anjie/contracts/vocabulary/divisions/publicDivisions'
import { faultText } from '@anjie/contracts/vocabulary/faultText'
import { err, ok, type Result } from '@anjie/kernel'
import { FUNCTIONAL_ZONES } from './functionalZones.ts'

/**
 * A province's divisions out of parsed JSON: nested, in the common public form, or as a tree of ours; its functional zones are
 * added. `province`: its code, where the file has several. The error is a list of Chinese sentences.
 */
export function readDivisionTree(json: unknown, province?: string): Result<DivisionTree, readonly string[]> {
  const common = PublicDivisions.safeParse(json)
  if (common.success) {
    const one = provinceIn(common.data, province)
    return one.ok ? treeOf(flat(one.value)) : one
  }
  const nested = NestedDivisions.safeParse(json)
  return treeOf(nested.success ? flat(nested.data) : json)
}

const MOST_FAULTS = 50

function treeOf(content: unknown): Result<DivisionTree, readonly string[]> {
  const tree = DivisionTree.safeParse(content, { error: faultText })
  return tree.success
    ? ok(withZones(tree.data))
    : err(
        tree.error.issues
          .slice(0, MOST_FAULTS)
          .map(({ path, message }) => `${path.length === 0 ? '最外层' : path.join(' → ')}：${message}`),
      )
}

function provinceIn(
  provinces: PublicDivisions,
  wanted: string | undefined,
): Result<NestedDivisions, readonly string[]> {
  const found = wanted === undefined ? provinces : provinces.filter(({ code }) => provinceCodeOf(code) === wanted)
  const [one] = found
  const names = provinces.map(({ code, name }) => `${provinceCodeOf(code)} ${name}`).join('、')
  if (one === undefined) return err([`没有代码为 ${wanted ?? ''} 的省；有：${names}`])
  if (found.length > 1) return err([`有 ${found.length} 个省，请用 --province <省级代码> 指定一个；有：${names}`])
  return ok({
    province: { code: one.code, name: one.name },
    prefectures: one.children.map(({ children, ...city }) => ({ ...city, counties: children })),
  })
}

const flat = ({ province, prefectures, readings }: NestedDivisions) => ({
  readings,
  province: { code: provinceCodeOf(province.code), name: province.name },
  cities: prefectures.map(({ code, name, formerNames }) => ({ code: cityCodeOf(code), name, formerNames })),
  counties: prefectures.flatMap((city) =>
    countiesOf(city).map(({ code, name, formerNames }) => ({ code, name, formerNames, city: cityCodeOf(city.code) })),
  ),
})

const COUNTY_DIGITS = 6

/**
 * A prefecture's counties. The statistics list its districts once more as a sum (市辖区), and give a city without counties
 * (东莞、中山、儋州、嘉峪关) none, that sum alone, or its towns: such a city is its own one county.
 */
function countiesOf({ code, name, counties, formerNames }: NestedDivisions['prefectures'][number]): readonly {
  code: string
  name: string
  formerNames?: string[] | undefined
}[] {
  // Of a city without counties the statistics list the towns, whose codes are longer.
  const real = counties.filter((county) => county.name !== '市辖区' && county.code.length === COUNTY_DIGITS)
  if (real.length > 0) return real
  const [sum] = counties
  return [{ code: sum?.code.length === COUNTY_DIGITS ? sum.code : `${cityCodeOf(code)}00`, name, formerNames }]
}

/** The tree with the functional zones that its cities are known to have. */
function withZones(tree: DivisionTree): DivisionTree {
  const codes = new Set<string>(tree.counties.map(({ code }) => code))
  const zones = FUNCTIONAL_ZONES.filter(
    ({ city, code }) => tree.cities.some((each) => each.code === city) && !codes.has(code),
  )
  return DivisionTree.parse({
    ...tree,
    counties: [...tree.counties, ...zones.map(({ code, name, city }) => ({ code, name, city }))],
  })
}
