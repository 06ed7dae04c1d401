import {
  EVIDENCE_PURPOSES,
  JOINING_TAG,
  PURPOSE_TAG,
  type Purpose,
  type ScopeLevel,
  SESSION_TAGS,
} from '@anjie/domain/access/index'
import { LIST_ORDERS } from '@anjie/projections/lists/listOrders'
import { Stack } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import {
  ArnPrincipal,
  Effect,
  type IRole,
  ManagedPolicy,
  PolicyDocument,
  PolicyStatement,
  Role,
  SessionTagsPrincipal,
} from 'aws-cdk-lib/aws-iam'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'
import { ALL_PURPOSES, joiningAccess, onKeys, type ScopedAccess, scopedAccess } from '../accessPatterns.ts'
import { wildcardFinding } from '../wildcardFinding.ts'

export interface ScopedRolesProps {
  /** The one role that may assume them. */
  readonly assumedBy: IRole
  readonly records: Pick<ITable, 'tableArn'>
  readonly views: Pick<ITable, 'tableArn'>
  readonly evidence: Pick<IBucket, 'arnForObjects' | 'node'>
}

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']
/** In a transaction each item is authorised as the single action that it is. Nothing is ever deleted. */
const WRITE = ['dynamodb:PutItem', 'dynamodb:UpdateItem']

/** Holds for sessions that were taken on for one of these. */
const purposeIs = (purposes: readonly Purpose[]): Record<string, Record<string, unknown>> => ({
  StringEquals: { [`aws:PrincipalTag/${PURPOSE_TAG}`]: [...purposes] },
})

/** A managed policy holds 6,144 characters; a role has ten of them. All that is written into a role itself may have 10,240 together. */
const MOST_CHARACTERS = 6_144
/** What a reference stands for when it is deployed: an ARN with account, region and generated name. */
const MOST_IN_ARN = 150

/** As few policies as hold the statements, in their order. */
function inPolicies(scope: Construct, statements: readonly PolicyStatement[]): readonly PolicyStatement[][] {
  const parts: PolicyStatement[][] = [[]]
  let used = EMPTY_DOCUMENT
  for (const statement of statements) {
    const length = lengthOf(scope, statement)
    if (used + length > MOST_CHARACTERS) {
      parts.push([])
      used = EMPTY_DOCUMENT
    }
    parts.at(-1)?.push(statement)
    used += length
  }
  return parts
}

const EMPTY_DOCUMENT = JSON.stringify({ Version: '2012-10-17', Statement: [] }).length

function lengthOf(scope: Construct, statement: PolicyStatement): number {
  const text = JSON.stringify(Stack.of(scope).resolve(statement.toStatementJson()))
  const references = text.match(/"(Fn::GetAtt|Ref)"/g)?.length ?? 0
  return text.length + 1 + references * MOST_IN_ARN
}

/**
 * The roles that the API takes on for one request: which rows a session sees is decided by DynamoDB from its tags, so a mistake
 * in our own code reads a neighbour's data no more than anybody else could. What it may overwrite is decided by its purpose: one that
 * reads, or is here for another area, has no right to touch the facts of a record.
 */
export class ScopedRoles extends Construct {
  readonly roles: Readonly<Record<ScopeLevel | 'joining', Role>>

  constructor(scope: Construct, id: string, props: ScopedRolesProps) {
    super(scope, id)
    this.roles = {
      unit: this.roleFor('unit', scopedAccess.unit, props),
      county: this.roleFor('county', scopedAccess.county, props),
      city: this.roleFor('city', scopedAccess.city, props),
      province: this.roleFor('province', scopedAccess.province, props),
      joining: this.roleFor('joining', joiningAccess, props),
    }
    props.assumedBy.addToPrincipalPolicy(
      new PolicyStatement({
        sid: 'ActAsTheCaller',
        actions: ['sts:AssumeRole', 'sts:TagSession'],
        resources: Object.values(this.roles).map(({ roleArn }) => roleArn),
      }),
    )
  }

