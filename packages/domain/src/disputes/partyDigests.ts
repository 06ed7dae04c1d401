import type { PartyDigests } from '@anjie/contracts/vocabulary/disputes/disputeEntry'
import { comparingKey } from './comparingKey.ts'

/** A keyed digest (HMAC) of a text; who has no key cannot compare. */
export type KeyedDigest = (text: string) => string

const PARTED = /[、，,；;|/\n]+|(?<=[\u4e00-\u9fff*＊])\s+(?=[\u4e00-\u9fff]{2})/u
/** 张三与李四, 张三诉李四; 和 also stands in names, so it parts only what is longer than one of them. */
const BETWEEN = /(?<=.{2})(?:与|與|诉|訴|以及|暨)(?=.{2})|(?<=^.{2,4})[和跟](?=.{2,4}$)/u
const ROLE =
  /^(?:被?申请人|被?反映人|被?上诉人|原告|被告|第三人|甲方|乙方|丙方|当事人|双方)(?:[一二三甲乙丙\d]{0,2})[:：]?/u
/** What stands behind a name without brackets: its number. */
const BEHIND = /[\dXx]{6,}$/u
const MASK = /[*＊×某XxＸ○〇●]/u
const IN_BRACKETS = /[(（][^)）]*[)）]/gu
const BESIDE_NAMES = /(?:等)?[\d一二两三四五六七八九十]+[人名户]$|等$/gu
/** A company's name is long enough that one open sign says little more than its whole. */
const LONGEST_PERSON = 4

function digestsOf(name: string, digest: KeyedDigest): PartyDigests {
  const signs = [...name]
  const masked = digest(`m:${signs[0] ?? ''}:${Math.min(signs.length, LONGEST_PERSON + 1)}`)
  if (MASK.test(name)) return { name: null, near: [], masked }
  const open = signs.length <= LONGEST_PERSON
  return {
    name: digest(`n:${name}`),
    near: open
      ? signs.map((_, at) => digest(`o:${signs.map((sign, index) => (index === at ? '?' : sign)).join('')}`))
      : [],
    masked,
  }
}

/** Whom a cell names, as it writes them. */
export function namesIn(cell: string): readonly string[] {
  return cell
    .replace(IN_BRACKETS, '')
    .split(PARTED)
    .flatMap((part) => part.trim().split(BETWEEN))
    .map((name) => name.trim().replace(ROLE, '').replace(BEHIND, '').replace(BESIDE_NAMES, ''))
    .filter((name) => [...name].length >= 2)
}

/** The parties of a cell as digests; the names themselves end here. */
export function partyDigests(cell: string, digest: KeyedDigest): readonly PartyDigests[] {
  const names = namesIn(cell)
    .map(comparingKey)
    .filter((name) => [...name].length >= 2)
  return [...new Set(names)].map((name) => digestsOf(name, digest))
}

/** Identity numbers and telephones of a cell: fifteen or more signs, or eleven figures; masked ones say nothing sure. */
export function identityDigests(cell: string, digest: KeyedDigest): readonly string[] {
  const numbers = cell
    .normalize('NFKC')
    .toUpperCase()
    .split(/[^0-9X*]+/)
    .filter((number) => /^(?:\d{17}[\dX]|\d{15}|\d{11})$/.test(number))
  return [...new Set(numbers)].map((number) => digest(`i:${number}`))
}
