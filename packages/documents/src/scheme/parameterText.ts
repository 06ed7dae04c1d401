import { DecimalText } from '@anjie/contracts/vocabulary/decimalText'
import type { FieldSpec, ObjectField } from '@anjie/contracts/vocabulary/schemes/fieldSpec'
import { choiceLabel, fieldLabel } from '@anjie/contracts/vocabulary/schemes/ruleWords'
import { readFigure } from '@anjie/domain/scoring/readFigure'
import { err, ok, type Result } from '@anjie/kernel'
import { cellJson, narrowed, textForCell, withoutOuterSpace } from '../tables/cellText.ts'
import { METHOD_TITLES } from './methodTitles.ts'
import { type RawPairs, type RawValue, readEntries, readValue } from './pairsText.ts'

/**
 * A parameter of a rule in the words of the form: `下限：90；含下限：是；分值：10`, one line for each entry of a list, 【…】 around what
 * stands inside another. Made from the schemas, so that a new method brings its way of writing along.
 */

/** Something is there, and it is empty. */
const NOTHING = '（无）'

type Structure = Extract<FieldSpec, { kind: 'object' | 'variants' | 'map' }>
const isStructure = (spec: FieldSpec): spec is Structure =>
  spec.kind === 'object' || spec.kind === 'variants' || spec.kind === 'map'

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

export const choiceWord = (name: string, value: string): string =>
  (name === 'method' ? METHOD_TITLES.get(value) : undefined) ?? choiceLabel(name, value)

/** What a variant is told by is named after the field that holds it; a method by its own name. */
const tagName = (tag: string, name: string): string => (tag === 'method' ? 'method' : name)

