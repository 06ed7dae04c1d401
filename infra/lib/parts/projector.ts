import { Duration } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Construct } from 'constructs'
import { accept } from '../accept.ts'
import { HouseAlarm } from '../constructs/houseAlarm.ts'
import { HouseFunction } from '../constructs/houseFunction.ts'
import { HouseQueue } from '../constructs/houseQueue.ts'
import { type House, type HouseTables, SINGLE_ITEM_READ, SINGLE_ITEM_WRITE, tableNames } from './house.ts'

/** Facts become projections: the function behind the stream, the queue for what it cannot project, the nightly check, their alarms. */
export function addProjector(
  stack: Construct,
  house: House,
  tables: HouseTables,
): { readonly projector: HouseFunction; readonly parkedFacts: HouseQueue } {
  const { records, views, published } = tables
  const projector = new HouseFunction(stack, 'Projector', {
    ...house,
    functionName: 'projector',
    errorImpact: 'Work lists, league tables and public pages fall behind what officials have entered.',
    // The nightly check reads every fact of a province in one go; a rebuild goes in pieces.
    timeout: Duration.minutes(15),
    memorySize: 1024,
    environment: tableNames(tables),
  })
  const parkedFacts = new HouseQueue(stack, 'ParkedFacts', house.stage)
  parkedFacts.grantSendMessages(projector.role)
  records.grantStreamRead(projector.role)
  accept(projector, 'AwsSolutions-IAM5[Resource::*]', 'dynamodb:ListStreams cannot be limited to one stream.')
  // Scan: a rebuild reads every fact and clears what it made of them before.
  projector.mayDo(['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Scan'], [records.tableArn])
  projector.mayDo(
    [...SINGLE_ITEM_READ, ...SINGLE_ITEM_WRITE, 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem', 'dynamodb:Scan'],
    [views.tableArn, published.tableArn],
  )
  new EventSourceMapping(stack, 'Facts', {
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
  new HouseAlarm(stack, 'ParkedFactsAlarm', {
    metric: parkedFacts.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: 'Maximum',
    }),
    threshold: 1,
    evaluationPeriods: 1,
    impact: 'A decision was recorded but does not appear in lists or on public pages.',
    runbook: { page: 'projector', heading: 'parked-facts' },
    topic: house.topic,
  })
  new HouseAlarm(stack, 'BrokenHistoryAlarm', {
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
    topic: house.topic,
  })
  new Rule(stack, 'EveryNight', {
    description: 'Checks the history of every record',
    // 03:00 in Beijing.
    schedule: Schedule.cron({ hour: '19', minute: '0' }),
    targets: [
      new LambdaTarget(projector.lambda, { event: RuleTargetInput.fromObject({ audit: true }), retryAttempts: 2 }),
    ],
  })
  new HouseAlarm(stack, 'StreamAgeAlarm', {
    metric: projector.lambda.metric('IteratorAge', { period: Duration.minutes(1), statistic: 'Maximum' }),
    threshold: Duration.minutes(5).toMilliseconds(),
    evaluationPeriods: 3,
    impact: 'Lists and public pages are more than five minutes behind what was decided.',
    runbook: { page: 'projector', heading: 'stream-age' },
    topic: house.topic,
  })
  return { projector, parkedFacts }
}
