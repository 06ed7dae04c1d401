import { comparingKey, simplified } from './comparingKey.ts'

/** Township and village. */
export interface DisputePlace {
  readonly township: string
  readonly village: string
}

const TOWNSHIP_ENDINGS = /(?:人民政府|街道办事处|办事处|党工委|党委)$/
const VILLAGE_ENDINGS = /(?:村民委员会|居民委员会|村委会|居委会|党支部|党总支|村委)$/
const LAST_VILLAGE_SIGN = /(?<=.)(?:社区|村|居)$/
const LAST_TOWNSHIP_SIGN = /(?<=.)(?:街道|镇|乡)$/

const townshipName = (name: string): string => name.trim().replace(TOWNSHIP_ENDINGS, '')
const villageName = (name: string): string => name.trim().replace(VILLAGE_ENDINGS, '')

/** By which townships are compared: 城关镇, 城关镇人民政府 and 城关 are one. */
export const townshipKey = (name: string): string => townshipName(comparingKey(name)).replace(LAST_TOWNSHIP_SIGN, '')
/** By which villages are compared: 河口村村民委员会, 河口村 and 河口 are one. */
export const villageKey = (name: string): string => villageName(comparingKey(name)).replace(LAST_VILLAGE_SIGN, '')

export const placeKeys = ({ township, village }: DisputePlace): DisputePlace => ({
  township: townshipKey(township),
  village: villageKey(village),
})

/** `…县城关镇河口村三组` → 城关镇, 河口村. */
const IN_ADDRESS =
  /(?:^|[省市县区旗州盟])([^省市县区旗州盟]{1,12}?(?:街道|镇|乡))(?:([^镇乡]{1,14}?(?:社区|村|居委会)))?/u

export interface PlaceCells {
  readonly township: string
  readonly village: string
  readonly address: string
}

/**
 * The place of a row as people write it, without the organ that sits there. Separate columns win over the address, which fills what they leave open. A cell that `places` of the mapping
 * knows is first replaced by what stands there (another spelling, or the system's own code).
 */
export function writtenPlace(cells: PlaceCells, places: ReadonlyMap<string, string>): DisputePlace {
  const known = (cell: string): string => simplified(places.get(comparingKey(cell)) ?? cell)
  const [, addressTownship = '', addressVillage = ''] = IN_ADDRESS.exec(known(cells.address)) ?? []
  const [, inside = '', behind = ''] = IN_ADDRESS.exec(known(cells.township)) ?? []
  const ownTownship = inside === '' ? known(cells.township) : inside
  const village = known(cells.village).replace(/^.*(?:街道|镇|乡)(?=.{2,}$)/u, '')
  return {
    township: townshipName(ownTownship === '' ? addressTownship : ownTownship),
    village: villageName(village !== '' ? village : behind !== '' ? behind : addressVillage),
  }
}

/** As above, for comparing. */
export const readPlace = (cells: PlaceCells, places: ReadonlyMap<string, string>): DisputePlace =>
  placeKeys(writtenPlace(cells, places))
