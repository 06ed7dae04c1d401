import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import type { Construct } from 'constructs'
import { clockRecords, clockUnits, clockViews, onKeys } from '../accessPatterns.ts'
import { HouseFunction } from '../constructs/houseFunction.ts'
import { type House, type HouseTables, SINGLE_ITEM_READ, SINGLE_ITEM_WRITE } from './house.ts'

/** What follows from time alone. */
export function addClock(stack: Construct, house: House, { records, views }: HouseTables): HouseFunction {
  const clock = new HouseFunction(stack, 'Clock', {
    ...house,
    functionName: 'clock',
    errorImpact: 'Public notices and reporting windows do not close when their time is over.',
    timeout: Duration.minutes(2),
    memorySize: 512,
    environment: {
      RECORDS_TABLE: records.tableName,
      VIEWS_TABLE: views.tableName,
      PROVINCE_CODE: house.stage.provinceCode,
    },
  })
  clock.mayDo(['dynamodb:Query'], [views.tableArn], onKeys(clockViews))
  clock.mayDo([...SINGLE_ITEM_READ, ...SINGLE_ITEM_WRITE], [records.tableArn], onKeys(clockRecords))
  clock.mayDo(SINGLE_ITEM_READ, [records.tableArn], onKeys(clockUnits))
  new Rule(stack, 'EveryFiveMinutes', {
    description: 'Closes what is due',
    schedule: Schedule.rate(Duration.minutes(5)),
    targets: [new LambdaTarget(clock.lambda, { retryAttempts: 2, maxEventAge: Duration.minutes(5) })],
  })
  return clock
}
