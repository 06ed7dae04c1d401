import { z } from 'zod'
import type { Synthesised } from './synthesise.ts'

const oneOrMany = <T extends z.ZodType>(item: T) => z.union([item, z.array(item)]).transform((value) => [value].flat())

const StatementText = z.looseObject({
  Effect: z.string(),
  Action: oneOrMany(z.string()),
  Resource: oneOrMany(z.unknown()).default([]),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
})

export interface Statement {
  /** Logical id of the role. */
  readonly role: string
  readonly effect: string
  readonly actions: readonly string[]
  readonly resources: readonly unknown[]
  readonly conditions: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const Document = z.looseObject({ Statement: z.array(StatementText) })
const RoleProperties = z.looseObject({ Policies: z.array(z.looseObject({ PolicyDocument: Document })).default([]) })
const PolicyProperties = z.looseObject({ PolicyDocument: Document, Roles: z.array(z.looseObject({ Ref: z.string() })) })

/** Every statement of every role, whether it stands in the role or in a policy attached to it. */
export function statementsOf({ resources }: Synthesised): Statement[] {
  const statements: Statement[] = []
  const take = (role: string, document: z.infer<typeof Document>): void => {
    for (const { Effect, Action, Resource, Condition } of document.Statement) {
      statements.push({ role, effect: Effect, actions: Action, resources: Resource, conditions: Condition })
    }
  }
  for (const [id, { Type, Properties }] of resources) {
    if (Type === 'AWS::IAM::Role') {
      for (const { PolicyDocument } of RoleProperties.parse(Properties).Policies) take(id, PolicyDocument)
    }
    if (Type === 'AWS::IAM::Policy' || Type === 'AWS::IAM::ManagedPolicy') {
      const { PolicyDocument, Roles } = PolicyProperties.parse(Properties)
      for (const { Ref } of Roles) take(Ref, PolicyDocument)
    }
  }
  return statements
}

export const ACCOUNT = '123456789012'
export const REGION = 'us-east-1'

/** The template's value with its references resolved as a deployment would: a table's ARN names its logical id. */
export function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [[key, inner] = ['', undefined]] = entries
  if (entries.length === 1 && key === 'Fn::Join' && Array.isArray(inner)) {
    const [separator, parts] = inner
    return Array.isArray(parts) ? parts.map(resolved).join(String(separator)) : ''
  }
  if (entries.length === 1 && key === 'Fn::GetAtt' && Array.isArray(inner))
    return arnOf(String(inner[0]), String(inner[1]))
  if (entries.length === 1 && key === 'Ref') {
    return { 'AWS::Partition': 'aws', 'AWS::AccountId': ACCOUNT, 'AWS::Region': REGION }[String(inner)] ?? String(inner)
  }
  return Object.fromEntries(entries.map(([name, item]) => [name, resolved(item)]))
}

function arnOf(logicalId: string, attribute: string): string {
  if (attribute === 'StreamArn') return `${tableArn(logicalId)}/stream/2026-01-01T00:00:00.000`
  if (/^Evidence|^AccessLogs|Files/.test(logicalId)) return `arn:aws:s3:::${logicalId.toLowerCase()}`
  if (/^(Records|Views|Public|Memberships)[0-9A-F]{8}$/.test(logicalId)) return tableArn(logicalId)
  return `arn:aws:other:${REGION}:${ACCOUNT}:${logicalId}`
}

export const tableArn = (logicalId: string): string => `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${logicalId}`
