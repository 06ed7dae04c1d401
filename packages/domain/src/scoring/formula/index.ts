export { formulaClause, formulaWithValues } from './clause.ts'
export { evaluateFormula } from './evaluate.ts'
export type {
  Formula,
  FormulaInput,
  FormulaLookup,
  FormulaProblem,
  FormulaValue,
  MissingPolicy,
  PeriodShift,
} from './formula.ts'
export { formulaFunctions } from './functions.ts'
export { parseFormula } from './parse.ts'
export { referencesOf } from './references.ts'
export { referenceKey } from './spelling.ts'
