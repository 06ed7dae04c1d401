import { Duration } from 'aws-cdk-lib'
import { CfnStage, CorsHttpMethod, HttpApi, type HttpApiProps } from 'aws-cdk-lib/aws-apigatewayv2'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import type { FunctionName } from '../functions.ts'
import type { RequestCeiling, Stage } from '../stages.ts'
import { HouseAlarm } from './houseAlarm.ts'

export interface HouseHttpApiProps {
  readonly stage: Stage
  readonly description: string
  /** The one web origin that may call it from a browser; undefined: none. */
  readonly allowedOrigin?: string
  /** What it takes; beyond it callers are asked to wait. */
  readonly requests: RequestCeiling
  /** Whose runbook holds the heading `gateway-5xx`. */
  readonly functionName: FunctionName
  readonly errorImpact: string
  readonly topic: ITopic | undefined
}

/** What an access log line holds: enough to follow a complaint, no token, no query string, no address of a visitor. */
const ACCESS_LOG_FORMAT = JSON.stringify({
  time: '$context.requestTime',
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
})

/** An HTTP API with an access log that is kept, a ceiling on requests, and an alarm on its own failures. */
export class HouseHttpApi extends HttpApi {
  constructor(scope: Construct, id: string, props: HouseHttpApiProps) {
    const { stage, description, allowedOrigin, requests, functionName, errorImpact, topic } = props
    super(scope, id, {
      description,
      ...(allowedOrigin === undefined ? {} : { corsPreflight: corsFor(allowedOrigin) }),
    })
    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: stage.logRetention,
      removalPolicy: stage.removalPolicy,
    })
    const defaultStage = this.defaultStage?.node.defaultChild
    if (!(defaultStage instanceof CfnStage)) throw new Error('an HTTP API has a default stage')
    defaultStage.accessLogSettings = { destinationArn: accessLog.logGroupArn, format: ACCESS_LOG_FORMAT }
    defaultStage.defaultRouteSettings = {
      throttlingRateLimit: requests.perSecond,
      throttlingBurstLimit: requests.burst,
    }
    new HouseAlarm(this, 'Gateway5xx', {
      metric: this.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 5,
      evaluationPeriods: 1,
      impact: errorImpact,
      runbook: { page: functionName, heading: 'gateway-5xx' },
      topic,
    })
  }
}

/** Exactly one origin and never `*`; the headers that the console sends and those that it reads. */
function corsFor(origin: string): NonNullable<HttpApiProps['corsPreflight']> {
  return {
    allowOrigins: [origin],
    allowMethods: [
      CorsHttpMethod.GET,
      CorsHttpMethod.POST,
      CorsHttpMethod.PUT,
      CorsHttpMethod.PATCH,
      CorsHttpMethod.DELETE,
    ],
    allowHeaders: [
      'anjie-post',
      'authorization',
      'content-type',
      'idempotency-key',
      'if-match',
      'if-none-match',
      'x-correlation-id',
    ],
    exposeHeaders: ['etag', 'location', 'retry-after', 'x-correlation-id', 'content-disposition'],
    maxAge: Duration.hours(1),
  }
}
