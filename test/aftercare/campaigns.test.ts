import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { CampaignId } from '@anjie/contracts/vocabulary/ids'
import { idsDrawn, idsText } from '@anjie/domain/honours/draw'
import { digest } from '@anjie/store/index'
import { AFTERCARE } from '@anjie/use-cases/aftercare/index'
import { continueCampaign } from '@anjie/use-cases/aftercare/openings'
import { importTitles } from '@anjie/use-cases/honours/importTitles'
import { textHash } from '@anjie/use-cases/honours/textHash'
import type { Command } from '@anjie/use-cases/ports'
import { UNITS } from '@anjie/use-cases/units/index'
import { beforeEach, describe, expect, test } from 'vitest'
import { act, CLERKS, caseNow, casesOf, enter, passTime, titleOf } from '../builders/aftercare.ts'
import { Case, DIVISIONS, type HonourWorld, mustHold, round, village } from '../builders/honours.ts'
import { namedList } from '../builders/namedList.ts'

let world: HonourWorld
let titles: readonly string[]

beforeEach(async () => {
  const named = await namedList(4)
  world = named.world
  titles = named.titles
  world.now = '2026-03-21T02:00:00.000Z'
})

const content = {
  name: '2026年六无平安村复核',
  honour: 'six-no-village',
  basis: '安平办关于复核的通知',
  mode: 'all',
  selfCheckBy: '2026-04-10',
}
const freeze = (more: Record<string, unknown> = {}, member: Membership = CLERKS.provinceAdmin) =>
  world.run(AFTERCARE.freezeCampaign as Command<unknown>, member, {
    params: {},
    query: {},
    body: { ...content, ...more },
  })
const change = async (
  id: string,
  command: 'drawCampaign' | 'startCampaign',
  body: unknown = {},
  member: Membership = CLERKS.provinceAdmin,
) => {
  const version = (await world.platform().get('campaign', CampaignId.parse(id)))?.version ?? 0
  return world.run(
    AFTERCARE[command] as Command<unknown>,
    member,
    { params: { campaignId: id }, query: {}, body },
    version,
  )
}
const shown = async (id: string, member: Membership = CLERKS.provinceAdmin) =>
  mustHold(
    world.ask(AFTERCARE.getCampaign, member, { params: { campaignId: CampaignId.parse(id) }, query: {}, body: {} }),
  )

/** Titles that were taken over from a list, kept by the province. */
async function imported(...rows: readonly (readonly [unit: string, level: string, year: string])[]) {
  const { ids, refused } = await importTitles(
    { store: world.platform(), now: world.now, digest },
    DIVISIONS,
    rows.map(([unit, level, year], at) => ({
      row: at + 1,
      year,
      level,
      honour: '六无平安村（社区）',
      city: '岚岭市',
      county: '砚洲区',
      township: '柳湾镇',
      unit,
      sourceUrl: 'https://www.example.gov.cn/a',
    })),
  )
  expect(refused).toEqual([])
  return ids.map((id) => id ?? expect.fail())
}

