import { useMemo } from 'react'
import type { ApiProblem } from './apiProblem.ts'
import { fieldErrorsOf } from './fieldErrors.ts'

/** Looks a field's fault up in the last refusal: `error('legalBasis', 'issuer')`. */
export function useFieldErrors(problem: ApiProblem | undefined): (...path: (string | number)[]) => string | undefined {
  return useMemo(() => {
    const faults = new Map(
      problem === undefined ? [] : fieldErrorsOf(problem.body).map((fault) => [fault.path.join('/'), fault.message]),
    )
    return (...path) => faults.get(path.join('/'))
  }, [problem])
}
