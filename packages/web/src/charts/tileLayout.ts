export interface TilePlace {
  readonly code: string
  /** From the left and the top, the first is 0. */
  readonly column: number
  readonly row: number
}

/** Digits of a county's code that name its city. */
const CITY_DIGITS = 4
/** Tiles in a line; a city with more goes on beneath. */
export const TILES_A_LINE = 12

/** One line a city, its counties by code: what holds until the province has made a layout of its own. */
export function tilesByCity(codes: readonly string[]): readonly TilePlace[] {
  const cities = [...new Set(codes.map((code) => code.slice(0, CITY_DIGITS)))].toSorted()
  let row = 0
  return cities.flatMap((city) => {
    const own = codes.filter((code) => code.startsWith(city)).toSorted()
    const placed = own.map((code, index) => ({
      code,
      column: index % TILES_A_LINE,
      row: row + Math.floor(index / TILES_A_LINE),
    }))
    row += Math.ceil(own.length / TILES_A_LINE)
    return placed
  })
}

/**
 * Where each county stands: as the layout says, and whoever it doesn't name (a county that is new since) in lines beneath it,
 * never over another and never left out. A layout without the first rows or columns moves to the corner.
 */
export function tilePlaces(codes: readonly string[], layout: readonly TilePlace[]): readonly TilePlace[] {
  const wanted = new Set(codes)
  const taken = new Set<string>()
  const named = layout.filter(({ code, column, row }) => {
    const place = `${column},${row}`
    if (!wanted.has(code) || taken.has(place)) return false
    taken.add(place)
    wanted.delete(code)
    return true
  })
  if (named.length === 0) return tilesByCity(codes)
  const left = Math.min(...named.map(({ column }) => column))
  const top = Math.min(...named.map(({ row }) => row))
  const moved = named.map(({ code, column, row }) => ({ code, column: column - left, row: row - top }))
  const below = Math.max(...moved.map(({ row }) => row)) + 1
  const rest = tilesByCity([...wanted]).map(({ code, column, row }) => ({ code, column, row: row + below }))
  return [...moved, ...rest]
}
