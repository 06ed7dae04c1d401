import { DecimalText } from '../decimalText.ts'
import { PositiveText, SchemeCode } from '../scoring/ruleParts.ts'

/** What a form needs to know of a schema. Read from the contract's own schemas, so that a new rule brings its form along. */
export type FieldSpec =
  | { readonly kind: 'object'; readonly fields: readonly ObjectField[] }
  | { readonly kind: 'list'; readonly of: FieldSpec; readonly least: number; readonly most: number }
  | { readonly kind: 'variants'; readonly tag: string; readonly variants: readonly Variant[] }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'constant'; readonly value: string }
  | { readonly kind: 'map'; readonly of: FieldSpec }
  /** Exact decimal, kept as text. */
  | { readonly kind: 'decimal' }
  | { readonly kind: 'integer'; readonly least: number }
  | { readonly kind: 'flag' }
  /** A code of the scheme: an item, node, group, grade, or its own. */
  | { readonly kind: 'code' }
  | { readonly kind: 'text' }

export interface ObjectField {
  readonly name: string
  readonly spec: FieldSpec
  readonly optional: boolean
}

export interface Variant {
  readonly tag: string
  readonly spec: Extract<FieldSpec, { kind: 'object' }>
}

/** The part of a schema object that is looked at. */
export interface SchemaLike {
  readonly _zod: { readonly def: object; readonly bag: Readonly<Record<string, unknown>> }
}

const isSchema = (value: unknown): value is SchemaLike => typeof value === 'object' && value !== null && '_zod' in value

const part = (def: object, name: string): unknown => new Map(Object.entries(def)).get(name)

function schemaPart(def: object, name: string): SchemaLike {
  const found = part(def, name)
  if (!isSchema(found)) throw new Error(`schema without ${name}`)
  return found
}

function limit(schema: SchemaLike, name: 'minimum' | 'maximum', otherwise: number): number {
  const found = schema._zod.bag[name]
  return typeof found === 'number' ? found : otherwise
}

const known = new WeakMap<SchemaLike, FieldSpec>()

/** The form of a schema. Throws for a kind of schema that no rule uses yet: a broken assumption of this file. */
export function fieldSpecOf(schema: SchemaLike): FieldSpec {
  const before = known.get(schema)
  if (before !== undefined) return before
  const spec = read(schema)
  known.set(schema, spec)
  return spec
}

function read(schema: SchemaLike): FieldSpec {
  if (schema === SchemeCode) return { kind: 'code' }
  if (schema === DecimalText || schema === PositiveText) return { kind: 'decimal' }
  const { def } = schema._zod
  switch (part(def, 'type')) {
    case 'object':
      return objectSpec(def)
    case 'array':
      return {
        kind: 'list',
        of: fieldSpecOf(schemaPart(def, 'element')),
        least: limitOfLength(schema, 'minimum', 0),
        most: limitOfLength(schema, 'maximum', 1000),
      }
    case 'union':
      return variantsSpec(def)
    case 'enum':
      return { kind: 'choice', values: Object.keys(objectPart(def, 'entries')) }
    case 'literal':
      return { kind: 'constant', value: String(listPart(def, 'values')[0]) }
    case 'record':
      return { kind: 'map', of: fieldSpecOf(schemaPart(def, 'valueType')) }
    case 'number':
    case 'int':
      return { kind: 'integer', least: Math.max(0, limit(schema, 'minimum', 0)) }
    case 'boolean':
      return { kind: 'flag' }
    case 'string':
      return { kind: 'text' }
    default:
      throw new Error(`no form for a schema of type ${String(part(def, 'type'))}`)
  }
}

/** Lists keep their bounds with their checks. */
function limitOfLength(schema: SchemaLike, name: 'minimum' | 'maximum', otherwise: number): number {
  const bag = limit(schema, name, Number.NaN)
  if (!Number.isNaN(bag)) return bag
  const checks = part(schema._zod.def, 'checks')
  if (!Array.isArray(checks)) return otherwise
  for (const check of checks) {
    if (!isSchema(check)) continue
    const bound = part(check._zod.def, name)
    if (typeof bound === 'number') return bound
  }
  return otherwise
}

function objectSpec(def: object): Extract<FieldSpec, { kind: 'object' }> {
  const fields = Object.entries(objectPart(def, 'shape')).flatMap(([name, schema]): ObjectField[] => {
    if (!isSchema(schema)) return []
    const optional = part(schema._zod.def, 'type') === 'optional'
    const inner = optional ? schemaPart(schema._zod.def, 'innerType') : schema
    return [{ name, spec: fieldSpecOf(inner), optional }]
  })
  return { kind: 'object', fields }
}

function variantsSpec(def: object): FieldSpec {
  const tag = String(part(def, 'discriminator'))
  const variants = listPart(def, 'options').flatMap((option): Variant[] => {
    if (!isSchema(option)) return []
    const spec = fieldSpecOf(option)
    if (spec.kind !== 'object') return []
    const constant = spec.fields.find((field) => field.name === tag)?.spec
    if (constant?.kind !== 'constant') return []
    return [{ tag: constant.value, spec }]
  })
  return { kind: 'variants', tag, variants }
}

function objectPart(def: object, name: string): object {
  const found = part(def, name)
  if (typeof found !== 'object' || found === null) throw new Error(`schema without ${name}`)
  return found
}

function listPart(def: object, name: string): readonly unknown[] {
  const found = part(def, name)
  if (!Array.isArray(found)) throw new Error(`schema without ${name}`)
  return found
}

/** An unfinished value of the right shape: first choices, empty texts, as many list entries as there must be. */
export function emptyOf(spec: FieldSpec): unknown {
  switch (spec.kind) {
    case 'object':
      return Object.fromEntries(
        spec.fields.filter((field) => !field.optional).map((field) => [field.name, emptyOf(field.spec)]),
      )
    case 'list':
      return Array.from({ length: spec.least }, () => emptyOf(spec.of))
    case 'variants': {
      const first = spec.variants[0]
      return first === undefined ? {} : emptyOf(first.spec)
    }
    case 'choice':
      return spec.values[0] ?? ''
    case 'constant':
      return spec.value
    case 'map':
      return {}
    case 'integer':
      return spec.least
    case 'flag':
      return false
    case 'decimal':
    case 'code':
    case 'text':
      return ''
  }
}

/** Another variant of a value, keeping the fields that both have in the same form. */
export function switched(spec: Extract<FieldSpec, { kind: 'variants' }>, value: unknown, tag: string): unknown {
  const chosen = spec.variants.find((variant) => variant.tag === tag)
  if (chosen === undefined) return value
  const before =
    typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map<string, unknown>()
  const former = spec.variants.find((variant) => variant.tag === before.get(spec.tag))
  const kept = chosen.spec.fields.flatMap((field) => {
    const same = former?.spec.fields.some((other) => other.name === field.name && other.spec === field.spec) === true
    return same && field.name !== spec.tag && before.has(field.name)
      ? [[field.name, before.get(field.name)] as const]
      : []
  })
  const empty = emptyOf(chosen.spec)
  return { ...(typeof empty === 'object' && empty !== null ? empty : {}), ...Object.fromEntries(kept) }
}
