import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { home } from '@anjie/projections/home/index'
import type { AnyFact } from '@anjie/projections/readFact'
import { viewKeys } from '@anjie/projections/viewKeys'
import { type CountingTables, countingTables } from '@anjie/store/counting/countingTables'
import { memoryStores } from '@anjie/store/memory/memoryStores'
import { viewItemOf } from '@anjie/store/viewItems'
import { HOME } from '@anjie/use-cases/home/index'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { describe, expect, test } from 'vitest'
import { batch, Case, honourWorld, mustHold, openNoticeOf, PEOPLE, round, village } from '../builders/honours.ts'
import { member, PLACES } from '../builders/people.ts'
import { admin, cityOf, done, Province, reporterOf, reviewerOf } from '../builders/province.ts'
import { submission } from '../builders/submission.ts'
import { application, factOf, idOf } from '../projector/sampleFacts.ts'

/** What of a line is looked at here. */
type Brief = Pick<HomeRow, 'nextVerb' | 'statusName' | 'page' | 'pageId' | 'note'> & { readonly dueOn: string | null }

const county = PLACES.county.code
const countyAdmin = member({ roles: ['county-admin'], jurisdiction: county })
const homeOf = async (province: Province, who: ReturnType<typeof member>) => done(await province.ask(who, 'getHome'))
const brief = ({ nextVerb, statusName, dueOn, page, pageId, note }: Brief) => ({
  nextVerb,
  statusName,
  dueOn,
  page,
  pageId,
  note,
})

