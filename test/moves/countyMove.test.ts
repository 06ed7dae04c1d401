import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import { DocumentNumber } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { DIVISIONS as DIVISION_COMMANDS } from '@anjie/use-cases/divisions/index'
import { continueNaming } from '@anjie/use-cases/honours/continueNaming'
import { lowerTitleOf } from '@anjie/use-cases/honours/honourRecords'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { MOVES } from '@anjie/use-cases/moves/index'
import { closeNoticeOf } from '@anjie/use-cases/notices/closeNotices'
import { UNITS } from '@anjie/use-cases/units/index'
import { beforeEach, describe, expect, test } from 'vitest'
import { act, CLERKS, caseNow, casesOf, enter, passTime, titleOf } from '../builders/aftercare.ts'
import {
  batch,
  batchNow,
  Case,
  DIVISIONS,
  type HonourWorld,
  honourWorld,
  mustHold,
  openNoticeOf,
  PEOPLE,
  person,
  round,
  rowsOf,
  village,
} from '../builders/honours.ts'
import { carriedOn, change, confirmed, drawn, linesOf, planNow, posts, REFERENCE } from '../builders/moves.ts'
import { namedList } from '../builders/namedList.ts'
import { siteOf, textOf } from '../public-site/publishedSite.ts'

const NEW = '990203'
const THERE = person('p-there', NEW, 'county-reporter')
const NEW_CITY = PEOPLE.otherCityReviewer

