import { Duration, Stack } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import type { Construct } from 'constructs'
import { clockRecords, clockUnits, clockViews, onKeys, outboxRecords } from '../accessPatterns.ts'
import { HouseFunction } from '../constructs/houseFunction.ts'
import type { Stage } from '../stages.ts'
import { type House, type HouseTables, SINGLE_ITEM_READ, SINGLE_ITEM_WRITE } from './house.ts'

/** What follows from time alone. */
export function addClock(
  stack: Construct,
  house: House,
  { records, views }: HouseTables,
  consoleOrigin: string,
): HouseFunction {
  const clock = new HouseFunction(stack, 'Clock', {
    ...house,
    functionName: 'clock',
    errorImpact: 'Public notices do not close when their time is over, or posts are not sent their messages.',
    timeout: Duration.minutes(2),
    memorySize: 512,
    environment: {
      RECORDS_TABLE: records.tableName,
      VIEWS_TABLE: views.tableName,
      PROVINCE_CODE: house.stage.provinceCode,
      // Where a letter sends its reader.
      CONSOLE_ORIGIN: consoleOrigin,
      ...digestSettings(house.stage),
    },
  })
  clock.mayDo(
    ['dynamodb:Query', 'dynamodb:BatchGetItem'],
    [views.tableArn, ...['open', 'byTime', 'byName'].map((index) => `${views.tableArn}/index/${index}`)],
    onKeys(clockViews),
  )
  clock.mayDo([...SINGLE_ITEM_READ, ...SINGLE_ITEM_WRITE], [records.tableArn], onKeys(clockRecords))
  clock.mayDo(SINGLE_ITEM_READ, [records.tableArn], onKeys(clockUnits))
  addSenders(stack, clock, house.stage, records)
  new Rule(stack, 'EveryFiveMinutes', {
    description: 'Closes what is due',
    schedule: Schedule.rate(Duration.minutes(5)),
    targets: [new LambdaTarget(clock.lambda, { retryAttempts: 2, maxEventAge: Duration.minutes(5) })],
  })
  return clock
}

/** What the senders need to know: addresses of machines, never of people. The gateway's secret lies in its own place. */
const digestSettings = ({ digestSender, gatewayUrl, gatewaySecretName }: Stage): Record<string, string> => ({
  ...(digestSender === undefined ? {} : { DIGEST_FROM: digestSender }),
  ...(gatewayUrl === undefined ? {} : { GATEWAY_URL: gatewayUrl }),
  ...(gatewaySecretName === undefined ? {} : { GATEWAY_SECRET: gatewaySecretName }),
})

/** E-mail from the one address that is set, and from no other; in the local stage nothing but the outbox. */
function addSenders(stack: Construct, clock: HouseFunction, stage: Stage, records: HouseTables['records']): void {
  if (!stage.isPublicCloud) {
    clock.mayDo(['dynamodb:PutItem'], [records.tableArn], onKeys(outboxRecords))
    return
  }
  const { partition, region, account } = Stack.of(stack)
  if (stage.digestSender !== undefined)
    clock.mayDo(['ses:SendEmail'], [`arn:${partition}:ses:${region}:${account}:identity/${stage.digestSender}`], {
      StringEquals: { 'ses:FromAddress': stage.digestSender },
    })
  if (stage.gatewaySecretName !== undefined)
    clock.mayDo(
      ['ssm:GetParameter'],
      [`arn:${partition}:ssm:${region}:${account}:parameter/${stage.gatewaySecretName.replace(/^\//, '')}`],
    )
}
