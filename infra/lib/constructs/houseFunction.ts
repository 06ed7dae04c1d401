import { Duration } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { FunctionName } from '../functions.ts'
import type { Stage } from '../stages.ts'
import { HouseAlarm } from './houseAlarm.ts'

export interface HouseFunctionProps {
  readonly stage: Stage
  readonly functionName: FunctionName
  /** Folder that holds `<functionName>/index.mjs`. */
  readonly assetFolder: string
  /** What people notice while this function fails: one sentence. Without it an alarm would only say that a number is high. */
  readonly errorImpact: string
  readonly environment: Readonly<Record<string, string>>
  readonly timeout: Duration
  readonly memorySize: number
  readonly topic: ITopic | undefined
}

/**
 * A Lambda with the house defaults: Node 24, a log group of its own with retention, a role that may write to that log group
 * and otherwise only what is granted by name, and two alarms whose runbook is `infra/runbooks/<functionName>.md`.
 */
export class HouseFunction extends Construct {
  readonly lambda: LambdaFunction
  readonly role: Role

  constructor(scope: Construct, id: string, props: HouseFunctionProps) {
    super(scope, id)
    const { stage, functionName, assetFolder, environment, timeout, memorySize, errorImpact, topic } = props
    const logGroup = new LogGroup(this, 'Logs', {
      retention: stage.logRetention,
      removalPolicy: stage.removalPolicy,
    })
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Runs the ${functionName} function`,
    })
    logGroup.grantWrite(this.role)
    this.lambda = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      ...(stage.architecture === undefined ? {} : { architecture: stage.architecture }),
      code: Code.fromAsset(`${assetFolder}/${functionName}`),
      handler: 'index.handler',
      role: this.role,
      logGroup,
      // Our logger writes one JSON object per line already.
      loggingFormat: LoggingFormat.TEXT,
      timeout,
      memorySize,
      environment: { ...environment, STAGE: stage.name, NODE_OPTIONS: '--enable-source-maps' },
    })
    const runbook = (heading: string) => ({ page: functionName, heading })
    new HouseAlarm(this, 'Errors', {
      metric: this.lambda.metricErrors({ period: Duration.minutes(5) }),
      threshold: 1,
      evaluationPeriods: 1,
      impact: errorImpact,
      runbook: runbook('errors'),
      topic,
    })
    new HouseAlarm(this, 'Throttles', {
      metric: this.lambda.metricThrottles({ period: Duration.minutes(5) }),
      threshold: 1,
      evaluationPeriods: 2,
      impact: `${errorImpact} The account has no free capacity for it.`,
      runbook: runbook('throttles'),
      topic,
    })
  }

  /** Adds one statement to this function's role. */
  mayDo(
    actions: readonly string[],
    resources: readonly string[],
    conditions?: Record<string, Record<string, unknown>>,
  ): void {
    this.role.addToPolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: [...resources],
        ...(conditions === undefined ? {} : { conditions }),
      }),
    )
  }
}
