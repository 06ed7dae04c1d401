import { RECORD_KINDS } from '@anjie/contracts/vocabulary/records'
import { scopeOf } from '@anjie/domain/access/index'
import { countingTables } from '@anjie/store/counting/countingTables'
import { memoryStores } from '@anjie/store/memory/memoryStores'
import { openStore } from '@anjie/store/stores'
import type { ListFilter, RecordStore } from '@anjie/use-cases/ports'
import { beforeAll, describe, expect, test } from 'vitest'
import { systemMark } from '../builders/context.ts'
import { member } from '../builders/people.ts'
import { ulid } from '../builders/ulid.ts'

const COUNTIES = ['990101', '990102', '990201'] as const
const STATUSES = ['active', 'rectify', 'revoked'] as const
const NAMES = ['青松村', '清水村', '白鹤村', '重阳社区', '青山村', '清溪村'] as const
const HONOURS = ['six-no-village', 'peace-campus'] as const

/** Titles of three counties in every status, honour and year: 3 × 3 × 2 × 3 × 6 = 324. */
const titles = COUNTIES.flatMap((county) =>
  STATUSES.flatMap((status) =>
    HONOURS.flatMap((honour) =>
      [2024, 2025, 2026].flatMap((year) =>
        NAMES.map((unitName) =>
          RECORD_KINDS.title.state.parse({
            id: `${county}.${ulid()}`,
            county,
            honour,
            honourName: honour,
            level: 'province',
            year,
            unitName,
            unitKind: 'village',
            provinceName: '某省',
            cityName: '某市',
            countyName: '某县',
            status,
            source: { kind: 'named-here' },
            updatedAt: `${year}-0${1 + NAMES.indexOf(unitName)}-02T01:00:00.000Z`,
          }),
        ),
      ),
    ),
  ),
)

let counting: ReturnType<typeof countingTables> | undefined
const stores = memoryStores({
  through: (tables) => {
    counting = countingTables(tables)
    return counting.tables
  },
})
const province = (): RecordStore =>
  openStore(stores, scopeOf(member({ roles: ['province-admin'], jurisdiction: '99' }).jurisdiction))

beforeAll(async () => {
  for (const next of titles) {
    const store = stores.openPlatformStore('99', systemMark())
    const fact = { type: 'TitleImported', details: { unit: next.unitName, source: '' } } as const
    await store.commit([{ kind: 'title', id: next.id, expectedVersion: 0, next, fact }])
  }
})

async function everything(filter: ListFilter, limit = 7) {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await province().find('title', filter, { limit, cursor })
    if (!page.ok) throw new Error(page.error.detail)
    expect(page.value.rows.length).toBeLessThanOrEqual(limit)
    ids.push(...page.value.rows.map(({ id }) => id))
    cursor = page.value.cursor
  } while (cursor !== undefined)
  return ids
}

type Title = (typeof titles)[number]
const isOver = ({ status }: Title): boolean => status === 'revoked'
const isQing = ({ unitName }: Title): boolean => /^[青清]/.test(unitName)
const filters: readonly (readonly [ListFilter, (title: Title) => boolean])[] = [
  [{}, () => true],
  [{ stage: 'open' }, (title) => !isOver(title)],
  [{ stage: 'closed' }, isOver],
  [{ status: 'rectify' }, ({ status }) => status === 'rectify'],
  [{ status: 'rectify', place: '9901' }, ({ status, county }) => status === 'rectify' && county.startsWith('9901')],
  [{ place: '990102' }, ({ county }) => county === '990102'],
  [{ group: 'peace-campus', year: 2025 }, ({ honour, year }) => honour === 'peace-campus' && year === 2025],
  [{ year: 2024, place: '9902', stage: 'open' }, (t) => t.year === 2024 && t.county === '990201' && !isOver(t)],
  [{ name: '青' }, ({ unitName }) => unitName.startsWith('青')],
  [{ name: 'qing' }, isQing],
  [{ name: 'q' }, isQing],
  [{ name: 'qsc', place: '9902' }, (t) => ['青松村', '清水村', '青山村'].includes(t.unitName) && t.county === '990201'],
  [{ name: 'q', year: 2026, status: 'rectify' }, (t) => isQing(t) && t.year === 2026 && t.status === 'rectify'],
  [{ name: '没有这个' }, () => false],
]

describe('a list that grows with the years', () => {
  test.each(filters)('%j: finds every row once, whatever the pages', async (filter, isFound) => {
    const expected = titles.filter(isFound).map(({ id }) => id)
    const found = await everything(filter)
    expect(found.toSorted()).toEqual(expected.toSorted())
    expect((await everything(filter, 50)).toSorted()).toEqual(expected.toSorted())
  })

  test('shows what moved last first', async () => {
    const page = await province().find('title', { stage: 'open' }, { limit: 20 })
    if (!page.ok) throw new Error(page.error.detail)
    const times = page.value.rows.map(({ updatedAt }) => updatedAt)
    expect(times).toEqual(times.toSorted().toReversed())
    expect(times[0]).toBe('2026-06-02T01:00:00.000Z')
  })

  test('costs a page and not the list, however rare it is what somebody looks for', async () => {
    const { spend } = counting ?? countingTables(stores.tables)
    for (const [filter] of filters) {
      const { spent } = await spend(() => province().find('title', filter))
      expect(spent.readUnits, JSON.stringify(filter)).toBeLessThanOrEqual(10)
      expect(spent.items, JSON.stringify(filter)).toBeLessThanOrEqual(120)
    }
  })
})
