import type { DivisionTree, TilePlace } from '@anjie/contracts/vocabulary/divisions/divisions'

/** Outline of the invented province: the first and the last column of each row of tiles. */
const OUTLINE: readonly (readonly [number, number])[] = [
  [3, 6],
  [2, 8],
  [1, 11],
  [0, 12],
  [0, 12],
  [0, 13],
  [0, 13],
  [0, 13],
  [0, 13],
  [1, 13],
  [1, 13],
  [1, 12],
  [2, 12],
  [1, 11],
  [3, 11],
  [4, 9],
  [5, 8],
]
/** The cities follow each other down the west, up the middle and down the east. */
const BANDS: readonly (readonly [number, number])[] = [
  [0, 4],
  [5, 9],
  [10, 13],
]

/** 方格图位置 of the demo: every county has its tile, and those of a city lie together. */
export function demoTiles({ counties }: DivisionTree): readonly TilePlace[] {
  const places = BANDS.flatMap(([west, east], band) => {
    const rows = OUTLINE.map(([first, last], row) => ({
      row,
      first: Math.max(first, west),
      last: Math.min(last, east),
    }))
    return (band % 2 === 0 ? rows : rows.toReversed()).flatMap(({ row, first, last }) => {
      const columns = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
      return (row % 2 === 0 ? columns : columns.toReversed()).map((column) => ({ column, row }))
    })
  })
  return counties.map(({ code }, at) => {
    const place = places[at]
    if (place === undefined) throw new Error(`the demo's outline has no tile for ${code}`)
    return { code, ...place }
  })
}
