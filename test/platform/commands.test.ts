import { type PlatformAnswer, PlatformCommand } from '@anjie/contracts/platform/command'
import { ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { runCommand } from '@anjie/function-platform/runCommand'
import { digest } from '@anjie/store/index'
import { changeUnit } from '@anjie/use-cases/units/changeUnit'
import { beforeEach, describe, expect, test } from 'vitest'
import { DIVISIONS, type HonourWorld, honourWorld, mustHold, person } from '../builders/honours.ts'

const ownProvince = ProvinceCode.parse('99')
let world: HonourWorld

beforeEach(async () => {
  world = await honourWorld()
})

const run = (command: unknown): Promise<PlatformAnswer> =>
  runCommand(PlatformCommand.parse(command), {
    openStore: () => world.platform(),
    logIns: world.stores.logIns,
    ownProvince,
    now: world.now,
    digest,
  })
const factsSoFar = () => world.stores.recordedFacts().length

describe('divisions', () => {
  test('load once; the same tree again changes nothing, another one is a new version', async () => {
    const before = factsSoFar()
    expect(await run({ command: 'loadDivisions', divisions: DIVISIONS })).toEqual({
      ok: true,
      changed: false,
      version: 1,
    })
    expect(factsSoFar()).toBe(before)
    const counties = [...DIVISIONS.counties, { code: '9902H1', name: '霁陂高新区', city: '9902' }]
    expect(await run({ command: 'loadDivisions', divisions: { ...DIVISIONS, counties } })).toEqual({
      ok: true,
      changed: true,
      version: 2,
    })
  })

  test.each([
    ['a county of a city that is not listed', { code: '990301', name: '甲县', city: '9903' }],
    ['a county whose code is not its city’s', { code: '990103', name: '甲县', city: '9902' }],
    ['a code twice', { code: '990101', name: '甲县', city: '9901' }],
    ['a name twice in one city', { code: '990103', name: '砚洲区', city: '9901' }],
  ])('with %s are refused', async (_fault, county) => {
    const divisions = { ...DIVISIONS, counties: [...DIVISIONS.counties, county] }
    expect(await run({ command: 'loadDivisions', divisions })).toMatchObject({ ok: false, code: 'import-refused' })
  })
})

describe('posts', () => {
  const { version: _first, id: _id, ...granted } = person('p-1', '990101', 'county-reporter')

  test('are granted, changed and revoked in versions, each with its entry', async () => {
    expect(await run({ command: 'grantMembership', membership: granted })).toEqual({
      ok: true,
      changed: true,
      version: 1,
    })
    expect(await run({ command: 'grantMembership', membership: granted })).toEqual({
      ok: true,
      changed: false,
      version: 1,
    })
    const moved = { ...granted, post: '副主任' }
    expect(await run({ command: 'grantMembership', membership: moved })).toEqual({
      ok: true,
      changed: true,
      version: 2,
    })
    const revoke = { command: 'revokeMembership', identity: granted.identity, reason: '调离岗位' }
    expect(await run(revoke)).toEqual({ ok: true, changed: true, version: 3 })
    expect(await run(revoke)).toEqual({ ok: true, changed: false, version: 3 })
    expect(await world.stores.memberships.find(granted.identity, 'current')).toEqual([])
    expect(
      world.stores
        .recordedFacts()
        .filter(({ kind }) => kind === 'membership')
        .map(({ type, details }) => [type, details['post'] ?? details['reason']]),
    ).toEqual([
      ['MembershipGranted', granted.post],
      ['MembershipGranted', '副主任'],
      ['MembershipEnded', '调离岗位'],
    ])
  })

  test('take the place of what the log-in held elsewhere, unless they are given beside it', async () => {
    const held = async () =>
      (await world.stores.memberships.find(granted.identity, 'current')).map(({ jurisdiction }) => jurisdiction.code)
    const elsewhere = { ...granted, jurisdiction: { level: 'county', code: '990201' } }
    await run({ command: 'grantMembership', membership: granted })
    await run({ command: 'grantMembership', membership: elsewhere, additional: true })
    expect(await held()).toEqual(['990101', '990201'])
    await run({ command: 'grantMembership', membership: elsewhere })
    expect(await held()).toEqual(['990201'])
  })

  test('of the wrong level, of an unknown place and of an unloaded province are refused', async () => {
    for (const membership of [
      { ...granted, roles: ['province-admin'] },
      { ...granted, roles: ['county-reporter', 'city-reviewer'] },
      { ...granted, jurisdiction: { level: 'county', code: '990199' } },
    ]) {
      expect(await run({ command: 'grantMembership', membership })).toMatchObject({ ok: false, code: 'invalid-input' })
    }
    const elsewhere = { ...granted, jurisdiction: { level: 'county', code: '980101' } }
    expect(await run({ command: 'grantMembership', membership: elsewhere })).toMatchObject({ ok: false })
    expect(await world.stores.memberships.find(granted.identity, 'current')).toEqual([])
  })

  test('keep the person behind a log-in for ever, also after the post was ended; a second log-in may be the same person’s', async () => {
    await run({ command: 'grantMembership', membership: granted })
    const somebodyElse = { ...granted, personId: 'p-2' }
    expect(await run({ command: 'grantMembership', membership: somebodyElse })).toMatchObject({
      ok: false,
      code: 'invalid-input',
    })
    await run({ command: 'revokeMembership', identity: granted.identity, reason: '调离岗位' })
    expect(await run({ command: 'grantMembership', membership: somebodyElse })).toMatchObject({ ok: false })
    const second = { ...granted, identity: `${granted.identity}-2` }
    expect(await run({ command: 'grantMembership', membership: second })).toMatchObject({ ok: true, changed: true })
  })

  test('never show in an answer', async () => {
    const answers = [
      await run({ command: 'grantMembership', membership: granted }),
      await run({ command: 'revokeMembership', identity: 'https://idp.invalid#nobody', reason: '没有此人' }),
    ]
    for (const answer of answers) expect(JSON.stringify(answer)).not.toMatch(/p-1|测试|idp|nobody/)
  })

  test('are written by whoever is first when two operators act at once', async () => {
    await run({ command: 'grantMembership', membership: granted })
    const outcomes = await Promise.all(
      ['甲', '乙'].map((post) => run({ command: 'grantMembership', membership: { ...granted, post } })),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'stale-version' })
  })
})

