import { formulaLimits } from '@anjie/contracts/vocabulary/scoring/formulaLimits'
import { Decimal } from '@anjie/kernel'
import type { Span } from './formula.ts'
import { refuse } from './problem.ts'
import { plainlySpelled } from './spelling.ts'
import { formulaWords, longestWordAt, type Word } from './words.ts'

export type Sign =
  | '+'
  | '-'
  | '*'
  | '/'
  | '^'
  | '%'
  | '‰'
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | '&&'
  | '||'
  | '!'
  | '('
  | ')'
  | ','

export type Token = Span &
  (
    | { readonly kind: 'number'; readonly value: Decimal }
    | { readonly kind: 'reference'; readonly name: string }
    | { readonly kind: 'word'; readonly word: Word }
    | { readonly kind: 'sign'; readonly sign: Sign }
    | { readonly kind: 'end' }
  )

/** Spellings of signs, longer ones first, so that `<=` is not read as `<`. */
const signs: readonly (readonly [string, Sign])[] = [
  ['<=', '<='],
  ['>=', '>='],
  ['<>', '<>'],
  ['!=', '<>'],
  ['==', '='],
  ['&&', '&&'],
  ['||', '||'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '<>'],
  ['<', '<'],
  ['>', '>'],
  ['=', '='],
  ['!', '!'],
  ['+', '+'],
  ['-', '-'],
  ['*', '*'],
  ['/', '/'],
  ['^', '^'],
  ['%', '%'],
  ['‰', '‰'],
  ['(', '('],
  [')', ')'],
  [',', ','],
]

const numberPattern = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
const latinPattern = /[A-Za-z_][A-Za-z0-9_]*/y
const chinesePattern = /\p{Script=Han}+/uy

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

function numberToken(text: string, plain: string, at: number, written: string): Token {
  const span = { at, length: written.length }
  const [mantissa = '', exponent = '0'] = written.toLowerCase().split('e')
  if (/^0\d/.test(mantissa)) {
    refuse(text, span, 'number-malformed', `“${written}”不是规范的数：数字不以 0 开头，也不用千分位逗号`)
  }
  const next = plain.charAt(at + written.length)
  if (next === '.' || /[\d]/.test(next)) {
    refuse(text, span, 'number-malformed', `“${written}${next}”不是一个数，请检查小数点`)
  }
  const digits = mantissa.replace('.', '').replace(/^0+/, '').length
  if (digits > formulaLimits.literalDigits) {
    refuse(
      text,
      span,
      'number-too-long',
      `这个数有 ${digits} 位有效数字，最多 ${formulaLimits.literalDigits} 位，请减少位数`,
    )
  }
  if (exponent.length > 6 || Math.abs(Number(exponent)) > formulaLimits.exponent) {
    refuse(text, span, 'exponent-too-large', `数的指数不能超过 ±${formulaLimits.exponent}`)
  }
  return { kind: 'number', value: new Decimal(written.replace(/\.(?=$|[eE])/, '')), ...span }
}

function referenceToken(text: string, plain: string, at: number): Token {
  const end = plain.indexOf(']', at)
  const nextOpening = plain.indexOf('[', at + 1)
  if (end === -1 || (nextOpening !== -1 && nextOpening < end)) {
    refuse(text, { at, length: 1 }, 'name-unclosed', '指标名的左方括号没有对应的右方括号“]”')
  }
  const name = text.slice(at + 1, end).trim()
  const span = { at, length: end + 1 - at }
  if (name === '') refuse(text, span, 'name-empty', '方括号里没有指标名')
  return { kind: 'reference', name, ...span }
}

function refuseWord(text: string, at: number, written: string): never {
  refuse(
    text,
    { at, length: written.length },
    'unknown-word',
    `不认识“${written}”。指标名要写在方括号里，如 [${written}]；函数名请从列表中选`,
  )
}

function wordToken(text: string, plain: string, at: number): Token | undefined {
  const latin = matchAt(latinPattern, plain, at)
  if (latin !== undefined) {
    const word = formulaWords.get(latin.toLowerCase())
    if (word === undefined) return refuseWord(text, at, text.slice(at, at + latin.length))
    return { kind: 'word', word, at, length: latin.length }
  }
  const run = matchAt(chinesePattern, plain, at)
  if (run === undefined) return undefined
  const found = longestWordAt(run)
  if (found === undefined) return refuseWord(text, at, run)
  return { kind: 'word', word: found.word, at, length: found.text.length }
}

function signToken(plain: string, at: number): Token | undefined {
  for (const [spelling, sign] of signs) {
    if (plain.startsWith(spelling, at)) return { kind: 'sign', sign, at, length: spelling.length }
  }
  return undefined
}

function tokenAt(text: string, plain: string, at: number): Token {
  const written = matchAt(numberPattern, plain, at)
  if (written !== undefined) return numberToken(text, plain, at, written)
  if (plain.charAt(at) === '[') return referenceToken(text, plain, at)
  const token = wordToken(text, plain, at) ?? signToken(plain, at)
  if (token !== undefined) return token
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return refuse(
    text,
    { at, length: character.length },
    'unknown-character',
    character === ']'
      ? '右方括号“]”前面没有左方括号“[”'
      : `公式里不能用“${character}”。可用：数字、[指标名]、+ - × ÷ ^ %、比较符号、括号和函数`,
  )
}

/** The text as tokens, closed by one `end`. Refuses, by throwing `FormulaRefused`, what cannot stand in a formula. */
export function tokenise(text: string): readonly Token[] {
  const plain = plainlySpelled(text)
  const tokens: Token[] = []
  let at = 0
  while (at < plain.length) {
    if (plain.charAt(at) === ' ') {
      at += 1
      continue
    }
    const token = tokenAt(text, plain, at)
    tokens.push(token)
    at += token.length
  }
  tokens.push({ kind: 'end', at: text.length, length: 0 })
  return tokens
}
