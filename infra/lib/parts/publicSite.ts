import { Duration } from 'aws-cdk-lib'
import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Construct } from 'constructs'
import { accept } from '../accept.ts'
import { HouseFunction } from '../constructs/houseFunction.ts'
import type { House, HouseTables } from './house.ts'

/** What anybody reads: one table of published things, one function, two routes. */
export function addPublicSite(
  stack: Construct,
  house: House,
  { published }: HouseTables,
  publicApi: HttpApi,
  origins: Readonly<Record<string, string>>,
): HouseFunction {
  const publicSite = new HouseFunction(stack, 'PublicSite', {
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
  return publicSite
}