describe('a campaign', () => {
  test('freezes who holds the honour today, in the order of their ids; nobody joins or leaves it afterwards', async () => {
    const { id } = await mustHold(freeze())
    const { state } = await shown(id)
    expect(state.list.map(({ titleId }) => titleId)).toEqual(titles.toSorted())
    expect(state.listHash).toBe(textHash(idsText([...titles].sort() as never)))
    const later = await imported(['桃源村', '省级', '2026'])
    expect((await shown(id)).state.list.map(({ titleId }) => titleId)).not.toContain(later[0])
    await mustHold(change(id, 'startCampaign'))
    expect(casesOf(world)).toHaveLength(4)
  })

  test('draws once, what list and seed lead to, and re-checks those and no others', async () => {
    const { id } = await mustHold(freeze({ mode: 'draw' }))
    expect(await change(id, 'startCampaign')).toMatchObject({ error: { code: 'transition-not-allowed' } })
    expect(await change(id, 'drawCampaign', { count: 5 })).toMatchObject({ error: { pointer: '/count' } })
    await mustHold(change(id, 'drawCampaign', { count: 2 }))
    expect(await change(id, 'drawCampaign', { count: 2 })).toMatchObject({ error: { code: 'transition-not-allowed' } })
    const { state, drawIsRight } = await shown(id)
    expect(drawIsRight).toBe(true)
    const { seed = '', drawn = [] } = state.draw ?? {}
    expect(drawn).toEqual(
      idsDrawn(
        state.list.map(({ titleId }) => titleId),
        seed,
        2,
        textHash,
      ),
    )
    await mustHold(change(id, 'startCampaign'))
    const { cases, progress } = await shown(id)
    expect(cases.map(({ fields }) => fields.titleId).sort()).toEqual([...drawn].sort())
    expect(progress).toEqual([{ status: 'self-check', name: '待自查', count: 2 }])
  })

  test('shows its cases to whoever deployed it, and is nobody else’s to draw or start', async () => {
    const { id } = await mustHold(freeze())
    for (const member of [CLERKS.countyAdmin, CLERKS.cityReviewer])
      expect(await change(id, 'startCampaign', {}, member)).toMatchObject({ ok: false })
    await mustHold(change(id, 'startCampaign'))
    const [first = ''] = casesOf(world)
    await mustHold(act(world, first, 'takeUpRecheck', CLERKS.provinceReviewer, { reason: '直接办理' }))
    await mustHold(
      act(world, first, 'concludeRecheck', CLERKS.provinceReviewer, { conclusion: 'retain', reason: '合格' }),
    )
    const { progress, cases } = await shown(id)
    expect(cases).toHaveLength(4)
    expect(progress.toSorted((one, other) => one.count - other.count)).toMatchObject([
      { status: 'closed', outcome: 'retained', count: 1 },
      { status: 'self-check', count: 3 },
    ])
  })

  test('passes over what is looked at already, says so, and opens no case twice, however often it goes on', async () => {
    const [busy = ''] = titles
    const unit = (await titleOf(world, busy)).state.unitId ?? ''
    const { id } = await mustHold(freeze())
    const incident = { kind: 'drugs', on: '2026-03-20', source: '县禁毒办通报〔2026〕3号', cause: '查获一起涉毒案件' }
    await mustHold(enter(world, unit, CLERKS.countyReviewer, incident))
    await passTime(world, '2026-03-21T02:05:00.000Z')
    await mustHold(change(id, 'startCampaign'))
    const going = () =>
      continueCampaign({ store: world.platform(), now: world.now, digest }, CampaignId.parse(id), () => true)
    await Promise.all([going(), going()])
    const { state } = await shown(id)
    expect(state.skipped).toMatchObject([{ titleId: busy, reason: '已在复核中' }])
    expect(state.opened).toBe(3)
    expect(casesOf(world)).toHaveLength(4)
  })

  test('goes on with the case of a unit that is merged meanwhile: its end joins it, and the title is deregistered', async () => {
    const [merged = ''] = titles
    const unitId = (await titleOf(world, merged)).state.unitId ?? expect.fail()
    const heir = await village(world, '990101', '并入村')
    const { id } = await mustHold(freeze())
    await mustHold(change(id, 'startCampaign'))
    const { version } = (await world.platform().get('unit', unitId)) ?? expect.fail()
    const body = { successors: [heir.id], on: '2026-03-21', approvalReference: '县政函〔2026〕5号' }
    await mustHold(
      world.run(
        UNITS.endUnit as Command<unknown>,
        CLERKS.countyAdmin,
        { params: { unitId }, query: {}, body },
        version,
      ),
    )
    await passTime(world, '2026-03-21T17:00:00.000Z')
    const mine = (await shown(id)).cases.find(({ fields }) => fields.titleId === merged)?.id ?? expect.fail()
    expect((await caseNow(world, mine)).state.causes.map(({ kind }) => kind)).toEqual(['campaign', 'unit-ended'])
    await mustHold(act(world, mine, 'takeUpRecheck', CLERKS.provinceReviewer, { reason: '村已撤并' }))
    await mustHold(
      act(world, mine, 'concludeRecheck', CLERKS.provinceReviewer, {
        conclusion: 'end',
        reason: '村级建制调整',
        successors: ['并入村'],
      }),
    )
    expect((await titleOf(world, merged)).state).toMatchObject({
      status: 'deregistered',
      deregistered: { successors: ['并入村'] },
    })
    expect((await shown(id)).progress).toContainEqual(expect.objectContaining({ outcome: 'ended', count: 1 }))
  })
})

