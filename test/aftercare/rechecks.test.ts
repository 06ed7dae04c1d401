import { UnitId } from '@anjie/contracts/vocabulary/ids'
import { TITLE_STANDINGS, titleStanding } from '@anjie/domain/honours/titleStanding'
import { digest } from '@anjie/store/index'
import { AFTERCARE } from '@anjie/use-cases/aftercare/index'
import { importTitles } from '@anjie/use-cases/honours/importTitles'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { closeNoticeOf } from '@anjie/use-cases/notices/closeNotices'
import type { Command } from '@anjie/use-cases/ports'
import { UNITS } from '@anjie/use-cases/units/index'
import { beforeEach, describe, expect, test } from 'vitest'
import { act, CLERKS, caseNow, casesOf, enter, passTime, SELF_CHECK, titleOf } from '../builders/aftercare.ts'
import {
  batch,
  batchNow,
  Case,
  DIVISIONS,
  type HonourWorld,
  mustHold,
  openNoticeOf,
  PEOPLE,
  round,
  rowsOf,
  village,
} from '../builders/honours.ts'
import { namedList, signAt } from '../builders/namedList.ts'
import { testKey } from '../builders/testSigner.ts'
import { siteOf, textOf } from '../public-site/publishedSite.ts'

const key = testKey()
let world: HonourWorld
let titles: readonly string[]
const first = (): string => titles[0] ?? expect.fail()
const incident = (more: Partial<Record<'kind' | 'on' | 'source' | 'cause', string>> = {}) => ({
  kind: 'drugs',
  on: '2026-03-20',
  source: '县禁毒办通报〔2026〕3号',
  cause: '辖区查获一起涉毒案件',
  ...more,
})
const unitOf = async (id = first()) => (await titleOf(world, id)).state.unitId ?? expect.fail()
const onlyCase = (): string => casesOf(world)[0] ?? expect.fail('a case')

/** What six surfaces say of one title: the console's list and case, the site's list, the CSV, the certificate's check, and the status in the fact that the log's line is made from. */
async function surfaces(id: string) {
  const { state } = await titleOf(world, id)
  const facts = world.stores.recordedFacts()
  const site = await siteOf(facts)
  const listed = await world.ask(HONOURS.listTitles, CLERKS.provinceAdmin, { params: {}, query: {} } as never)
  const row = (listed.ok ? listed.value.rows : []).find((each) => each.id === id)
  const openCase = casesOf(world).at(-1)
  const detail =
    openCase === undefined
      ? undefined
      : await world.ask(AFTERCARE.getRecheck, CLERKS.provinceAdmin, {
          params: { recheckId: openCase },
          query: {},
        } as never)
  const csv = await textOf(site, '/open-data/titles.csv')
  const line = csv.split('\n').find((each) => each.includes(id)) ?? ''
  const check = await textOf(site, `/certificates/check?serial=${encodeURIComponent(state.serial ?? '')}`)
  const list = await textOf(site, '/titles')
  const at = list.indexOf(id)
  return {
    console: row?.statusName,
    case: detail?.ok === true ? detail.value.standing : undefined,
    csv: Object.values(TITLE_STANDINGS).find(({ word }) => line.includes(`,${word},`))?.word,
    site: Object.values(TITLE_STANDINGS).find(({ word }) => list.slice(at, at + 700).includes(word))?.word,
    certificate: /class="verdict [a-z]+">([^<]+)/.exec(check)?.[1],
    log: facts.findLast(({ recordId, type }) => recordId === id && type !== 'TitleRecheckClosed')?.after,
  }
}

beforeEach(async () => {
  const named = await namedList(2)
  world = named.world
  titles = named.titles
  await signAt(world, '2026-03-10T02:00:00.000Z', key.signer)
  world.now = '2026-03-21T02:00:00.000Z'
})

