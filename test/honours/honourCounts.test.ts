import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { publicCounts } from '@anjie/projections/public/publicCounts'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { beforeEach, expect, test } from 'vitest'
import { basis, type HonourWorld, honourWorld, mustHold, PEOPLE, person, village } from '../builders/honours.ts'

let world: HonourWorld
let units: Unit[]
const PUBLISHER = person('p-publisher', '990101', 'county-admin')
const params = { honour: 'peace-family', year: 2025 }

beforeEach(async () => {
  world = await honourWorld()
  units = [
    await village(world, '990101', '柳湾村'),
    await village(world, '990101', '梨园村'),
    await village(world, '990101', '石桥村', { parentName: '石桥镇' }),
    await village(world, '990101', '枫林村', { parentName: '枫林镇' }),
  ]
})

const enter = (figures: readonly (readonly [number, number])[], version = 0, member = PEOPLE.reporter) =>
  world.run(
    HONOURS.enterHonourCounts,
    member,
    {
      params,
      query: {},
      body: {
        units: figures.map(([households, families], at) => ({ unitId: (units[at] as Unit).id, households, families })),
      },
    },
    version,
  )
const publish = (version: number, member = PUBLISHER) =>
  world.run(
    HONOURS.publishHonourCounts,
    member,
    { params, query: {}, body: { documentNumber: '砚平安办〔2026〕6号', publishedOn: '2026-03-02' as never } },
    version,
  )

test('counts are published as sums of townships, a handful in words, and no village or household by name', async () => {
  await mustHold(
    enter([
      [300, 280],
      [200, 150],
      [100, 3],
      [90, 60],
    ]),
  )
  await mustHold(publish(1))
  const record = await world.platform().get('honour-counts', '990101.peace-family-2025')
  const [written] = publicCounts({
    kind: 'honour-counts',
    recordId: '990101.peace-family-2025',
    version: 2,
    after: record?.state,
  } as never)
  if (written === undefined) throw new Error('nothing was published')
  const { body } = written.content as { body: unknown }
  expect(body).toMatchObject({
    households: 690,
    families: 493,
    townships: [
      { name: '柳湾镇', households: 500, families: 430 },
      { name: '石桥镇', households: 100 },
      // Alone left out, the other one would follow from the sum.
      { name: '枫林镇', households: 90 },
    ],
  })
  expect(JSON.stringify(body)).not.toMatch(/柳湾村|石桥村|梨园村|枫林村|"families":3|"families":60/)
})

test('more families than households are refused at their line', async () => {
  expect(
    await enter([
      [300, 280],
      [100, 101],
    ]),
  ).toMatchObject({
    error: { pointer: '/units/1/families', detail: '梨园村的创建户数101大于总户数100，请核对' },
  })
})

test('whoever entered does not publish, nor is anything published twice; what is entered anew waits to be published', async () => {
  await mustHold(enter([[300, 280]]))
  const both = person('p-reporter', '990101', 'county-admin')
  expect(await publish(1, both)).toMatchObject({ error: { code: 'conflict-of-interest' } })
  await mustHold(publish(1))
  expect(await publish(2)).toMatchObject({ error: { code: 'transition-not-allowed' } })
  await mustHold(enter([[300, 281]], 2))
  expect(await enter([[300, 282]], 2)).toMatchObject({ error: { code: 'stale-version' } })
  await mustHold(publish(3))
})

test('an honour that is only counted opens no round', async () => {
  const basisId = await basis(world, PUBLISHER, 'peace-family')
  expect(
    await world.run(HONOURS.openRound, PUBLISHER, {
      params: {},
      query: {},
      body: {
        honour: 'peace-family',
        name: '平安家庭',
        year: 2026,
        opensOn: '2026-03-02' as never,
        closesOn: '2026-06-30' as never,
        noticeWorkingDays: 5,
        validYears: 3,
        basisId,
        quotas: [{ code: '990101', places: 1 }],
      },
    }),
  ).toMatchObject({ error: { pointer: '/honour', detail: '“平安家庭创建”只登记和公布户数，不开放申报、不命名' } })
})