/** Text as it may stand between the signs of this notation; in quotation marks where it could be mistaken for them. */
const textWritten = (text: string): string =>
  text === '' ||
  /[：:；;【】\n"、（(]|\p{Extended_Pictographic}|[\u{10000}-\u{10ffff}]/u.test(text) ||
  textForCell(text) !== text
    ? cellJson(JSON.stringify(text))
    : text

/** A whole cell. */
export function parameterWritten(spec: FieldSpec, value: unknown, name: string): string {
  if (spec.kind === 'list' && isStructure(spec.of) && Array.isArray(value) && value.length > 0) {
    const { of } = spec
    return value.map((entry: unknown) => pairsWritten(of, entry, name)).join('\n')
  }
  return isStructure(spec) ? pairsWritten(spec, value, name) : valueWritten(spec, value, name)
}

function valueWritten(spec: FieldSpec, value: unknown, name: string): string {
  switch (spec.kind) {
    case 'decimal':
    case 'integer':
    case 'code':
    case 'constant':
      return String(value)
    case 'text':
      return textWritten(String(value))
    case 'flag':
      return value === true ? '是' : '否'
    case 'choice':
      return choiceWord(name, String(value))
    case 'list':
      return listWritten(spec, Array.isArray(value) ? value : [], name)
    default:
      return `【${pairsWritten(spec, value, name)}】`
  }
}

function listWritten({ of }: Extract<FieldSpec, { kind: 'list' }>, values: readonly unknown[], name: string): string {
  if (values.length === 0) return NOTHING
  const written = values.map((value) => valueWritten(of, value, name))
  return written.join(isStructure(of) ? '' : '、')
}

function pairsWritten(spec: Structure, value: unknown, name: string): string {
  const entries = entriesOf(value)
  if (entries.length === 0) return NOTHING
  if (spec.kind === 'map')
    return entries.map(([key, inner]) => `${textWritten(key)}：${valueWritten(spec.of, inner, name)}`).join('；')
  const fields = fieldsOf(spec, new Map(entries).get(spec.kind === 'variants' ? spec.tag : ''))
  const given = new Map(entries)
  return fields
    .filter((field) => given.get(field.name) !== undefined)
    .map((field) => {
      const inner = given.get(field.name)
      const isTag = spec.kind === 'variants' && field.name === spec.tag
      const said = isTag
        ? choiceWord(tagName(spec.tag, name), String(inner))
        : valueWritten(field.spec, inner, field.name)
      return `${fieldLabel(field.name, name)}：${said}`
    })
    .join('；')
}

function fieldsOf(spec: Exclude<Structure, { kind: 'map' }>, tag: unknown): readonly ObjectField[] {
  if (spec.kind === 'object') return spec.fields
  return spec.variants.find((variant) => variant.tag === tag)?.spec.fields ?? []
}

/** What a cell stands for; in Chinese what is wrong with it. */
export function parameterRead(spec: FieldSpec, text: string, name: string): Result<unknown, string> {
  if (narrowed(text) === narrowed(NOTHING)) return ok(spec.kind === 'list' ? [] : {})
  if (spec.kind === 'list' && isStructure(spec.of)) {
    const { of } = spec
    const entries = readEntries(text)
    return entries.ok ? all(entries.value.map((pairs) => pairsMeant(of, pairs, name))) : entries
  }
  if (!isStructure(spec)) {
    const raw = readValue(text)
    return raw.ok ? valueMeant(spec, raw.value, name) : raw
  }
  const entries = readEntries(text.replaceAll('\n', '；'))
  if (!entries.ok) return entries
  const [pairs, ...more] = entries.value
  return pairs === undefined || more.length > 0 ? err('只能填一项') : pairsMeant(spec, pairs, name)
}

function all(results: readonly Result<unknown, string>[]): Result<unknown[], string> {
  const values: unknown[] = []
  for (const result of results) {
    if (!result.ok) return result
    values.push(result.value)
  }
  return ok(values)
}

function valueMeant(spec: FieldSpec, raw: RawValue, name: string): Result<unknown, string> {
  if (raw.kind === 'groups') return groupsMeant(spec, raw.groups, name)
  const word = narrowed(raw.text)
  if (word === narrowed(NOTHING) && !raw.isQuoted && (spec.kind === 'list' || isStructure(spec)))
    return ok(spec.kind === 'list' ? [] : {})
  switch (spec.kind) {
    case 'decimal': {
      if (DecimalText.safeParse(word).success) return ok(word)
      const figure = readFigure(word, '')
      return figure.ok ? figure : err(`“${word.slice(0, 30)}”${figure.error}；请填数字，如 98.5`)
    }
    case 'integer':
      return /^-?\d{1,9}$/.test(word) ? ok(Number(word)) : err(`“${word.slice(0, 30)}”不是整数；请填整数`)
    case 'code':
      return ok(word)
    case 'constant':
      return ok(spec.value)
    case 'text':
      return ok(raw.isQuoted ? raw.text : withoutOuterSpace(raw.text))
    case 'flag':
      return word === '是' || word === '否' ? ok(word === '是') : err(`“${word.slice(0, 30)}”应填“是”或“否”`)
    case 'choice':
      return choiceMeant(name, spec.values, word)
    case 'list':
      return spec.of.kind === 'code'
        ? ok(word.split(/[、,\s]+/).filter((code) => code !== ''))
        : err('要写在【】里，一项一个【】')
    default:
      return err('要写在【】里')
  }
}

function choiceMeant(name: string, values: readonly string[], word: string): Result<string, string> {
  const found = values.find((value) => value === word || narrowed(choiceWord(name, value)) === word)
  return found === undefined
    ? err(`“${word.slice(0, 30)}”不在可选之列；请填${values.map((value) => `“${choiceWord(name, value)}”`).join('、')}`)
    : ok(found)
}

function groupsMeant(spec: FieldSpec, groups: readonly RawPairs[], name: string): Result<unknown, string> {
  if (spec.kind === 'list' && isStructure(spec.of)) {
    const { of } = spec
    return all(groups.map((pairs) => pairsMeant(of, pairs, name)))
  }
  const [pairs, ...more] = groups
  if (pairs === undefined || more.length > 0 || !isStructure(spec)) return err('这里只填一个值，不用【】')
  return pairsMeant(spec, pairs, name)
}

function pairsMeant(spec: Structure, pairs: RawPairs, name: string): Result<unknown, string> {
  const twice = pairs.find(({ key }, index) => pairs.findIndex((other) => other.key === key) !== index)
  if (twice !== undefined) return err(`里的“${twice.key.slice(0, 30)}”填了两次；请只留一处`)
  if (spec.kind === 'map') return mapMeant(spec.of, pairs, name)
  const tag = spec.kind === 'variants' ? tagMeant(spec, pairs, name) : ok('')
  if (!tag.ok) return tag
  const fields = fieldsOf(spec, tag.value)
  const meant: [string, unknown][] = []
  for (const { key, value } of pairs) {
    const word = narrowed(key).replace(/\s+/g, '')
    const field = fields.find((each) => narrowed(fieldLabel(each.name, name)) === word)
    if (field === undefined) {
      const known = fields.map((each) => `“${fieldLabel(each.name, name)}”`).join('、')
      return err(`里没有“${key.slice(0, 30)}”这一项；可填${known}`)
    }
    const isTag = spec.kind === 'variants' && field.name === spec.tag
    const read = isTag ? tag : valueMeant(field.spec, value, field.name)
    if (!read.ok) return err(`里的“${key.slice(0, 30)}”${read.error}`)
    meant.push([field.name, read.value])
  }
  return ok(Object.fromEntries(meant))
}

function tagMeant(
  { tag, variants }: Extract<FieldSpec, { kind: 'variants' }>,
  pairs: RawPairs,
  name: string,
): Result<string, string> {
  const label = fieldLabel(tag, name)
  const given = pairs.find(({ key }) => narrowed(key).replace(/\s+/g, '') === narrowed(label))?.value
  if (given?.kind !== 'text') return err(`没有写“${label}”；请补上`)
  const values = variants.map((variant) => variant.tag)
  const read = choiceMeant(tagName(tag, name), values, narrowed(given.text))
  return read.ok ? read : err(`里的“${label}”${read.error}`)
}

function mapMeant(of: FieldSpec, pairs: RawPairs, name: string): Result<unknown, string> {
  const values = all(pairs.map(({ value }) => valueMeant(of, value, name)))
  return values.ok ? ok(Object.fromEntries(pairs.map(({ key }, index) => [key, values.value[index]]))) : values
}
