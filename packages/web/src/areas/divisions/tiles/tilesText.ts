import type { TilePlace } from '@anjie/contracts/vocabulary/divisions/divisions'
import { err, ok, type Result } from '@anjie/kernel'
import { tileWords as words } from '../../../locales/zh-CN/divisions.ts'
import type { Divisions } from '../changes/divisions.ts'

type Counties = Divisions['counties']
const MOST = 60

/** The block of names as it stands in a spreadsheet: one line a row, tabs between the columns. */
export function tilesText(tiles: readonly TilePlace[], counties: Counties): string {
  const names = new Map<string, string>(counties.map(({ code, name }) => [code, name]))
  const count = (name: string) => counties.filter((county) => county.name === name).length
  const rows: string[][] = []
  for (const { code, column, row } of tiles) {
    const name = names.get(code)
    if (name === undefined) continue
    while (rows.length <= row) rows.push([])
    const line = rows[row] ?? []
    while (line.length <= column) line.push('')
    line[column] = count(name) > 1 ? code : name
  }
  return rows.map((line) => line.join('\t')).join('\n')
}

/** Where the names of a pasted block stand; every name that is none is told with its line, and nothing is taken then. */
export function readTilesText(text: string, counties: Counties): Result<readonly TilePlace[], readonly string[]> {
  const current = counties.filter(({ validTo }) => validTo === undefined)
  const faults: string[] = []
  const tiles: TilePlace[] = []
  const placed = new Set<string>()
  for (const [row, line] of text.split('\n').entries())
    for (const [column, cell] of line.split('\t').entries()) {
      const name = cell.trim()
      if (name === '') continue
      const found = current.filter((county) => county.name === name || county.code === name)
      const [county] = found
      if (county === undefined) faults.push(words.unknown(name, row + 1))
      else if (found.length > 1) faults.push(words.several(name, row + 1))
      else if (placed.has(county.code)) faults.push(words.twice(name))
      else if (row >= MOST || column >= MOST) faults.push(words.tooFar(row + 1))
      else {
        placed.add(county.code)
        tiles.push({ code: county.code, column, row })
      }
    }
  return faults.length > 0 ? err(faults) : ok(tiles)
}
