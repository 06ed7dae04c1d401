import { FACT_SK_PREFIX, recordOfPk } from '@anjie/store/keys'
import type { DynamoDBRecord } from 'aws-lambda'

/** The cycle that a record of the stream says is to be scored; undefined for every other record. */
export function cycleToScore({ eventName, dynamodb }: DynamoDBRecord): string | undefined {
  const { pk, sk, type } = dynamodb?.NewImage ?? {}
  const isStart = eventName === 'INSERT' && sk?.S?.startsWith(FACT_SK_PREFIX) === true && type?.S === 'ScoringStarted'
  const record = isStart ? recordOfPk(pk?.S ?? '') : undefined
  return record?.kind === 'cycle' ? record.id : undefined
}