describe('a county that goes to another city in the middle of a round', () => {
  let world: HonourWorld
  let sent: Case
  let draft: Case
  let listId: Awaited<ReturnType<typeof batch>>
  let planId: Awaited<ReturnType<typeof drawn>>
  beforeEach(async () => {
    world = await honourWorld()
    listId = await batch(world, await round(world))
    const { roundId } = (await batchNow(world, listId)).state
    sent = await Case.draft(world, roundId, await village(world, '990101', '柳湾村'))
    await mustHold(sent.save())
    await mustHold(sent.submit())
    await mustHold(sent.recommend())
    draft = await Case.draft(world, roundId, await village(world, '990101', '荷塘村'))
    await posts(world, '990101', 'county-reviewer')
    planId = await drawn(world, await change(world, 'renamed', ['990101'], { code: NEW, name: '砚洲区' }), '990101')
  })

  test('is planned line by line: who finishes what, what ends and why; its drawer does not confirm it', async () => {
    expect(await linesOf(world, planId)).toMatchObject([
      { subject: 'unit', name: '柳湾村', fate: 'moves', to: expect.stringContaining('霁陂市砚洲区') },
      { subject: 'unit', name: '荷塘村', fate: 'moves' },
      { subject: 'application', name: '柳湾村', fate: 'finished-here', to: '岚岭市市级审核人' },
      { subject: 'application', name: '荷塘村', fate: 'closed' },
      { subject: 'quota', fate: 'stays' },
      { subject: 'post', fate: 'granted', to: '砚洲区' },
    ])
    expect(await confirmed(world, planId, CLERKS.provinceAdmin)).toMatchObject({
      ok: false,
      error: { code: 'conflict-of-interest' },
    })
    expect(await carriedOn(world, planId)).toMatchObject({ ok: false, error: { code: 'transition-not-allowed' } })
  })

  test('is not confirmed when something happened since it was drawn up', async () => {
    await mustHold(draft.save())
    await mustHold(draft.submit())
    expect(await confirmed(world, planId)).toMatchObject({
      ok: false,
      error: { detail: expect.stringContaining('重新拟定') },
    })
  })

  test('is not confirmed while a case would be nobody’s', async () => {
    await mustHold(sent.sendBack('submitted', PEOPLE.cityReviewer))
    const { version, state } = await planNow(world, planId)
    const [post] = world.stores.recordedFacts().filter(({ kind }) => kind === 'membership')
    const found = await world.platform().get('membership', post?.recordId ?? '')
    if (found === undefined) return expect.fail()
    await mustHold(
      world.platform().commit([
        {
          kind: 'membership',
          id: found.state.id,
          expectedVersion: found.version,
          next: { ...found.state, status: 'ended' },
          fact: { type: 'MembershipEnded', details: { reason: '调离' } },
        },
      ]),
    )
    await mustHold(
      world.run(
        MOVES.redrawMovePlan,
        CLERKS.provinceAdmin,
        { params: { planId: state.id }, query: {}, body: {} },
        version,
      ),
    )
    expect((await planNow(world, planId)).state.gaps).toEqual([expect.stringContaining('砚洲区没有在任的县级审核人')])
    expect(await confirmed(world, planId)).toMatchObject({ ok: false, error: { code: 'transition-not-allowed' } })
  })

  test('leaves its sent case with the city that received it, to the naming; the title goes on where the unit stands', async () => {
    await mustHold(confirmed(world, planId))
    expect(await carriedOn(world, planId)).toMatchObject({ ok: true, value: { status: 'applied' } })
    expect(await draft.state()).toMatchObject({ status: 'rejected', returnReason: expect.stringContaining('砚洲区') })
    // The new city has no hand in it; the old one goes on, and the unit counts as standing.
    expect(await sent.accept(NEW_CITY)).toMatchObject({ ok: false })
    await mustHold(sent.accept())
    await mustHold(sent.propose(listId))
    await mustHold(openNoticeOf(world, listId, '2026-03-03'))
    world.now = '2026-03-11T01:00:00.000Z'
    await closeNoticeOf(world.platform(), listId, world.now)
    const body = { documentNumber: DocumentNumber.parse('平安办〔2026〕12号'), namedOn: PlainDate.parse('2026-03-11') }
    await mustHold(
      world.run(
        HONOURS.nameBatch,
        PEOPLE.provinceAdmin,
        { params: { batchId: listId }, query: {}, body },
        (await batchNow(world, listId)).version,
      ),
    )
    await continueNaming({ ...world.context(PEOPLE.provinceAdmin), divisions: DIVISIONS }, listId, () => true)
    const [title] = await rowsOf(world, THERE, 'title')
    expect(title).toMatchObject({
      title: '柳湾村',
      place: expect.stringContaining('砚洲区'),
      fields: { county: NEW, cityName: '霁陂市' },
    })
    expect((await rowsOf(world, PEOPLE.reporter, 'title'))[0]?.fields).toMatchObject({
      county: '990101',
      placeNow: expect.stringContaining('霁陂市砚洲区'),
    })
    const { state } = await titleOf(world, title?.id ?? '')
    expect(state).toMatchObject({
      county: '990101',
      cityName: '岚岭市',
      carriedTo: { county: NEW, unitId: title?.fields.unitId },
    })
  })

  test('has its posts under the new code with the same roles, and the former ones for what is open', async () => {
    await mustHold(confirmed(world, planId))
    await mustHold(carriedOn(world, planId))
    const granted = world.stores
      .recordedFacts()
      .filter(({ type, recordId }) => type === 'MembershipGranted' && recordId.startsWith(NEW))
    expect(granted).toHaveLength(1)
    expect(granted[0]?.after).toMatchObject({
      roles: ['county-reviewer'],
      jurisdiction: { level: 'county', code: NEW },
      personId: 'p-county-reviewer',
    })
    const former = world.stores.recordedFacts().findLast(({ type }) => type === 'MembershipContinued')
    expect(former?.after).toMatchObject({ status: 'in-office', continuedAs: granted[0]?.recordId })
  })
})

