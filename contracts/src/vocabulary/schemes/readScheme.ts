import type { z } from 'zod'
import { faultText } from '../faultText.ts'
import { jsonPointer } from '../jsonPointer.ts'
import { Scheme } from './scheme.ts'
import { schemeLimits } from './schemeLimits.ts'

/** One reason why a file is not a scheme, with the node or field that it lies in. */
export interface SchemeFileProblem {
  /** JSON pointer into the file. */
  readonly pointer: string
  /** Chinese: which node, which field, what is wrong. */
  readonly message: string
  /** What is wrong alone, for those who show the place in their own way. */
  readonly reason: string
}

type Refused = { readonly ok: false; readonly error: readonly SchemeFileProblem[] }

const MOST_PROBLEMS = 100

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Field of an object itself, never of its prototype. */
const field = (value: Json, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined)

/** How fields and their choices are called by the one who reads the problems. Without it they have the names of the file. */
export interface SchemeFieldNames {
  readonly field: (name: string, inside: string | undefined) => string
  readonly choice: (field: string, value: string) => string
}

/** Names the closest part of the file that has a name or code: 指标“安全感”（AQG）. */
function placeOf(file: unknown, path: readonly PropertyKey[], names: SchemeFieldNames | undefined): string {
  let at = file
  let named = ''
  let rest = path
  path.forEach((part, index) => {
    at = Array.isArray(at) ? at[Number(part)] : isObject(at) ? field(at, String(part)) : undefined
    if (!isObject(at)) return
    const name = field(at, 'name')
    const code = field(at, 'code')
    if (typeof name !== 'string' && typeof code !== 'string') return
    const kind = {
      items: '数据项',
      vetoes: '否决事项',
      groups: '分组',
      grades: '等次',
      capGroups: '限扣组',
      escalations: '递进督导',
      root: '指标',
    }
    const which = new Map(Object.entries(kind)).get(String(path[0])) ?? '部分'
    const shown = typeof name === 'string' && name !== '' ? `“${name.slice(0, 40)}”` : ''
    named = `${which}${shown}${typeof code === 'string' ? `（${code.slice(0, 40)}）` : ''}`
    rest = path.slice(index + 1)
  })
  const inside = (index: number): string | undefined => {
    const above = rest.slice(0, index).findLast((part) => typeof part === 'string')
    return above === undefined ? undefined : String(above)
  }
  const fields = rest
    .map((part, index) =>
      typeof part === 'number'
        ? names === undefined
          ? `第 ${part + 1} 项`
          : `第${part + 1}项`
        : (names?.field(String(part), inside(index)) ?? String(part)),
    )
    .join(names === undefined ? ' → ' : '，')
  const last = names === undefined ? `字段 ${fields}` : `“${fields}”`
  const where = [named, fields === '' ? '' : last].filter((part) => part !== '').join('的')
  return where === '' ? '方案文件' : where
}

function listed(values: readonly unknown[]): string {
  const shown = values.slice(0, 8).map((value) => `“${String(value)}”`)
  return `${shown.join('、')}${values.length > shown.length ? ' 等' : ''}`
}

const foundText = (written: unknown): string =>
  written === undefined ? '，现在没有填' : `，现在是“${String(written).slice(0, 40)}”`

/** What a scheme's file says better than other input: choices in the reader's own words, and numbers that must be text. */
function schemeFaultText(issue: z.core.$ZodRawIssue, names: SchemeFieldNames | undefined): string {
  const at = String(issue.path?.findLast((part) => typeof part === 'string') ?? '')
  const word = (value: unknown): unknown => names?.choice(at, String(value)) ?? value
  const choiceFault = (values: readonly unknown[], written: unknown): string => {
    const words = values.map(word)
    // Whoever reads in a form's words chooses in the form; a list of codes would not help.
    if (names !== undefined && words.some((each) => !/\p{Script=Han}/u.test(String(each)))) return '请选择'
    return `只能是 ${listed(words)}${foundText(written === undefined || written === '' ? undefined : word(written))}`
  }
  if (issue.code === 'invalid_value') return choiceFault(issue.values, issue.input)
  // With a discriminator the library says which words there are, though its types do not.
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options))
    return choiceFault(issue.options, isObject(issue.input) ? field(issue.input, issue.discriminator ?? '') : undefined)
  const isBareNumber = issue.code === 'invalid_type' && issue.expected === 'string' && typeof issue.input === 'number'
  return `${faultText(issue)}${isBareNumber ? '（数值要加引号，如 "5"，以免失去精度）' : ''}`
}

const writtenAt = (file: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, part) => (Array.isArray(at) ? at[Number(part)] : isObject(at) ? field(at, String(part)) : undefined),
    file,
  )

