import { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { divisionTree } from '../builders/context.ts'
import { cycle } from '../builders/cycle.ts'
import { PLACES } from '../builders/people.ts'
import { admin, cityOf, done, Province, refusalOf, reporterOf, reviewerOf } from '../builders/province.ts'
import { countyScheme } from '../builders/scheme.ts'
import { reported } from '../builders/submission.ts'

const county = PLACES.county.code
const Upload = z.object({ fields: z.record(z.string(), z.string()) })
const plan = (schemeId: string, given: object = {}) => {
  const { name, year, dataFrom, dataTo, dueOn, subjects } = cycle()
  return {
    name,
    year,
    dataFrom,
    dataTo,
    dueOn,
    schemeId,
    subjects: subjects.map(({ code, group }) => ({ code, group })),
    ...given,
  } as never
}

describe('考评方案', () => {
  test('a draft is edited, published once it is sound, and from then on never edited again', async () => {
    const province = new Province()
    const { id } = done(await province.run(admin, 'draftScheme', { body: { scheme: countyScheme() } }))
    const params = { schemeId: id as never }
    const renamed = countyScheme({ name: '另一个名称' })
    expect(done(await province.run(admin, 'editScheme', { params, body: { scheme: renamed } }, 1)).version).toBe(2)
    expect(done(await province.run(admin, 'publishScheme', { params, body: { as: 'trial' } }, 2)).status).toBe('trial')
    expect(refusalOf(await province.run(admin, 'editScheme', { params, body: { scheme: renamed } }, 3))).toBe(
      'scheme-in-use',
    )
    expect(refusalOf(await province.run(admin, 'publishScheme', { params, body: { as: 'trial' } }, 3))).toBe(
      'transition-not-allowed',
    )
    expect(done(await province.run(admin, 'publishScheme', { params, body: { as: 'in-force' } }, 3)).status).toBe(
      'in-force',
    )
  })

  test('a scheme with an error of the integrity check is not published, and each error is named', async () => {
    const province = new Province()
    const scheme = countyScheme()
    const broken = { ...scheme, items: scheme.items.filter(({ code }) => code !== 'SAFETY') }
    const { id } = done(await province.run(admin, 'draftScheme', { body: { scheme: broken } }))
    const params = { schemeId: id as never }
    const outcome = await province.run(admin, 'publishScheme', { params, body: { as: 'in-force' } }, 1)
    expect(outcome.ok ? [] : [outcome.error.code, outcome.error.errors?.length ?? 0]).toEqual([
      'scheme-refused',
      expect.any(Number),
    ])
    const shown = done(await province.ask(admin, 'getScheme', { params }))
    expect(shown.findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0)
    expect(shown.allowed.find(({ action }) => action === 'publish')).toMatchObject({ allowed: false })
  })

  test('a scheme for a kind that no register holds is not published, and says why; it can be written and tried', async () => {
    const province = new Province()
    const scheme = { ...countyScheme(), subjectKind: 'enterprise' as const }
    const { id } = done(await province.run(admin, 'draftScheme', { body: { scheme } }))
    const params = { schemeId: id as never }
    const outcome = await province.run(admin, 'publishScheme', { params, body: { as: 'trial' } }, 1)
    const sentence =
      '考评对象是“企业”，系统没有企业的名册，方案发布后永远没有考评对象；请改考评对象（基本信息），企业的方案只能离线计分'
    expect(outcome.ok ? undefined : outcome.error).toMatchObject({
      code: 'scheme-refused',
      detail: `完整性检查有1个错误：${sentence}`,
    })
    const shown = done(await province.ask(admin, 'getScheme', { params }))
    expect(shown.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([
      sentence,
    ])
    expect(shown.allowed.find(({ action }) => action === 'publish')).toMatchObject({ allowed: false })
  })

  test('a closed scheme makes no new cycle, and the one that rests on it goes on', async () => {
    const province = new Province()
    const { schemeId, cycleId, formOf } = await province.openCycle()
    const params = { schemeId }
    expect(done(await province.run(admin, 'closeScheme', { params, body: { reason: '新方案施行' } }, 2)).status).toBe(
      'closed',
    )
    expect(refusalOf(await province.run(admin, 'planCycle', { body: plan(schemeId) }))).toBe('transition-not-allowed')
    await province.fill({ schemeId, cycleId, formOf }, county)
    expect(refusalOf(await province.run(admin, 'closeScheme', { params, body: { reason: '再次' } }, 3))).toBe(
      'transition-not-allowed',
    )
  })

  test('last year’s scheme is copied as a draft that knows its origin, and stays as it was', async () => {
    const province = new Province()
    const { schemeId } = await province.openCycle()
    const copied = done(
      await province.run(admin, 'copyScheme', { params: { schemeId }, body: { name: '2027年方案', year: 2027 } }),
    )
    const copy = done(await province.ask(admin, 'getScheme', { params: { schemeId: copied.id as never } }))
    expect(copy.state).toMatchObject({
      status: 'draft',
      copiedFrom: schemeId,
      scheme: { name: '2027年方案', year: 2027 },
    })
    expect(done(await province.ask(admin, 'getScheme', { params: { schemeId } })).version).toBe(2)
  })

  test('a draft is nobody’s but the province’s: counties and cities neither list nor open it', async () => {
    const province = new Province()
    const { id } = done(await province.run(admin, 'draftScheme', { body: { scheme: countyScheme() } }))
    for (const who of [reporterOf(county), cityOf(county)]) {
      expect(refusalOf(await province.ask(who, 'getScheme', { params: { schemeId: id as never } }))).toBe('not-found')
      expect(done(await province.ask(who, 'listSchemes')).rows).toEqual([])
    }
    expect(done(await province.ask(admin, 'listSchemes')).rows.map((row) => row.id)).toEqual([id])
  })
})

describe('考评周期', () => {
  test('a cycle needs a published scheme for counties, counties of the province, and groups of the scheme', async () => {
    const province = new Province()
    const draft = done(await province.run(admin, 'draftScheme', { body: { scheme: countyScheme() } })).id
    expect(refusalOf(await province.run(admin, 'planCycle', { body: plan(draft) }))).toBe('transition-not-allowed')
    const { schemeId } = await province.openCycle()
    const wrong = {
      subjects: [
        { code: '980101', group: 'G1' },
        { code: county, group: 'G9' },
        { code: county, group: 'G1' },
      ],
    }
    const outcome = await province.run(admin, 'planCycle', { body: plan(schemeId, wrong) })
    expect(outcome.ok ? [] : outcome.error.errors?.map(({ pointer }) => pointer)).toEqual([
      '/subjects/0/code',
      '/subjects/1/group',
      '/subjects/2/code',
    ])
    expect(refusalOf(await province.run(admin, 'planCycle', { body: plan(schemeId, { dataTo: '2025-12-31' }) }))).toBe(
      'invalid-input',
    )
  })

  test('a plan is changed as long as it was not opened, by version, and not afterwards', async () => {
    const province = new Province()
    const drafted = done(await province.run(admin, 'draftScheme', { body: { scheme: countyScheme() } }))
    const schemeId = drafted.id
    done(
      await province.run(admin, 'publishScheme', { params: { schemeId: schemeId as never }, body: { as: 'trial' } }, 1),
    )
    const { id } = done(await province.run(admin, 'planCycle', { body: plan(schemeId) }))
    const params = { cycleId: id as never }
    const change = (given: object, version: number) =>
      province.run(admin, 'replanCycle', { params, body: plan(schemeId, given) }, version)
    expect(refusalOf(await change({ subjects: [{ code: county, group: 'G9' }] }, 1))).toBe('invalid-input')
    done(await change({ name: '改过的周期', subjects: [{ code: county, group: 'G2' }] }, 1))
    expect(refusalOf(await change({}, 1))).toBe('stale-version')
    const { state } = done(await province.ask(admin, 'getCycle', { params }))
    expect(state).toMatchObject({ name: '改过的周期', status: 'planned', subjects: [{ code: county, group: 'G2' }] })
    done(await province.run(admin, 'openCycle', { params }, 2))
    expect(refusalOf(await change({}, 3))).toBe('transition-not-allowed')
  })

  test('more time is given with a reason, to every form as well; never less', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const params = { cycleId: opened.cycleId }
    const extend = (dueOn: string, version: number) =>
      province.run(admin, 'extendCycle', { params, body: { dueOn: dueOn as never, reason: '台风影响' } }, version)
    expect(refusalOf(await extend('2027-01-31', 2))).toBe('invalid-input')
    expect(refusalOf(await extend('2027-01-01', 2))).toBe('invalid-input')
    done(await extend('2027-02-15', 2))
    expect(done(await province.ask(admin, 'getCycle', { params })).state.dueOn).toBe('2027-02-15')
    for (const each of [PLACES.county, PLACES.neighbourCounty, PLACES.farCounty]) {
      const form = { submissionId: opened.formOf(each.code) }
      expect(done(await province.ask(reporterOf(each.code), 'getSubmission', { params: form })).state.dueOn).toBe(
        '2027-02-15',
      )
    }
    // Nobody's figures have changed, so what was scored from them still stands.
    const runId = await province.score(opened)
    province.now = '2026-03-02T03:00:00.000Z'
    done(await extend('2027-02-20', done(await province.ask(admin, 'getCycle', { params })).version))
    const preview = { params: { runId: runId as never }, body: { appealsUntil: '2026-03-09' as never } }
    done(await province.run(admin, 'previewRun', preview, 1))
  })

  test('a cycle opened by mistake is called back with a reason: its forms are closed with their figures, and come back as drafts with the new day', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const params = { cycleId: opened.cycleId }
    const form = { submissionId: opened.formOf(county) }
    const read = async () => done(await province.ask(reporterOf(county), 'getSubmission', { params: form }))
    await province.fill(opened, county, 'verified')
    const filled = (await read()).state.values
    const callBack = (version: number, reason = '方案附件有误') =>
      province.run(admin, 'callBackCycle', { params, body: { reason } }, version)
    expect(refusalOf(await callBack(1))).toBe('stale-version')
    expect((await read()).state.status).toBe('verified')

    expect(done(await callBack(2)).status).toBe('planned')
    const closed = await read()
    expect(closed.state).toMatchObject({ status: 'called-back', values: filled })
    expect(closed.timeline.at(-1)).toMatchObject({
      name: '撤回填报表',
      details: [{ name: '理由', value: '方案附件有误' }],
    })
    expect(closed.allowed.filter(({ allowed }) => allowed)).toEqual([])
    expect(
      refusalOf(
        await province.run(reporterOf(county), 'saveValues', { params: form, body: { values: [] } }, closed.version),
      ),
    ).toBe('transition-not-allowed')
    expect(refusalOf(await province.ask(cityOf(county), 'getSubmission', { params: form }))).toBe('not-found')
    // Whoever knew of it reads why, on the page that the home page leads to; it is no running cycle any more.
    const known = done(await province.ask(reporterOf(county), 'getCycle', { params }))
    expect(known.timeline.at(-1)).toMatchObject({ details: [{ name: '理由', value: '方案附件有误' }] })
    expect(done(await province.ask(reporterOf(county), 'listCycles')).rows).toEqual([])
    expect(refusalOf(await callBack(3))).toBe('transition-not-allowed')

    // The plan is put right: a forgotten day, a county taken out. What the figures were asked for by stays.
    const left = cycle().subjects.filter(({ code }) => code !== PLACES.farCounty.code)
    const put = { dueOn: '2027-03-01', subjects: left.map(({ code, group }) => ({ code, group })) }
    const replan = (given: object, version: number) =>
      province.run(admin, 'replanCycle', { params, body: plan(opened.schemeId, given) }, version)
    expect(refusalOf(await replan({ ...put, dataTo: '2026-11-30' }, 3))).toBe('transition-not-allowed')
    done(await replan(put, 3))
    // Also while all of them are out: taken in again they find their figures.
    const { counties, ...tree } = divisionTree()
    const newcomer = { code: '990109', name: '安新县', city: '9901' }
    province.divisions = DivisionTree.parse({ ...tree, counties: [...counties, newcomer] })
    const others = { ...put, subjects: [{ code: newcomer.code, group: 'G1' }] }
    done(await replan(others, 4))
    expect(refusalOf(await replan({ ...others, year: 2025 }, 5))).toBe('transition-not-allowed')
    done(await replan(put, 5))
    expect(refusalOf(await province.ask(reporterOf(county), 'getCycle', { params }))).toBe('ok')
    done(await province.run(admin, 'openCycle', { params }, 6))
    expect(done(await province.ask(admin, 'getCycle', { params })).state).not.toHaveProperty('calledBackAt')
    expect((await read()).state).toMatchObject({ status: 'draft', values: filled, dueOn: '2027-03-01' })
    expect((await read()).allowed).toContainEqual({ action: 'submit', allowed: true, mine: true })
    const out = { submissionId: opened.formOf(PLACES.farCounty.code) }
    const dropped = done(await province.ask(reporterOf(PLACES.farCounty.code), 'getSubmission', { params: out }))
    expect(dropped.state.status).toBe('called-back')
  })

  test('who was forgotten is taken into an open cycle and who was wrong is taken out; forms, lists and scores follow', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const params = { cycleId: opened.cycleId }
    const out = PLACES.farCounty.code
    const runId = await province.score(opened)
    const { counties, ...tree } = divisionTree()
    const newcomer = { code: '990109', name: '安新县', city: '9901' }
    province.divisions = DivisionTree.parse({ ...tree, counties: [...counties, newcomer] })
    const shown = async () => done(await province.ask(admin, 'getCycle', { params }))
    const version = async () => (await shown()).version
    const change = async (body: object, at?: number) =>
      province.run(
        admin,
        'changeCycleSubjects',
        { params, body: { add: [], remove: [], reason: '漏列', ...body } as never },
        at ?? (await version()),
      )
    const forgotten = { code: newcomer.code, group: 'G1' }

    expect(refusalOf(await change({}))).toBe('invalid-input')
    expect(refusalOf(await change({ add: [{ ...forgotten, group: 'G9' }] }))).toBe('invalid-input')
    expect(refusalOf(await change({ remove: ['990108'] }))).toBe('invalid-input')
    expect(await change({ add: [{ code: out, group: 'G1' }] })).toMatchObject({
      error: { pointer: '/add/0/code', detail: expect.stringContaining('已是考评对象') },
    })
    const everybody = (await shown()).state.subjects.map(({ code }) => code)
    expect(refusalOf(await change({ remove: everybody }))).toBe('invalid-input')
    expect(refusalOf(await change({ add: [forgotten] }, 1))).toBe('stale-version')
    const notAsked = await province.run(
      reviewerOf(county),
      'changeCycleSubjects',
      { params, body: { add: [forgotten] as never, remove: [], reason: '漏列' } },
      await version(),
    )
    expect(refusalOf(notAsked)).not.toBe('ok')

    done(await change({ add: [forgotten], remove: [out], reason: '新设县漏列，远县不参加本年度考评' }))
    const after = await shown()
    expect(after.state.subjects.map(({ code }) => code)).toEqual([
      ...everybody.filter((code) => code !== out),
      newcomer.code,
    ])
    expect(after.timeline.at(-1)).toMatchObject({
      name: '调整考评对象',
      details: [
        { name: '增加', value: '安新县' },
        { name: '移出', value: PLACES.farCounty.name },
        { name: '理由', value: '新设县漏列，远县不参加本年度考评' },
      ],
    })
    const formOf = (code: string) => ({ submissionId: opened.formOf(code as never) })
    const removed = done(await province.ask(reporterOf(out), 'getSubmission', { params: formOf(out) }))
    expect(removed.state.status).toBe('called-back')
    expect(removed.allowed.filter(({ allowed }) => allowed)).toEqual([])
    const added = done(
      await province.ask(reporterOf(newcomer.code as never), 'getSubmission', { params: formOf(newcomer.code) }),
    )
    expect(added.state).toMatchObject({ status: 'draft', dueOn: after.state.dueOn })
    expect(added.allowed).toContainEqual({ action: 'save', allowed: true, mine: true })

    // What was scored before counted others: it is neither previewed nor published any more.
    const preview = { params: { runId: runId as never }, body: { appealsUntil: '2026-03-09' as never } }
    expect(refusalOf(await province.run(admin, 'previewRun', preview, 1))).not.toBe('ok')
    const reason = '安新县尚未填报'
    const again = done(await province.run(admin, 'runScores', { params, body: { reason } })).id
    const run = done(await province.ask(admin, 'getRun', { params: { runId: again as never } }))
    expect(run.state.rows.map(({ subject }) => subject).toSorted()).toEqual(
      after.state.subjects.map(({ code }) => code).toSorted(),
    )

    // Everybody reads of it, whoever was taken out as well; the to-do of the form follows.
    for (const who of [reporterOf(county), reporterOf(out), reporterOf(newcomer.code as never)]) {
      const home = JSON.stringify(done(await province.ask(who, 'getHome')))
      expect(home).toContain('增加安新县')
    }
    const work = async (code: string) =>
      JSON.stringify(done(await province.ask(reporterOf(code as never), 'getHome')).toDo)
    expect(await work(newcomer.code)).toContain(formOf(newcomer.code).submissionId)
    expect(await work(out)).not.toContain(formOf(out).submissionId)

    // Taken in again, it finds its figures.
    const filled = removed.state.values
    done(await change({ add: [{ code: out, group: 'G1' }], reason: '恢复参加' }))
    const back = done(await province.ask(reporterOf(out), 'getSubmission', { params: formOf(out) }))
    expect(back.state).toMatchObject({ status: 'draft', values: filled })
  })

  test('a cycle that was scored or previewed is not called back, and the refusal says what to do instead', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const params = { cycleId: opened.cycleId }
    const runId = await province.score(opened)
    const shown = async () => done(await province.ask(admin, 'getCycle', { params }))
    const callBack = async () =>
      province.run(admin, 'callBackCycle', { params, body: { reason: '误开放' } }, (await shown()).version)
    const sentence = '已经计分的考评周期不能撤回；期限不够请延长填报期限，数据有误请退回填报表更正后重新计分'
    expect(await callBack()).toMatchObject({ ok: false, error: { code: 'transition-not-allowed', detail: sentence } })
    expect((await shown()).allowed).toContainEqual({
      action: 'call-back',
      allowed: false,
      mine: true,
      reason: sentence,
    })
    const preview = { params: { runId: runId as never }, body: { appealsUntil: '2026-03-09' as never } }
    done(await province.run(admin, 'previewRun', preview, 1))
    expect(refusalOf(await callBack())).toBe('transition-not-allowed')
    const form = { submissionId: opened.formOf(county) }
    const { state } = done(await province.ask(reporterOf(county), 'getSubmission', { params: form }))
    expect(state.status).not.toBe('called-back')
  })

  test('scored by somebody else while it is called back, a cycle goes on and its forms with it', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const params = { cycleId: opened.cycleId }
    await province.fill(opened, county, 'draft')
    const commit = province.stores.tables.transact
    let isScored = false
    Object.assign(province.stores.tables, {
      transact: async (puts: never) => {
        const outcome = await commit(puts)
        if (!isScored) {
          isScored = true
          const body = { reason: '先行试算' }
          done(await province.run(admin, 'runScores', { params, body }))
        }
        return outcome
      },
    })
    expect(refusalOf(await province.run(admin, 'callBackCycle', { params, body: { reason: '误开放' } }, 2))).toBe(
      'stale-version',
    )
    expect(done(await province.ask(admin, 'getCycle', { params })).state.status).toBe('open')
    const form = { submissionId: opened.formOf(county) }
    const { state } = done(await province.ask(reporterOf(county), 'getSubmission', { params: form }))
    expect(state.status).toBe('draft')
  })

  test('opening gives every subject one empty form; before that no county sees the cycle', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const { id } = done(await province.run(admin, 'planCycle', { body: plan(opened.schemeId) }))
    const params = { cycleId: id as never }
    expect(refusalOf(await province.ask(reporterOf(county), 'getCycle', { params }))).toBe('not-found')
    expect(done(await province.ask(reporterOf(county), 'listCycles')).rows.map((row) => row.id)).toEqual([
      opened.cycleId,
    ])
    done(await province.run(admin, 'openCycle', { params }, 1))
    const rows = done(await province.ask(reporterOf(county), 'listSubmissions')).rows
    expect(rows).toHaveLength(2)
    for (const row of rows)
      expect(row).toMatchObject({ status: 'draft', queue: { code: county, role: 'county-reporter' } })
    const form = done(
      await province.ask(reporterOf(county), 'getSubmission', { params: { submissionId: opened.formOf(county) } }),
    )
    expect(form.state.values).toEqual([])
  })

  test('an opening that stopped half-way is carried on: forms that are there stay, the rest are made, the cycle opens once', async () => {
    const province = new Province()
    const { schemeId } = await province.openCycle()
    const { id } = done(await province.run(admin, 'planCycle', { body: plan(schemeId) }))
    const params = { cycleId: id as never }
    const commit = province.stores.tables.transact
    let writes = 0
    Object.assign(province.stores.tables, {
      transact: (puts: never) => (++writes === 2 ? Promise.reject(new Error('the network is gone')) : commit(puts)),
    })
    await expect(province.run(admin, 'openCycle', { params }, 1, 'key-of-the-opening')).rejects.toThrow(
      'the network is gone',
    )
    expect(done(await province.ask(admin, 'getCycle', { params })).state.status).toBe('planned')
    const forms = () =>
      province.stores
        .recordedFacts()
        .filter(({ type, recordId }) => type === 'SubmissionOpened' && recordId.endsWith(id.slice(3)))
    expect(forms()).toHaveLength(3)
    done(await province.run(admin, 'openCycle', { params }, 1, 'key-of-the-opening'))
    expect(forms()).toHaveLength(3)
    expect(done(await province.ask(admin, 'getCycle', { params })).state.status).toBe('open')
    expect(refusalOf(await province.run(admin, 'openCycle', { params }, 2))).toBe('transition-not-allowed')
  })

  test('ninety forms are made in several writes, and the cycle opens with the last of them', async () => {
    const province = new Province()
    const { schemeId } = await province.openCycle()
    const codes = Array.from(
      { length: 90 },
      (_, index) => `9901${String.fromCharCode(65 + Math.floor(index / 10))}${index % 10}`,
    )
    const { province: top, cities } = divisionTree()
    const counties = codes.map((code) => ({ code, name: `第${code}县`, city: '9901' }))
    province.divisions = DivisionTree.parse({ province: top, cities, counties })
    const subjects = codes.map((code) => ({ code, group: 'G1' }))
    const { id } = done(await province.run(admin, 'planCycle', { body: plan(schemeId, { subjects }) }))
    const commit = province.stores.tables.transact
    const sizes: number[] = []
    Object.assign(province.stores.tables, {
      transact: (puts: readonly unknown[]) => {
        sizes.push(puts.length)
        return commit(puts as never)
      },
    })
    done(await province.run(admin, 'openCycle', { params: { cycleId: id as never } }, 1))
    // Two items for each form; the last write has the cycle's two and the receipt.
    expect(sizes.at(-1)).toBe(3)
    expect(sizes.length).toBeGreaterThan(2)
    expect(sizes.slice(0, -1).reduce((sum, size) => sum + size, 0)).toBe(180)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(80)
  })
})

