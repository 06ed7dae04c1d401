import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import type { Stage } from '../stages.ts'

export interface HouseTableProps {
  readonly stage: Stage
  /** False: the partition key alone names an item. */
  readonly hasSortKey: boolean
  /** Every new item is told to the projector. */
  readonly hasStream?: boolean
  /** Secondary indexes with the table's own partition key, each named after the attribute that it sorts by. */
  readonly orders?: readonly string[]
  /** What these hold of an item besides its keys. */
  readonly heldInOrders?: readonly string[]
  /** Items with this attribute (seconds since 1970) disappear after that time. */
  readonly expiryAttribute?: string
  /** Within a partition, items that have this attribute can be read in its order. */
  readonly openIndex?: { readonly name: string; readonly attribute: string }
}

/** A table with the house keys `pk` and `sk`, paid per request, restorable and protected wherever data is real. */
export class HouseTable extends Table {
  constructor(
    scope: Construct,
    id: string,
    {
      stage,
      hasSortKey,
      hasStream = false,
      orders = [],
      heldInOrders = [],
      expiryAttribute,
      openIndex,
    }: HouseTableProps,
  ) {
    super(scope, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      ...(hasSortKey ? { sortKey: { name: 'sk', type: AttributeType.STRING } } : {}),
      ...(hasStream ? { stream: StreamViewType.NEW_AND_OLD_IMAGES } : {}),
      ...(expiryAttribute === undefined ? {} : { timeToLiveAttribute: expiryAttribute }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: stage.keepsData,
      removalPolicy: stage.removalPolicy,
    })
    if (openIndex !== undefined)
      this.addLocalSecondaryIndex({
        indexName: openIndex.name,
        sortKey: { name: openIndex.attribute, type: AttributeType.STRING },
        projectionType: ProjectionType.ALL,
      })
    for (const order of orders) {
      this.addGlobalSecondaryIndex({
        indexName: order,
        partitionKey: { name: 'pk', type: AttributeType.STRING },
        sortKey: { name: order, type: AttributeType.STRING },
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...heldInOrders],
      })
    }
  }
}
