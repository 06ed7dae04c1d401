import { textKey } from '@anjie/kernel'

/** Functional zones are written short and in full; lists do both. */
const ZONES: readonly (readonly [RegExp, string])[] = [
  [/高新技术产业开发区$|高新技术开发区$|高新技术产业园区$/, '高新区'],
  [/经济技术开发区$|经济开发区$|经开发区$/, '经开区'],
]

/** The same for every spelling of a city's or county's name: spacing, width, the ending of its government, a zone's full name. */
export function placeKey(name: string): string {
  const plain = textKey(name).replace(/(?<=.[市县区旗州盟])人民政府$/, '')
  const zone = ZONES.find(([ending]) => ending.test(plain))
  return zone === undefined ? plain : plain.replace(zone[0], zone[1])
}
