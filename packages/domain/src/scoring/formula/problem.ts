import type { FormulaProblem, FormulaProblemCode, Span } from './formula.ts'

/** Raised inside the reader only and turned into a returned problem by `parseFormula`. */
export class FormulaRefused extends Error {
  readonly problem: FormulaProblem

  constructor(problem: FormulaProblem) {
    super(problem.message)
    this.problem = problem
  }
}

/** A problem whose message starts with the place that the author counts to: 第 N 个字符. */
export function formulaProblem(
  text: string,
  span: Span,
  code: FormulaProblemCode,
  explanation: string,
): FormulaProblem {
  const place = Array.from(text.slice(0, span.at)).length + 1
  return { at: span.at, length: span.length, code, message: `第 ${place} 个字符：${explanation}` }
}

export function refuse(text: string, span: Span, code: FormulaProblemCode, explanation: string): never {
  throw new FormulaRefused(formulaProblem(text, span, code, explanation))
}