describe('an incident', () => {
  test('opens a re-check of the unit’s title by itself; a second one at once joins it; two open no two', async () => {
    await mustHold(enter(world, await unitOf(), CLERKS.countyReviewer, incident()))
    await mustHold(
      enter(world, await unitOf(), CLERKS.cityReviewer, incident({ kind: 'homicide', source: '市公安局' })),
    )
    const done = await Promise.all([
      passTime(world, '2026-03-21T02:05:00.000Z'),
      passTime(world, '2026-03-21T02:05:00.000Z'),
    ])
    expect(done.flatMap(({ failed }) => failed)).toEqual([])
    expect(casesOf(world)).toHaveLength(1)
    expect((await caseNow(world, onlyCase())).state).toMatchObject({ status: 'self-check', keeper: 'province' })
    expect((await caseNow(world, onlyCase())).state.causes.map(({ kind }) => kind).sort()).toEqual([
      'drugs',
      'homicide',
    ])
    expect((await titleOf(world, first())).state).toMatchObject({ status: 'under-recheck', openRecheck: onlyCase() })
    expect((await titleOf(world, titles[1] ?? '')).state.status).toBe('active')
  })

  test('a grave event that bars the unit is one, and the same one from the same source is entered once', async () => {
    const version = 0
    const body = {
      kind: 'grave-event',
      from: '2026-03-20',
      decidedBy: '砚洲区平安办',
      document: '平安办〔2026〕3号',
      documentOn: '2026-03-20',
      cause: '发生命案',
    }
    const subject = await unitOf()
    await mustHold(
      world.run(
        HONOURS.enterBar as Command<unknown>,
        CLERKS.countyAdmin,
        { params: { subject }, query: {}, body },
        version,
      ),
    )
    await passTime(world, '2026-03-21T02:05:00.000Z')
    expect((await caseNow(world, onlyCase())).state.causes).toMatchObject([
      { kind: 'barred', source: '平安办〔2026〕3号' },
    ])
    await mustHold(enter(world, subject, CLERKS.countyReviewer, incident()))
    expect(await enter(world, subject, CLERKS.countyReviewer, incident())).toMatchObject({
      error: { code: 'invalid-input', pointer: '/source' },
    })
  })
})

/** A case that lies before the province. */
async function beforeProvince(): Promise<string> {
  await mustHold(enter(world, await unitOf(), CLERKS.countyReviewer, incident()))
  await passTime(world, '2026-03-21T02:05:00.000Z')
  const id = onlyCase()
  await mustHold(act(world, id, 'reportSelfCheck', CLERKS.reporter, { text: SELF_CHECK }))
  await mustHold(act(world, id, 'checkRecheck', CLERKS.countyReviewer, { proposes: 'warn', text: '问题属实' }))
  await mustHold(act(world, id, 'checkRecheck', CLERKS.cityReviewer, { proposes: 'warn', text: '同意县级意见' }))
  return id
}
async function revoked(id: string): Promise<void> {
  await mustHold(
    act(world, id, 'proposeRevocation', CLERKS.provinceReviewer, {
      grounds: ['drugs'],
      facts: '查获涉毒案件，经核查属实。',
    }),
  )
  await mustHold(act(world, id, 'answerRevocation', CLERKS.reporter, { text: '当事人为外来人员' }))
  await mustHold(
    act(world, id, 'decideRevocation', CLERKS.provinceAdmin, {
      documentNumber: '平安办〔2026〕20号',
      on: '2026-03-21',
      reason: '申辩理由不成立',
    }),
  )
}

describe('a re-check', () => {
  test('goes from the unit level by level to who conferred the title; nobody else decides, and no author', async () => {
    const id = await beforeProvince()
    expect((await caseNow(world, id)).state.status).toBe('decision')
    const keep = { conclusion: 'retain', reason: '情况轻微' }
    for (const member of [CLERKS.countyReviewer, CLERKS.cityReviewer])
      expect(await act(world, id, 'concludeRecheck', member, keep)).toMatchObject({ ok: false })
    await mustHold(act(world, id, 'concludeRecheck', CLERKS.provinceReviewer, keep))
    expect((await titleOf(world, first())).state).toMatchObject({ status: 'retained' })
    expect((await titleOf(world, first())).state.openRecheck).toBeUndefined()
    expect(await act(world, id, 'concludeRecheck', CLERKS.provinceReviewer, keep)).toMatchObject({
      error: { code: 'transition-not-allowed' },
    })
  })

  test('a yellow card has its day; what was not mended goes to a person by itself, and revokes nothing', async () => {
    const id = await beforeProvince()
    await mustHold(
      act(world, id, 'warnRecheck', CLERKS.provinceReviewer, { demands: '落实禁毒网格责任', mendBy: '2026-04-20' }),
    )
    expect((await titleOf(world, first())).state).toMatchObject({ status: 'rectify', mendBy: '2026-04-20' })
    expect(await passTime(world, '2026-04-20T15:59:59.000Z')).toMatchObject({ moved: 0 })
    expect(await passTime(world, '2026-04-20T16:00:00.000Z')).toMatchObject({ moved: 1, failed: [] })
    expect((await caseNow(world, id)).state).toMatchObject({ status: 'decision', card: { overdue: true } })
    expect((await titleOf(world, first())).state.status).toBe('rectify')
    expect(await act(world, id, 'reportMending', CLERKS.reporter, { text: SELF_CHECK })).toMatchObject({ ok: false })
    await mustHold(
      act(world, id, 'concludeRecheck', CLERKS.provinceReviewer, { conclusion: 'lift', reason: '现场核查已整改' }),
    )
    expect((await titleOf(world, first())).state).toMatchObject({ status: 'retained' })
    expect((await titleOf(world, first())).state.mendBy).toBeUndefined()
  })
})