describe('a county that moves while a title of it is looked into', () => {
  test('keeps title and case; who conferred decides, every surface says where it stands', async () => {
    const { world, titles } = await namedList(1)
    const [id = ''] = titles
    const before = (await titleOf(world, id)).state
    world.now = '2026-03-21T02:00:00.000Z'
    await mustHold(
      enter(world, before.unitId ?? '', CLERKS.countyReviewer, {
        kind: 'drugs',
        on: '2026-03-20',
        source: '县禁毒办通报〔2026〕3号',
        cause: '辖区查获一起涉毒案件',
      }),
    )
    await passTime(world, '2026-03-21T02:05:00.000Z')
    await posts(world, '990101', 'county-reporter', 'county-reviewer')
    const planId = await drawn(
      world,
      await change(world, 'renamed', ['990101'], { code: NEW, name: '砚洲区' }),
      '990101',
    )
    await mustHold(confirmed(world, planId))
    await mustHold(carriedOn(world, planId))
    const [open = ''] = casesOf(world)
    const carried = (await titleOf(world, id)).state
    expect(carried).toMatchObject({
      status: 'under-recheck',
      openRecheck: open,
      serial: before.serial,
      certificateHash: before.certificateHash,
    })
    expect(await caseNow(world, open)).toMatchObject({
      state: { status: 'self-check', keeper: 'province', causes: [{ kind: 'drugs' }] },
    })
    await mustHold(act(world, open, 'takeUpRecheck', CLERKS.provinceAdmin, { reason: '省级直接办理' }))
    await mustHold(
      act(world, open, 'concludeRecheck', CLERKS.provinceAdmin, { conclusion: 'retain', reason: '查无问题' }),
    )
    expect((await titleOf(world, id)).state).toMatchObject({ status: 'retained', carriedTo: { county: NEW } })

    const unitId = carried.carriedTo?.unitId ?? expect.fail()
    const page = await mustHold(world.ask(UNITS.getUnit, THERE, { params: { unitId }, query: {}, body: {} }))
    expect(page).toMatchObject({
      unit: { movedFrom: { countyName: '砚洲区' } },
      titles: [{ id, standing: 'valid', unsure: false }],
    })
    const site = await siteOf(world.stores.recordedFacts())
    expect(await textOf(site, `/units/${before.unitId}`)).toContain('霁陂市 砚洲区')
    const list = await textOf(site, '/titles')
    expect(list).not.toContain('撤并')
  })

  test('is what the unit rests on for a higher title under the new code, for county and city there; another county sees none', async () => {
    const { world, titles } = await namedList(1)
    const planId = await drawn(
      world,
      await change(world, 'renamed', ['990101'], { code: NEW, name: '砚洲区' }),
      '990101',
    )
    await mustHold(confirmed(world, planId))
    await mustHold(carriedOn(world, planId))
    const { state } = await titleOf(world, titles[0] ?? '')
    const application = {
      lowerTitleId: state.id,
      unitName: state.unitName,
      unitKind: state.unitKind,
      county: NEW,
    } as unknown as Application
    for (const who of [THERE, NEW_CITY])
      expect(await lowerTitleOf(world.context(who).store, application)).toMatchObject({
        status: 'active',
        honourName: state.honourName,
      })
    const next = world.context(person('p-next', '990201', 'county-reporter')).store
    expect(await lowerTitleOf(next, { ...application, county: '990201' } as Application)).toBeNull()
  })

  test('a case that opens after the move finds the title by the unit’s new number', async () => {
    const { world, titles } = await namedList(1)
    const planId = await drawn(
      world,
      await change(world, 'renamed', ['990101'], { code: NEW, name: '砚洲区' }),
      '990101',
    )
    await mustHold(confirmed(world, planId))
    await mustHold(carriedOn(world, planId))
    const { carriedTo } = (await titleOf(world, titles[0] ?? '')).state
    await mustHold(
      enter(world, carriedTo?.unitId ?? '', person('p-new', NEW, 'county-reviewer'), {
        kind: 'drugs',
        on: '2026-03-10',
        source: '县禁毒办通报〔2026〕3号',
        cause: '辖区查获一起涉毒案件',
      }),
    )
    expect(await passTime(world, '2026-03-21T02:05:00.000Z')).toMatchObject({ opened: 1, failed: [] })
    expect((await titleOf(world, titles[0] ?? '')).state.status).toBe('under-recheck')
  })
})

