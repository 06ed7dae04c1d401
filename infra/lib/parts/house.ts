import type { HouseFunctionProps } from '../constructs/houseFunction.ts'
import type { HouseTable } from '../constructs/houseTable.ts'

/**
 * The parts of the stack, each a function and no construct of its own: what a part makes hangs on the stack itself, because the ids of
 * tables, buckets and queues are for ever and a level more would be another id.
 */
export type House = Pick<HouseFunctionProps, 'stage' | 'assetFolder' | 'topic'>

export interface HouseTables {
  readonly records: HouseTable
  readonly views: HouseTable
  readonly published: HouseTable
  readonly memberships: HouseTable
}

export const SINGLE_ITEM_READ = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:ConditionCheckItem',
]
export const SINGLE_ITEM_WRITE = ['dynamodb:PutItem', 'dynamodb:UpdateItem']

/** The names of the three tables that records and projections lie in. */
export const tableNames = ({ records, views, published }: HouseTables) => ({
  RECORDS_TABLE: records.tableName,
  VIEWS_TABLE: views.tableName,
  PUBLIC_TABLE: published.tableName,
})
