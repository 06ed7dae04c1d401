import { LIST_ORDERS } from '@anjie/projections/lists/listOrders'
import type { Construct } from 'constructs'
import { HouseTable } from '../constructs/houseTable.ts'
import type { Stage } from '../stages.ts'
import type { HouseTables } from './house.ts'

/** Where everything is kept. The ids are for ever: another one would be another, empty table. */
export const addTables = (stack: Construct, stage: Stage): HouseTables => ({
  records: new HouseTable(stack, 'Records', {
    stage,
    hasSortKey: true,
    hasStream: true,
    // Only the receipts of repeated calls carry it; a state or a fact never does.
    expiryAttribute: 'expiresAt',
  }),
  views: new HouseTable(stack, 'Views', {
    stage,
    hasSortKey: true,
    openIndex: { name: 'open', attribute: 'openKey' },
    orders: LIST_ORDERS,
    heldInOrders: ['row'],
  }),
  published: new HouseTable(stack, 'Public', { stage, hasSortKey: true }),
  memberships: new HouseTable(stack, 'Memberships', { stage, hasSortKey: false }),
})
