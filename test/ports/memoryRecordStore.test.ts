import { scopeOf } from '@anjie/domain/access/index'
import { openStore } from '@anjie/store'
import { memoryStores } from '@anjie/store/memory/memoryStores'
import { member, PLACES } from '../builders/people.ts'
import { recordStoreSuite } from './recordStore.suite.ts'

const stores = memoryStores()
const ROLE_BY_LENGTH = { 6: 'county-admin', 4: 'city-reviewer', 2: 'province-admin' } as const

recordStoreSuite('in memory', () => ({
  open: (code, mark) => {
    const role = code.length === 6 ? ROLE_BY_LENGTH[6] : code.length === 4 ? ROLE_BY_LENGTH[4] : ROLE_BY_LENGTH[2]
    return openStore(stores, scopeOf(member({ roles: [role], jurisdiction: code }).jurisdiction), mark)
  },
  county: PLACES.county.code,
  neighbour: PLACES.neighbourCounty.code,
  city: PLACES.city.code,
  otherCity: PLACES.neighbourCity.code,
  province: PLACES.province.code,
  listsAtOnce: true,
}))
