import type { z } from 'zod'

/**
 * The one translation of zod's faults: what is wrong with a value, in Chinese, where its schema does not say so itself. Given to zod as
 * `error` with each parse whose faults somebody reads.
 */
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
    case 'unrecognized_keys':
      return `没有${issue.keys.map((key) => `“${key.slice(0, 40)}”`).join('、')}这个栏目`
    default:
      return '填写内容有误'
  }
}

/** Places and kinds of fault alone, for the log: a value may name a person. */
export const faultPlaces = ({ issues }: z.ZodError, most = 5): string =>
  issues
    .slice(0, most)
    .map(({ path, code }) => `${path.map(String).join('.')} (${code})`)
    .join(', ')

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
