import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { HouseHttpApi } from '../constructs/houseHttpApi.ts'
import type { Stage } from '../stages.ts'

/** The two doors: one for everybody, one for signed-in people. */
export function addGateways(
  stack: Construct,
  stage: Stage,
  topic: ITopic | undefined,
): { readonly publicApi: HouseHttpApi; readonly consoleApi: HouseHttpApi } {
  const publicApi = new HouseHttpApi(stack, 'PublicSiteApi', {
    stage,
    description: 'Anjie public site',
    requests: stage.requests.publicSite,
    functionName: 'public-site',
    errorImpact: 'Citizens get error pages instead of the public lists.',
    topic,
  })
  const consoleApi = new HouseHttpApi(stack, 'ConsoleApi', {
    stage,
    description: 'Anjie API for signed-in people',
    // Under the distribution's own name the console and the API are one origin, and no other may call.
    ...(stage.consoleOrigin === undefined ? {} : { allowedOrigin: stage.consoleOrigin }),
    requests: stage.requests.console,
    functionName: 'api',
    errorImpact: 'The console shows errors to every official who works now.',
    topic,
  })
  return { publicApi, consoleApi }
}