describe('a revocation', () => {
  test('is told, answered, decided by another person with its document, and keeps the unit from applying for two years', async () => {
    const id = await beforeProvince()
    await mustHold(
      act(world, id, 'proposeRevocation', CLERKS.provinceAdmin, {
        grounds: ['drugs'],
        facts: '查获涉毒案件，经核查属实。',
      }),
    )
    const decision = { documentNumber: '平安办〔2026〕20号', on: '2026-03-21', reason: '申辩理由不成立' }
    expect(await act(world, id, 'decideRevocation', CLERKS.secondAdmin, decision)).toMatchObject({ ok: false })
    await mustHold(act(world, id, 'answerRevocation', CLERKS.reporter, { text: '当事人为外来人员' }))
    expect(await act(world, id, 'decideRevocation', CLERKS.provinceAdmin, decision)).toMatchObject({
      error: { code: 'conflict-of-interest' },
    })
    await mustHold(act(world, id, 'decideRevocation', CLERKS.secondAdmin, decision))
    expect((await titleOf(world, first())).state).toMatchObject({
      status: 'revoked',
      revoked: { documentNumber: '平安办〔2026〕20号', reapplyFrom: '2028-03-21' },
    })
    world.now = '2026-04-01T02:00:00.000Z'
    const roundId = await round(world)
    const applied = await Case.draft(
      world,
      roundId,
      (await world.platform().get('unit', await unitOf()))?.state as never,
    ).then(
      () => 'drafted',
      (error: Error) => error.message,
    )
    expect(applied).toContain('2028年3月21日')
  })

  test('who does not answer holds nothing up: the day passes, and a person decides', async () => {
    const id = await beforeProvince()
    await mustHold(
      act(world, id, 'proposeRevocation', CLERKS.provinceAdmin, {
        grounds: ['drugs'],
        facts: '查获涉毒案件，经核查属实。',
      }),
    )
    expect(await passTime(world, '2026-03-31T15:59:59.000Z')).toMatchObject({ moved: 0 })
    expect(await passTime(world, '2026-03-31T16:00:00.000Z')).toMatchObject({ moved: 1 })
    expect((await caseNow(world, id)).state.status).toBe('revocation')
  })

  test('an appeal is taken to the last second of the last day in Beijing and not one after; a third person restores', async () => {
    const id = await beforeProvince()
    await revoked(id)
    world.now = '2026-04-20T15:59:59.000Z'
    await mustHold(act(world, id, 'appealRevocation', CLERKS.reporter, { text: '案件发生地不在本村，请求复核。' }))
    const reverse = { outcome: 'reversed', reason: '发案地不属该村' }
    for (const member of [CLERKS.provinceReviewer, CLERKS.provinceAdmin])
      expect(await act(world, id, 'decideRevocationAppeal', member, reverse)).toMatchObject({
        error: { code: 'conflict-of-interest' },
      })
    await mustHold(act(world, id, 'decideRevocationAppeal', CLERKS.thirdAdmin, reverse))
    expect((await titleOf(world, first())).state).toMatchObject({
      status: 'retained',
      restored: { reason: '发案地不属该村' },
    })
  })

  test('after the last day nobody appeals, and the case is over by itself', async () => {
    const id = await beforeProvince()
    await revoked(id)
    await passTime(world, '2026-04-20T15:59:59.000Z')
    expect((await caseNow(world, id)).state.status).toBe('revoked')
    world.now = '2026-04-20T16:00:00.000Z'
    expect(
      await act(world, id, 'appealRevocation', CLERKS.reporter, { text: '案件发生地不在本村，请求复核。' }),
    ).toMatchObject({
      error: { code: 'transition-not-allowed' },
    })
    await passTime(world, '2026-04-20T16:00:00.000Z')
    expect((await caseNow(world, id)).state).toMatchObject({ status: 'closed', outcome: 'revoked' })
    expect((await titleOf(world, first())).state).toMatchObject({ status: 'revoked' })
    // 复核 of a revoked title: another incident opens nothing.
    await mustHold(enter(world, await unitOf(), CLERKS.countyReviewer, incident({ kind: 'cult', on: '2026-04-02' })))
    expect(await passTime(world, '2026-04-21T02:00:00.000Z')).toMatchObject({ opened: 0, failed: [] })
  })
})

