import { existsSync, readFileSync } from 'node:fs'
import { JOINING_TAG, PURPOSE_TAG } from '@anjie/domain/access/index'
import { functionNames } from '@anjie/infra/functions'
import { readStage } from '@anjie/infra/stages'
import { readUnits } from '@anjie/local/bench/units/benchUnits'
import { onPaper, REPORTING_DAY } from '@anjie/local/bench/units/onPaper'
import { LIST_ORDERS } from '@anjie/projections/lists/listOrders'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ACCOUNT, REGION, resolved, statementsOf } from './policies.ts'
import { ofType, type StageCase, stages, synthesise } from './synthesise.ts'

const UNITS = await readUnits()
const everyStage = Object.keys(stages).filter((name): name is StageCase => name in stages)
const cloudStages = everyStage.filter((name) => name !== 'local')

/** For ever: another id is another resource, and the data of the old one stays behind unused. */
const STATEFUL_IDS = {
  'AWS::DynamoDB::Table': ['Limits', 'Memberships', 'Public', 'Records', 'Views'],
  'AWS::Cognito::UserPool': ['IdentityUserPool'],
} as const

const withoutHash = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '')

describe.each(everyStage)('stage %s', (stage) => {
  test('leaves no finding of cdk-nag unsettled', () => {
    expect(synthesise(stage).findings).toEqual([])
  })

  test('has no custom resource, which a local endpoint cannot run', () => {
    const types = [...synthesise(stage).resources.values()].map(({ Type }) => Type)
    expect(types.filter((type) => /^Custom::|CustomResource/.test(type))).toEqual([])
  })

  test('shares no value with another stack', () => {
    expect(synthesise(stage).text).not.toMatch(/Fn::ImportValue|"Export"/)
  })

  test('pays per request and can restore every table, whose keys are pk and sk', () => {
    const tables = ofType(synthesise(stage), 'AWS::DynamoDB::Table')
    expect(tables.map(([id]) => withoutHash(id)).sort()).toEqual(STATEFUL_IDS['AWS::DynamoDB::Table'])
    for (const [id, { Properties }] of tables) {
      expect(Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          ...(['Memberships', 'Limits'].includes(withoutHash(id)) ? [] : [{ AttributeName: 'sk', KeyType: 'RANGE' }]),
        ],
      })
      const indexes = z
        .array(z.looseObject({ IndexName: z.string(), KeySchema: z.unknown(), Projection: z.unknown() }))
        .parse(Properties['GlobalSecondaryIndexes'] ?? [])
      // Only lists are read in several orders, and an index has the table's own partition key: the same authorization holds.
      expect(indexes.map(({ IndexName }) => IndexName)).toEqual(withoutHash(id) === 'Views' ? LIST_ORDERS : [])
      for (const { IndexName, KeySchema, Projection } of indexes) {
        expect(KeySchema).toEqual([
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: IndexName, KeyType: 'RANGE' },
        ])
        expect(Projection).toEqual({ ProjectionType: 'INCLUDE', NonKeyAttributes: ['row'] })
      }
    }
  })

  test('keeps every log for a stated time', () => {
    const groups = ofType(synthesise(stage), 'AWS::Logs::LogGroup')
    expect(groups.length).toBeGreaterThanOrEqual(functionNames.length + 2)
    for (const [id, { Properties }] of groups) expect(Properties['RetentionInDays'], id).toBeGreaterThan(0)
  })

  test('writes no token, query or address of a visitor into an access log', () => {
    for (const [, { Properties }] of ofType(synthesise(stage), 'AWS::ApiGatewayV2::Stage')) {
      const { Format } = z.looseObject({ Format: z.string() }).parse(Properties['AccessLogSettings'])
      expect(Format).toContain('$context.requestId')
      expect(Format).not.toMatch(/authorization|sourceIp|queryString|userAgent|claims/i)
    }
  })

  test('lets twice the calls of a reporting peak through, and a million public views in an hour where no cache stands before', () => {
    const { rows, shares } = UNITS
    const peak = onPaper(REPORTING_DAY, rows, shares.at(-1) ?? 0).callsPerSecond
    const ceilings = new Map(
      ofType(synthesise(stage), 'AWS::ApiGatewayV2::Stage').map(([id, { Properties }]) => [
        id.startsWith('ConsoleApi') ? 'console' : 'public site',
        z
          .looseObject({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() })
          .parse(Properties['DefaultRouteSettings']),
      ]),
    )
    expect(ceilings.get('console')?.ThrottlingRateLimit).toBeGreaterThan(2 * peak)
    const views = stage === 'aws-cn' ? (3 * 1_000_000) / 3600 : 100
    expect(ceilings.get('public site')?.ThrottlingRateLimit).toBeGreaterThan(views)
    for (const { ThrottlingRateLimit, ThrottlingBurstLimit } of ceilings.values())
      expect(ThrottlingBurstLimit).toBeGreaterThanOrEqual(2 * ThrottlingRateLimit)
  })

  test('runs Node 24', () => {
    const lambdas = ofType(synthesise(stage), 'AWS::Lambda::Function')
    expect(lambdas).toHaveLength(functionNames.length)
    const architectures = { local: undefined, 'aws-cn': ['x86_64'] }[
      stage === 'local' || stage === 'aws-cn' ? stage : 'local'
    ]
    for (const [id, { Properties }] of lambdas) {
      expect(Properties['Runtime'], id).toBe('nodejs24.x')
      expect(Properties['Architectures'], id).toEqual(
        stage.startsWith('aws') && stage !== 'aws-cn' ? ['arm64'] : architectures,
      )
    }
  })

  test('reads the stream so that one bad fact is parked and the rest goes on', () => {
    const mappings = new Map(ofType(synthesise(stage), 'AWS::Lambda::EventSourceMapping'))
    expect([...mappings.keys()].map(withoutHash).sort()).toEqual([
      'Facts',
      'FilesToRead',
      'Objections',
      'ScoringsAskedFor',
    ])
    const mapping = [...mappings].find(([id]) => withoutHash(id) === 'Facts')?.[1]
    expect(mapping?.Properties).toMatchObject({
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 21_600,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      StartingPosition: 'TRIM_HORIZON',
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(/^ParkedFacts/), 'Arn'] } },
      },
    })
    const filters = JSON.stringify(mapping?.Properties['FilterCriteria'])
    for (const told of ['STATE#', 'FACT#', 'PART#', 'MODIFY', 'REMOVE']) expect(filters).toContain(told)
    expect(filters).not.toContain('RECEIPT')
  })

  test('wakes the scorer with one fact only, tries again what failed, and parks it in the end', () => {
    const mapping = ofType(synthesise(stage), 'AWS::Lambda::EventSourceMapping').find(
      ([id]) => withoutHash(id) === 'ScoringsAskedFor',
    )?.[1]
    expect(mapping?.Properties).toMatchObject({
      BatchSize: 1,
      MaximumRetryAttempts: 3,
      StartingPosition: 'TRIM_HORIZON',
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(/^ParkedScorings/), 'Arn'] } },
      },
    })
    const filters = JSON.stringify(mapping?.Properties['FilterCriteria'])
    for (const told of ['INSERT', 'ScoringStarted']) expect(filters).toContain(told)
    expect(filters).not.toContain('STATE#')
  })

  test('signs with one key of P-256, which the function that signs may use and nobody else', () => {
    const keys = ofType(synthesise(stage), 'AWS::KMS::Key').filter(([id]) => id.startsWith('SigningKey'))
    expect(keys.map(([, { Properties }]) => [Properties['KeySpec'], Properties['KeyUsage']])).toEqual([
      ['ECC_NIST_P256', 'SIGN_VERIFY'],
    ])
    const signing = statementsOf(synthesise(stage)).filter(({ actions }) =>
      /kms:(Sign|\*)|"\*"/.test(JSON.stringify([actions].flat())),
    )
    expect(signing.map(({ role }) => withoutHash(role))).toEqual(['SignerRole'])
    expect(JSON.stringify(signing[0]?.resources)).toContain('SigningKey')
    // What draws the paper reads published things and holds no key.
    const paper = statementsOf(synthesise(stage)).filter(
      ({ role, actions }) => /^PaperRole/.test(role) && /dynamodb|kms|s3/.test(JSON.stringify(actions)),
    )
    expect(paper.map(({ actions }) => [actions].flat())).toEqual([['dynamodb:GetItem']])
  })

  test('reads no form: the scorer works from what was frozen', () => {
    const own = statementsOf(synthesise(stage)).filter(({ role }) => /^ScorerRole/.test(role))
    const keys = JSON.stringify(own.map(({ conditions }) => conditions))
    for (const kind of ['run', 'cycle', 'scheme', 'appeal']) expect(keys).toContain(`#${kind}#`)
    expect(keys).not.toMatch(/submission|commission-values|application|title|membership/)
  })

  test('leads every method of the API to the one function that asks for a token by itself, and to nothing else', () => {
    const routes = ofType(synthesise(stage), 'AWS::ApiGatewayV2::Route').map(([id, { Properties }]) => ({
      api: /^ConsoleApi/.test(id) ? 'console' : 'public',
      key: String(Properties['RouteKey']),
      target: JSON.stringify(Properties['Target']),
    }))
    const console = routes.filter(({ api }) => api === 'console')
    expect(console.map(({ key }) => key).sort()).toEqual(
      ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'].map((method) => `${method} /v1/{proxy+}`),
    )
    // Without a token the deployed guards suite gets 401 as problem+json from every operation.
    expect(new Set(console.map(({ target }) => target)).size).toBe(1)
    const functions = ofType(synthesise(stage), 'AWS::Lambda::Function').map(([, { Properties }]) =>
      JSON.stringify(Properties),
    )
    expect(functions.filter((text) => text.includes('OIDC_ISSUER') && text.includes('OIDC_AUDIENCE'))).toHaveLength(1)
  })

  test('asks no token of a preflight, and lets one exact origin in', () => {
    const { resources, text } = synthesise(stage)
    const routeKeys = [...resources.values()].flatMap(({ Type, Properties }) =>
      Type === 'AWS::ApiGatewayV2::Route' ? [String(Properties['RouteKey'])] : [],
    )
    expect(routeKeys.filter((key) => /^(ANY|OPTIONS|\$default)/.test(key))).toEqual([])
    const apis = ofType(synthesise(stage), 'AWS::ApiGatewayV2::Api')
    const origins = apis.flatMap(([, { Properties }]) => {
      const cors = z
        .looseObject({ AllowOrigins: z.array(z.string()) })
        .optional()
        .parse(Properties['CorsConfiguration'])
      return cors?.AllowOrigins ?? []
    })
    expect(origins).toHaveLength(stage === 'aws' ? 0 : 1)
    expect(origins.filter((origin) => origin.includes('*'))).toEqual([])
    expect(text).not.toContain('"AllowCredentials":true')
  })

  test('tells for every alarm what people notice and which runbook helps', () => {
    const alarms = ofType(synthesise(stage), 'AWS::CloudWatch::Alarm')
    for (const [id, { Properties }] of alarms) {
      const description = String(Properties['AlarmDescription'])
      const [, impact = '', page = '', heading = ''] =
        /^(.+\.) Runbook: (infra\/runbooks\/[\w-]+\.md)#([\w-]+)$/.exec(description) ?? []
      expect(impact.length, `${id}: ${description}`).toBeGreaterThan(20)
      const file = new URL(`../../${page}`, import.meta.url)
      expect(existsSync(file), page).toBe(true)
      expect(readFileSync(file, 'utf8').split('\n'), `${page}#${heading}`).toContain(`## ${heading}`)
      expect(Properties['TreatMissingData'], id).toBe('notBreaching')
    }
    const watched = alarms.map(([, { Properties }]) => {
      const [dimension] = z
        .array(z.looseObject({ Value: z.unknown() }))
        .catch([])
        .parse(Properties['Dimensions'])
      return `${String(Properties['MetricName'])} ${String(resolved(dimension?.Value))}`
    })
    const lambdaIds = ofType(synthesise(stage), 'AWS::Lambda::Function').map(([id]) => id)
    expect(watched).toEqual(
      expect.arrayContaining([
        ...lambdaIds.flatMap((id) => [`Errors ${id}`, `Throttles ${id}`]),
        expect.stringMatching(/^ApproximateNumberOfMessagesVisible /),
        expect.stringMatching(/^IteratorAge ProjectorFunction/),
        expect.stringMatching(/^5xx ConsoleApi/),
        expect.stringMatching(/^5xx PublicSiteApi/),
      ]),
    )
  })

  test('grants no action by a wildcard, and Scan to the projector only', () => {
    const statements = statementsOf(synthesise(stage)).filter(({ effect }) => effect === 'Allow')
    expect(
      statements.flatMap(({ actions }) => actions.filter((action) => action === '*' || /^\w+:\*$/.test(action))),
    ).toEqual([])
    const scanning = statements
      .filter(({ actions }) => actions.includes('dynamodb:Scan'))
      .map(({ role }) => withoutHash(role))
    expect(new Set(scanning)).toEqual(new Set(['ProjectorRole']))
  })

  test('limits every scoped statement on a table by its leading keys', () => {
    const scoped = statementsOf(synthesise(stage)).filter(({ role }) => role.startsWith('Scope'))
    const onTables = scoped.filter(
      ({ effect, actions }) => effect === 'Allow' && actions.some((action) => action.startsWith('dynamodb:')),
    )
    const writing = onTables.filter(({ actions }) => actions.includes('dynamodb:PutItem'))
    const roles = ofType(synthesise(stage), 'AWS::IAM::Role').filter(([id]) => id.startsWith('Scope'))
    expect(new Set(writing.map(({ role }) => role)).size, 'each scope has something to write').toBe(roles.length)
    for (const { role, conditions } of writing) {
      expect(conditions['StringEquals'], `${role} writes for one purpose`).toHaveProperty([
        `aws:PrincipalTag/${PURPOSE_TAG}`,
      ])
    }
    for (const { role, actions, conditions } of onTables) {
      const keys = z.array(z.string()).min(1).parse(conditions['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'])
      expect(
        keys.filter((key) => !key.includes('aws:PrincipalTag/')),
        `${role} ${actions.join()}`,
      ).toEqual([])
      expect(conditions['Null'], 'a request without a key is refused').toEqual({ 'dynamodb:LeadingKeys': 'false' })
      expect(actions).not.toContain('dynamodb:DeleteItem')
    }
  })

  test('keeps every role within what IAM takes of it', () => {
    const { resources } = synthesise(stage)
    const inside = new Map<string, number>()
    const attached = new Map<string, number>()
    const add = (sums: Map<string, number>, role: string, more: number) => sums.set(role, (sums.get(role) ?? 0) + more)
    // A generated name ends in a few characters more than its logical id has.
    const charactersOf = (document: unknown) => JSON.stringify(resolved(document)).length
    for (const [id, { Type, Properties }] of resources) {
      const roles = z
        .array(z.object({ Ref: z.string() }))
        .default([])
        .parse(Properties['Roles'])
      if (Type === 'AWS::IAM::Role')
        for (const { PolicyDocument } of z.array(z.looseObject({})).default([]).parse(Properties['Policies']))
          add(inside, id, charactersOf(PolicyDocument))
      for (const { Ref } of roles)
        if (Type === 'AWS::IAM::Policy') add(inside, Ref, charactersOf(Properties['PolicyDocument']))
        else add(attached, Ref, 1)
      if (Type === 'AWS::IAM::ManagedPolicy')
        expect(charactersOf(Properties['PolicyDocument']), id).toBeLessThanOrEqual(6_144)
    }
    expect(inside.size).toBeGreaterThan(0)
    for (const [role, characters] of inside) expect(characters, role).toBeLessThanOrEqual(10_240)
    for (const [role, policies] of attached) expect(policies, role).toBeLessThanOrEqual(10)
  })

  test('denies those above a county what it keeps to itself, and nobody anything else', () => {
    const keptBelow = (own: string): string[] =>
      ['duty-post', 'duty-entries', 'duty-event', 'duty-training', 'import-batch', 'import-reading'].map(
        (kind) => `T#\${aws:PrincipalTag/${own}#${kind}#*`,
      )
    const denied = statementsOf(synthesise(stage)).filter(
      ({ role, effect }) => role.startsWith('Scope') && effect === 'Deny',
    )
    const files = denied.filter(({ actions }) => actions.includes('s3:GetObject'))
    expect(
      files.map(({ role, resources }) => [withoutHash(role), JSON.stringify(resources).includes('/*-post-*')]),
    ).toEqual([
      ['Scopecity', true],
      ['Scopeprovince', true],
    ])
    const assessmentOfPosts = ['T#??????#*#??????.post-*', 'T#??????#*#??????.*-post-*']
    const keys = denied.filter((statement) => !files.includes(statement))
    expect(
      keys.map(({ role, conditions }) => [
        withoutHash(role),
        conditions['ForAnyValue:StringLike']?.['dynamodb:LeadingKeys'],
      ]),
    ).toEqual([
      ['Scopecity', [...keptBelow('city}??'), ...assessmentOfPosts]],
      ['Scopeprovince', [...keptBelow('province}????'), ...assessmentOfPosts]],
    ])
  })

  test('lets the API see who a log-in is and at which posts, and take on a scope; no data is its own', () => {
    const template = synthesise(stage)
    const own = statementsOf(template).filter(
      ({ role, actions }) => /^ApiRole/.test(role) && !actions.every((action) => action.startsWith('logs:')),
    )
    const hasUserPool = ofType(template, 'AWS::Cognito::UserPool').length > 0
    expect(own.map(({ actions }) => actions.join()).sort()).toEqual([
      ...(hasUserPool ? ['cognito-idp:AdminCreateUser'] : []),
      'dynamodb:BatchGetItem',
      'dynamodb:GetItem,dynamodb:PutItem',
      // Names become digests here, by a key that it can neither read nor change.
      'kms:GenerateMac',
      // Orders for the importer: it puts them and takes none.
      'sqs:GetQueueAttributes,sqs:GetQueueUrl,sqs:SendMessage',
      'sts:AssumeRole,sts:TagSession',
    ])
    const about = (action: string) => own.find(({ actions }) => actions.includes(action))
    expect(JSON.stringify(about('sqs:SendMessage')?.resources)).toMatch(/"ImportOrders[^"]*"/)
    expect(JSON.stringify(about('kms:GenerateMac')?.resources)).toMatch(/"PartyKey[0-9A-F]{8}"/)
    expect(JSON.stringify(about('dynamodb:PutItem')?.resources)).toMatch(/"Memberships[0-9A-F]{8}"/)
    const keys = Object.values(about('dynamodb:BatchGetItem')?.conditions ?? {}).flatMap((condition) =>
      Object.values(condition as Record<string, string[]>),
    )
    expect(keys.flat().filter((key) => key !== 'false' && !key.includes('membership#'))).toEqual([])
    expect(keys.flat().length).toBeGreaterThan(1)
  })

  test('lets the public site read published things, and put objections where it cannot read them', () => {
    const own = statementsOf(synthesise(stage)).filter(({ role }) => /^PublicSiteRole/.test(role))
    const others = own.filter(({ actions }) => !actions.every((action) => action.startsWith('logs:')))
    const places = others.map(({ actions, resources, conditions }) => ({
      actions: [...actions].sort(),
      on: JSON.stringify(resources),
      conditions: JSON.stringify(conditions),
    }))
    expect(places.flatMap(({ actions }) => actions).sort()).toEqual([
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
      's3:PutObject',
      'sqs:SendMessage',
    ])
    const on = (action: string) => places.find(({ actions }) => actions.includes(action))
    expect(on('dynamodb:GetItem')?.on).toMatch(/"Public[0-9A-F]{8}"/)
    expect(on('dynamodb:UpdateItem')?.on).toMatch(/"Limits[0-9A-F]{8}"/)
    expect(on('dynamodb:UpdateItem')?.conditions).toContain('dynamodb:ReturnValues')
    expect(on('s3:PutObject')?.on).toContain('/objections/*')
    expect(on('sqs:SendMessage')?.on).toMatch(/"Inbox[0-9A-F]{8}"/)
  })

  test('takes on a scope only with a session that is tagged with codes', () => {
    const roles = ofType(synthesise(stage), 'AWS::IAM::Role').filter(([id]) => /^Scope/.test(id))
    expect(roles.length).toBeGreaterThanOrEqual(4)
    for (const [id, { Properties }] of roles) {
      const trust = JSON.stringify(Properties['AssumeRolePolicyDocument'])
      // Who redeems an invitation has no jurisdiction yet: only the post that the code names.
      expect(trust, id).toContain(
        /joining/i.test(id) ? `"aws:RequestTag/${JOINING_TAG}":"??*"` : '"aws:RequestTag/province":"??"',
      )
      expect(trust, id).toContain('sts:TagSession')
      expect(trust, id).toContain('aws:TagKeys')
    }
  })

  test('cleans uploads up that were never finished, and keeps versions', () => {
    const [[, evidence] = ['', undefined]] = ofType(synthesise(stage), 'AWS::S3::Bucket').filter(([id]) =>
      /^Evidence/.test(id),
    )
    expect(evidence?.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: {
        Rules: expect.arrayContaining([
          expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 2 } }),
          expect.objectContaining({ Prefix: 'pending/', ExpirationInDays: 2 }),
        ]),
      },
    })
  })
})

