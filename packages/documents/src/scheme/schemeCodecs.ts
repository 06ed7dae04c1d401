import { DecimalText } from '@anjie/contracts/vocabulary/decimalText'
import { Modifier } from '@anjie/contracts/vocabulary/schemes/scheme'
import { DEDUCTION_LIMIT_NAMES, MODIFIER_NAMES, ROUNDING_NAMES } from '@anjie/contracts/vocabulary/schemes/schemeWords'
import { DeductionLimit } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import { unreachable } from '@anjie/kernel'
import { readableOrJson } from '../tables/codec.ts'
import { isObject } from '../tables/tableLayout.ts'

const NUMBER = '(-?\\d+(?:\\.\\d+)?)'

const limitWords = (limit: DeductionLimit): string => {
  switch (limit.kind) {
    case 'floor':
    case 'none':
      return DEDUCTION_LIMIT_NAMES[limit.kind]
    case 'cap':
      return DEDUCTION_LIMIT_NAMES.cap.replace('若干', limit.points)
    default:
      return unreachable(limit)
  }
}

const MOST_OFF = new RegExp(`^最多扣${NUMBER}分?$`)

/** 扣分限度 in the words of a published table. */
export const deductionLimit = readableOrJson(
  (value) => {
    const limit = DeductionLimit.safeParse(value)
    return limit.success ? limitWords(limit.data) : undefined
  },
  (text) => {
    for (const kind of ['floor', 'none'] as const) if (text === DEDUCTION_LIMIT_NAMES[kind]) return { kind }
    const points = MOST_OFF.exec(text)?.[1]
    return points === undefined ? undefined : { kind: 'cap', points }
  },
  '“扣完为止”“最多扣5分”或“不设限”',
)

interface Simple {
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray) => unknown
}

const ROUNDING_BY_NAME = new Map<string, string>(Object.entries(ROUNDING_NAMES).map(([mode, name]) => [name, mode]))

const SIMPLE: readonly Simple[] = [
  { pattern: new RegExp(`^最低${NUMBER}分?$`), read: ([, points]) => ({ kind: 'floor', points }) },
  { pattern: new RegExp(`^最高${NUMBER}分?$`), read: ([, points]) => ({ kind: 'cap', points }) },
  { pattern: MOST_OFF, read: ([, points]) => ({ kind: 'deduction-cap', points }) },
  {
    pattern: /^保留(\d+)位小数\((.+)\)$/,
    read: ([, digits, name]) => ({ kind: 'round', digits: Number(digits), mode: ROUNDING_BY_NAME.get(name ?? '') }),
  },
]

/** Modifiers that take one number have words; the others are written as JSON, and then the whole list is. */
function modifierWords(modifier: Modifier): string | undefined {
  switch (modifier.kind) {
    case 'floor':
    case 'cap':
    case 'deduction-cap':
      return MODIFIER_NAMES[modifier.kind].replace('若干', modifier.points)
    case 'round':
      return `${MODIFIER_NAMES.round.replace('若干', String(modifier.digits))}（${ROUNDING_NAMES[modifier.mode]}）`
    case 'repeat-multiplier':
    case 'difficulty':
      return undefined
    default:
      return unreachable(modifier)
  }
}

export const modifiers = readableOrJson(
  (value) => {
    const list = Modifier.array().min(1).safeParse(value)
    if (!list.success) return undefined
    const parts = list.data.map(modifierWords)
    return parts.includes(undefined) ? undefined : parts.join('；')
  },
  (text) => {
    const read = text
      .split(/[;\n]+/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => {
        for (const { pattern, read: make } of SIMPLE) {
          const match = pattern.exec(part)
          if (match !== null) return make(match)
        }
        return undefined
      })
    return read.includes(undefined) ? undefined : read
  },
  '“最低0分”“最高10分”“最多扣5分”“保留2位小数（四舍五入）”，用分号隔开',
)

/** 单项不低于: `A1≥3、A2≥4.5`. */
export const minNodes = readableOrJson(
  (value) =>
    Array.isArray(value) && value.length > 0
      ? value
          .map((entry: unknown) => (isObject(entry) ? `${String(entry['node'])}≥${String(entry['points'])}` : ''))
          .join('、')
      : undefined,
  (text) => {
    const read = text
      .split(/[、,;\n]+/)
      .filter((part) => part !== '')
      .map((part) => {
        const [node, points, more] = part.split(/≥|>=/).map((side) => side.trim())
        return node === undefined || more !== undefined || !DecimalText.safeParse(points).success
          ? undefined
          : { node, points }
      })
    return read.includes(undefined) ? undefined : read
  },
  '“A1≥3、A2≥4.5”',
)
