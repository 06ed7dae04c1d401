import { Duration } from 'aws-cdk-lib'
import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IUserPool } from 'aws-cdk-lib/aws-cognito'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { accept } from '../accept.ts'
import { onKeys, postRecords } from '../accessPatterns.ts'
import { HouseFunction } from '../constructs/houseFunction.ts'
import { ScopedRoles } from '../constructs/scopedRoles.ts'
import type { House, HouseTables } from './house.ts'

export interface ApiSurroundings {
  readonly evidence: Bucket
  readonly consoleApi: HttpApi
  readonly oidc: { readonly issuer: string; readonly audience: string }
  /** Where people sign in with a pool of ours. */
  readonly userPool: Pick<IUserPool, 'userPoolArn' | 'userPoolId'> | undefined
  readonly origins: Readonly<Record<string, string>>
}

/** The API of signed-in people: it may look a membership up and take on the caller's scope; no data is its own to see. */
export function addApi(
  stack: Construct,
  house: House,
  { records, views, memberships }: HouseTables,
  { evidence, consoleApi, oidc, userPool, origins }: ApiSurroundings,
): { readonly api: HouseFunction; readonly roles: ScopedRoles['roles'] } {
  const api = new HouseFunction(stack, 'Api', {
    ...house,
    functionName: 'api',
    errorImpact: 'Officials cannot save or open assessments and applications in the console.',
    // A cycle of a thousand townships is scored in one request: more than one whole core, and as long as the HTTP API waits.
    timeout: Duration.seconds(29),
    memorySize: 2048,
    environment: {},
  })
  // Who a log-in is, and at which posts: nothing else is the function's own to see, and a post itself it never writes.
  api.mayDo(['dynamodb:GetItem', 'dynamodb:PutItem'], [memberships.tableArn])
  api.mayDo(['dynamodb:BatchGetItem'], [records.tableArn], onKeys(postRecords))
  if (userPool !== undefined) {
    api.mayDo(['cognito-idp:AdminCreateUser'], [userPool.userPoolArn])
    api.lambda.addEnvironment('USER_POOL_ID', userPool.userPoolId)
  }
  const { roles } = new ScopedRoles(stack, 'Scope', { assumedBy: api.role, records, views, evidence })
  setEnvironment(api, {
    RECORDS_TABLE: records.tableName,
    VIEWS_TABLE: views.tableName,
    MEMBERSHIPS_TABLE: memberships.tableName,
    EVIDENCE_BUCKET: evidence.bucketName,
    UNIT_ROLE_ARN: roles.unit.roleArn,
    COUNTY_ROLE_ARN: roles.county.roleArn,
    CITY_ROLE_ARN: roles.city.roleArn,
    PROVINCE_ROLE_ARN: roles.province.roleArn,
    JOINING_ROLE_ARN: roles.joining.roleArn,
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
  return { api, roles }
}

function setEnvironment({ lambda }: HouseFunction, variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) lambda.addEnvironment(name, value)
}
