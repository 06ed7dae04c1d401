import { pathOfPointer } from '@anjie/contracts/vocabulary/jsonPointer'
import type { ProblemJson } from '@anjie/contracts/vocabulary/problemJson'

/** A fault tied to its field: the path inside the body, as forms address it. */
export interface FieldError {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** JSON pointer to path: `/subjects/3/group` → `['subjects', 3, 'group']`. A leading `/body` belongs to the request and not to the form. */
export function pathOfField(pointer: string): (string | number)[] {
  const parts = pathOfPointer(pointer.replace(/^#/, ''))
  const inBody = parts[0] === 'body' ? parts.slice(1) : parts
  return inBody.map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

/** Every fault of a problem that names a field. */
export function fieldErrorsOf(problem: ProblemJson): FieldError[] {
  const errors = (problem.errors ?? []).map((fault) => ({ path: pathOfField(fault.pointer), message: fault.detail }))
  if (problem.pointer === undefined) return errors
  const path = pathOfField(problem.pointer)
  if (path.length === 0 || errors.some((fault) => fault.path.join('/') === path.join('/'))) return errors
  return [...errors, { path, message: problem.detail }]
}
