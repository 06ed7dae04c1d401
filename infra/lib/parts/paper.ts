import { Duration } from 'aws-cdk-lib'
import { type HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Construct } from 'constructs'
import { HouseFunction } from '../constructs/houseFunction.ts'
import type { House, HouseTables } from './house.ts'

/** Certificates as PDF: apart from the public site, because the font is large and drawing takes its time. It holds no key. */
export function addPaper(
  stack: Construct,
  house: House,
  { published }: Pick<HouseTables, 'published'>,
  publicApi: HttpApi,
): HouseFunction {
  const paper = new HouseFunction(stack, 'Paper', {
    ...house,
    functionName: 'paper',
    errorImpact: 'Certificates cannot be downloaded as PDF; they can still be checked.',
    timeout: Duration.seconds(20),
    memorySize: 1024,
    environment: { PUBLIC_TABLE: published.tableName },
  })
  paper.mayDo(['dynamodb:GetItem'], [published.tableArn])
  publicApi.addRoutes({
    path: '/certificates/paper',
    methods: [HttpMethod.GET],
    integration: new HttpLambdaIntegration('PaperIntegration', paper.lambda),
  })
  return paper
}
