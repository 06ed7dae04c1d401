import { cityCodeOf, provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { faultText } from '@anjie/contracts/vocabulary/faultText'
import { err, ok, type Result } from '@anjie/kernel'
import { z } from 'zod'
import { readJson, schemaProblems } from '../score/readJson.ts'
import { FUNCTIONAL_ZONES } from './functionalZones.ts'

const place = { code: z.string(), name: z.string(), formerNames: z.array(z.string()).optional() }

/** How the public lists of divisions are written: prefectures with their counties inside. Townships are left where they are. */
const NestedDivisions = z.looseObject({
  province: z.object({ code: z.string(), name: z.string() }),
  readings: z.unknown().optional(),
  prefectures: z.array(z.looseObject({ ...place, counties: z.array(z.looseObject(place)).default([]) })),
})

/** 通行的公开区划表: places with their children, of one province or of all (`pca-code.json` of the statistics). */
const PublicPlace = z.looseObject({
  ...place,
  children: z.array(z.looseObject({ ...place, children: z.array(z.looseObject(place)).default([]) })),
})
const PublicTree = z.union([PublicPlace.transform((one) => [one]), z.array(PublicPlace).min(1)])

type Prefecture = z.infer<typeof NestedDivisions>['prefectures'][number]

/**
 * Reads a province's divisions, nested, in the common public form or as a tree of ours, and adds its functional zones. `province`:
 * its code, where the file has several.
 */
export function readDivisionFile(
  file: string,
  bytes: Uint8Array,
  province?: string,
): Result<DivisionTree, readonly string[]> {
  const json = readJson(file, bytes)
  if (!json.ok) return json
  const common = PublicTree.safeParse(json.value)
  if (common.success) {
    const one = provinceIn(file, common.data, province)
    if (!one.ok) return one
    const tree = DivisionTree.safeParse(flat(one.value), { error: faultText })
    return tree.success ? ok(withZones(tree.data)) : err(schemaProblems(file, tree.error))
  }
  const nested = NestedDivisions.safeParse(json.value)
  const tree = DivisionTree.safeParse(nested.success ? flat(nested.data) : json.value, { error: faultText })
  return tree.success ? ok(withZones(tree.data)) : err(schemaProblems(file, tree.error))
}

function provinceIn(
  file: string,
  provinces: z.infer<typeof PublicTree>,
  wanted: string | undefined,
): Result<z.infer<typeof NestedDivisions>, readonly string[]> {
  const found = wanted === undefined ? provinces : provinces.filter(({ code }) => provinceCodeOf(code) === wanted)
  const [one] = found
  const names = provinces.map(({ code, name }) => `${provinceCodeOf(code)} ${name}`).join('、')
  if (one === undefined) return err([`${file}：没有代码为 ${wanted ?? ''} 的省；有：${names}`])
  if (found.length > 1)
    return err([`${file}：有 ${found.length} 个省，请用 --province <省级代码> 指定一个；有：${names}`])
  return ok({
    province: { code: one.code, name: one.name },
    prefectures: one.children.map(({ children, ...city }) => ({ ...city, counties: children })),
  })
}

const flat = ({ province, prefectures, readings }: z.infer<typeof NestedDivisions>) => ({
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
 * (东莞、中山、儋州、嘉峪关) none or that sum alone: such a city is its own one county.
 */
function countiesOf({ code, name, counties, formerNames }: Prefecture): readonly z.infer<z.ZodObject<typeof place>>[] {
  // Of a city without counties the statistics list the towns, whose codes are longer.
  const real = counties.filter((county) => county.name !== '市辖区' && county.code.length === COUNTY_DIGITS)
  if (real.length > 0) return real
  const [sum] = counties
  return [{ code: sum?.code.length === COUNTY_DIGITS ? sum.code : `${cityCodeOf(code)}00`, name, formerNames }]
}

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
