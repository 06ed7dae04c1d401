import { BranchNode, LeafNode, Scheme, type SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import fc from 'fast-check'
import { z } from 'zod'

/**
 * Schemes of any structure, made from the vocabulary itself: a field, method or kind that is added there is generated here
 * without anybody thinking of it. The schemes need not make sense, they need to be readable.
 */

const hostileTexts = [
  ' 两端空格 ',
  '"引号开头',
  '"完整的引号"',
  '_x0041_',
  '第一行\n第二行',
  '制表\t符\r回车',
  '=1+1',
  '𠮷野家😀',
  '\u0000\u001f\ufffe',
  '\ud800',
  '[方括号]',
  '{}',
  '、；，',
  '-',
  '007012',
  '1e5',
  'TRUE',
  '__proto__',
  '最多扣5分',
  '2026-01-01',
  '\u3000全角空格\u00a0',
]
const anyText = (min: number, max: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: min, maxLength: Math.min(max, 12) }) },
      { weight: 2, arbitrary: fc.constantFrom(...hostileTexts) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: min, maxLength: Math.min(max, 12) }) },
    )
    .filter((text) => text.length >= min && text.length <= max)

const anyCode = fc.oneof(
  fc.stringMatching(/^[A-Z0-9\u4e00-\u4eff][A-Za-z0-9._-]{0,6}$/),
  fc.constantFrom('007012', '123456789012345678', '1.10', 'constructor', '1E5', '3-1'),
)

const anyFigure = fc.oneof(
  fc.integer({ min: 0, max: 1000 }).map(String),
  fc.tuple(fc.nat(999), fc.stringMatching(/^\d{1,4}$/)).map(([whole, digits]) => `${whole}.${digits}`),
  fc.stringMatching(/^[1-9]\d{10,19}\.\d{1,9}$/),
  fc.constantFrom('0', '0.10', '12.30', '100000000000000000000', '0.000000001', '0.3000000000000000001'),
)

const anySigned = fc.oneof(
  anyFigure,
  anyFigure.filter((text) => !/^0(\.0+)?$/.test(text)).map((text) => `-${text}`),
)

/** A short list, or where the vocabulary wants more the least that it wants. */
const MOST_ENTRIES = 3

interface Bounds {
  minimum?: number
  maximum?: number
}

/** Least and most length, count or value that a schema states by its checks. */
function boundsOf(schema: z.core.$ZodType): Bounds {
  const bounds: Bounds = {}
  for (const check of schema._zod.def.checks ?? []) {
    // Of the many kinds of checks only those with a bound have one of these fields.
    const { check: kind, minimum, maximum, value } = check._zod.def as Bounds & { check: string; value?: number }
    if (kind === 'min_length' && minimum !== undefined) bounds.minimum = minimum
    if (kind === 'max_length' && maximum !== undefined) bounds.maximum = maximum
    if (kind === 'greater_than' && value !== undefined) bounds.minimum = value
    if (kind === 'less_than' && value !== undefined) bounds.maximum = value
  }
  return bounds
}

function arbitraryOf(type: z.core.$ZodType, depth: number): fc.Arbitrary<unknown> {
  const schema = type as z.core.$ZodTypes
  const def = schema._zod.def
  switch (def.type) {
    case 'object':
      return fc
        .record(Object.fromEntries(Object.entries(def.shape).map(([name, field]) => [name, arbitraryOf(field, depth)])))
        .map(withoutUndefined)
    case 'optional':
      return fc.option(arbitraryOf(def.innerType, depth), { nil: undefined })
    case 'union':
      return fc.oneof(...def.options.map((option) => arbitraryOf(option, depth)))
    case 'array': {
      const { minimum = 0, maximum = MOST_ENTRIES } = boundsOf(schema)
      return fc.array(arbitraryOf(def.element, depth), {
        minLength: minimum,
        maxLength: Math.max(minimum, Math.min(maximum, MOST_ENTRIES)),
      })
    }
    case 'record':
      return fc.dictionary(anyCode, arbitraryOf(def.valueType, depth), { maxKeys: 3 })
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'boolean':
      return fc.boolean()
    case 'number': {
      const { minimum = -5, maximum = 2100 } = boundsOf(schema)
      return fc.integer({ min: minimum, max: Math.min(maximum, 2100) })
    }
    case 'string':
      return textFor(schema)
    default:
      throw new Error(`no values are made for ${def.type}`)
  }
}

/** Codes, figures and free texts are all strings; the schema itself says which of them it takes. */
function textFor(schema: z.core.$ZodType): fc.Arbitrary<string> {
  const accepts = (text: string) => z.safeParse(schema, text).success
  // A code of the catalogue knows capital letters only.
  if (accepts('PA-017') && !accepts('a1')) return fc.constantFrom('PA-017', 'ZZ-2026-A1', 'X')
  if (!accepts('x y')) return accepts('A1') ? anyCode : accepts('-1') ? anySigned : anyFigure
  const { minimum = 0, maximum = 40 } = boundsOf(schema)
  return anyText(minimum, maximum).filter(accepts)
}

const withoutUndefined = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Partial<T>

type Options = { readonly shape: Readonly<Record<string, z.core.$ZodType>> }

/** Fields of a node; the children are put in separately, because the vocabulary's own type goes round. */
function nodeOf(kind: Options, depth: number): fc.Arbitrary<SchemeNode> {
  const { children, ...shape } = kind.shape
  const fields = arbitraryOf(z.object(shape as z.ZodRawShape), depth)
  const made =
    children === undefined
      ? fields
      : fc
          .tuple(fields, fc.array(anyNode(depth - 1), { minLength: 1, maxLength: 4 }))
          .map(([own, inner]) => ({ ...(own as object), children: inner }))
  return made as fc.Arbitrary<SchemeNode>
}

const anyNode = (depth: number): fc.Arbitrary<SchemeNode> =>
  depth <= 0
    ? nodeOf(LeafNode, 0)
    : fc.oneof(
        { weight: 2, arbitrary: nodeOf(LeafNode, depth) },
        { weight: 1, arbitrary: fc.constant(null).chain(() => nodeOf(BranchNode, depth)) },
      )

/** Codes made different from each other, as in any sound scheme; the order of nodes stays. */
function withOwnCodes(node: SchemeNode, taken: Set<string>): SchemeNode {
  let code = node.code
  for (let number = 1; taken.has(code); number += 1) code = `${node.code.slice(0, 20)}${number}`
  taken.add(code)
  return node.kind === 'leaf'
    ? { ...node, code }
    : { ...node, code, children: node.children.map((child) => withOwnCodes(child, taken)) }
}

const { root: _root, ...rest } = Scheme.shape

export const anyScheme: fc.Arbitrary<Scheme> = fc
  .tuple(arbitraryOf(z.object(rest), 3), anyNode(4))
  .map(([fields, root]) => {
    const scheme = { ...(fields as object), root: withOwnCodes(root, new Set()) } as Scheme
    return {
      ...scheme,
      groups: scheme.groups.map((group, index) => ({ ...group, code: `${index}${group.code.slice(0, 20)}` })),
    }
  })
  .map((scheme) => Scheme.parse(scheme))
