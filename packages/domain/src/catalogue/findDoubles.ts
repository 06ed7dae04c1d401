import type { CatalogueCode } from '@anjie/contracts/vocabulary/catalogue/catalogueCode'
import type { CatalogueDouble, DoubleReason } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import { textKey } from '@anjie/kernel'
import { definitionKey, itemNameKey } from './itemNameKey.ts'

/** What is compared of an item. */
export interface Compared {
  readonly name: string
  readonly unit: string
  readonly definition: string
}

export interface Listed extends Compared {
  readonly code: CatalogueCode
}

/** Two names are near from this share of common pairs of characters (Dice's coefficient) on. */
const NEAR = 0.65
/** More would not be read. */
const MOST = 10
/** Shorter definitions (见文件, 同上) say nothing by being the same. */
const LEAST_DEFINITION = 6

/**
 * Words that make two names of one wording two questions: 成功 counts a part, 率 is no count, 上年 is another year. If one name has
 * such a word and the other does not, they are not near.
 */
const TELLING = [
  '成功',
  '未',
  '不',
  '率',
  '占比',
  '上年',
  '同期',
  '新增',
  '累计',
  '重大',
  '较大',
  '特别',
  '省级',
  '市级',
  '县级',
  '全国',
  '专职',
  '兼职',
  '履行',
  '办结',
  '受理',
  '立案',
  '破案',
  '死亡',
  '受伤',
  '公安',
  '司法',
  '法院',
  '乡镇',
  '村',
  '示范',
  '创建',
  '带动',
  '预防',
  '处置',
] as const

interface Keys {
  readonly name: string
  readonly unit: string
  readonly definition: string
  readonly pairs: ReadonlyMap<string, number>
  /** Those of the words below that occur in it, and its figures (死亡3至5人). */
  readonly telling: string
}

function keysOf({ name, unit, definition }: Compared): Keys {
  const key = itemNameKey(name)
  return {
    name: key,
    unit: textKey(unit),
    definition: definitionKey(definition),
    pairs: pairsOf(key),
    telling: [...TELLING.filter((word) => key.includes(word)), ...(key.match(/\d+/g) ?? [])].join(' '),
  }
}

/** Every two characters that follow each other, and how often. */
function pairsOf(text: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>()
  const characters = [...text]
  for (let at = 1; at < characters.length; at++) {
    const pair = `${characters[at - 1]}${characters[at]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** Dice: twice the common pairs over all pairs of both. Only compared with a bound, so it need not be exact. */
function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let common = 0
  let all = 0
  for (const [pair, count] of one) {
    common += Math.min(count, other.get(pair) ?? 0)
    all += count
  }
  for (const count of other.values()) all += count
  return all === 0 ? 0 : (2 * common) / all
}

function reasonOf(one: Keys, other: Keys): DoubleReason | undefined {
  if (one.name === other.name) return 'same-name'
  if (one.definition.length >= LEAST_DEFINITION && one.definition === other.definition) return 'same-definition'
  const isNear =
    one.unit === other.unit &&
    one.telling === other.telling &&
    likeness(one.pairs, other.pairs) >= NEAR &&
    !isSibling(one.name, other.name)
  return isNear ? 'near-name' : undefined
}

/** 天网工程接入点位 and 雪亮工程接入点位: one word stands for another that has nothing in common with it. */
function isSibling(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]]
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const [mine, theirs] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return mine.length > 0 && theirs.length > 0 && !mine.some((character) => theirs.includes(character))
}

const ORDER: Readonly<Record<DoubleReason, number>> = { 'same-name': 0, 'same-definition': 1, 'near-name': 2 }

/** 疑似重复: which of the listed items seem to ask the same as this one, the plainest first. */
export function findDoubles(asked: Compared, listed: readonly Listed[]): readonly CatalogueDouble[] {
  const keys = keysOf(asked)
  return listed
    .flatMap(({ code, name, unit, definition }) => {
      const why = reasonOf(keys, keysOf({ name, unit, definition }))
      return why === undefined ? [] : [{ code, name, unit, definition, why }]
    })
    .toSorted((a, b) => ORDER[a.why] - ORDER[b.why] || (a.code < b.code ? -1 : 1))
    .slice(0, MOST)
}

export interface DoublePair {
  readonly one: Listed
  readonly other: CatalogueDouble
}

/** Every pair of the list that seems to ask the same. Names are compared only with those that share a pair of characters. */
export function doublePairs(listed: readonly Listed[]): readonly DoublePair[] {
  const keyed = listed.map((item) => ({ item, keys: keysOf(item) }))
  const places = new Map<string, number[]>()
  const found: DoublePair[] = []
  for (const [at, { item, keys }] of keyed.entries()) {
    const meets = new Set<number>()
    for (const key of [`= ${keys.name}`, `: ${keys.definition}`, ...keys.pairs.keys()]) {
      const before = places.get(key) ?? []
      for (const earlier of before) meets.add(earlier)
      places.set(key, [...before, at])
    }
    for (const earlier of [...meets].toSorted((a, b) => a - b)) {
      const one = keyed[earlier]
      if (one === undefined) continue
      const why = reasonOf(one.keys, keys)
      if (why === undefined) continue
      const { code, name, unit, definition } = item
      found.push({ one: one.item, other: { code, name, unit, definition, why } })
    }
  }
  return found
}
