import { readStackFacts } from '@anjie/local/stackFacts'
import { afterAll } from 'vitest'
import { recordStoreSuite } from '../ports/recordStore.suite.ts'
import { openApiSession } from './apiSession.ts'
import { scopedStores } from './scopedStores.ts'

const facts = await readStackFacts('test')
const session = await openApiSession(facts)
const stores = scopedStores(facts, session.sts)
afterAll(session.close)

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
