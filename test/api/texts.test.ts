import { PlatformCommand } from '@anjie/contracts/platform/command'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { member } from '../builders/people.ts'
import { ALL_OPERATIONS, testApi } from './testApi.ts'

/** One of each kind that the text rule of `kernel` refuses. */
const ODD = ['\ud800', '\u0000', '\u0007', '\u202e', '\u200b', '\ufeff', '\ufffe', '\ue863', '\u2028', '\ufffd']

interface StringPlace {
  readonly path: string
  readonly schema: z.ZodString
}

// Inside a schema zod hands out its core types; each of them is a ZodType of the same package.
const asType = (inner: unknown): z.ZodType => inner as z.ZodType

/** Every string that a schema lets in, keys of records among them; throws at a kind of schema that could hide one. */
function stringsOf(schema: z.ZodType, path: string, seen: Set<z.ZodType> = new Set()): readonly StringPlace[] {
  if (seen.has(schema)) return []
  seen.add(schema)
  const inside = (inner: unknown, step = '') => stringsOf(asType(inner), `${path}${step}`, seen)
  if (schema instanceof z.ZodString) return [{ path, schema }]
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, field]) => inside(field, `/${name}`))
  if (schema instanceof z.ZodArray) return inside(schema.element, '/*')
  if (schema instanceof z.ZodRecord) return [...inside(schema.keyType, '/(key)'), ...inside(schema.valueType, '/*')]
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => inside(option))
  if (schema instanceof z.ZodIntersection) return [...inside(schema.def.left), ...inside(schema.def.right)]
  if (schema instanceof z.ZodPipe) return inside(schema.in)
  if (schema instanceof z.ZodLazy || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return inside(schema.unwrap())
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodReadonly) return inside(schema.unwrap())
  // Dates and the like bring their own pattern; those without one would be a kind of their own and fall through to the throw.
  if (schema instanceof z.ZodStringFormat) return []
  const harmless = [z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodLiteral, z.ZodNull]
  if (harmless.some((kind) => schema instanceof kind)) return []
  throw new Error(`${path}: a ${schema.def.type} may hold a text that nobody checks`)
}

/** Does this string let such a character through? Tried in every length that the string itself may ask for. */
const takes = (schema: z.ZodString, odd: string): boolean =>
  ['', '安', '安居村民', '安'.repeat(schema.minLength ?? 0)].some((rest) => {
    const read = schema.safeParse(`${rest.slice(0, 1)}${odd}${rest}`)
    return read.success && read.data.includes(odd)
  })

const inputs = [
  ...ALL_OPERATIONS.flatMap(({ id, params, query, body }) =>
    Object.entries({ params, query, body }).map(([part, schema]) => ({ name: `${id} ${part}`, schema })),
  ),
  { name: 'platform command', schema: PlatformCommand },
]

describe('every text that comes in', () => {
  test.each(inputs)('$name: keeps the text rule', ({ schema }) => {
    const free = stringsOf(schema, '').filter((place) => ODD.some((odd) => takes(place.schema, odd)))
    expect(free.map(({ path }) => path)).toEqual([])
  })

  test('the walk finds a plain string wherever it hides', () => {
    const open = z.strictObject({
      plain: z.string().max(20),
      listed: z.array(z.union([z.literal('a'), z.string().trim().min(2)])).optional(),
      keyed: z.record(z.string(), z.number()),
      long: z.string().min(300),
    })
    const free = stringsOf(open, '').filter((place) => ODD.some((odd) => takes(place.schema, odd)))
    expect(free.map(({ path }) => path)).toEqual(['/plain', '/listed/*', '/keyed/(key)', '/long'])
    expect(() => stringsOf(z.object({ any: z.unknown() }), '')).toThrow('/any')
  })
})

describe('a name with a character that nobody sees', () => {
  const admin = member({ roles: ['county-admin'] })
  const register = async (name: string) => {
    const api = await testApi()
    api.join(admin)
    return api.call('registerUnit', {
      member: admin,
      body: { kind: 'township', name, validFrom: '2020-01-01' },
    })
  }

  test.each([
    ['half a character', '代\ud800理镇', '第2个字是不完整的字符（只有半个），编码U+D800，请删去或改正'],
    ['a bidirectional mark', '安居\u202e镇', '第3个字是改变文字方向的字符，编码U+202E，请删去或改正'],
    ['a zero-width space', '安\u200b居镇', '第2个字是看不见的字符，编码U+200B，请删去或改正'],
    ['a line feed', '安居\n镇', '第3个字是换行（本栏只能填一行），编码U+000A，请删去或改正'],
  ])('is refused at its field: %s', async (_what, name, detail) => {
    const answer = await register(name)
    expect(answer).toMatchObject({
      status: 400,
      body: {
        code: 'invalid-input',
        pointer: '/name',
        detail: `名称：${detail}`,
        errors: [{ pointer: '/name', detail: `名称：${detail}` }],
      },
    })
  })

  test('the name is kept composed and without outer spaces', async () => {
    const api = await testApi()
    api.join(admin)
    const made = await api.call('registerUnit', {
      member: admin,
      body: { kind: 'township', name: '\u3000\u{2f800}水镇\u00a0', validFrom: '2020-01-01' },
    })
    expect(made.status).toBe(201)
    const { body } = await api.call('listUnits', { member: admin })
    expect(body['units']).toMatchObject([{ name: '\u4e3d水镇' }])
  })
})
