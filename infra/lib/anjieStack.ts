import { LIST_ORDERS } from '@anjie/projections/lists/listOrders'
import { CfnOutput, Duration, Fn, Stack, type StackProps } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { HttpMethods } from 'aws-cdk-lib/aws-s3'
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { consoleHeaders } from './consoleHeaders.ts'
import { accessLogBucketSettings, Frontends } from './constructs/frontends.ts'
import { asBucket, HouseBucket } from './constructs/houseBucket.ts'
import { HouseHttpApi } from './constructs/houseHttpApi.ts'
import { HouseTable } from './constructs/houseTable.ts'
import { CognitoIdentity } from './constructs/identityProvider.ts'
import { addApi } from './parts/api.ts'
import { addClock } from './parts/clock.ts'
import { addPlatform } from './parts/platform.ts'
import { addProjector } from './parts/projector.ts'
import { addPublicSite } from './parts/publicSite.ts'
import type { Stage } from './stages.ts'

export interface AnjieStackProps extends StackProps {
  readonly stage: Stage
  /** Folder with one sub-folder per function, each with its bundled `index.mjs`. */
  readonly assetFolder: string
}

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
      orders: LIST_ORDERS,
      heldInOrders: ['row'],
    })
    const published = new HouseTable(this, 'Public', { stage, hasSortKey: true })
    const memberships = new HouseTable(this, 'Memberships', { stage, hasSortKey: false })

    // The public site and the console
    const publicApi = new HouseHttpApi(this, 'PublicSiteApi', {
      stage,
      description: 'Anjie public site',
      requests: stage.requests.publicSite,
      functionName: 'public-site',
      errorImpact: 'Citizens get error pages instead of the public lists.',
      topic,
    })
    const consoleApi = new HouseHttpApi(this, 'ConsoleApi', {
      stage,
      description: 'Anjie API for signed-in people',
      // Under the distribution's own name the console and the API are one origin, and no other may call.
      ...(stage.consoleOrigin === undefined ? {} : { allowedOrigin: stage.consoleOrigin }),
      requests: stage.requests.console,
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

    const tables = { records, views, published, memberships }
    const origins = { CONSOLE_ORIGIN: consoleOrigin, PUBLIC_ORIGIN: publicOrigin }
    const house = { stage, assetFolder, topic }

    const { api, roles } = addApi(this, house, tables, {
      evidence,
      consoleApi,
      oidc,
      userPool: cognito?.pool,
      origins,
    })
    const publicSite = addPublicSite(this, house, tables, publicApi, origins)
    const { projector, parkedFacts } = addProjector(this, house, tables)
    const clock = addClock(this, house, tables)
    const platform = addPlatform(this, house, tables, oidc.issuer)

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
      JoiningRoleArn: roles.joining.roleArn,
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

function httpsOrigin(host: string | undefined): string {
  if (host === undefined) throw new Error('this stage hosts no front ends, so it needs consoleOrigin and publicOrigin')
  return `https://${host}`
}
