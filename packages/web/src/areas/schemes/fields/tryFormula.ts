import {
  evaluateFormula,
  type FormulaInput,
  type FormulaProblem,
  type FormulaValue,
  type MissingPolicy,
  type PeriodShift,
  parseFormula,
  referenceKey,
  referencesOf,
} from '@anjie/domain/scoring/formula/index'
import { readFigure } from '@anjie/domain/scoring/readFigure'
import { Decimal } from '@anjie/kernel'

/** A data item as authors refer to it in a formula. */
export interface FormulaItem {
  readonly code: string
  readonly name: string
  readonly unit: string
}

export interface FormulaExample {
  readonly key: string
  readonly name: string
  readonly shift: PeriodShift
  readonly unit: string
  /** What the field shows: what was typed, or a figure to begin with. */
  readonly text: string
}

export interface FormulaTrial {
  readonly problems: readonly FormulaProblem[]
  /** Names in brackets that no data item has. */
  readonly unknown: readonly string[]
  readonly examples: readonly FormulaExample[]
  /** Undefined while the formula cannot be read or names unknown items. */
  readonly value: FormulaValue | undefined
}

/** Rule parameter to the policy of the formula room. */
const POLICIES: ReadonlyMap<unknown, MissingPolicy> = new Map<unknown, MissingPolicy>([
  ['any-missing', 'skip-if-any'],
  ['all-missing', 'skip-if-all'],
  ['as-zero', 'never-skip'],
])

const keyOf = (shift: PeriodShift, name: string): string => `${shift} ${referenceKey(name)}`

/** Reads what the author has typed so far, and works it out with example figures by the engine of the real scores. */
export function tryFormula(
  text: string,
  items: readonly FormulaItem[],
  typed: ReadonlyMap<string, string>,
  missing: unknown,
): FormulaTrial {
  const parsed = parseFormula(text)
  if (!parsed.ok) return { problems: parsed.error, unknown: [], examples: [], value: undefined }
  const byName = new Map<string, FormulaItem>()
  for (const item of items) byName.set(referenceKey(item.code), item)
  for (const item of items) byName.set(referenceKey(item.name), item)
  const references = referencesOf(parsed.value)
  const unknown = [...new Set(references.map(({ name }) => name))].filter((name) => !byName.has(referenceKey(name)))
  const examples = references
    .filter(({ name }) => !unknown.includes(name))
    .map(({ name, periodShift }, index): FormulaExample => {
      const item = byName.get(referenceKey(name))
      const key = keyOf(periodShift, name)
      const unit = item?.unit ?? ''
      return {
        key,
        name: item?.name ?? name,
        shift: periodShift,
        unit,
        text: typed.get(key) ?? exampleFigure(unit, index),
      }
    })
  if (unknown.length > 0) return { problems: [], unknown, examples, value: undefined }
  const figures = new Map(examples.map((example) => [example.key, figureOf(example)]))
  const value = evaluateFormula(parsed.value, ({ name, periodShift }) => figures.get(keyOf(periodShift, name)), {
    missing: POLICIES.get(missing) ?? 'skip-if-any',
  })
  return { problems: [], unknown, examples, value }
}

/** A figure to begin with: all different, so that a formula with two items swapped shows it. */
const exampleFigure = (unit: string, index: number): string =>
  unit === '%' ? String(90 - 5 * index) : String(10 * (index + 1))

function figureOf({ text, unit }: FormulaExample): FormulaInput {
  const typed = text.trim()
  if (typed === '' || typed === '未报') return { kind: 'missing' }
  if (typed === '不适用') return { kind: 'not-applicable' }
  const read = readFigure(typed, unit)
  return read.ok ? { kind: 'number', value: new Decimal(read.value) } : { kind: 'invalid', reason: read.error }
}

export interface Segment {
  readonly at: number
  readonly text: string
  readonly wrong: boolean
}

/** The text in pieces, those that a problem names apart. A problem at the very end, where something is lacking, gets a blank of its own. */
export function segmentsOf(
  text: string,
  problems: readonly { readonly at: number; readonly length: number }[],
): readonly Segment[] {
  const segments: Segment[] = []
  let done = 0
  for (const { at, length } of problems.toSorted((a, b) => a.at - b.at)) {
    const from = Math.max(done, Math.min(at, text.length))
    const to = Math.min(text.length, Math.max(from, at + Math.max(1, length)))
    if (from > done) segments.push({ at: done, text: text.slice(done, from), wrong: false })
    if (to > from) segments.push({ at: from, text: text.slice(from, to), wrong: true })
    else if (from === text.length && segments.at(-1)?.at !== from) segments.push({ at: from, text: '　', wrong: true })
    done = Math.max(done, to)
  }
  if (done < text.length) segments.push({ at: done, text: text.slice(done), wrong: false })
  return segments
}

export interface Inserted {
  readonly text: string
  readonly caret: number
}

/** The text with a piece put in place of what is selected; `caretBack` characters before its end the author goes on. */
export function insertAt(text: string, start: number, end: number, piece: string, caretBack = 0): Inserted {
  return {
    text: `${text.slice(0, start)}${piece}${text.slice(end)}`,
    caret: start + piece.length - caretBack,
  }
}
