import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Construct } from 'constructs'
import { accept } from '../accept.ts'
import { onKeys, scorerReads, scorerViews, scorerWrites } from '../accessPatterns.ts'
import { HouseAlarm } from '../constructs/houseAlarm.ts'
import { HouseFunction } from '../constructs/houseFunction.ts'
import { HouseQueue } from '../constructs/houseQueue.ts'
import { type House, type HouseTables, SINGLE_ITEM_READ, SINGLE_ITEM_WRITE } from './house.ts'

/** Scores are worked out, and what a published table asks for is drafted, in the background, by a function that hears of it from the stream of facts. */
export function addScorer(stack: Construct, house: House, { records, views }: HouseTables): HouseFunction {
  const scorer = new HouseFunction(stack, 'Scorer', {
    ...house,
    functionName: 'scorer',
    errorImpact: 'Scores that were asked for are not worked out; nothing is lost, and they can be asked for again.',
    // Thousands of subjects with their receipts, held at once and written as fast as the table takes them.
    timeout: Duration.minutes(15),
    memorySize: 3008,
    environment: {
      RECORDS_TABLE: records.tableName,
      VIEWS_TABLE: views.tableName,
      PROVINCE_CODE: house.stage.provinceCode,
    },
  })
  const parkedScorings = new HouseQueue(stack, 'ParkedScorings', house.stage)
  parkedScorings.grantSendMessages(scorer.role)
  records.grantStreamRead(scorer.role)
  accept(scorer, 'AwsSolutions-IAM5[Resource::*]', 'dynamodb:ListStreams cannot be limited to one stream.')
  scorer.mayDo([...SINGLE_ITEM_READ, ...SINGLE_ITEM_WRITE], [records.tableArn], onKeys(scorerWrites))
  scorer.mayDo(SINGLE_ITEM_READ, [records.tableArn], onKeys(scorerReads))
  scorer.mayDo(['dynamodb:Query'], [views.tableArn], onKeys(scorerViews))
  new EventSourceMapping(stack, 'ScoringsAskedFor', {
    target: scorer.lambda,
    ...(records.tableStreamArn === undefined ? {} : { eventSourceArn: records.tableStreamArn }),
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 1,
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { NewImage: { type: { S: FilterRule.or('ScoringStarted', 'CycleFinalised') } } },
      }),
    ],
    retryAttempts: 3,
    maxRecordAge: Duration.hours(2),
    onFailure: new SqsDlq(parkedScorings),
  })
  new HouseAlarm(stack, 'ParkedScoringsAlarm', {
    metric: parkedScorings.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: 'Maximum',
    }),
    threshold: 1,
    evaluationPeriods: 1,
    impact:
      'Scores that were asked for were given up: the console says that they are being worked out, and they are not.',
    runbook: { page: 'scorer', heading: 'parked-scorings' },
    topic: house.topic,
  })
  return scorer
}
