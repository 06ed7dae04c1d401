import type { Decimal } from '@anjie/kernel'
import type { FunctionCode } from './functions.ts'

/** Which period of a data item a reference reads, seen from the period that is being scored. */
export type PeriodShift = 'current' | 'previous' | 'same-last-year' | 'year-to-date'

export type UnaryOperator = '-' | '+' | 'not' | '%' | '‰'
export type BinaryOperator = '+' | '-' | '*' | '/' | 'mod' | '^' | '=' | '<>' | '<' | '<=' | '>' | '>=' | 'and' | 'or'

/** Where a node or problem lies in the source text: UTF-16 offset and length, as an editor selects it. */
export interface Span {
  readonly at: number
  readonly length: number
}

export type FormulaNode = Span &
  (
    | { readonly kind: 'number'; readonly value: Decimal }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'reference'; readonly name: string }
    | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: FormulaNode }
    | {
        readonly kind: 'binary'
        readonly operator: BinaryOperator
        readonly left: FormulaNode
        readonly right: FormulaNode
      }
    | { readonly kind: 'call'; readonly code: FunctionCode; readonly arguments: readonly FormulaNode[] }
    | { readonly kind: 'period'; readonly shift: Exclude<PeriodShift, 'current'>; readonly operand: FormulaNode }
  )

/** A formula that was read without a problem. Stored and sent as its `text`; read again where it is used. */
export interface Formula {
  readonly text: string
  readonly root: FormulaNode
}

export type FormulaProblemCode =
  | 'formula-empty'
  | 'formula-too-long'
  | 'formula-too-deep'
  | 'formula-too-large'
  | 'unknown-character'
  | 'unknown-word'
  | 'number-malformed'
  | 'number-too-long'
  | 'exponent-too-large'
  | 'name-unclosed'
  | 'name-empty'
  | 'operand-expected'
  | 'operator-expected'
  | 'parenthesis-unclosed'
  | 'parenthesis-unopened'
  | 'argument-count'
  | 'kind-mismatch'
  | 'period-nested'
  | 'period-without-reference'

/** One reason why a text is not a formula. `message` says in Chinese where, why and what to do. */
export interface FormulaProblem extends Span {
  readonly code: FormulaProblemCode
  readonly message: string
}

/** What is known about one referenced item; a reason may be left out, the formula then writes its own. */
export type FormulaInput =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'missing' | 'not-applicable' | 'invalid'; readonly reason?: string }

/** One reference as it must be looked up. `name` is the text between the brackets, trimmed, otherwise as written. */
export interface FormulaReference {
  readonly name: string
  readonly periodShift: PeriodShift
}

/** Gives the figure for a reference; `undefined` means that no such item exists. Must not depend on anything but its argument. */
export type FormulaLookup = (reference: FormulaReference) => FormulaInput | undefined

/**
 * skip-if-any: one missing figure that is used makes the result missing (default).
 * skip-if-all: missing figures count as 0 unless all are missing.
 * never-skip: missing figures count as 0.
 * Figures inside coalesce and isMissing are always seen as they are.
 */
export type MissingPolicy = 'skip-if-any' | 'skip-if-all' | 'never-skip'