test('a revoked title lays the higher ones of the honour before who keeps them; lower ones stay as they are', async () => {
  const unit = await village(world, '990101', '桃源村')
  const [county = '', city = '', province = ''] = await imported(
    ['桃源村', '县级', '2021'],
    ['桃源村', '市级', '2022'],
    ['桃源村', '省级', '2023'],
  )
  const incident = { kind: 'drugs', on: '2026-03-20', source: '县禁毒办通报〔2026〕3号', cause: '查获一起涉毒案件' }
  await mustHold(enter(world, unit.id, CLERKS.countyReviewer, incident))
  await passTime(world, '2026-03-21T02:05:00.000Z')
  const caseOf = async (title: string) => (await titleOf(world, title)).state.openRecheck ?? expect.fail('a case')
  for (const title of [county, province]) {
    const id = await caseOf(title)
    await mustHold(act(world, id, 'takeUpRecheck', CLERKS.provinceReviewer, { reason: '直接办理' }))
    await mustHold(
      act(world, id, 'concludeRecheck', CLERKS.provinceReviewer, { conclusion: 'retain', reason: '不涉及' }),
    )
  }
  const revoking = await caseOf(city)
  await mustHold(act(world, revoking, 'takeUpRecheck', CLERKS.provinceReviewer, { reason: '直接办理' }))
  await mustHold(
    act(world, revoking, 'proposeRevocation', CLERKS.provinceAdmin, {
      grounds: ['drugs'],
      facts: '查获涉毒案件，经核查属实。',
    }),
  )
  await mustHold(act(world, revoking, 'answerRevocation', CLERKS.reporter, { text: '当事人为外来人员' }))
  await mustHold(
    act(world, revoking, 'decideRevocation', CLERKS.secondAdmin, {
      documentNumber: '平安办〔2026〕20号',
      on: '2026-03-21',
      reason: '事实清楚',
    }),
  )
  await passTime(world, '2026-03-21T02:10:00.000Z')
  expect((await titleOf(world, county)).state).toMatchObject({ status: 'retained' })
  expect((await titleOf(world, county)).state.openRecheck).toBeUndefined()
  expect((await titleOf(world, province)).state.status).toBe('under-recheck')
  expect((await caseNow(world, await caseOf(province))).state.causes).toMatchObject([
    { kind: 'lower-revoked', source: '平安办〔2026〕20号' },
  ])
})

test('a renewal follows the term of a title that was given under a former name', async () => {
  const unit = await village(world, '990101', '桃源村')
  const [listed = ''] = await imported(['桃源村', '省级', '2023'])
  const term = {
    params: { titleId: listed },
    query: {},
    body: { validUntil: '2026-06-30', basis: '命名通知载明有效期三年' },
  }
  await mustHold(world.run(AFTERCARE.setTitleTerm as Command<unknown>, CLERKS.provinceAdmin, term, 1))
  const { version } = (await world.platform().get('unit', unit.id)) ?? expect.fail()
  const township = await mustHold(
    world.run(UNITS.registerUnit as Command<unknown>, CLERKS.countyAdmin, {
      params: {},
      query: {},
      body: { kind: 'township', name: '柳湾镇', validFrom: '2020-01-01' },
    }),
  )
  const renamed = {
    name: '新桃源村',
    parentId: township.id,
    on: '2026-03-21',
    approvalReference: '县政函〔2026〕6号',
  }
  await mustHold(
    world.run(
      UNITS.changeUnit as Command<unknown>,
      CLERKS.countyAdmin,
      { params: { unitId: unit.id }, query: {}, body: renamed },
      version,
    ),
  )
  world.now = '2026-03-23T02:00:00.000Z'
  const roundId = await round(world)
  const now = (await world.platform().get('unit', unit.id))?.state ?? expect.fail()
  const made = await Case.accepted(world, roundId, now)
  expect((await made.state()).renews).toBe(listed)
  expect((await made.state()).unitName).toBe('新桃源村')
})
