import fc from 'fast-check'
import { z } from 'zod'

/**
 * Some content that a schema takes, made from the schema itself, so that a new operation is tried with a body that passes before
 * anybody writes one for it. Throws with the path when it finds none: then a rule needs a line here.
 */
export function sampleOf(schema: z.ZodType): unknown {
  const sample = make(schema)
  const parsed = schema.safeParse(sample)
  if (!parsed.success) throw new Error(`no sample for this schema: ${parsed.error.message}`)
  return sample
}

/** What the schemas of the vocabulary refine by code and not by pattern. */
const CANDIDATES: readonly unknown[] = [
  '平安办〔2026〕12号',
  '2026-03-02',
  '2026-03-02T01:00:00.000Z',
  '1',
  '12.5',
  '名称名称',
  'A1',
  'client-1',
  1,
  2026,
  true,
  null,
]

const made = new Map<z.ZodType, unknown>()
const underway = new Set<z.ZodType>()

/** Schemas use each other many times over: each is tried once. */
function make(schema: z.ZodType): unknown {
  if (underway.has(schema)) throw new Error('this schema needs itself')
  underway.add(schema)
  try {
    if (!made.has(schema)) made.set(schema, makeAnew(schema))
  } finally {
    underway.delete(schema)
  }
  return structuredClone(made.get(schema))
}

function makeAnew(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodOptional) return undefined
  if (schema instanceof z.ZodNullable) return null
  if (schema instanceof z.ZodDefault) return undefined
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodLazy) return make(asType(schema.unwrap()))
  // What only prepares the input says nothing of it.
  if (schema instanceof z.ZodPipe) return make(asType(schema.in instanceof z.ZodTransform ? schema.out : schema.in))
  if (schema instanceof z.ZodLiteral) return [...schema.values][0]
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodBoolean) return true
  if (schema instanceof z.ZodUnknown || schema instanceof z.ZodAny) return '内容'
  if (schema instanceof z.ZodRecord) return {}
  if (schema instanceof z.ZodTuple) return schema.def.items.map((each) => make(asType(each)))
  if (schema instanceof z.ZodUnion) return firstOption(schema.options.map(asType))
  if (schema instanceof z.ZodObject) {
    const entries = Object.entries(schema.shape).map(([name, field]) => [name, make(asType(field))])
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  }
  if (schema instanceof z.ZodArray) {
    if (schema.safeParse([]).success) return []
    const element = make(asType(schema.element))
    return firstThatPasses(
      schema,
      [1, 2, 3].map((length) => Array(length).fill(element)),
    )
  }
  if (schema instanceof z.ZodNumber) return firstThatPasses(schema, [schema.minValue ?? 0, 1, 2026, 5])
  if (schema instanceof z.ZodString) return tryFirst(schema, CANDIDATES) ?? firstThatPasses(schema, matching(schema))
  return firstThatPasses(schema, CANDIDATES)
}

// Inside a schema zod hands out its core types; each of them is a ZodType of the same package.
const asType = (inner: unknown): z.ZodType => inner as z.ZodType

/** Later options are not even looked at: one of them may hold the whole union again. */
function firstOption(options: readonly z.ZodType[]): unknown {
  for (const option of options) {
    try {
      return make(option)
    } catch {
      // The next one may do.
    }
  }
  throw new Error('no option of a union has a sample')
}

const tryFirst = (schema: z.ZodType, candidates: readonly unknown[]): unknown =>
  candidates.find((candidate) => schema.safeParse(candidate).success)

function firstThatPasses(schema: z.ZodType, candidates: readonly unknown[]): unknown {
  const found = tryFirst(schema, candidates)
  if (found === undefined) throw new Error(`none of ${candidates.length} samples passes`)
  return found
}

/** Texts that match a string's patterns. */
function matching(schema: z.ZodString): readonly string[] {
  const patterns = (schema.def.checks ?? []).flatMap(({ _zod }) =>
    'pattern' in _zod.def && _zod.def.pattern instanceof RegExp ? [_zod.def.pattern] : [],
  )
  return patterns.flatMap((pattern) => fc.sample(fc.stringMatching(pattern), { numRuns: 20, seed: 7 }))
}