describe('units', () => {
  const row = { county: '990101', kind: 'village', name: '柳湾村', parentName: '柳湾镇', validFrom: '2020-01-01' }
  const town = { county: '990101', kind: 'township', name: '柳湾镇', validFrom: '2020-01-01' }
  const units = { command: 'registerUnits', province: '99', units: [town, row] }

  test('are registered under their townships; repeating the call changes nothing and gives the same ids', async () => {
    const first = await run(units)
    expect(first).toMatchObject({ ok: true, created: 2, unchanged: 0, refused: [] })
    const before = factsSoFar()
    const second = await run(units)
    expect(second).toMatchObject({ created: 0, unchanged: 2 })
    expect(factsSoFar()).toBe(before)
    if (!('ids' in first) || !('ids' in second)) throw new Error('no ids')
    expect(second.ids).toEqual(first.ids)
    const village = await world.platform().get('unit', first.ids[1] ?? '')
    expect(village?.state).toMatchObject({ name: '柳湾村', parentName: '柳湾镇', parentId: first.ids[0] })
  })

  test('are one for every spelling of a name, in the same list or a later one; a spelling by custom is refused and names the unit', async () => {
    const first = await run(units)
    const spaced = { ...row, name: '柳 湾村', parentName: '柳湾镇人民政府' }
    expect(await run({ ...units, units: [spaced] })).toMatchObject({
      created: 0,
      unchanged: 1,
      ids: ['ids' in first ? first.ids[1] : ''],
    })
    const committee = { ...row, name: '柳湾村村民委员会' }
    for (const rows of [
      [committee],
      [
        { ...row, name: '柳湾新村' },
        { ...row, name: '柳湾新村村委会' },
      ],
    ]) {
      expect(await run({ ...units, units: rows })).toMatchObject({
        refused: [{ row: rows.length, reason: expect.stringContaining('可能是同一个单位') }],
      })
    }
  })

  test('are known by the name by which they were registered, also once they were renamed', async () => {
    const first = await run(units)
    const [parentId, unitId] = 'ids' in first ? first.ids : []
    const body = { name: '新月村', parentId, on: '2026-03-01', approvalReference: '县政办〔2026〕1号' }
    const admin = person('p-admin-of-county', '990101', 'county-admin')
    await mustHold(world.run(changeUnit, admin, { params: { unitId }, query: {}, body } as never, 1))
    const before = factsSoFar()
    expect(await run(units)).toMatchObject({ created: 0, unchanged: 2, refused: [], ids: [parentId, unitId] })
    expect(factsSoFar()).toBe(before)
  })

  test('without their township or in an unknown county are refused by themselves', async () => {
    const orphan = { ...row, parentName: '不存在镇' }
    const stranger = { ...town, county: '990199' }
    expect(await run({ ...units, units: [orphan, stranger, town] })).toMatchObject({
      ok: true,
      created: 1,
      refused: [{ row: 1 }, { row: 2 }],
    })
  })
})

test('a province whose divisions were never loaded is refused as a whole', async () => {
  const outcome = runCommand(
    PlatformCommand.parse({
      command: 'importTitles',
      province: '98',
      rows: [
        {
          row: 1,
          year: '2019',
          level: 'provincial',
          honour: '',
          city: '',
          county: '',
          township: '',
          unit: '',
          sourceUrl: '',
        },
      ],
    }),
    {
      openStore: (province) => world.stores.openPlatformStore(province),
      logIns: world.stores.logIns,
      ownProvince,
      now: world.now,
      digest,
    },
  )
  expect(await outcome).toEqual({ ok: false, code: 'import-refused', detail: '未载入该省区划（98）' })
})
