import { Aws, Duration } from 'aws-cdk-lib'
import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { accept } from '../accept.ts'
import { HouseFunction } from '../constructs/houseFunction.ts'
import { wildcardFinding } from '../wildcardFinding.ts'
import type { House, HouseTables } from './house.ts'
import type { Inbox } from './objections.ts'

/** What anybody reads: one table of published things, one function, two routes; and where anybody's objection is put. */
export function addPublicSite(
  stack: Construct,
  house: House,
  { published }: HouseTables,
  publicApi: HttpApi,
  { queue, limits }: Inbox,
  files: { readonly bucket: Bucket; readonly hopsBefore: number },
  origins: Readonly<Record<string, string>>,
): HouseFunction {
  const publicSite = new HouseFunction(stack, 'PublicSite', {
    ...house,
    functionName: 'public-site',
    errorImpact: 'Citizens cannot open the lists, notices and certificates on the public site.',
    timeout: Duration.seconds(10),
    memorySize: 512,
    environment: {
      PUBLIC_TABLE: published.tableName,
      LIMITS_TABLE: limits.tableName,
      INBOX_URL: queue.queueUrl,
      FILES_BUCKET: files.bucket.bucketName,
      // Made when the stack is, and told to nobody: codes of receipts and digests of addresses are made with it.
      SITE_KEY: Aws.STACK_ID,
      HOPS_BEFORE: String(files.hopsBefore),
      ...origins,
    },
  })
  publicSite.mayDo(['dynamodb:GetItem', 'dynamodb:Query'], [published.tableArn])
  // What it puts there it cannot read: not the queue, not the files, and of the counts no more than that it was enough.
  publicSite.mayDo(['sqs:SendMessage'], [queue.queueArn])
  publicSite.mayDo(['s3:PutObject'], [`${files.bucket.bucketArn}/objections/*`])
  accept(
    publicSite,
    wildcardFinding(stack, files.bucket, 'objections/*'),
    'Each file that comes with an objection has a key of its own; it can be put and not read.',
  )
  publicSite.mayDo(['dynamodb:UpdateItem'], [limits.tableArn], {
    StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' },
  })
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
    'The public site is for everybody; it reads one table of published things only, and what it takes in it cannot read.',
  )
  return publicSite
}
