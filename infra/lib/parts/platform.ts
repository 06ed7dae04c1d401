import { Duration } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { onKeys, platformRecords } from '../accessPatterns.ts'
import { HouseFunction } from '../constructs/houseFunction.ts'
import { type House, type HouseTables, SINGLE_ITEM_READ, SINGLE_ITEM_WRITE, tableNames } from './house.ts'

/** The operator's own doors: people's posts, units and imported public lists. It opens no submission and no application. */
export function addPlatform(stack: Construct, house: House, tables: HouseTables, oidcIssuer: string): HouseFunction {
  const { records, published, memberships } = tables
  const platform = new HouseFunction(stack, 'Platform', {
    ...house,
    functionName: 'platform',
    errorImpact: 'Posts cannot be given or withdrawn, and public lists cannot be imported.',
    timeout: Duration.minutes(5),
    memorySize: 1024,
    environment: {
      ...tableNames(tables),
      MEMBERSHIPS_TABLE: memberships.tableName,
      OIDC_ISSUER: oidcIssuer,
      PROVINCE_CODE: house.stage.provinceCode,
    },
  })
  platform.mayDo(['dynamodb:GetItem', 'dynamodb:PutItem'], [memberships.tableArn])
  platform.mayDo([...SINGLE_ITEM_READ, ...SINGLE_ITEM_WRITE], [records.tableArn], onKeys(platformRecords))
  platform.mayDo(['dynamodb:GetItem', 'dynamodb:Query'], [published.tableArn])
  return platform
}
