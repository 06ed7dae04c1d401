import type { PeriodShift } from './formula.ts'
import { type FunctionCode, formulaFunctions } from './functions.ts'

export type Word =
  | { readonly kind: 'operator'; readonly operator: 'and' | 'or' | 'not' | 'mod' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'function'; readonly code: FunctionCode }
  | { readonly kind: 'period'; readonly shift: Exclude<PeriodShift, 'current'> }

const fixedWords: readonly (readonly [string, Word])[] = [
  ['且', { kind: 'operator', operator: 'and' }],
  ['并且', { kind: 'operator', operator: 'and' }],
  ['and', { kind: 'operator', operator: 'and' }],
  ['或', { kind: 'operator', operator: 'or' }],
  ['或者', { kind: 'operator', operator: 'or' }],
  ['or', { kind: 'operator', operator: 'or' }],
  ['非', { kind: 'operator', operator: 'not' }],
  ['not', { kind: 'operator', operator: 'not' }],
  ['求余', { kind: 'operator', operator: 'mod' }],
  ['mod', { kind: 'operator', operator: 'mod' }],
  ['是', { kind: 'boolean', value: true }],
  ['真', { kind: 'boolean', value: true }],
  ['true', { kind: 'boolean', value: true }],
  ['否', { kind: 'boolean', value: false }],
  ['假', { kind: 'boolean', value: false }],
  ['false', { kind: 'boolean', value: false }],
  ['上期', { kind: 'period', shift: 'previous' }],
  ['previous', { kind: 'period', shift: 'previous' }],
  ['上年同期', { kind: 'period', shift: 'same-last-year' }],
  ['samelastyear', { kind: 'period', shift: 'same-last-year' }],
  ['本年累计', { kind: 'period', shift: 'year-to-date' }],
  ['yeartodate', { kind: 'period', shift: 'year-to-date' }],
]

function everyWord(): ReadonlyMap<string, Word> {
  const words = new Map<string, Word>(fixedWords)
  for (const { code, names } of formulaFunctions.values()) {
    for (const name of names) words.set(name.toLowerCase(), { kind: 'function', code })
  }
  return words
}

/** Every word that means something outside brackets; Latin words in lower case, as they may be typed in either. */
export const formulaWords: ReadonlyMap<string, Word> = everyWord()

/** The longest word of the language at the start of a run of Chinese characters, which has no spaces to part them. */
export function longestWordAt(run: string): { readonly text: string; readonly word: Word } | undefined {
  for (let length = run.length; length > 0; length -= 1) {
    const text = run.slice(0, length)
    const word = formulaWords.get(text)
    if (word !== undefined) return { text, word }
  }
  return undefined
}