describe('how messages leave', () => {
  /** What the clock may do beside tables and logs. */
  const ways = (stage: StageCase) =>
    statementsOf(synthesise(stage))
      .filter(({ role }) => /^ClockRole/.test(role))
      .filter(({ actions }) => !actions.every((action) => /^(logs|dynamodb):/.test(action)))
      .map(({ actions, resources, conditions }) => ({ actions, resources: resolved(resources), conditions }))
  const outbox = (stage: StageCase) =>
    statementsOf(synthesise(stage)).filter((statement) => JSON.stringify(statement).includes('outbox'))

  test('is by e-mail from the one address that is set, and with the one secret of the office’s own gateway', () => {
    expect(ways('aws with names of its own')).toEqual([
      {
        actions: ['ses:SendEmail'],
        resources: [`arn:aws:ses:${REGION}:${ACCOUNT}:identity/noreply@example.org`],
        conditions: { StringEquals: { 'ses:FromAddress': 'noreply@example.org' } },
      },
      {
        actions: ['ssm:GetParameter'],
        resources: [`arn:aws:ssm:${REGION}:${ACCOUNT}:parameter/anjie/gateway`],
        conditions: {},
      },
    ])
    const [settings] = ofType(synthesise('aws with names of its own'), 'AWS::Lambda::Function')
      .map(([, { Properties }]) => JSON.stringify(Properties['Environment']))
      .filter((text) => text.includes('DIGEST_FROM'))
    expect(settings).toContain('https://messages.example.org/send')
    expect(settings).toContain('"GATEWAY_SECRET":"/anjie/gateway"')
    expect(settings).toContain('https://console.example.org')
  })

  test.each(['aws', 'aws-cn', 'local'] as const)('is by neither in stage %s, where nothing was set', (stage) => {
    expect(ways(stage)).toEqual([])
  })

  test('is the outbox on a machine of one’s own only, where letters are put and not taken', () => {
    expect(cloudStages.flatMap(outbox)).toEqual([])
    expect(outbox('local').map(({ role, actions }) => [withoutHash(role), actions])).toEqual([
      ['ClockRole', ['dynamodb:PutItem']],
    ])
  })

  test('is refused with half a gateway', () => {
    const given = { ...stages.aws, gatewayUrl: 'https://messages.example.org/send' }
    const contextOf = (context: Readonly<Record<string, string>>) => ({ tryGetContext: (key: string) => context[key] })
    expect(() => readStage(contextOf(given))).toThrow('gatewaySecretName')
    const whole = { ...given, gatewaySecretName: 'anjie/gateway' }
    expect(readStage(contextOf(whole)).gatewaySecretName).toBe('anjie/gateway')
  })

  test('names the console in every stage, so that a letter leads somewhere', () => {
    for (const stage of everyStage) {
      const clock = ofType(synthesise(stage), 'AWS::Lambda::Function').find(([id]) => /^Clock/.test(id))
      expect(JSON.stringify(clock?.[1].Properties['Environment']), stage).toMatch(/"CONSOLE_ORIGIN":("https?:|\{)/)
    }
  })
})

describe.each(cloudStages)('stage %s, where data is real', (stage) => {
  test('keeps tables, files and people when the stack goes', () => {
    const stateful = [
      'AWS::DynamoDB::Table',
      'AWS::S3::Bucket',
      'AWS::Cognito::UserPool',
      'AWS::Logs::LogGroup',
      'AWS::SQS::Queue',
    ]
    const kept = [...synthesise(stage).resources].filter(([, { Type }]) => stateful.includes(Type))
    expect(kept.length).toBeGreaterThan(8)
    for (const [id, { DeletionPolicy, UpdateReplacePolicy }] of kept) {
      expect([DeletionPolicy, UpdateReplacePolicy], id).toEqual(['Retain', 'Retain'])
    }
  })

  test('refuses the deletion of a table and of the user pool', () => {
    for (const [id, { Properties }] of ofType(synthesise(stage), 'AWS::DynamoDB::Table')) {
      expect(Properties['DeletionProtectionEnabled'], id).toBe(true)
    }
    for (const [id, { Properties }] of ofType(synthesise(stage), 'AWS::Cognito::UserPool')) {
      expect(Properties['DeletionProtection'], id).toBe('ACTIVE')
    }
  })

  test('takes files over TLS only', () => {
    const policies = ofType(synthesise(stage), 'AWS::S3::BucketPolicy')
    const buckets = ofType(synthesise(stage), 'AWS::S3::Bucket')
    const secure = policies.filter(([, { Properties }]) =>
      JSON.stringify(Properties).includes('"aws:SecureTransport":"false"'),
    )
    expect(secure).toHaveLength(buckets.length)
  })
})

describe.each(everyStage.filter((name) => name !== 'aws-cn'))('sign-in of stage %s', (stage) => {
  const properties = (type: string) => ofType(synthesise(stage), type).map(([, { Properties }]) => Properties)

  test('has one pool under its everlasting name, where nobody signs themselves up and capitals do not matter', () => {
    const pools = ofType(synthesise(stage), 'AWS::Cognito::UserPool')
    expect(pools.map(([id]) => withoutHash(id))).toEqual(STATEFUL_IDS['AWS::Cognito::UserPool'])
    expect(properties('AWS::Cognito::UserPool')).toEqual([
      expect.objectContaining({
        UsernameConfiguration: { CaseSensitive: false },
        AliasAttributes: ['email'],
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        // Cannot be altered once the pool exists: a change would replace it and everybody in it.
        Schema: [{ Mutable: true, Name: 'name', Required: false }],
      }),
    ])
  })

  test('lets nobody write an attribute that somebody decides by, nor learn which accounts exist', () => {
    const [client] = properties('AWS::Cognito::UserPoolClient')
    expect(client).toMatchObject({
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      WriteAttributes: ['locale'],
    })
  })

  test('lets a request set the clock on a machine of one’s own only', () => {
    const functions = properties('AWS::Lambda::Function')
    expect(functions).toHaveLength(functionNames.length)
    for (const given of functions) {
      const { Variables } = z.looseObject({ Variables: z.record(z.string(), z.unknown()) }).parse(given['Environment'])
      expect(Variables['STAGE'] === 'local').toBe(stage === 'local')
      expect(Variables['STAGE']).toMatch(/^(local|aws|aws-cn)$/)
    }
  })

  test('takes passwords from scripts on a machine of one’s own only', () => {
    const [client] = properties('AWS::Cognito::UserPoolClient')
    const flows = z.array(z.string()).parse(client?.['ExplicitAuthFlows'])
    expect(flows.includes('ALLOW_ADMIN_USER_PASSWORD_AUTH')).toBe(stage === 'local')
    expect(flows).not.toContain('ALLOW_USER_PASSWORD_AUTH')
  })
})

describe('stage aws-cn', () => {
  test('takes any OIDC issuer, and has neither Cognito nor CloudFront', () => {
    const { resources, text } = synthesise('aws-cn')
    const types = new Set([...resources.values()].map(({ Type }) => Type.split('::')[1]))
    expect(types).not.toContain('Cognito')
    expect(types).not.toContain('CloudFront')
    const [api] = ofType(synthesise('aws-cn'), 'AWS::Lambda::Function')
      .map(
        ([, { Properties }]) =>
          z.looseObject({ Variables: z.record(z.string(), z.unknown()) }).safeParse(Properties['Environment']).data
            ?.Variables,
      )
      .filter((variables) => variables?.['OIDC_AUDIENCE'] !== undefined)
    expect(api).toMatchObject({ OIDC_AUDIENCE: 'anjie', OIDC_ISSUER: 'https://id.example.cn' })
    expect(text).not.toContain('amazoncognito')
  })

  test('names its partition nowhere by hand', () => {
    expect(synthesise('aws-cn').text).not.toMatch(/arn:aws:(?!iam::aws:)/)
  })
})

describe('the console’s host', () => {
  test('lets the page connect to its own evidence bucket and to no other', () => {
    const text = synthesise('aws').text
    expect(text).toMatch(/connect-src/)
    expect(text).not.toMatch(/https:\/\/\*\.s3/)
  })

  test('is told its headers by the stack where CloudFront does not send them', () => {
    const { Outputs } = z
      .looseObject({ Outputs: z.record(z.string(), z.unknown()) })
      .parse(JSON.parse(synthesise('aws-cn').text))
    const headers = JSON.stringify(Outputs['ConsoleHeaders'])
    for (const name of ['content-security-policy', 'x-frame-options', 'strict-transport-security'])
      expect(headers).toContain(name)
  })
})

describe('front ends of stage aws', () => {
  test('answer the API under the address of the console and cache none of it', () => {
    const distributions = ofType(synthesise('aws'), 'AWS::CloudFront::Distribution').map(
      ([, { Properties }]) => Properties,
    )
    const behaviours = distributions.map(
      ({ DistributionConfig }) =>
        z
          .looseObject({
            CacheBehaviors: z.array(z.looseObject({ PathPattern: z.string(), CachePolicyId: z.string() })).default([]),
          })
          .parse(DistributionConfig).CacheBehaviors,
    )
    // The managed policy CachingDisabled.
    expect(behaviours.flat()).toEqual([
      expect.objectContaining({ PathPattern: '/v1/*', CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad' }),
    ])
  })

  test('keep a public page for five minutes at most', () => {
    const [[, policy] = ['', undefined]] = ofType(synthesise('aws'), 'AWS::CloudFront::CachePolicy')
    expect(policy?.Properties['CachePolicyConfig']).toMatchObject({ MaxTTL: 300, MinTTL: 0, DefaultTTL: 0 })
  })

  test('send the headers that keep a page from being framed, sniffed or downgraded', () => {
    const policies = ofType(synthesise('aws'), 'AWS::CloudFront::ResponseHeadersPolicy')
    expect(policies).toHaveLength(2)
    for (const [, { Properties }] of policies) {
      const text = JSON.stringify(Properties)
      expect(text).toContain("frame-ancestors 'none'")
      expect(text).toContain('StrictTransportSecurity')
      expect(text).toContain('ContentTypeOptions')
    }
  })
})
