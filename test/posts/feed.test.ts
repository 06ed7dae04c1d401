import type { CountedFrom } from '@anjie/contracts/vocabulary/counting/countedFrom'
import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import { scopeOfPost } from '@anjie/domain/access/scopeOf'
import { countRows } from '@anjie/domain/counting/countRows'
import { openStore } from '@anjie/store'
import { dutyPosts } from '@anjie/use-cases/counting/ledgers/dutyPosts'
import { beforeEach, describe, expect, test } from 'vitest'
import { COUNTY, HOLDER, OTHER_TOWN, type PostsWorld, postsWorld, TOWN, WHO } from './postsWorld.ts'

const SOURCE = { kind: 'duty-posts', name: '岗位' } as const
const item = (name: string, unit: string) => ({ name, unit }) as Pick<DataItem, 'name' | 'unit' | 'digits'>

/** 在任岗位数 and 空缺天数, as an item of a scheme asks for them. */
const FILLED: CountedFrom = {
  source: SOURCE,
  where: [{ column: 'filled', name: '在任', op: '=', value: 'yes', words: '是' }],
  period: { kind: 'as-it-stands' },
  figure: { kind: 'count' },
}
const VACANT_DAYS: CountedFrom = {
  source: SOURCE,
  where: [],
  period: { kind: 'as-it-stands' },
  figure: { kind: 'sum', column: 'vacantDays', name: '本年累计空缺天数', whenBlank: 'missing' },
}

let world: PostsWorld
const counted = async (countedFrom: CountedFrom, period: string, day: string, holder: string = COUNTY) => {
  const read = await dutyPosts.read(
    openStore(world.api.stores, scopeOfPost(WHO.admin)),
    SOURCE,
    holder,
    ['2026', '2026-H1'],
    day,
  )
  if (read === undefined) throw new Error('there is such a ledger')
  return countRows({ ...item('岗位', '个'), countedFrom }, period, read.reading, day).figure
}

beforeEach(async () => {
  world = await postsWorld()
})

describe('figures counted from posts', () => {
  test('are open while nobody set a post up, and then those that are held and the days that they were vacant', async () => {
    expect(await counted(FILLED, '2026', '2026-03-02')).toMatchObject({ status: 'missing' })
    await world.setUp(TOWN, HOLDER)
    await world.setUp(OTHER_TOWN)
    expect(await counted(FILLED, '2026', '2026-03-02')).toEqual({ status: 'reported', value: '1' })
    // Four days before the one was filled, and 61 of the other, which is vacant still.
    expect(await counted(VACANT_DAYS, '2026', '2026-03-02')).toEqual({ status: 'reported', value: '65' })
  })

  test('of a period that is over are those of its last day, whatever came afterwards', async () => {
    const id = await world.setUp(TOWN, HOLDER)
    await world.must(WHO.admin, 'vacateDutyPost', {
      params: { postId: id },
      body: { on: '2026-02-20', reason: '调离' },
      ifMatch: 1,
    })
    expect(await counted(FILLED, '2026-H1', '2027-01-10')).toEqual({ status: 'reported', value: '0' })
    expect(await counted(VACANT_DAYS, '2026-H1', '2027-01-10')).toEqual({ status: 'reported', value: String(4 + 130) })
    expect(await counted(VACANT_DAYS, '2026', '2027-01-10')).toEqual({ status: 'reported', value: String(4 + 314) })
  })
})