describe('首页', () => {
  test('a form stands on one list after the other, leaves each, and says that it was returned and why', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const formId = opened.formOf(county)
    const ofForm = async (who: ReturnType<typeof member>) =>
      (await homeOf(province, who)).toDo.filter(({ pageId }) => pageId === formId).map(brief)
    const posts = { reporter: reporterOf(county), reviewer: reviewerOf(county), city: cityOf(county) }
    const holders = async () => ({
      reporter: (await ofForm(posts.reporter)).length,
      reviewer: (await ofForm(posts.reviewer)).length,
      city: (await ofForm(posts.city)).length,
    })
    expect(await ofForm(posts.reporter)).toMatchObject([{ nextVerb: '填报', dueOn: '2027-01-31', page: 'submission' }])
    await province.fill(opened, county, 'verified')
    expect(await holders()).toEqual({ reporter: 0, reviewer: 0, city: 1 })
    const params = { submissionId: formId }
    const { version } = done(await province.ask(posts.city, 'getSubmission', { params }))
    const body = { to: 'draft' as const, reason: '第3项缺佐证材料' }
    done(await province.run(posts.city, 'returnSubmission', { params, body }, version))
    expect(await holders()).toEqual({ reporter: 1, reviewer: 0, city: 0 })
    expect(await ofForm(posts.reporter)).toMatchObject([
      { statusName: '填报中（已退回）', note: '退回：第3项缺佐证材料' },
    ])
    const { recent } = await homeOf(province, posts.reviewer)
    expect(recent.some(({ note, pageId }) => pageId === formId && note?.includes('退回填报表'))).toBe(true)
  })

  test('opening, more time, a preview with its last day, and the published table are said to everybody assessed, with the place where one acts', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const said = async (who: ReturnType<typeof member>) => {
      const { dueSoon, recent } = await homeOf(province, who)
      return [...dueSoon, ...recent].filter(({ kind, id }) => kind === 'cycle' && id === opened.cycleId).map(brief)
    }
    const all = [reporterOf(county), reviewerOf(county), countyAdmin, cityOf(county)]
    for (const who of all) expect(await said(who)).toMatchObject([{ dueOn: '2027-01-31', page: 'cycle' }])

    const { version } = done(await province.ask(admin, 'getCycle', { params: { cycleId: opened.cycleId } }))
    const more = { dueOn: '2027-02-15' as never, reason: '汛期延后' }
    done(await province.run(admin, 'extendCycle', { params: { cycleId: opened.cycleId }, body: more }, version))
    for (const who of all)
      expect(await said(who)).toMatchObject([
        { dueOn: '2027-02-15' },
        { note: '填报期限2027年1月31日 → 2027年2月15日：汛期延后' },
      ])

    const runId = (await province.score(opened)) as never
    const appealsUntil = '2026-03-31' as never
    const shown = done(await province.run(admin, 'previewRun', { params: { runId }, body: { appealsUntil } }, 1))
    for (const who of all.slice(0, 3))
      expect((await said(who))[0]).toEqual({
        nextVerb: '查看得分',
        statusName: '预览更正',
        dueOn: '2026-03-31',
        page: 'scorecard',
        pageId: opened.cycleId,
        note: '得分预览，可申诉至2026年3月31日',
      })
    expect((await said(cityOf(county)))[0]).toMatchObject({ page: 'cycle', dueOn: '2026-03-31' })

    const body = { earlyReason: '各县无异议' }
    done(await province.run(admin, 'publishRun', { params: { runId }, body }, shown.version))
    for (const who of all)
      expect((await said(who)).filter(({ page }) => page === 'league-table')).toMatchObject([
        { note: '考评结果已公布' },
      ])
    expect((await homeOf(province, admin)).toDo.filter(({ cycleId }) => cycleId === opened.cycleId)).toEqual([])
  })

  test('a cycle called back is said to everybody with the reason, its forms wait for nobody, and wait again once it is opened anew', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const params = { cycleId: opened.cycleId }
    await province.fill(opened, county, 'verified')
    const posts = [reporterOf(county), reviewerOf(county), cityOf(county)]
    const waiting = async () =>
      (await Promise.all(posts.map((who) => homeOf(province, who)))).map(
        ({ toDo }) => toDo.filter(({ id }) => id === opened.formOf(county)).length,
      )
    expect(await waiting()).toEqual([0, 0, 1])
    const body = { reason: '方案附件有误' }
    done(await province.run(admin, 'callBackCycle', { params, body }, 2))
    expect(await waiting()).toEqual([0, 0, 0])
    for (const who of posts) {
      const { dueSoon, recent } = await homeOf(province, who)
      const ofCycle = [...dueSoon, ...recent].filter(({ kind, id }) => kind === 'cycle' && id === opened.cycleId)
      expect(ofCycle).toMatchObject([{ page: 'cycle', nextVerb: null, note: '考评周期已撤回：方案附件有误' }])
    }
    const { recent } = await homeOf(province, reporterOf(county))
    expect(recent.filter(({ id }) => id === opened.formOf(county))).toMatchObject([
      { statusName: '已撤回', note: expect.stringContaining('填报表已撤回，已填数据保留：方案附件有误') },
    ])
    done(await province.run(admin, 'openCycle', { params }, 3))
    expect(await waiting()).toEqual([1, 0, 0])
  })

  test('what nobody finished waits for nobody once the result stands', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const runId = (await province.score(opened)) as never
    const shown = done(
      await province.run(admin, 'previewRun', { params: { runId }, body: { appealsUntil: '2026-03-31' as never } }, 1),
    )
    const params = { submissionId: opened.formOf(county) }
    const { version } = done(await province.ask(cityOf(county), 'getSubmission', { params }))
    const body = { to: 'draft' as const, reason: '请核对' }
    done(await province.run(cityOf(county), 'returnSubmission', { params, body }, version))
    expect((await homeOf(province, reporterOf(county))).toDo).toHaveLength(1)
    const publish = { params: { runId }, body: { earlyReason: '各县无异议' } }
    done(await province.run(admin, 'publishRun', publish, shown.version))
    expect((await homeOf(province, reporterOf(county))).toDo).toEqual([])
  })

  test('an upheld appeal stands on the commission’s list and on the city’s, without points, until it is put right', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const runId = (await province.score(opened)) as never
    done(
      await province.run(admin, 'previewRun', { params: { runId }, body: { appealsUntil: '2026-03-31' as never } }, 1),
    )
    const claim = { node: 'A', claim: '较大安全事故多计1起' }
    const { id } = done(
      await province.run(reviewerOf(county), 'fileAppeal', { params: { cycleId: opened.cycleId }, body: claim }),
    )
    const reviewer = member({ roles: ['province-reviewer'] })
    const waits = async (who: ReturnType<typeof member>) =>
      (await homeOf(province, who)).toDo.filter((row) => row.kind === 'appeal' && row.id === id)
    expect(await waits(reviewer)).toHaveLength(1)
    const body = { outcome: 'upheld' as const, answer: '经核实，确有多计' }
    done(await province.run(reviewer, 'answerAppeal', { params: { appealId: id as never }, body }, 1))
    expect(await waits(reviewer)).toHaveLength(0)
    expect(await waits(admin)).toHaveLength(1)
    const [toCity] = await waits(cityOf(county))
    expect(toCity).toMatchObject({ page: 'submission', pageId: opened.formOf(county), nextVerb: '退回填报表更正' })
    expect(JSON.stringify(toCity)).not.toContain('多计1起')
    const { recent } = await homeOf(province, reporterOf(county))
    expect(recent.some((row) => row.id === id && row.note === '经核实，确有多计')).toBe(true)
  })

  test('an appeal that is right about a figure of the commission does not ask the city to open the form again', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const runId = (await province.score(opened)) as never
    done(
      await province.run(admin, 'previewRun', { params: { runId }, body: { appealsUntil: '2026-03-31' as never } }, 1),
    )
    const claim = { node: 'S', claim: '调查样本与我县实际人口结构不符，请复核' }
    const { id } = done(
      await province.run(reviewerOf(county), 'fileAppeal', { params: { cycleId: opened.cycleId }, body: claim }),
    )
    const body = { outcome: 'upheld' as const, answer: '经核实，样本有误，予以更正' }
    const reviewer = member({ roles: ['province-reviewer'] })
    done(await province.run(reviewer, 'answerAppeal', { params: { appealId: id as never }, body }, 1))
    expect((await homeOf(province, admin)).toDo.some((row) => row.id === id)).toBe(true)
    expect((await homeOf(province, cityOf(county))).toDo.some((row) => row.id === id)).toBe(false)
  })

  test('a round is said until it closes, and its unfinished drafts leave with it', async () => {
    const world = await honourWorld()
    const roundId = await round(world, { closesOn: '2026-03-02' })
    await Case.draft(world, roundId, await village(world, '990101', '柳湾村'))
    const at = async (who: (typeof PEOPLE)[keyof typeof PEOPLE]) =>
      mustHold(world.ask(HOME.getHome, who, { params: {}, query: {}, body: {} }))
    for (const who of [PEOPLE.reporter, PEOPLE.cityReviewer, PEOPLE.provinceAdmin])
      expect((await at(who)).dueSoon.filter(({ kind }) => kind === 'round')).toMatchObject([
        { dueOn: '2026-03-02', page: 'round' },
      ])
    expect((await at(PEOPLE.reporter)).toDo).toMatchObject([{ kind: 'application', dueOn: '2026-03-02' }])
    world.now = '2026-03-02T16:00:00.000Z'
    expect(await at(PEOPLE.reporter)).toMatchObject({ toDo: [], dueSoon: [] })
  })

  test('a returned application waits where it was sent, says why, and until when it can come back', async () => {
    const world = await honourWorld()
    const roundId = await round(world)
    const made = await Case.accepted(world, roundId, await village(world, '990101', '柳湾村'))
    const at = async (who: (typeof PEOPLE)[keyof typeof PEOPLE]) =>
      mustHold(world.ask(HOME.getHome, who, { params: {}, query: {}, body: {} }))
    expect((await at(PEOPLE.provinceReviewer)).toDo).toHaveLength(1)
    await mustHold(made.sendBack('draft', PEOPLE.provinceReviewer))
    expect((await at(PEOPLE.provinceReviewer)).toDo).toHaveLength(0)
    expect((await at(PEOPLE.reporter)).toDo).toMatchObject([
      { statusName: '草稿（已退回）', note: '退回：请补充说明材料', dueOn: '2026-07-30' },
    ])
    expect((await at(PEOPLE.cityReviewer)).recent.some(({ note }) => note?.includes('退回申报'))).toBe(true)
  })

  test('a notice and its last day are said at every level', async () => {
    const world = await honourWorld()
    const roundId = await round(world)
    const made = await Case.accepted(world, roundId, await village(world, '990101', '柳湾村'))
    const listId = await batch(world, roundId)
    await mustHold(made.propose(listId))
    await mustHold(openNoticeOf(world, listId, '2026-03-03'))
    for (const who of [PEOPLE.otherReporter, PEOPLE.otherCityReviewer, PEOPLE.auditor]) {
      const { dueSoon } = await mustHold(world.ask(HOME.getHome, who, { params: {}, query: {}, body: {} }))
      expect(dueSoon.some(({ note }) => note === '拟命名名单公示至2026年3月9日')).toBe(true)
    }
  })
})

