import { writeFileSync } from 'node:fs'
import { TimelineEntry } from '@anjie/contracts/facts/envelope'
import { FACTS } from '@anjie/contracts/facts/facts'
import { machineScopeOf, OPERATIONS } from '@anjie/contracts/operations/index'
import { CommandReply, type Operation } from '@anjie/contracts/operations/operation'
import * as people from '@anjie/contracts/vocabulary/access/people'
import * as appeal from '@anjie/contracts/vocabulary/appeals/appeal'
import * as cycle from '@anjie/contracts/vocabulary/cycles/cycle'
import { DecimalText } from '@anjie/contracts/vocabulary/decimalText'
import * as divisions from '@anjie/contracts/vocabulary/divisions/divisions'
import * as application from '@anjie/contracts/vocabulary/honours/application'
import * as honourCodes from '@anjie/contracts/vocabulary/honours/honourCodes'
import * as round from '@anjie/contracts/vocabulary/honours/round'
import * as title from '@anjie/contracts/vocabulary/honours/title'
import * as ids from '@anjie/contracts/vocabulary/ids'
import * as run from '@anjie/contracts/vocabulary/league-tables/run'
import * as scorecard from '@anjie/contracts/vocabulary/league-tables/scorecard'
import * as listRow from '@anjie/contracts/vocabulary/listRow'
import * as batch from '@anjie/contracts/vocabulary/notices/batch'
import * as objection from '@anjie/contracts/vocabulary/objections/objection'
import * as plainDate from '@anjie/contracts/vocabulary/plainDate'
import { ProblemJson } from '@anjie/contracts/vocabulary/problemJson'
import { PROBLEMS, type ProblemCode } from '@anjie/contracts/vocabulary/problems'
import * as scheme from '@anjie/contracts/vocabulary/schemes/scheme'
import * as schemeRecord from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import * as scoring from '@anjie/contracts/vocabulary/scoring/index'
import * as commissionValues from '@anjie/contracts/vocabulary/submissions/commissionValues'
import * as submission from '@anjie/contracts/vocabulary/submissions/submission'
import * as unit from '@anjie/contracts/vocabulary/units/unit'
import * as unitKind from '@anjie/contracts/vocabulary/units/unitKind'
import { z } from 'zod'
import { inProject } from '../paths.ts'

/** Where the published description of the API is kept. */
export const openapiPath = inProject('contracts/openapi.json')
/** What one must know of each operation in order to ask it: for the console, which waits for no schema before it shows a word. */
export const askedPath = inProject('contracts/src/operations.json')

type Json = Record<string, unknown>

/** Refusals that any operation can give, and those of every command. */
const ALWAYS: readonly ProblemCode[] = [
  'not-signed-in',
  'no-membership',
  'not-permitted',
  'invalid-input',
  'unexpected',
]
const OF_COMMANDS: readonly ProblemCode[] = [
  'idempotency-key-required',
  'idempotency-key-reused',
  'stale-version',
  'payload-too-large',
]

/** Every exported type of the vocabulary under its own name, so that a generated client has names and not copies. */
function named(): z.core.$ZodRegistry<{ id?: string | undefined }> {
  const registry = z.registry<{ id?: string | undefined }>()
  const modules = [
    appeal,
    application,
    batch,
    commissionValues,
    cycle,
    divisions,
    honourCodes,
    ids,
    listRow,
    objection,
    people,
    plainDate,
    round,
    run,
    scheme,
    schemeRecord,
    scorecard,
    scoring,
    submission,
    title,
    unit,
    unitKind,
  ]
  const exported = [
    ...modules.flatMap((module) => Object.entries(module)),
    ...Object.entries({ CommandReply, DecimalText, ProblemJson, TimelineEntry }),
  ]
  const taken = new Set<string>()
  // Modules list their exports in an order of the runtime's own.
  for (const [name, value] of exported.sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (!(value instanceof z.ZodType) || registry.has(value) || taken.has(name)) continue
    taken.add(name)
    registry.add(value, { id: name })
  }
  return registry
}