  private roleFor(
    level: ScopeLevel | 'joining',
    access: ScopedAccess,
    { assumedBy, records, views, evidence }: ScopedRolesProps,
  ): Role {
    const tagged = Object.fromEntries(
      access.sessionTags.map((tag) => [`aws:RequestTag/${tag}`, tag === JOINING_TAG ? '??*' : SESSION_TAGS[tag]]),
    )
    const mayDo = (
      sid: string,
      actions: string[],
      table: Pick<ITable, 'tableArn'>,
      keys: readonly string[],
      indexes: readonly string[] = [],
      onPurpose: Record<string, unknown> = {},
    ) =>
      new PolicyStatement({
        sid,
        actions,
        resources: [table.tableArn, ...indexes],
        conditions: { ...onKeys(keys), ...onPurpose },
      })
    const statements = [
      mayDo('ReadRecords', [...READ, 'dynamodb:ConditionCheckItem'], records, access.recordsRead),
      ...[...access.recordsWrite].map(([purpose, keys]) =>
        mayDo(`WriteFor${purpose.replace(/\W/g, '')}`, WRITE, records, keys, [], purposeIs([purpose])),
      ),
    ]
    if (access.viewsRead.length > 0) {
      statements.push(
        mayDo('ReadViews', READ, views, access.viewsRead, [
          `${views.tableArn}/index/open`,
          ...LIST_ORDERS.map((order) => `${views.tableArn}/index/${order}`),
        ]),
      )
    }
    if (access.denied.length > 0) {
      statements.push(
        new PolicyStatement({
          sid: 'KeptBelow',
          effect: Effect.DENY,
          actions: [...READ, 'dynamodb:ConditionCheckItem', ...WRITE],
          resources: ['*'],
          conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [...access.denied] } },
        }),
      )
    }
    if (access.filesDenied !== undefined) {
      statements.push(
        new PolicyStatement({
          sid: 'FilesKeptBelow',
          effect: Effect.DENY,
          actions: ['s3:GetObject', 's3:PutObject'],
          resources: access.filesDenied.map((key) => evidence.arnForObjects(key)),
        }),
      )
    }
    if (access.evidenceRead.length > 0) {
      statements.push(
        new PolicyStatement({
          sid: 'ReadEvidence',
          actions: ['s3:GetObject'],
          resources: access.evidenceRead.map((key) => evidence.arnForObjects(key)),
        }),
      )
    }
    if (access.evidenceWrite.length > 0) {
      statements.push(
        new PolicyStatement({
          sid: 'WriteEvidence',
          actions: ['s3:PutObject'],
          resources: access.evidenceWrite.map((key) => evidence.arnForObjects(key)),
          conditions: purposeIs(EVIDENCE_PURPOSES),
        }),
      )
    }
    if (access.imports.length > 0) {
      const own = access.imports.map((key) => evidence.arnForObjects(key))
      statements.push(
        new PolicyStatement({ sid: 'ReadImports', actions: ['s3:GetObject'], resources: own }),
        new PolicyStatement({
          sid: 'WriteImports',
          actions: ['s3:PutObject'],
          resources: own,
          conditions: purposeIs(['intake']),
        }),
      )
    }
    const role = new Role(this, level, {
      description: `What a ${level} post may see and write, by the tags of its session`,
      assumedBy: new SessionTagsPrincipal(
        new ArnPrincipal(assumedBy.roleArn).withConditions({
          StringLike: tagged,
          StringEquals: { [`aws:RequestTag/${PURPOSE_TAG}`]: ALL_PURPOSES },
          'ForAllValues:StringEquals': { 'aws:TagKeys': [...access.sessionTags, PURPOSE_TAG] },
        }),
      ),
    })
    const policies = inPolicies(this, statements).map(
      (part, at) =>
        new ManagedPolicy(this, `${level}-${at + 1}`, {
          description: `What a ${level} post may see and write, part ${at + 1}`,
          document: new PolicyDocument({ statements: part, minimize: false }),
          roles: [role],
        }),
    )
    for (const policy of policies)
      for (const key of new Set([...access.evidenceRead, ...access.evidenceWrite, ...access.imports]))
        accept(
          policy,
          wildcardFinding(this, evidence, key),
          'Files of the jurisdiction that the session is tagged with.',
        )
    return role
  }
}