describe('已办', () => {
  test('keeps what a level did with a case that went out of its sight, and tells no other level', async () => {
    const world = await honourWorld()
    const roundId = await round(world)
    const made = await Case.draft(world, roundId, await village(world, '990101', '柳湾村'))
    await mustHold(made.save())
    await mustHold(made.submit())
    await mustHold(made.recommend())
    await mustHold(made.sendBack('draft', PEOPLE.cityReviewer))
    const gone = await world.ask(HONOURS.getApplication, PEOPLE.cityReviewer, {
      params: made.params,
      query: {},
      body: {},
    })
    expect(gone.ok).toBe(false)
    const ask = (who: (typeof PEOPLE)[keyof typeof PEOPLE], query = {}) =>
      mustHold(world.ask(HOME.listHandled, who, { params: {}, query, body: {} }))
    const [row] = (await ask(PEOPLE.cityReviewer)).rows
    expect(row).toMatchObject({
      kind: 'application',
      id: made.id,
      title: '柳湾村',
      act: '退回',
      statusName: '草稿（已退回）',
      details: expect.arrayContaining([{ name: '理由', value: '请补充说明材料' }]),
    })
    expect((await ask(PEOPLE.cityReviewer, { applicationId: made.id })).rows).toEqual([row])
    expect((await ask(PEOPLE.otherCityReviewer)).rows).toEqual([])
    expect((await ask(PEOPLE.otherCityReviewer, { applicationId: made.id })).rows).toEqual([])
    expect((await ask(PEOPLE.provinceReviewer)).rows).toEqual([])
    expect((await ask(PEOPLE.reporter)).rows).toMatchObject([{ act: '县级推荐' }])
  })
})