describe('a unit that ends', () => {
  const ends = async (successor: string) => {
    const unitId = await unitOf()
    const { version } = (await world.platform().get('unit', unitId)) ?? expect.fail()
    await mustHold(
      world.run(
        UNITS.endUnit as Command<unknown>,
        CLERKS.countyAdmin,
        {
          params: { unitId },
          query: {},
          body: { successors: [successor], on: '2026-03-21', approvalReference: '县政函〔2026〕5号' },
        },
        version,
      ),
    )
    await passTime(world, '2026-03-21T17:00:00.000Z')
  }

  test('lays its title before who gave it; it is deregistered without stigma, its successor named', async () => {
    const heir = await village(world, '990101', '并入村')
    await ends(heir.id)
    const { state } = await caseNow(world, onlyCase())
    expect(state).toMatchObject({ status: 'decision', causes: [{ kind: 'unit-ended' }], successors: ['并入村'] })
    await mustHold(
      act(world, state.id, 'concludeRecheck', CLERKS.provinceReviewer, {
        conclusion: 'end',
        reason: '村级建制调整',
        successors: ['并入村'],
      }),
    )
    expect((await titleOf(world, first())).state).toMatchObject({
      status: 'deregistered',
      deregistered: { successors: ['并入村'] },
    })
  })

  test('a successor that holds the title already is given none; another one goes on with it under another certificate', async () => {
    const holder = UnitId.parse((await titleOf(world, titles[1] ?? '')).state.unitId)
    await ends(holder)
    const anew = (unitId: string) =>
      act(world, onlyCase(), 'concludeRecheck', CLERKS.provinceReviewer, {
        conclusion: 'confirm-anew',
        reason: '建制调整',
        unitId,
      })
    expect(await anew(holder)).toMatchObject({ error: { code: 'already-titled' } })
    const other = await village(world, '990101', '新设村')
    const before = (await titleOf(world, first())).state
    await mustHold(anew(other.id))
    const after = (await titleOf(world, first())).state
    expect(after).toMatchObject({ status: 'retained', unitId: other.id, unitName: '新设村' })
    expect(after.serial).not.toBe(before.serial)
  })
})

describe('a term', () => {
  test('is told half a year before its end and ends by itself after its last day in Beijing', async () => {
    const { validUntil } = (await titleOf(world, first())).state
    expect(validUntil).toBe('2029-03-09')
    expect(await passTime(world, '2028-09-09T02:00:00.000Z')).toMatchObject({ told: 0 })
    expect(await passTime(world, '2028-09-11T02:00:00.000Z')).toMatchObject({ told: 2, failed: [] })
    expect(await passTime(world, '2028-09-11T02:05:00.000Z')).toMatchObject({ told: 0 })
    expect(await passTime(world, '2029-03-09T15:59:59.000Z')).toMatchObject({ expired: 0 })
    expect(await passTime(world, '2029-03-09T16:00:00.000Z')).toMatchObject({ expired: 2 })
    expect((await titleOf(world, first())).state.status).toBe('expired')
  })
})