/** OpenAPI 3.1 of every operation, generated from the contracts; deterministic. */
export function openapi(): string {
  const components = new Map<string, Json>()
  const registry = named()
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const {
      $schema: _,
      $defs = {},
      ...root
    } = z.toJSONSchema(schema, {
      io,
      metadata: registry,
      unrepresentable: 'any',
      // An answer may gain a field one day; only what is sent in is refused for what nobody asked for.
      override: ({ zodSchema, jsonSchema }) => {
        if (zodSchema._zod.def.type === 'object' && !isStrict(zodSchema)) delete jsonSchema.additionalProperties
      },
    })
    const names = new Map<string, string>()
    for (const [name, definition] of Object.entries($defs)) {
      // What is taken in and what is given out differ for a type with defaults: then each has its own name.
      const text = JSON.stringify(definition)
      const isSame =
        !components.has(name) || JSON.stringify(components.get(name)) === JSON.stringify(moved(JSON.parse(text), names))
      names.set(name, isSame ? name : `${name}${io === 'input' ? 'Input' : 'Output'}`)
    }
    for (const [name, definition] of Object.entries($defs)) {
      const { id: _id, ...content } = moved(definition, names)
      components.set(names.get(name) ?? name, content)
    }
    const { id: _id, ...content } = moved(root, names)
    return content
  }

  const paths: Record<string, Json> = {}
  for (const operation of Object.values(OPERATIONS).sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const path = paths[operation.path] ?? {}
    path[operation.method.toLowerCase()] = describe(operation, schemaOf)
    paths[operation.path] = path
  }
  const document = {
    openapi: '3.1.0',
    info: {
      title: '安阶 API',
      version: '1',
      description: `平安建设考评与平安细胞创建。所有拒绝均为 application/problem+json（RFC 9457）。记录的历史由${Object.keys(FACTS).length}种事实组成。`,
    },
    security: [{ oidc: [] }],
    paths: Object.fromEntries(Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1))),
    components: {
      securitySchemes: { oidc: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: Object.fromEntries([...components].sort(([one], [other]) => (one < other ? -1 : 1))),
    },
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

export function asked(): string {
  const faces = Object.entries(OPERATIONS)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, { method, path, access, ifMatch }]) => [id, { method, path, access, ifMatch }])
  return `${JSON.stringify(Object.fromEntries(faces), null, 1)}\n`
}

function describe(
  operation: Operation & { readonly id: string },
  schemaOf: (schema: z.ZodType, io: 'input' | 'output') => Json,
): Json {
  const isCommand = operation.method !== 'GET'
  const exampleOf = (of: 'body' | 'answer'): Json => {
    const example = operation.example?.[of]
    return example === undefined ? {} : { example }
  }
  const success = {
    description: '成功',
    content: { 'application/json': { schema: schemaOf(operation.success.body, 'output'), ...exampleOf('answer') } },
  }
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: `可办理岗位：${operation.access.roles.join('、')}`,
    parameters: [
      ...fields(operation.params).map(([name, schema]) => ({
        name,
        in: 'path',
        required: true,
        schema: schemaOf(schema, 'input'),
      })),
      ...fields(operation.query).map(([name, schema]) => ({
        name,
        in: 'query',
        required: !schema.safeParse(undefined).success,
        schema: schemaOf(schema, 'input'),
      })),
      ...(isCommand ? [header('Idempotency-Key', '本次操作的编号；重试时不变', '^[\\w.~-]{8,128}$')] : []),
      ...(operation.ifMatch ? [header('If-Match', '打开时的版本号，如 "7"', '^(W/)?"?\\d{1,9}"?$')] : []),
    ],
    ...(isCommand && fields(operation.body).length > 0
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(operation.body, 'input'), ...exampleOf('body') } },
          },
        }
      : {}),
    responses: { [operation.success.status]: success, ...refusals(operation, schemaOf) },
  }
}

function refusals(operation: Operation, schemaOf: (schema: z.ZodType, io: 'input' | 'output') => Json): Json {
  const codes: readonly ProblemCode[] = [
    ...ALWAYS,
    ...(machineScopeOf(operation) === undefined ? [] : (['too-many-calls'] as const)),
    ...(operation.method === 'GET' ? [] : OF_COMMANDS),
    ...(operation.ifMatch ? (['if-match-required'] as const) : []),
    ...(fields(operation.params).length > 0 ? (['not-found'] as const) : []),
    ...operation.problems,
  ]
  const byStatus = Map.groupBy(new Set(codes), (code) => PROBLEMS[code].status)
  const schema = schemaOf(ProblemJson, 'output')
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      {
        description: ofStatus.map((code) => `${PROBLEMS[code].title}（${code}）`).join('；'),
        content: { 'application/problem+json': { schema } },
      },
    ]),
  )
}

const header = (name: string, description: string, pattern: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string', pattern },
})

const isStrict = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodNever

/** The named parts of a path, a query or a body. */
const fields = (schema: z.ZodType): [string, z.ZodType][] =>
  // Inside an object zod hands out its core types; each of them is a ZodType of the same package.
  schema instanceof z.ZodObject ? (Object.entries(schema.shape) as [string, z.ZodType][]) : []

/** The same schema with its references pointing into the document's components. */
function moved(schema: unknown, names: ReadonlyMap<string, string>): Json {
  const text = JSON.stringify(schema, (key, value: unknown) => {
    if (key !== '$ref' || typeof value !== 'string' || !value.startsWith('#/$defs/')) return value
    const name = value.slice('#/$defs/'.length)
    return `#/components/schemas/${names.get(name) ?? name}`
  })
  return JSON.parse(text)
}

if (import.meta.main) {
  writeFileSync(openapiPath, openapi())
  writeFileSync(askedPath, asked())
  console.log(`wrote ${openapiPath} and ${askedPath}`)
}
