import { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { err, ok, type Result } from '@anjie/kernel'
import { z } from 'zod'
import { readJson, schemaProblems } from '../score/readJson.ts'
import { FUNCTIONAL_ZONES } from './functionalZones.ts'

/** How the public lists of divisions are written: prefectures with their counties inside. Townships are left where they are. */
const NestedDivisions = z.looseObject({
  province: z.object({ code: z.string(), name: z.string() }),
  prefectures: z.array(
    z.looseObject({
      code: z.string(),
      name: z.string(),
      counties: z.array(z.looseObject({ code: z.string(), name: z.string() })),
    }),
  ),
})

/** Reads a province's divisions, nested or as a tree of ours, and adds its functional zones. */
export function readDivisionFile(file: string, bytes: Uint8Array): Result<DivisionTree, readonly string[]> {
  const json = readJson(file, bytes)
  if (!json.ok) return json
  const nested = NestedDivisions.safeParse(json.value)
  const tree = DivisionTree.safeParse(nested.success ? flat(nested.data) : json.value)
  return tree.success ? ok(withZones(tree.data)) : err(schemaProblems(file, tree.error))
}

const flat = ({ province, prefectures }: z.infer<typeof NestedDivisions>) => ({
  province: { code: province.code, name: province.name },
  cities: prefectures.map(({ code, name }) => ({ code, name })),
  counties: prefectures.flatMap((city) => city.counties.map(({ code, name }) => ({ code, name, city: city.code }))),
})

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