const byItem = (one: FormValue, other: FormValue): number => (one.item < other.item ? -1 : 1)

describe('填报进度', () => {
  test('province and city see how far each of their counties is, and none of its figures', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    await province.fill(opened, county, 'submitted')
    province.now = '2027-02-01T01:00:00.000Z'
    const params = { cycleId: opened.cycleId }
    const all = done(await province.ask(admin, 'getCycleProgress', { params })).rows
    expect(all.map(({ subject, status, overdue }) => [subject, status, overdue])).toEqual([
      [PLACES.county.code, 'submitted', false],
      [PLACES.neighbourCounty.code, 'draft', true],
      [PLACES.farCounty.code, 'draft', true],
    ])
    expect(JSON.stringify(all)).not.toContain('4977')
    const own = done(await province.ask(cityOf(county), 'getCycleProgress', { params })).rows
    expect(own.map(({ subject }) => subject)).toEqual([PLACES.county.code, PLACES.neighbourCounty.code])
  })
})

describe('填报', () => {
  test('the second of two people who save from the same page is told so, and nothing of theirs is kept', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const params = { submissionId: opened.formOf(county) }
    const save = (value: string) =>
      province.run(reporterOf(county), 'saveValues', { params, body: { values: [reported('COVERAGE', value)] } }, 1)
    done(await save('90'))
    expect(refusalOf(await save('91'))).toBe('stale-version')
    const { state } = done(await province.ask(reporterOf(county), 'getSubmission', { params }))
    expect(state.values).toEqual([reported('COVERAGE', '90')])
    expect(refusalOf(await province.run(reporterOf(county), 'saveValues', { params, body: { values: [] } }))).toBe(
      'if-match-required',
    )
  })

  test('three who change different cells of one form from the same page all have theirs kept, at once or one after the other', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const params = { submissionId: opened.formOf(county) }
    const save = (item: string, value: string, was: FormValue | null = null, ifMatch = 1) => {
      const body = { values: [reported(item, value)], changed: [{ item, period: '2026', was }] }
      return province.run(reporterOf(county), 'saveValues', { params, body }, ifMatch)
    }
    const items = ['COVERAGE', 'CENTERS_LED', 'CENTERS_TOTAL']
    for (const saved of await Promise.all(items.map((item) => save(item, '5')))) done(saved)
    const read = async () => done(await province.ask(reporterOf(county), 'getSubmission', { params }))
    expect((await read()).state.values.toSorted(byItem)).toEqual(
      items.map((item) => reported(item, '5')).toSorted(byItem),
    )
    expect((await read()).version).toBe(4)

    // The same cell: refused by its name and by who wrote it, and the first figure stays.
    const taken = await save('COVERAGE', '9')
    expect(taken).toMatchObject({
      ok: false,
      error: { code: 'stale-version', errors: [{ detail: expect.stringMatching(/“网格覆盖率”已由.+改过/) }] },
    })
    expect((await read()).state.values).toContainEqual(reported('COVERAGE', '5'))
    // Whoever saw that figure may change it, from however old a page; so may whoever wants the same.
    done(await save('COVERAGE', '9', reported('COVERAGE', '5')))
    done(await save('COVERAGE', '9'))
    expect((await read()).state.values).toContainEqual(reported('COVERAGE', '9'))
  })

  test('zero, missing and not applicable are kept as the three different things they are', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const params = { submissionId: opened.formOf(county) }
    const values = [
      reported('CENTERS_LED', '0'),
      { item: 'COVERAGE', period: '2026', status: 'missing', note: '系统改造' },
      { item: 'CENTERS_TOTAL', period: '2026', status: 'not-applicable', note: '没有' },
    ] as const
    done(await province.run(reporterOf(county), 'saveValues', { params, body: { values: [...values] } }, 1))
    expect(done(await province.ask(reporterOf(county), 'getSubmission', { params })).state.values).toEqual(values)
  })

  test('the form shows its checks, its rate, what may be done with the reason why not, and what was done', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    await province.fill(opened, county, 'submitted')
    const shown = done(
      await province.ask(reporterOf(county), 'getSubmission', { params: { submissionId: opened.formOf(county) } }),
    )
    expect(shown.derived).toEqual([{ name: '调解成功率', value: '96.50%', from: '4803 ÷ 4977' }])
    expect(shown.checks.map(({ message }) => message)).toEqual([expect.stringMatching(/496.*495/)])
    expect(shown.allowed).toContainEqual({ action: 'withdraw', allowed: true, mine: true })
    expect(shown.allowed).toContainEqual({ action: 'verify', allowed: false, reason: '由县级审核人审核' })
    expect(shown.allowed).toContainEqual({
      action: 'accept',
      allowed: false,
      reason: '填报表现为“待县级审核”，“待市级审定”时才能审定',
    })
    expect(shown.timeline.map(({ name }) => name)).toEqual(['生成填报表', '保存数据', '提交'])
  })

  test('city and province cannot open a form before it has come to them, nor after it was returned', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    const params = { submissionId: opened.formOf(county) }
    const seen = async () =>
      Promise.all(
        [cityOf(county), admin].map(async (who) => refusalOf(await province.ask(who, 'getSubmission', { params }))),
      )
    await province.fill(opened, county, 'submitted')
    expect(await seen()).toEqual(['not-found', 'not-found'])
    done(await province.run(reviewerOf(county), 'verifySubmission', { params, body: {} }, 3))
    expect(await seen()).toEqual(['ok', 'not-found'])
    expect(done(await province.ask(cityOf(county), 'listSubmissions')).rows).toHaveLength(1)
    done(await province.run(cityOf(county), 'returnSubmission', { params, body: { to: 'draft', reason: '请补充' } }, 4))
    expect(await seen()).toEqual(['not-found', 'not-found'])
    expect(done(await province.ask(cityOf(county), 'listSubmissions')).rows).toEqual([])
  })

  test('a neighbour county’s form is not there, whatever its state', async () => {
    const province = new Province()
    const opened = await province.openCycle()
    await province.fill(opened, county)
    const neighbour = PLACES.neighbourCounty.code
    for (const who of [reporterOf(neighbour), reviewerOf(neighbour), cityOf(PLACES.farCounty.code)])
      expect(
        refusalOf(await province.ask(who, 'getSubmission', { params: { submissionId: opened.formOf(county) } })),
      ).toBe('not-found')
  })
})

