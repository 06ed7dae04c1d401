import { CfnOutput, Duration, Fn, Stack, type StackProps } from 'aws-cdk-lib'
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { HttpMethods } from 'aws-cdk-lib/aws-s3'
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { accept } from './accept.ts'
import { clockRecords, clockUnits, clockViews, listOrders, onKeys, platformRecords } from './accessPatterns.ts'
import { consoleHeaders } from './consoleHeaders.ts'
import { accessLogBucketSettings, Frontends } from './constructs/frontends.ts'
import { HouseAlarm } from './constructs/houseAlarm.ts'
import { asBucket, HouseBucket } from './constructs/houseBucket.ts'
import { HouseFunction } from './constructs/houseFunction.ts'
import { HouseHttpApi } from './constructs/houseHttpApi.ts'
import { HouseQueue } from './constructs/houseQueue.ts'
import { HouseTable } from './constructs/houseTable.ts'
import { CognitoIdentity } from './constructs/identityProvider.ts'
import { ScopedRoles } from './constructs/scopedRoles.ts'
import type { Stage } from './stages.ts'

export interface AnjieStackProps extends StackProps {
  readonly stage: Stage
  /** Folder with one sub-folder per function, each with its bundled `index.mjs`. */
  readonly assetFolder: string
}

const SINGLE_ITEM_READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:ConditionCheckItem']
const SINGLE_ITEM_WRITE = ['dynamodb:PutItem', 'dynamodb:UpdateItem']

/**
 * The whole system in one stack: no value travels between stacks, so nothing deadlocks when one part is taken out.
 * The construct ids of the tables, the evidence bucket and the user pool are for ever: renaming one would replace the data.
 */
