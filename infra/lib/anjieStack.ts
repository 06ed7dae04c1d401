import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { consoleHeaders } from './consoleHeaders.ts'
import { CognitoIdentity } from './constructs/identityProvider.ts'
import { addApi } from './parts/api.ts'
import { addClock } from './parts/clock.ts'
import { addFiles } from './parts/files.ts'
import { addGateways } from './parts/gateways.ts'
import { addImporter } from './parts/importer.ts'
import { addObjections } from './parts/objections.ts'
import { addPaper } from './parts/paper.ts'
import { addPartyKey, useParties } from './parts/parties.ts'
import { addPlatform } from './parts/platform.ts'
import { addProjector } from './parts/projector.ts'
import { addPublicSite } from './parts/publicSite.ts'
import { addScorer } from './parts/scorer.ts'
import { addSigner } from './parts/signer.ts'
import { addTables } from './parts/tables.ts'
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

    const tables = addTables(this, stage)
    const { publicApi, consoleApi } = addGateways(this, stage, topic)
    const files = addFiles(this, stage, { publicApi, consoleApi })
    const { evidence, consoleOrigin, publicOrigin } = files

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

    const origins = { CONSOLE_ORIGIN: consoleOrigin, PUBLIC_ORIGIN: publicOrigin }
    const house = { stage, assetFolder, topic }

    const { api, roles } = addApi(this, house, tables, {
      evidence,
      consoleApi,
      oidc,
      userPool: cognito?.pool,
      origins,
    })
    const { inbox, intake } = addObjections(this, house, tables)
    const publicSite = addPublicSite(
      this,
      house,
      tables,
      publicApi,
      inbox,
      { bucket: evidence, hopsBefore: files.frontends === undefined ? 0 : 1 },
      origins,
    )
    const { projector, parkedFacts } = addProjector(this, house, tables)
    const clock = addClock(this, house, tables, consoleOrigin)
    addPaper(this, house, tables, publicApi)
    const { signer, signingKey } = addSigner(this, house, tables, publicOrigin)
    const scorer = addScorer(this, house, tables)
    const partyKey = addPartyKey(this, stage)
    useParties(api, partyKey)
    const { importer, importOrders, importRole } = addImporter(this, house, tables, evidence, api, partyKey)
    const platform = addPlatform(this, house, tables, oidc.issuer)

    const outputs: Record<string, string | undefined> = {
      ApiUrl: consoleApi.apiEndpoint,
      ApiId: consoleApi.apiId,
      PublicSiteUrl: publicApi.apiEndpoint,
      PublicSiteApiId: publicApi.apiId,
      ConsoleOrigin: consoleOrigin,
      PublicOrigin: publicOrigin,
      ConsoleBucket: files.frontends?.consoleBucket.bucketName,
      OidcIssuer: oidc.issuer,
      OidcAudience: oidc.audience,
      UserPoolId: cognito?.pool.userPoolId,
      LoginDomain: cognito?.domain.domainName,
      RecordsTable: tables.records.tableName,
      ViewsTable: tables.views.tableName,
      PublicTable: tables.published.tableName,
      MembershipsTable: tables.memberships.tableName,
      EvidenceBucket: evidence.bucketName,
      // For whoever hosts the console where CloudFront does not.
      ConsoleHeaders:
        stage.isPublicCloud && files.frontends === undefined
          ? Object.entries(
              consoleHeaders([
                `https://${files.evidenceBucketName}.s3.${this.region}.${this.urlSuffix}`,
                oidc.issuer,
                consoleApi.apiEndpoint,
              ]),
            )
              .map(([name, value]) => `${name}: ${value}`)
              .join('\n')
          : undefined,
      ParkedFactsQueueUrl: parkedFacts.queueUrl,
      UnitRoleArn: roles.unit.roleArn,
      CountyRoleArn: roles.county.roleArn,
      CityRoleArn: roles.city.roleArn,
      ProvinceRoleArn: roles.province.roleArn,
      JoiningRoleArn: roles.joining.roleArn,
      ApiFunction: api.lambda.functionName,
      ApiRoleArn: api.role.roleArn,
      InboxUrl: inbox.queue.queueUrl,
      PublicSiteRoleArn: publicSite.role.roleArn,
      PublicSiteFunction: publicSite.lambda.functionName,
      IntakeFunction: intake.lambda.functionName,
      ProjectorFunction: projector.lambda.functionName,
      ClockFunction: clock.lambda.functionName,
      SignerFunction: signer.lambda.functionName,
      SigningKeyArn: signingKey.keyArn,
      ImporterFunction: importer.lambda.functionName,
      ImporterRoleArn: importer.role.roleArn,
      ImportRoleArn: importRole.roleArn,
      ImportOrdersUrl: importOrders.queueUrl,
      ScorerFunction: scorer.lambda.functionName,
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
