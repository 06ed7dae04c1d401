import { fieldName } from '@anjie/contracts/vocabulary/fieldNames'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { z } from 'zod'

interface Fault {
  readonly pointer: string
  readonly detail: string
}

/** A clerk mends this many at once; more would not be read. */
const MAX_FAULTS = 50

/** RFC 6901 pointer of a path into the request body. */
export const jsonPointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

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

/** What is wrong with a value, where its schema does not say so itself. Given to zod with each parse. */
export function faultText(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '请填写' : `应为${typeName(issue.expected)}`
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_format':
      return '格式不对'
    case 'not_multiple_of':
      return `应为${String(issue.divisor)}的倍数`
    case 'invalid_value':
      return issue.values.length > 1
        ? `应为其中之一：${issue.values.map(String).join('、')}`
        : `应为${String(issue.values[0])}`
    case 'invalid_union':
      return '内容不符合任何一种格式'
    default:
      return '填写内容有误'
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组栏目',
  record: '一组栏目',
  null: '空值',
}

const typeName = (expected: string): string => TYPE_NAMES[expected] ?? '另一种内容'

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  if (origin === 'string') return minimum === 1 ? '请填写' : `至少${String(minimum)}个字`
  if (origin === 'array' || origin === 'set') return `至少${String(minimum)}项`
  return inclusive === false ? `应大于${String(minimum)}` : `不能小于${String(minimum)}`
}

function tooBig({ origin, maximum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  if (origin === 'string') return `最多${String(maximum)}个字`
  if (origin === 'array' || origin === 'set') return `最多${String(maximum)}项`
  return inclusive === false ? `应小于${String(maximum)}` : `不能大于${String(maximum)}`
}