export class AnjieStack extends Stack {
  constructor(scope: Construct, id: string, { stage, assetFolder, ...props }: AnjieStackProps) {
    super(scope, id, { ...props, terminationProtection: stage.keepsData, description: '安阶 Anjie' })

    const topic = stage.isPublicCloud ? this.alarmTopic(stage.alarmEmail) : undefined

    // Data
    const records = new HouseTable(this, 'Records', {
      stage,
      hasSortKey: true,
      hasStream: true,
      // Only the receipts of repeated calls carry it; a state or a fact never does.
      expiryAttribute: 'expiresAt',
    })
    const views = new HouseTable(this, 'Views', {
      stage,
      hasSortKey: true,
      openIndex: { name: 'open', attribute: 'openKey' },
      orders: listOrders,
      heldInOrders: ['row'],
    })
    const published = new HouseTable(this, 'Public', { stage, hasSortKey: true })
    const memberships = new HouseTable(this, 'Memberships', { stage, hasSortKey: false })

    // The public site and the console
    const publicApi = new HouseHttpApi(this, 'PublicSiteApi', {
      stage,
      description: 'Anjie public site',
      requestsPerSecond: 200,
      burst: 400,
      functionName: 'public-site',
      errorImpact: 'Citizens get error pages instead of the public lists.',
      topic,
    })
    const consoleApi = new HouseHttpApi(this, 'ConsoleApi', {
      stage,
      description: 'Anjie API for signed-in people',
      // Under the distribution's own name the console and the API are one origin, and no other may call.
      ...(stage.consoleOrigin === undefined ? {} : { allowedOrigin: stage.consoleOrigin }),
      requestsPerSecond: 300,
      burst: 600,
      functionName: 'api',
      errorImpact: 'The console shows errors to every official who works now.',
      topic,
    })
    // Known before the bucket is made: the console's headers name it, and the bucket in turn names the console's address.
    const evidenceBucketName = Fn.join('-', ['anjie', stage.provinceCode, 'evidence', this.account, this.region])
    const accessLogs = stage.isPublicCloud
      ? new HouseBucket(this, 'AccessLogs', { stage, ...accessLogBucketSettings })
      : undefined
    const frontends =
      stage.hostsFrontends && accessLogs !== undefined && stage.identity.kind === 'cognito'
        ? new Frontends(this, 'Frontends', {
            stage,
            publicApi,
            consoleApi,
            accessLogs,
            ...(stage.certificateArn === undefined ? {} : { certificateArn: stage.certificateArn }),
            loginDomainPrefix: stage.identity.loginDomainPrefix,
            evidenceBucketName,
          })
        : undefined
    const consoleOrigin = stage.consoleOrigin ?? httpsOrigin(frontends?.console.distributionDomainName)
    const publicOrigin = stage.publicOrigin ?? httpsOrigin(frontends?.publicSite.distributionDomainName)

    const evidence = new HouseBucket(this, 'Evidence', {
      stage,
      ...(stage.isPublicCloud ? { bucketName: evidenceBucketName } : {}),
      cors: [
        {
          allowedOrigins: [consoleOrigin],
          allowedMethods: [HttpMethods.POST, HttpMethods.GET],
          allowedHeaders: ['content-type'],
          exposedHeaders: ['etag'],
          maxAge: 3600,
        },
      ],
      // What was asked for and never uploaded, checked and attached.
      lifecycleRules: [
        { prefix: 'pending/', expiration: Duration.days(2), noncurrentVersionExpiration: Duration.days(1) },
      ],
      ...(accessLogs === undefined
        ? {}
        : { serverAccessLogsBucket: asBucket(accessLogs), serverAccessLogsPrefix: 'evidence/' }),
    })

    // Sign-in
    const cognito =
      stage.identity.kind === 'cognito'
        ? new CognitoIdentity(this, 'Identity', {
            stage,
            loginDomainPrefix: stage.identity.loginDomainPrefix,
            consoleOrigin,
          })
        : undefined
    const oidc =
      stage.identity.kind === 'oidc'
        ? { issuer: stage.identity.issuer, audience: stage.identity.audience }
        : (cognito?.oidc ?? { issuer: '', audience: '' })

    const tables = { RECORDS_TABLE: records.tableName, VIEWS_TABLE: views.tableName, PUBLIC_TABLE: published.tableName }
    const origins = { CONSOLE_ORIGIN: consoleOrigin, PUBLIC_ORIGIN: publicOrigin }
    const house = { stage, assetFolder, topic }

    // The API of signed-in people: it may look a membership up and take on the caller's scope; no data is its own to see.
    const api = new HouseFunction(this, 'Api', {
      ...house,
      functionName: 'api',
      errorImpact: 'Officials cannot save or open assessments and applications in the console.',
      // A cycle of a thousand townships is scored in one request: more than one whole core, and as long as the HTTP API waits.
      timeout: Duration.seconds(29),
      memorySize: 2048,
      environment: {},
    })
    api.mayDo(['dynamodb:GetItem'], [memberships.tableArn])
    const { roles } = new ScopedRoles(this, 'Scope', { assumedBy: api.role, records, views, evidence })
    setEnvironment(api, {
      RECORDS_TABLE: records.tableName,
      VIEWS_TABLE: views.tableName,
      MEMBERSHIPS_TABLE: memberships.tableName,
      EVIDENCE_BUCKET: evidence.bucketName,
      COUNTY_ROLE_ARN: roles.county.roleArn,
      CITY_ROLE_ARN: roles.city.roleArn,
      PROVINCE_ROLE_ARN: roles.province.roleArn,
      OIDC_ISSUER: oidc.issuer,
      OIDC_AUDIENCE: oidc.audience,
      ...origins,
    })
    // The methods are named one by one: with ANY a browser's preflight would reach the function.
    consoleApi.addRoutes({
      path: '/v1/{proxy+}',
      methods: [HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE],
      integration: new HttpLambdaIntegration('ApiIntegration', api.lambda),
    })

    accept(
      consoleApi,
      'AwsSolutions-APIG4',
      'The function checks every token by itself before it reads anything; an authorizer of an HTTP API can only answer in words that no client of ours can show.',
    )

    const publicSite = new HouseFunction(this, 'PublicSite', {
      ...house,
      functionName: 'public-site',
      errorImpact: 'Citizens cannot open the lists, notices and certificates on the public site.',
      timeout: Duration.seconds(10),
      memorySize: 512,
      environment: { PUBLIC_TABLE: published.tableName, ...origins },
    })
    publicSite.mayDo(['dynamodb:GetItem', 'dynamodb:Query'], [published.tableArn])
    publicApi.addRoutes({
      path: '/{proxy+}',
      methods: [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST],
      integration: new HttpLambdaIntegration('PublicSiteIntegration', publicSite.lambda),
    })
    publicApi.addRoutes({
      path: '/',
      methods: [HttpMethod.GET, HttpMethod.HEAD],
      integration: new HttpLambdaIntegration('PublicSiteHomeIntegration', publicSite.lambda),
    })

    accept(
      publicApi,
      'AwsSolutions-APIG4',
      'The public site is for everybody; it reads one table of published things only.',
    )

    // Facts → projections
    const projector = new HouseFunction(this, 'Projector', {
      ...house,
      functionName: 'projector',
      errorImpact: 'Work lists, league tables and public pages fall behind what officials have entered.',
      // A rebuild reads every fact of a province in one go.
      timeout: Duration.minutes(15),
      memorySize: 1024,
      environment: tables,
    })
    const parkedFacts = new HouseQueue(this, 'ParkedFacts', stage)
    parkedFacts.grantSendMessages(projector.role)
    records.grantStreamRead(projector.role)
    accept(projector, 'AwsSolutions-IAM5[Resource::*]', 'dynamodb:ListStreams cannot be limited to one stream.')
    // Scan: a rebuild reads every fact and clears what it made of them before.
    projector.mayDo(
      ['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Scan'],
      [records.tableArn],
    )
    projector.mayDo(
      [...SINGLE_ITEM_READ, ...SINGLE_ITEM_WRITE, 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem', 'dynamodb:Scan'],
      [views.tableArn, published.tableArn],
    )
    new EventSourceMapping(this, 'Facts', {
      target: projector.lambda,
      ...(records.tableStreamArn === undefined ? {} : { eventSourceArn: records.tableStreamArn }),
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      // A state with the one before it, and its fact. Side documents are news only when somebody touches them; receipts never are.
      filters: [
        FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.isEqual('STATE#') } } } }),
        FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('FACT#') } } } }),
        FilterCriteria.filter({
          eventName: FilterRule.or('MODIFY', 'REMOVE'),
          dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('PART#') } } },
        }),
      ],
      // A fact that cannot be projected holds up only its own batch, five times, and is then parked.
      bisectBatchOnError: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(6),
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(parkedFacts),
    })
    new HouseAlarm(this, 'ParkedFactsAlarm', {
      metric: parkedFacts.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      threshold: 1,
      evaluationPeriods: 1,
      impact: 'A decision was recorded but does not appear in lists or on public pages.',
      runbook: { page: 'projector', heading: 'parked-facts' },
      topic,
    })
    new HouseAlarm(this, 'BrokenHistoryAlarm', {
      metric: new Metric({
        namespace: 'Anjie',
        metricName: 'BrokenHistory',
        period: Duration.seconds(10),
        statistic: 'Sum',
      }),
      threshold: 1,
      evaluationPeriods: 1,
      impact: 'What was recorded about a case was changed or removed afterwards.',
      runbook: { page: 'projector', heading: 'broken-history' },
      topic,
    })
    new Rule(this, 'EveryNight', {
      description: 'Checks the history of every record',
      // 03:00 in Beijing.
      schedule: Schedule.cron({ hour: '19', minute: '0' }),
      targets: [
        new LambdaTarget(projector.lambda, { event: RuleTargetInput.fromObject({ audit: true }), retryAttempts: 2 }),
      ],
    })
    new HouseAlarm(this, 'StreamAgeAlarm', {
      metric: projector.lambda.metric('IteratorAge', { period: Duration.minutes(1), statistic: 'Maximum' }),
      threshold: Duration.minutes(5).toMilliseconds(),
      evaluationPeriods: 3,
      impact: 'Lists and public pages are more than five minutes behind what was decided.',
      runbook: { page: 'projector', heading: 'stream-age' },
      topic,
    })

    // Time
    const clock = new HouseFunction(this, 'Clock', {
      ...house,
      functionName: 'clock',
      errorImpact: 'Public notices and reporting windows do not close when their time is over.',
      timeout: Duration.minutes(2),
      memorySize: 512,
      environment: {
        RECORDS_TABLE: records.tableName,
        VIEWS_TABLE: views.tableName,
        PROVINCE_CODE: stage.provinceCode,
      },
    })
    clock.mayDo(['dynamodb:Query'], [views.tableArn], onKeys(clockViews))
    clock.mayDo([...SINGLE_ITEM_READ, ...SINGLE_ITEM_WRITE], [records.tableArn], onKeys(clockRecords))
    clock.mayDo(SINGLE_ITEM_READ, [records.tableArn], onKeys(clockUnits))
    new Rule(this, 'EveryFiveMinutes', {
      description: 'Closes what is due',
      schedule: Schedule.rate(Duration.minutes(5)),
      targets: [new LambdaTarget(clock.lambda, { retryAttempts: 2, maxEventAge: Duration.minutes(5) })],
    })

    // The operator's own doors: people's posts, units and imported public lists. It opens no submission and no application.
    const platform = new HouseFunction(this, 'Platform', {
      ...house,
      functionName: 'platform',
      errorImpact: 'Posts cannot be given or withdrawn, and public lists cannot be imported.',
      timeout: Duration.minutes(5),
      memorySize: 1024,
      environment: {
        ...tables,
        MEMBERSHIPS_TABLE: memberships.tableName,
        OIDC_ISSUER: oidc.issuer,
        PROVINCE_CODE: stage.provinceCode,
      },
    })
    platform.mayDo(
      ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
      [memberships.tableArn],
    )
    platform.mayDo([...SINGLE_ITEM_READ, ...SINGLE_ITEM_WRITE], [records.tableArn], onKeys(platformRecords))
    platform.mayDo(['dynamodb:GetItem', 'dynamodb:Query'], [published.tableArn])

    const outputs: Record<string, string | undefined> = {
      ApiUrl: consoleApi.apiEndpoint,
      ApiId: consoleApi.apiId,
      PublicSiteUrl: publicApi.apiEndpoint,
      PublicSiteApiId: publicApi.apiId,
      ConsoleOrigin: consoleOrigin,
      PublicOrigin: publicOrigin,
      ConsoleBucket: frontends?.consoleBucket.bucketName,
      OidcIssuer: oidc.issuer,
      OidcAudience: oidc.audience,
      UserPoolId: cognito?.pool.userPoolId,
      LoginDomain: cognito?.domain.domainName,
      RecordsTable: records.tableName,
      ViewsTable: views.tableName,
      PublicTable: published.tableName,
      MembershipsTable: memberships.tableName,
      EvidenceBucket: evidence.bucketName,
      // For whoever hosts the console where CloudFront does not.
      ConsoleHeaders:
        stage.isPublicCloud && frontends === undefined
          ? Object.entries(
              consoleHeaders([
                `https://${evidenceBucketName}.s3.${this.region}.${this.urlSuffix}`,
                oidc.issuer,
                consoleApi.apiEndpoint,
              ]),
            )
              .map(([name, value]) => `${name}: ${value}`)
              .join('\n')
          : undefined,
      ParkedFactsQueueUrl: parkedFacts.queueUrl,
      CountyRoleArn: roles.county.roleArn,
      CityRoleArn: roles.city.roleArn,
      ProvinceRoleArn: roles.province.roleArn,
      ApiFunction: api.lambda.functionName,
      ApiRoleArn: api.role.roleArn,
      PublicSiteFunction: publicSite.lambda.functionName,
      ProjectorFunction: projector.lambda.functionName,
      ClockFunction: clock.lambda.functionName,
      PlatformFunction: platform.lambda.functionName,
    }
    for (const [name, value] of Object.entries(outputs)) {
      if (value !== undefined) new CfnOutput(this, name, { value })
    }
  }

  private alarmTopic(email: string | undefined): ITopic {
    // CloudWatch cannot publish through the key that AWS manages for SNS, so the topic has one of its own.
    const key = new Key(this, 'AlarmKey', { enableKeyRotation: true, description: 'Encrypts the alarm topic' })
    key.addToResourcePolicy(
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        resources: ['*'],
      }),
    )
    const topic = new Topic(this, 'Alarms', { masterKey: key, enforceSSL: true })
    if (email !== undefined) topic.addSubscription(new EmailSubscription(email))
    return topic
  }
}

function setEnvironment({ lambda }: HouseFunction, variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) lambda.addEnvironment(name, value)
}

function httpsOrigin(host: string | undefined): string {
  if (host === undefined) throw new Error('this stage hosts no front ends, so it needs consoleOrigin and publicOrigin')
  return `https://${host}`
}
