import { fieldName } from '@anjie/contracts/vocabulary/fieldNames'
import { jsonPointer } from '@anjie/contracts/vocabulary/jsonPointer'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { z } from 'zod'

interface Fault {
  readonly pointer: string
  readonly detail: string
}

/** A clerk mends this many at once; more would not be read. */
const MAX_FAULTS = 50

/** All faults of an input as one refusal, each with its pointer and what is wrong in Chinese. */
export function inputProblem(error: z.ZodError): Problem {
  const faults = error.issues.flatMap((issue) => faultsOf(issue, issue.path))
  const [first] = faults
  const detail =
    faults.length > 1 ? `共有${faults.length}处填写有误：${first?.detail ?? ''}等` : (first?.detail ?? '填写内容有误')
  return {
    code: 'invalid-input',
    detail,
    ...(first === undefined ? {} : { pointer: first.pointer }),
    errors: faults.slice(0, MAX_FAULTS),
  }
}

function faultsOf(issue: z.core.$ZodIssue, path: readonly PropertyKey[]): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: jsonPointer([...path, key]),
      detail: named(path, `没有“${key.slice(0, 40)}”这个栏目`),
    }))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The alternative with the fewest faults is most likely the one that was meant.
    const closest = issue.errors.reduce((best, other) => (other.length < best.length ? other : best))
    return closest.flatMap((inner) => faultsOf(inner, [...path, ...inner.path]))
  }
  return [{ pointer: jsonPointer(path), detail: named(path, issue.message) }]
}

/** `主办单位：请填写`. A message that speaks of the field itself is left as it is. */
function named(path: readonly PropertyKey[], message: string): string {
  const name = fieldName(path)
  const last = fieldName(path.slice(-1))
  return name === '' || (last !== '' && message.includes(last)) ? message : `${name}：${message}`
}