describe('a renewal of an imported title', () => {
  test('follows the term that was entered, without gap or overlap, and its lower title counts from the first day', async () => {
    const unit = await village(world, '990101', '桃源村')
    const row = { row: 2, year: '2023', level: '省级', honour: '六无平安村（社区）', city: '岚岭市', county: '砚洲区' }
    const rows = [{ ...row, township: '柳湾镇', unit: '桃源村', sourceUrl: 'https://www.example.gov.cn/a' }]
    const imported = await importTitles({ store: world.platform(), now: world.now, digest }, DIVISIONS, rows)
    const listed = imported.ids[0] ?? expect.fail()
    const term = (validUntil: string) =>
      world.run(
        AFTERCARE.setTitleTerm as Command<unknown>,
        CLERKS.provinceAdmin,
        { params: { titleId: listed }, query: {}, body: { validUntil, basis: '安平办〔2023〕8号，有效期三年' } },
        1,
      )
    expect(await term('2022-12-31')).toMatchObject({ error: { code: 'invalid-input', pointer: '/validUntil' } })
    await mustHold(term('2026-05-31'))
    world.now = '2026-03-02T01:00:00.000Z'
    const roundId = await round(world)
    const made = await Case.accepted(world, roundId, unit)
    expect((await made.state()).renews).toBe(listed)
    const listId = await batch(world, roundId, '续期名单')
    await mustHold(made.propose(listId))
    await mustHold(openNoticeOf(world, listId, '2026-03-03'))
    world.now = '2026-03-10T01:00:00.000Z'
    await closeNoticeOf(world.platform(), listId, world.now)
    await mustHold(
      world.run(
        HONOURS.nameBatch as Command<unknown>,
        PEOPLE.provinceAdmin,
        {
          params: { batchId: listId },
          query: {},
          body: { documentNumber: '平安办〔2026〕15号', namedOn: '2026-03-10' },
        },
        (await batchNow(world, listId)).version,
      ),
    )
    const renewal = (await made.state()).titleId ?? expect.fail()
    expect((await titleOf(world, renewal)).state).toMatchObject({
      renews: listed,
      validFrom: '2026-06-01',
      validUntil: '2029-05-31',
      continuesSince: '2023-12-31',
    })
    const words = async (id: string, today: string) =>
      TITLE_STANDINGS[titleStanding((await titleOf(world, id)).state, today)].word
    expect([await words(listed, '2026-05-31'), await words(renewal, '2026-05-31')]).toEqual(['名单所载', '续期待生效'])
    await passTime(world, '2026-05-31T16:00:00.000Z')
    expect([await words(listed, '2026-06-01'), await words(renewal, '2026-06-01')]).toEqual(['已到期', '有效'])
    const again = await Case.draft(world, await round(world), unit).then(
      () => 'drafted',
      (error: Error) => error.message,
    )
    expect(again).toContain('already-titled')
  })
})

test('one title says the same on six surfaces after each step', async () => {
  const says = async (word: string, verdict: string, status: string) => {
    const { log, ...all } = await surfaces(first())
    expect(all).toMatchObject({ console: word, csv: word, site: word, certificate: verdict })
    if (all.case !== undefined) expect(all.case).toBe(word)
    expect(log).toMatchObject({ status })
  }
  await says('有效', '有效', 'active')
  const id = await beforeProvince()
  await says('复核中', '有效', 'under-recheck')
  await mustHold(
    act(world, id, 'warnRecheck', CLERKS.provinceReviewer, { demands: '落实禁毒网格责任', mendBy: '2026-04-20' }),
  )
  await says('限期整改', '有效', 'rectify')
  await mustHold(act(world, id, 'reportMending', CLERKS.reporter, { text: SELF_CHECK }))
  await revoked(id)
  await says('已撤销', '已撤销', 'revoked')
  await mustHold(act(world, id, 'appealRevocation', CLERKS.reporter, { text: '案件发生地不在本村，请求复核。' }))
  await mustHold(
    act(world, id, 'decideRevocationAppeal', CLERKS.thirdAdmin, { outcome: 'reversed', reason: '发案地不属该村' }),
  )
  await says('有效', '有效', 'retained')
  await passTime(world, '2029-03-09T16:00:00.000Z')
  expect((await rowsOf(world, PEOPLE.provinceAdmin, 'title')).find((row) => row.id === first())?.statusName).toBe(
    '已到期',
  )
})
