import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { accept } from '../accept.ts'
import type { Stage } from '../stages.ts'

/** A queue, or where failed work of one is parked: encrypted, and keeps what lands in it for the longest time there is (14 days), so that a holiday does not lose it. */
export class HouseQueue extends Queue {
  constructor(
    scope: Construct,
    id: string,
    stage: Stage,
    more: Pick<QueueProps, 'deadLetterQueue' | 'visibilityTimeout'> = {},
  ) {
    super(scope, id, {
      ...more,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: stage.isPublicCloud,
      retentionPeriod: Duration.days(14),
      removalPolicy: stage.removalPolicy,
    })
    if (more.deadLetterQueue === undefined)
      accept(
        this,
        'AwsSolutions-SQS3',
        'It is itself where failed work is parked; an alarm rings for its first message.',
      )
  }
}
