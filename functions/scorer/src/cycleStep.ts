import { FACT_SK_PREFIX, recordOfPk } from '@anjie/store/keys'
import type { DynamoDBRecord } from 'aws-lambda'

/** The facts of a cycle that ask for work in the background. */
const ASKING = { ScoringStarted: 'score', CycleFinalised: 'escalate' } as const

export interface CycleStep {
  readonly cycleId: string
  readonly work: (typeof ASKING)[keyof typeof ASKING]
}

const isAsking = (type: string): type is keyof typeof ASKING => Object.hasOwn(ASKING, type)

/** What a record of the stream asks for; undefined for every other record. */
export function cycleStep({ eventName, dynamodb }: DynamoDBRecord): CycleStep | undefined {
  const { pk, sk, type } = dynamodb?.NewImage ?? {}
  const asked = type?.S ?? ''
  if (eventName !== 'INSERT' || sk?.S?.startsWith(FACT_SK_PREFIX) !== true || !isAsking(asked)) return undefined
  const record = recordOfPk(pk?.S ?? '')
  return record?.kind === 'cycle' ? { cycleId: record.id, work: ASKING[asked] } : undefined
}