test('home costs the same after 20,000 closed applications, with 183 counties late and ranked: at most 10 read units, in one wave', async () => {
  const held: { counting?: CountingTables } = {}
  const stores = memoryStores({
    through: (tables) => {
      held.counting = countingTables(tables)
      return held.counting.tables
    },
  })
  class Counted extends Province {
    override readonly stores = stores
  }
  const province = new Counted()
  await province.openCycle()
  const sample = factOf(
    'application',
    idOf(county, 1),
    1,
    'ApplicationAccepted',
    application(idOf(county, 1), 'accepted'),
  )
  const put = (
    number: number,
    status: string,
    type: 'ApplicationAccepted' | 'ApplicationRejected',
    version: number,
  ) => {
    const fact = {
      ...sample,
      recordId: idOf(county, number),
      version,
      type,
      after: { ...(sample.after as object), status },
      actor: { ...sample.actor, level: 'province' },
    } as unknown as AnyFact
    for (const write of home(fact)) stores.tables.putView(viewItemOf(write))
  }
  for (let number = 1; number <= 20_000; number++) {
    put(number, 'accepted', 'ApplicationAccepted', 1)
    if (number > 60) put(number, 'rejected', 'ApplicationRejected', 2)
  }
  const form = factOf('submission', idOf(county, 1), 1, 'SubmissionOpened', submission())
  for (let place = 0; place < 183; place++)
    for (const write of home({ ...form, recordId: idOf(county, place) } as unknown as AnyFact))
      stores.tables.putView(viewItemOf(write))
  const rows = Array.from({ length: 183 }, (_, place) => ({
    subject: `99${1001 + place}`,
    name: `第${place}县`,
    group: 'G1',
    publishedScore: `9${place % 10}.${10 + (place % 90)}`,
    rank: place + 1,
    rankChange: place % 7,
  }))
  const below = { cycleId: idOf('99', 1), cycleName: '2025年度考评', groups: [{ code: 'G1', name: '一类' }], rows }
  const key = viewKeys.standingOf({ level: 'province', code: '99' }, 'below')
  stores.tables.putView(viewItemOf({ table: 'views', ...key, order: '2025', content: { document: below as never } }))
  const who = member({ roles: ['province-admin', 'province-reviewer'] })
  const { value, spent } = await (held.counting as CountingTables).spend(() => homeOf(province, who))
  expect(value).toMatchObject({ more: true })
  expect(value.toDo).toHaveLength(30)
  expect(value.awaited).toMatchObject({ more: true })
  expect(value.standings.below?.rows).toHaveLength(183)
  expect(spent.waves).toBe(1)
  expect(spent.readUnits).toBeLessThanOrEqual(10)
})
