import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'

/** By the honour's name, what its holders may be. A list may mix them (平安乡镇、村（社区）). */
const BY_HONOUR: readonly (readonly [RegExp, readonly UnitKind[]])[] = [
  [/派出所/, ['police-station']],
  [/司法所/, ['justice-office']],
  [/医院/, ['hospital']],
  [/校园|学校/, ['campus']],
  [/乡镇|街道|苏木/, ['township']],
  [/村|社区|嘎查/, ['village', 'community']],
]

/** By its own name, what a place is. Pastures, farms and companies of farms stand where elsewhere a village does. */
const BY_NAME: readonly (readonly [RegExp, UnitKind])[] = [
  [/(社区|居委会|居民委员会|社区居委)$/, 'community'],
  [/(村|村委|村委会|村民委员会|嘎查|嘎查委员会|牧委会|牧民委员会)$/, 'village'],
  [/(农场|林场|牧场|渔场|茶场|园艺场|分场|连队|生产队|大队|\d+队|[一二三四五六七八九十]队|连)$/, 'village'],
  [/(镇|乡|街道|苏木|街道办事处|街道办|人民政府)$/, 'township'],
]

/** What kind of unit a line of a public list names; undefined where neither the honour nor the name tells, or they contradict. */
export function listedKind(honour: string, unit: string): UnitKind | undefined {
  const kinds = BY_HONOUR.flatMap(([pattern, each]) => (pattern.test(honour) ? each : []))
  const [first, ...more] = kinds
  if (first === undefined || !isPlace(first)) return first
  const own = BY_NAME.find(([pattern]) => pattern.test(unit.replace(/\s+/g, '')))?.[1]
  if (own !== undefined) return kinds.includes(own) ? own : undefined
  return more.length === 0 ? first : undefined
}

const isPlace = (kind: UnitKind): boolean => kind === 'township' || kind === 'village' || kind === 'community'