test('a merger within a city hands over what is left of the places, and merges no rights', async () => {
  const world = await honourWorld()
  const roundId = await round(world, { places: 10 })
  const body = {
    counties: [
      { code: '990101', places: 4 },
      { code: '990102', places: 3 },
    ],
    reason: '按村数分配',
  }
  await mustHold(
    world.run(HONOURS.distributePlaces, PEOPLE.cityReviewer, { params: { roundId }, query: {}, body } as never, 0),
  )
  await posts(world, '990101', 'county-reviewer')
  const waiting = await Case.draft(world, roundId, await village(world, '990101', '柳湾村'))
  await mustHold(waiting.save())
  await mustHold(waiting.submit())
  const changeId = await change(world, 'merged', ['990101', '990102'], { code: '990102' })
  const planId = await drawn(world, changeId, '990101')
  expect(await linesOf(world, planId)).toContainEqual(expect.objectContaining({ subject: 'post', fate: 'kept' }))
  await mustHold(confirmed(world, planId))
  await mustHold(carriedOn(world, planId))
  const quota = await world.platform().get('quota', `9901.${roundId.slice(3)}`)
  expect(quota?.state.given?.places).toEqual({ '990101': 1, '990102': 6 })
  expect(world.stores.recordedFacts().some(({ type }) => type === 'MembershipContinued')).toBe(false)
})

test('killed after any single write, carrying on ends as if nothing had happened', async () => {
  const ends = async (killAfter: number): Promise<{ readonly end: unknown; readonly wasKilled: boolean }> => {
    const { world } = await namedList(2)
    await posts(world, '990101', 'county-reviewer')
    const planId = await drawn(
      world,
      await change(world, 'renamed', ['990101'], { code: NEW, name: '砚洲区' }),
      '990101',
    )
    await mustHold(confirmed(world, planId))
    let left = killAfter
    const mortal = <T>(write: () => Promise<T>): Promise<T> => {
      if (left < 0) throw new Error('killed')
      left -= 1
      return write().then((written) => {
        if (left < 0) throw new Error('killed')
        return written
      })
    }
    let wasKilled = false
    try {
      await carriedOn(world, planId, (own) => ({
        ...own,
        get: own.get.bind(own),
        commit: (changes, reply) => mortal(() => own.commit(changes, reply)),
        finishPiece: (...piece) => mortal(() => own.finishPiece(...piece)),
      }))
    } catch (error) {
      wasKilled = (error as Error).message === 'killed'
    }
    if ((await planNow(world, planId)).state.status === 'applying') await mustHold(carriedOn(world, planId))
    const facts = world.stores.recordedFacts()
    return {
      wasKilled,
      end: [
        (await planNow(world, planId)).state.status,
        ...['UnitMovedAway', 'UnitMovedIn', 'TitleCarriedOn', 'MembershipContinued', 'MovePlanApplied'].map(
          (type) => facts.filter((fact) => fact.type === type).length,
        ),
      ],
    }
  }
  let kills = 0
  for (let writes = 0; ; writes++) {
    const { end, wasKilled } = await ends(writes)
    expect(end, `killed after write ${writes}`).toEqual(['applied', 2, 2, 2, 1, 1])
    if (!wasKilled) break
    kills += 1
  }
  expect(kills).toBeGreaterThan(4)
})

test('a change that was carried out is not taken back, and a plan is there once', async () => {
  const world = await honourWorld()
  await village(world, '990101', '柳湾村')
  const changeId = await change(world, 'renamed', ['990101'], { code: NEW, name: '砚洲区' })
  const planId = await drawn(world, changeId, '990101')
  const again = world.run(MOVES.drawMovePlan, CLERKS.provinceAdmin, {
    params: {},
    query: {},
    body: { kind: 'county', changeId, from: '990101' },
  } as never)
  expect(await again).toMatchObject({ ok: false, error: { detail: expect.stringContaining('已经拟定') } })
  expect((await planNow(world, planId)).state.approvalReference).toBe(REFERENCE)
  await mustHold(confirmed(world, planId))
  const revoked = () =>
    world.run(
      DIVISION_COMMANDS.revokeDivisionChange,
      CLERKS.provinceAdmin,
      { params: { changeId }, query: {}, body: { reason: '登记有误' } } as never,
      2,
    )
  expect(await revoked()).toMatchObject({ ok: false, error: { detail: expect.stringContaining('已按迁移方案划转') } })
})
