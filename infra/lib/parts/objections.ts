import { Duration } from 'aws-cdk-lib'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { intakeReads, intakeWrites, onKeys } from '../accessPatterns.ts'
import { HouseAlarm } from '../constructs/houseAlarm.ts'
import { HouseFunction } from '../constructs/houseFunction.ts'
import { HouseQueue } from '../constructs/houseQueue.ts'
import { HouseTable } from '../constructs/houseTable.ts'
import { type House, type HouseTables, SINGLE_ITEM_READ, SINGLE_ITEM_WRITE } from './house.ts'

/** Where the public site puts objections: it may write here and read nothing back. */
export interface Inbox {
  readonly queue: HouseQueue
  /** How often an address, by a keyed digest, and a list was objected to; forgotten by itself. */
  readonly limits: HouseTable
}

/** 异议: the inbox, what takes over from it, and where is parked what it could not take. */
export function addObjections(
  stack: Construct,
  house: House,
  { records, views }: HouseTables,
): { readonly inbox: Inbox; readonly intake: HouseFunction } {
  const parkedObjections = new HouseQueue(stack, 'ParkedObjections', house.stage)
  const queue = new HouseQueue(stack, 'Inbox', house.stage, {
    deadLetterQueue: { queue: parkedObjections, maxReceiveCount: 5 },
    // Six times the function's own time, as Lambda asks for.
    visibilityTimeout: Duration.minutes(6),
  })
  const limits = new HouseTable(stack, 'Limits', {
    stage: house.stage,
    hasSortKey: false,
    expiryAttribute: 'expiresAt',
  })
  const intake = new HouseFunction(stack, 'Intake', {
    ...house,
    functionName: 'intake',
    errorImpact: 'Objections from the public site wait in the inbox; none is lost, and whoever objected has a number.',
    timeout: Duration.minutes(1),
    memorySize: 512,
    environment: {
      RECORDS_TABLE: records.tableName,
      VIEWS_TABLE: views.tableName,
      PROVINCE_CODE: house.stage.provinceCode,
    },
  })
  queue.grantConsumeMessages(intake.role)
  intake.mayDo([...SINGLE_ITEM_READ, ...SINGLE_ITEM_WRITE], [records.tableArn], onKeys(intakeWrites))
  intake.mayDo(SINGLE_ITEM_READ, [records.tableArn], onKeys(intakeReads))
  new EventSourceMapping(stack, 'Objections', {
    target: intake.lambda,
    eventSourceArn: queue.queueArn,
    batchSize: 10,
    reportBatchItemFailures: true,
  })
  new HouseAlarm(stack, 'ParkedObjectionsAlarm', {
    metric: parkedObjections.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: 'Maximum',
    }),
    threshold: 1,
    evaluationPeriods: 1,
    impact: 'An objection for which somebody was given a number was not recorded, and holds no unit.',
    runbook: { page: 'intake', heading: 'parked-objections' },
    topic: house.topic,
  })
  return { inbox: { queue, limits }, intake }
}
