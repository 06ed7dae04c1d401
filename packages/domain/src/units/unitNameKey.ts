import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { textKey } from '@anjie/kernel'

interface Customs {
  /** Endings that stand for another, longest first: a village is called by its committee's name, a township by its government's. */
  readonly endings: readonly (readonly [string, string])[]
  /** What is left off in lists of such units, and the endings after which nothing is missing. */
  readonly leftOff?: readonly [string, RegExp]
}

const CUSTOMS: Readonly<Partial<Record<UnitKind, Customs>>> = {
  village: {
    endings: [
      ['嘎查村民委员会', '嘎查'],
      ['牧民委员会', '牧委会'],
      ['嘎查委员会', '嘎查'],
      ['村村民委员会', '村'],
      ['村民委员会', '村'],
      ['嘎查委会', '嘎查'],
      ['行政村', '村'],
      ['村委会', '村'],
      ['村村', '村'],
      ['村委', '村'],
    ],
    leftOff: ['村', /(村|嘎查|牧委会|队|连|场)$/],
  },
  community: {
    endings: [
      ['社区居民委员会', '社区'],
      ['居民委员会', '社区'],
      ['社区居委会', '社区'],
      ['社区居委', '社区'],
      ['居委会', '社区'],
    ],
    leftOff: ['社区', /(社区|连|场)$/],
  },
  township: {
    endings: [
      ['街道办事处', '街道'],
      ['人民政府', ''],
      ['街道办', '街道'],
    ],
  },
  'police-station': { endings: [['公安派出所', '派出所']] },
}

/**
 * The same for every spelling that a careful clerk takes for one unit: spacing, width, letter case and customary endings make no
 * difference. For comparing only; a unit keeps the name that it was given.
 */
export function unitNameKey(name: string, kind: UnitKind): string {
  const { endings = [], leftOff } = CUSTOMS[kind] ?? {}
  const key = withoutOffice(textKey(name), endings)
  return leftOff === undefined || leftOff[1].test(key) ? key : `${key}${leftOff[0]}`
}

/** An office's name in front of its unit's, as addresses are written. */
const INNER_OFFICES = /(?<=[镇乡]|苏木)人民政府|(?<=街道)办事处/g

/** A word that somebody looks for, without the names of offices: the unit's own name is found by its committee's. */
export function searchedName(word: string): string {
  const plain = textKey(word).replace(INNER_OFFICES, '')
  for (const { endings } of Object.values(CUSTOMS)) {
    const key = withoutOffice(plain, endings)
    if (key !== plain) return key
  }
  return plain
}

function withoutOffice(plain: string, endings: Customs['endings']): string {
  let key = plain
  for (const [ending, stands] of endings) {
    if (key.endsWith(ending) && key.length > ending.length) key = `${key.slice(0, -ending.length)}${stands}`
  }
  return key
}