describe('佐证材料', () => {
  const PDF = Uint8Array.from(Buffer.from('%PDF-1.7\nhello'))
  const request = {
    item: 'DISPUTES_FOUND',
    fileName: '附件 (1)+终稿 100%.pdf',
    contentType: 'application/pdf',
    bytes: 14,
  } as const

  async function requested() {
    const province = new Province()
    const opened = await province.openCycle()
    const params = { submissionId: opened.formOf(county) }
    const reply = done(await province.run(reporterOf(county), 'requestEvidenceUpload', { params, body: request }, 1))
    const { fields } = Upload.parse(
      (await province.answer(reporterOf(county), 'requestEvidenceUpload', { params, body: request }, reply))['upload'],
    )
    const attach = (version: number) =>
      province.run(
        reporterOf(county),
        'attachEvidence',
        { params: { ...params, evidenceId: reply.id as never } },
        version,
      )
    const evidence = async () =>
      done(await province.ask(reporterOf(county), 'getSubmission', { params })).state.evidence
    return { province, params, reply, fields, attach, evidence }
  }

  test('a file is attached after it was seen; its key is made of ids and its Chinese name is kept', async () => {
    const { province, params, fields, reply, attach, evidence } = await requested()
    expect(fields['key']).toBe(`pending/${county}/${params.submissionId}/${reply.id}`)
    expect(await evidence()).toMatchObject([{ status: 'pending' }])
    expect(province.stores.evidence.upload(fields, 'application/pdf', PDF)).toBe(true)
    done(await attach(2))
    expect(await evidence()).toMatchObject([{ status: 'attached', bytes: PDF.byteLength, fileName: request.fileName }])
    const opened = done(
      await province.ask(reporterOf(county), 'openEvidence', { params: { ...params, evidenceId: reply.id as never } }),
    )
    expect(opened.fileName).toBe(request.fileName)
    expect(refusalOf(await attach(3))).toBe('transition-not-allowed')
  })

  test('a wrong file is taken off the form while it is a draft; the timeline still tells of it', async () => {
    const { province, params, reply, fields, attach, evidence } = await requested()
    province.stores.evidence.upload(fields, 'application/pdf', PDF)
    done(await attach(2))
    const remove = (version: number) =>
      province.run(
        reporterOf(county),
        'removeEvidence',
        { params: { ...params, evidenceId: reply.id as never } },
        version,
      )
    done(await remove(3))
    expect(await evidence()).toEqual([])
    expect(refusalOf(await remove(4))).toBe('not-found')
    const { timeline } = done(await province.ask(reporterOf(county), 'getSubmission', { params }))
    expect(timeline.at(-1)).toMatchObject({
      name: '移除佐证材料',
      details: [{ name: '文件', value: request.fileName }],
    })
  })

  test('an upload that never came is not attached and cannot be opened', async () => {
    const { province, params, reply, attach } = await requested()
    expect(refusalOf(await attach(2))).toBe('evidence-not-uploaded')
    expect(
      refusalOf(
        await province.ask(reporterOf(county), 'openEvidence', {
          params: { ...params, evidenceId: reply.id as never },
        }),
      ),
    ).toBe('not-found')
  })

  test('a web page uploaded as a PDF is refused when it is looked at', async () => {
    const { province, fields, attach, evidence } = await requested()
    province.stores.evidence.upload(fields, 'application/pdf', Uint8Array.from(Buffer.from('<html>')))
    expect(refusalOf(await attach(2))).toBe('evidence-refused')
    expect(await evidence()).toMatchObject([{ status: 'pending' }])
  })

  test('a slot that was given up is cleared away by the next request', async () => {
    const { province, params, evidence, reply } = await requested()
    province.now = '2026-03-02T03:00:00.000Z'
    done(await province.run(reporterOf(county), 'requestEvidenceUpload', { params, body: request }, 2))
    const ids = (await evidence()).map(({ id }) => id)
    expect(ids).toHaveLength(1)
    expect(ids).not.toContain(reply.id)
  })

  test('a name that does not fit the type, and an item that is not in the form, are refused before anything is stored', async () => {
    const { province, params } = await requested()
    const refused = async (body: object) =>
      refusalOf(
        await province.run(reporterOf(county), 'requestEvidenceUpload', { params, body: { ...request, ...body } }, 2),
      )
    expect(await refused({ fileName: '附件.exe' })).toBe('evidence-refused')
    expect(await refused({ item: 'SAFETY' })).toBe('item-unknown')
  })
})
