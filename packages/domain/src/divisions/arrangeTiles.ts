import type { DivisionTree, TilePlace } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'

/** 调整方格图位置: each county stands at one place, and no two at the same; nobody else's figures are touched by it. */
export function arrangeTiles(
  tree: DivisionTree,
  tiles: readonly TilePlace[],
): Result<Decision<DivisionTree, 'TilesArranged'>, Problem> {
  const names = new Map<string, string>(tree.counties.map(({ code, name }) => [code, name]))
  const placed = new Map<string, string>()
  const seen = new Set<string>()
  const errors = tiles.flatMap(({ code, column, row }, index) => {
    const name = names.get(code)
    const place = `${column},${row}`
    const other = placed.get(place)
    const detail =
      name === undefined
        ? `没有代码为${code}的县（市、区）`
        : seen.has(code)
          ? `“${name}”放了两处，请留一处`
          : other !== undefined
            ? `“${name}”和“${other}”放在同一格（第${row + 1}行第${column + 1}列），请移开一个`
            : undefined
    seen.add(code)
    if (other === undefined && name !== undefined) placed.set(place, name)
    return detail === undefined ? [] : [{ pointer: `/tiles/${index}`, detail }]
  })
  const [first] = errors
  if (first !== undefined) return err({ code: 'invalid-input', detail: first.detail, pointer: first.pointer, errors })
  const { tiles: _before, ...rest } = tree
  return ok({
    next: tiles.length === 0 ? rest : { ...rest, tiles: [...tiles] },
    fact: { type: 'TilesArranged', details: { counties: String(tiles.length) } },
  })
}