const problemAt = (pointer: string, reason: string): SchemeFileProblem => ({ pointer, message: reason, reason })
const refusedFile = (reason: string): Refused => ({ ok: false, error: [problemAt('', reason)] })
const TOO_MANY = `指标树超过 ${schemeLimits.nodes} 个节点，请拆成几个方案`

/** Counts nodes and levels without recursion, so that a hostile file costs no stack before it is refused. */
function sizeProblem(root: unknown): SchemeFileProblem | undefined {
  let nodes = 0
  const open: { node: unknown; depth: number; pointer: string }[] = [{ node: root, depth: 1, pointer: '/root' }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    nodes += 1
    if (nodes > schemeLimits.nodes) {
      return problemAt('/root', TOO_MANY)
    }
    if (!isObject(next.node)) continue
    if (next.depth > schemeLimits.depth) {
      const name = String(field(next.node, 'name') ?? field(next.node, 'code') ?? '').slice(0, 40)
      return problemAt(next.pointer, `指标“${name}”在第 ${next.depth} 层，指标树最多 ${schemeLimits.depth} 层`)
    }
    const children = field(next.node, 'children')
    if (!Array.isArray(children)) continue
    const { depth, pointer } = next
    if (children.length > schemeLimits.nodes) {
      return problemAt(pointer, TOO_MANY)
    }
    for (const [index, node] of children.entries()) {
      open.push({ node, depth: depth + 1, pointer: `${pointer}/children/${index}` })
    }
  }
  return undefined
}

/** A copy without keys that start with `$` or `//`: annotations, such as `$schema` or `"//": "说明"`. */
function withoutAnnotations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAnnotations)
  if (!isObject(value)) return value
  const entries = Object.entries(value).filter(([key]) => !key.startsWith('$') && !key.startsWith('//'))
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutAnnotations(inner)]))
}

/** Fields of the file that the scheme has no place for: mostly a misspelt name, which must not vanish in silence. */
function strayFields(file: unknown, read: unknown, path: readonly PropertyKey[], found: PropertyKey[][]): void {
  if (Array.isArray(file) && Array.isArray(read)) {
    for (const [index, inner] of file.entries()) strayFields(inner, read[index], [...path, index], found)
  } else if (isObject(file) && isObject(read)) {
    for (const [key, inner] of Object.entries(file)) {
      if (Object.hasOwn(read, key)) strayFields(inner, read[key], [...path, key], found)
      else found.push([...path, key])
    }
  }
}

function isDeeperThan(value: unknown, most: number): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > most) return true
    if (typeof next.value !== 'object' || next.value === null) continue
    const depth = next.depth + 1
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth })
  }
  return false
}

/**
 * Reads a scheme from the JSON of a file that anybody may have written: an export of the console, or one made by hand.
 * Keys that start with `$` or `//` are annotations. Every problem names its node in Chinese; nothing is guessed or dropped.
 */
export function readScheme(
  json: unknown,
  names?: SchemeFieldNames,
): { readonly ok: true; readonly value: Scheme } | Refused {
  if (!isObject(json)) return refusedFile('方案文件应为一个 JSON 对象')
  const tooLarge = sizeProblem(field(json, 'root'))
  if (tooLarge !== undefined) return { ok: false, error: [tooLarge] }
  // A tree of twelve levels with its rules inside is some forty levels of JSON.
  if (isDeeperThan(json, 100)) return refusedFile('方案文件嵌套过深')
  const file = withoutAnnotations(json)
  const parsed = Scheme.safeParse(file, { error: (issue) => schemeFaultText(issue, names) })
  if (!parsed.success) {
    const problems = parsed.error.issues.slice(0, MOST_PROBLEMS).map((issue) => {
      const { path } = issue
      // To whoever fills in a form an empty field is not yet a wrong one.
      const isBlank = names !== undefined && issue.code !== 'invalid_value' && writtenAt(file, path) === ''
      const reason = isBlank ? '请填写' : issue.message
      return { pointer: jsonPointer(path), message: `${placeOf(file, path, names)}：${reason}`, reason }
    })
    return { ok: false, error: problems }
  }
  const stray: PropertyKey[][] = []
  strayFields(file, parsed.data, [], stray)
  if (stray.length > 0) {
    const reason = '没有这样的字段，请检查拼写'
    const problems = stray.slice(0, MOST_PROBLEMS).map((path) => ({
      pointer: jsonPointer(path),
      message: `${placeOf(file, path, names)}：${reason}`,
      reason,
    }))
    return { ok: false, error: problems }
  }
  return { ok: true, value: parsed.data }
}
