import { readStackFacts } from '@anjie/local/stackFacts'
import { recordStoreSuite } from '../ports/recordStore.suite.ts'
import { scopedStores } from './scopedStores.ts'

const stores = scopedStores(await readStackFacts('test'))

// A province of its own: what is written here stands in nobody's lists.
recordStoreSuite('over DynamoDB, with credentials scoped by session tags', () => ({
  open: stores.open,
  county: '970101',
  neighbour: '970102',
  city: '9701',
  otherCity: '9702',
  province: '97',
  listsAtOnce: false,
}))
