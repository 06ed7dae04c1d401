import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

/** Which page, and which heading on it, tells the person who is woken up what to do. */
export interface Runbook {
  /** `infra/runbooks/<page>.md` */
  readonly page: string
  /** The heading's anchor, as a Markdown reader builds it: `## Parked facts` → `parked-facts`. */
  readonly heading: string
}

export interface HouseAlarmProps {
  readonly metric: IMetric
  /** Alarm when the figure is greater than or equal to this. */
  readonly threshold: number
  readonly evaluationPeriods: number
  /** What people notice when this alarm rings: one sentence, without AWS words. */
  readonly impact: string
  readonly runbook: Runbook
  readonly topic: ITopic | undefined
}

/** An alarm that says what it means for people and where its runbook is. No data is good news: nobody was served badly. */
export class HouseAlarm extends Alarm {
  constructor(
    scope: Construct,
    id: string,
    { metric, threshold, evaluationPeriods, impact, runbook, topic }: HouseAlarmProps,
  ) {
    super(scope, id, {
      metric,
      threshold,
      evaluationPeriods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${impact} Runbook: infra/runbooks/${runbook.page}.md#${runbook.heading}`,
    })
    if (topic !== undefined) this.addAlarmAction(new SnsAction(topic))
  }
}
