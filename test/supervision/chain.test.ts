import { beforeEach, describe, expect, test } from 'vitest'
import { siteOf, textOf } from '../public-site/publishedSite.ts'
import {
  ALL_PASSED,
  BUREAU,
  CONTENT,
  MERGED,
  OTHER_TOWN,
  type SupervisionWorld,
  supervisionWorld,
  TOWN,
  WHO,
} from './supervisionWorld.ts'

let world: SupervisionWorld
beforeEach(async () => {
  world = await supervisionWorld()
})

const REPORT = { text: '已经安排专人夜间值守并建立登记簿' }
const params = (rectificationId: string) => ({ rectificationId })

/** A measure that its target has acknowledged, and its first rectification. */
async function acknowledged(content: object = {}): Promise<{ readonly id: string; readonly first: string }> {
  const id = await world.issue(content)
  await world.must(WHO.town, 'acknowledgeMeasure', { params: { measureId: id }, ifMatch: 2 })
  const { rectifications } = await world.measure(WHO.reviewer, id)
  return { id, first: rectifications[0]?.id ?? expect.fail('a rectification') }
}

describe('a measure', () => {
  test('is drafted by one natural person and issued by another, by whichever account', async () => {
    const twoAccounts = { ...WHO.secondAdmin, personId: WHO.reviewer.personId }
    world.api.join(twoAccounts)
    const { id } = await world.must(WHO.reviewer, 'draftMeasures', { body: { ...CONTENT, targets: [TOWN] } })
    const measures = [{ id, version: 1 }]
    expect(await world.call(twoAccounts, 'issueMeasures', { body: { measures } })).toMatchObject({
      body: { code: 'conflict-of-interest', detail: '这份督导措施由您拟制，应由另一人签发' },
    })
    // Until then it is nobody's but the issuer's.
    expect(await world.call(WHO.town, 'getMeasure', { params: { measureId: id } })).toMatchObject({ status: 404 })
    await world.must(WHO.admin, 'issueMeasures', { body: { measures } })
    expect((await world.measure(WHO.town, id)).state).toMatchObject({ status: 'issued', contestBy: '2026-04-01' })
  })

  test('is on whom its level reaches: no unit of another city, none that has merged, and no county by itself', async () => {
    const draft = (who: (typeof WHO)[keyof typeof WHO], targets: readonly string[]) =>
      world.call(who, 'draftMeasures', { body: { ...CONTENT, targets } })
    expect(await draft(WHO.otherCity, ['990101.division'])).toMatchObject({ status: 404 })
    expect(await draft(WHO.otherCity, [TOWN])).toMatchObject({ status: 404 })
    expect(await draft(WHO.neighbour, [TOWN])).toMatchObject({ status: 404 })
    expect(await draft(WHO.reviewer, [MERGED])).toMatchObject({
      body: { code: 'invalid-input', pointer: '/targets', detail: expect.stringContaining('撤并') },
    })
    expect(await draft(WHO.admin, ['990101.division'])).toMatchObject({ body: { code: 'invalid-input' } })
    expect(await draft(WHO.city, ['990101.division'])).toMatchObject({ status: 201 })
  })

  test.each([
    [{ kind: 'circular', problems: [] }, '/documentNumber', '通报批评应有文号'],
    [{ documentNumber: '平安办〔2025〕3号' }, '/documentNumber', '年份与实施日期'],
    [{ problems: [] }, '/problems', '暗访应列明问题'],
    [{ kind: 'listing', documentNumber: '平安办〔2026〕3号' }, '/until', '挂牌督办应有期限'],
    [{ until: '2026-06-01' }, '/until', '没有期限'],
    [{ isPublished: true }, '/isPublished', '只有挂牌督办'],
    [{ on: '2026-12-31' }, '/on', '不能晚于今天'],
  ])('with %j is refused at %s', async (more, pointer, words) => {
    expect(
      await world.call(WHO.reviewer, 'draftMeasures', { body: { ...CONTENT, ...more, targets: [TOWN] } }),
    ).toMatchObject({ body: { code: 'invalid-input', pointer, detail: expect.stringContaining(words) } })
  })

  test('whose problem falls due in a year without calendar is not issued, and names the problem', async () => {
    const problems = [...CONTENT.problems, { text: '治安巡逻记录不全', workingDays: 120 }]
    world.api.setNow('2026-11-20T02:00:00.000Z')
    const { id } = await world.must(WHO.reviewer, 'draftMeasures', { body: { ...CONTENT, problems, targets: [TOWN] } })
    const answer = await world.call(WHO.admin, 'issueMeasures', { body: { measures: [{ id, version: 1 }] } })
    expect(answer).toMatchObject({ body: { code: 'calendar-missing', pointer: '/problems/1/workingDays' } })
    expect((await world.measure(WHO.reviewer, id)).state.status).toBe('draft')
  })

  test('bears one number with all targets of its act, which no other act bears', async () => {
    const circular = { kind: 'circular', documentNumber: '平安办〔2026〕3号', problems: [] }
    await world.must(WHO.reviewer, 'draftMeasures', { body: { ...CONTENT, ...circular, targets: [TOWN, OTHER_TOWN] } })
    const { rows } = (await world.must(WHO.admin, 'listMeasures', { query: 'status=draft' })) as unknown as {
      rows: { id: string; version: number }[]
    }
    const measures = rows.map(({ id, version }) => ({ id, version }))
    expect(measures).toHaveLength(2)
    await world.must(WHO.admin, 'issueMeasures', { body: { measures } })
    const { id } = await world.must(WHO.reviewer, 'draftMeasures', {
      body: { ...CONTENT, ...circular, targets: [BUREAU] },
    })
    expect(await world.call(WHO.admin, 'issueMeasures', { body: { measures: [{ id, version: 1 }] } })).toMatchObject({
      body: { code: 'duplicate-document-number' },
    })
  })

  test('is seen by its target and county and by no neighbour; those above see the tally', async () => {
    const { id } = await acknowledged()
    for (const who of [WHO.neighbour, WHO.otherTown, WHO.otherCity])
      expect(await world.call(who, 'getMeasure', { params: { measureId: id } })).toMatchObject({ status: 404 })
    const listed = async (who: (typeof WHO)[keyof typeof WHO]) =>
      ((await world.must(who, 'listMeasures')) as unknown as { rows: unknown[] }).rows.length
    expect([await listed(WHO.town), await listed(WHO.reporter), await listed(WHO.otherTown)]).toEqual([1, 1, 0])
    expect([await listed(WHO.city), await listed(WHO.province), await listed(WHO.neighbour)]).toEqual([0, 0, 0])
    expect(await world.must(WHO.city, 'getSupervisionTally')).toMatchObject({
      own: { covert: 0 },
      all: { covert: 1, problems: 1, closed: 0 },
      counties: [{ county: '990101', figures: { covert: 1 } }],
    })
    expect(await world.must(WHO.neighbour, 'getSupervisionTally')).toMatchObject({ all: { covert: 0 } })
  })

  test('is contested within thirty days and answered by who had no part in it; what is overturned counts no more', async () => {
    const { id, first } = await acknowledged()
    const measureId = id
    world.api.setNow('2026-04-01T15:59:59.000Z')
    const late = '2026-04-01T16:00:00.000Z'
    const text = '检查当晚值守人员因处置警情外出，有记录可查'
    await world.must(WHO.town, 'contestMeasure', { params: { measureId }, ifMatch: 3, body: { text } })
    const answer = { params: { measureId }, ifMatch: 4, body: { outcome: 'overturned', reason: '有出警记录' } }
    for (const author of [WHO.reviewer, WHO.admin])
      expect(await world.call(author, 'answerContest', answer)).toMatchObject({
        body: { code: 'conflict-of-interest' },
      })
    await world.must(WHO.secondAdmin, 'answerContest', answer)
    expect((await world.measure(WHO.town, id)).state).toMatchObject({ status: 'closed', outcome: 'overturned' })
    expect((await world.rectification(WHO.town, first)).state.status).toBe('cancelled')
    expect(await world.must(WHO.admin, 'getSupervisionTally')).toMatchObject({ all: { covert: 0, problems: 0 } })
    const other = await acknowledged()
    world.api.setNow(late)
    expect(
      await world.call(WHO.town, 'contestMeasure', {
        params: { measureId: other.id },
        ifMatch: 3,
        body: { text },
      }),
    ).toMatchObject({ status: 200 })
  })

  test('is not contested any more one second after the last day in Beijing', async () => {
    const { id } = await acknowledged()
    world.api.setNow('2026-04-01T16:00:00.000Z')
    expect(
      await world.call(WHO.town, 'contestMeasure', {
        params: { measureId: id },
        ifMatch: 3,
        body: { text: '检查当晚值守人员因处置警情外出' },
      }),
    ).toMatchObject({ body: { code: 'transition-not-allowed', detail: expect.stringContaining('2026年4月1日') } })
  })
})

describe('a rectification', () => {
  test('goes from issue to report, is returned for another round, and is closed when all four checks hold', async () => {
    const { id, first } = await acknowledged()
    const report = async (ifMatch: number) =>
      world.must(WHO.town, 'reportRectification', { params: params(first), ifMatch, body: REPORT })
    await report(2)
    const check = (checks: object, ifMatch: number) =>
      world.must(WHO.reviewer, 'checkRectification', {
        params: params(first),
        ifMatch,
        body: { checks, text: '现场核查', workingDays: 5 },
      })
    await check({ ...ALL_PASSED, form: false }, 3)
    expect((await world.rectification(WHO.town, first)).state).toMatchObject({
      status: 'returned',
      rounds: [{ number: 1, check: { checks: { form: false } } }, { number: 2 }],
    })
    await report(4)
    await check(ALL_PASSED, 5)
    expect((await world.rectification(WHO.town, first)).state).toMatchObject({ status: 'closed' })
    expect((await world.measure(WHO.town, id)).state).toMatchObject({ status: 'closed', outcome: 'rectified', open: 0 })
    expect(await world.must(WHO.admin, 'getSupervisionTally')).toMatchObject({ own: { problems: 1, closed: 1 } })
  })

  test('is not closed by who reported it, though they hold a post that may', async () => {
    const id = await world.issue()
    await world.must(WHO.secondAdmin, 'acknowledgeMeasure', { params: { measureId: id }, ifMatch: 2 })
    const first = (await world.measure(WHO.admin, id)).rectifications[0]?.id ?? expect.fail()
    await world.must(WHO.secondAdmin, 'reportRectification', { params: params(first), ifMatch: 2, body: REPORT })
    const body = { checks: ALL_PASSED, text: '已经整改' }
    expect(
      await world.call(WHO.secondAdmin, 'checkRectification', { params: params(first), ifMatch: 3, body }),
    ).toMatchObject({ body: { code: 'conflict-of-interest', detail: '整改情况由您报告，应由另一人核查销号' } })
    expect(await world.call(WHO.town, 'checkRectification', { params: params(first), ifMatch: 3, body })).toMatchObject(
      { status: 403 },
    )
    await world.must(WHO.reviewer, 'checkRectification', { params: params(first), ifMatch: 3, body })
  })

  test('closed twice at once is closed once, and two of one measure closed at once close it', async () => {
    const problems = [...CONTENT.problems, { text: '治安巡逻记录不全', workingDays: 5 }]
    const { id } = await acknowledged({ problems })
    const own = (await world.measure(WHO.reviewer, id)).rectifications.map((each) => each.id)
    for (const each of own)
      await world.must(WHO.town, 'reportRectification', { params: params(each), ifMatch: 2, body: REPORT })
    const body = { checks: ALL_PASSED, text: '已经整改' }
    const close = (who: (typeof WHO)[keyof typeof WHO], each: string) =>
      world.call(who, 'checkRectification', { params: params(each), ifMatch: 3, body })
    const [one = '', other = ''] = own
    const answers = await Promise.all([
      close(WHO.reviewer, one),
      close(WHO.secondAdmin, one),
      close(WHO.reviewer, other),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 412])
    expect((await world.measure(WHO.admin, id)).state).toMatchObject({ status: 'closed', open: 0 })
    expect(await world.must(WHO.admin, 'getSupervisionTally')).toMatchObject({ own: { problems: 2, closed: 2 } })
  })

  test('is overdue by the clock once its last day in Beijing is over, and not before; late stays late', async () => {
    const { first } = await acknowledged()
    const { dueOn } = (await world.rectification(WHO.town, first)).state
    expect(dueOn).toBe('2026-03-16')
    expect(await world.passTime('2026-03-16T15:59:59.000Z')).toMatchObject({ moved: 0 })
    expect(await world.passTime('2026-03-16T16:00:00.000Z')).toMatchObject({ moved: 1, failed: [] })
    await world.must(WHO.town, 'reportRectification', { params: params(first), ifMatch: 3, body: REPORT })
    expect((await world.rectification(WHO.town, first)).state).toMatchObject({ overdueOn: dueOn, status: 'reported' })
    expect(await world.must(WHO.admin, 'getSupervisionTally')).toMatchObject({ own: { overdue: 1 } })
  })

  test('gets more time only if it is asked for before the due day; unanswered, the first day judges', async () => {
    const { first } = await acknowledged()
    const ask = (until = '2026-03-31') =>
      world.call(WHO.town, 'askMoreTime', { params: params(first), ifMatch: 2, body: { until, reason: '设备未到货' } })
    world.api.setNow('2026-03-16T01:00:00.000Z')
    expect(await ask()).toMatchObject({ body: { code: 'transition-not-allowed' } })
    world.api.setNow('2026-03-15T15:59:59.000Z')
    expect(await ask('2026-03-16')).toMatchObject({ body: { code: 'invalid-input', pointer: '/until' } })
    expect(await ask()).toMatchObject({ status: 200 })
    await world.passTime('2026-03-17T01:00:00.000Z')
    expect(
      await world.call(WHO.reviewer, 'answerMoreTime', {
        params: params(first),
        ifMatch: 4,
        body: { granted: true, reason: '同意' },
      }),
    ).toMatchObject({ body: { code: 'transition-not-allowed', detail: expect.stringContaining('以原期限为准') } })
  })

  test('whose time was granted is due on the later day', async () => {
    const { first } = await acknowledged()
    const body = { until: '2026-03-31', reason: '设备未到货' }
    await world.must(WHO.town, 'askMoreTime', { params: params(first), ifMatch: 2, body })
    const answer = { params: params(first), ifMatch: 3, body: { granted: true, reason: '同意' } }
    await world.must(WHO.reviewer, 'answerMoreTime', answer)
    expect(await world.passTime('2026-03-20T01:00:00.000Z')).toMatchObject({ moved: 0 })
    expect((await world.rectification(WHO.town, first)).state).toMatchObject({ dueOn: '2026-03-31' })
  })
})

describe('a listing', () => {
  const LISTING = {
    kind: 'listing',
    documentNumber: '平安办〔2026〕8号',
    until: '2026-08-31',
    isPublished: true,
    matter: '城乡结合部治安混乱区域',
  }
  const measureIdOf = (measureId: string) => ({ measureId })
  const standing = async () =>
    (await world.must(WHO.admin, 'getBars', { params: { subject: TOWN } }))['bars'] as { kind: string; from: string }[]

  test('bars its target from its day, is published within five working days, and is lifted once all is closed', async () => {
    const { id, first } = await acknowledged(LISTING)
    expect(await standing()).toMatchObject([{ kind: 'listed', from: '2026-03-02', until: '2026-09-02' }])
    expect((await world.measure(WHO.admin, id)).state).toMatchObject({ publishBy: '2026-03-09' })
    await world.must(WHO.reviewer, 'publishListing', { params: measureIdOf(id), ifMatch: 3 })
    // Number, unit and term are public, and nothing else of it.
    const site = async (now = '2026-03-10T01:00:00.000Z') =>
      textOf(await siteOf(world.api.stores.recordedFacts(), { now: () => now }), '/listings')
    expect(await site()).toContain('甲镇')
    expect(await site('2026-08-31T15:59:59.000Z')).toContain('挂牌中')
    expect(await site('2026-08-31T16:00:00.000Z')).toContain('期满未摘牌')
    expect(await site()).toContain('2026年3月2日至2026年8月31日')
    for (const inner of [LISTING.matter, CONTENT.problems[0]?.text ?? '', CONTENT.participants[0] ?? '', '林一'])
      expect(await site()).not.toContain(inner)
    const lift = (ifMatch: number) =>
      world.call(WHO.reviewer, 'liftListing', { params: measureIdOf(id), ifMatch, body: { reason: '验收合格' } })
    expect(await lift(4)).toMatchObject({ body: { detail: expect.stringContaining('还有1个问题没有销号') } })
    await world.must(WHO.town, 'reportRectification', { params: params(first), ifMatch: 2, body: REPORT })
    await world.must(WHO.reviewer, 'checkRectification', {
      params: params(first),
      ifMatch: 3,
      body: { checks: ALL_PASSED, text: '验收合格' },
    })
    expect((await world.measure(WHO.admin, id)).state).toMatchObject({ status: 'issued', open: 0 })
    expect(await lift(5)).toMatchObject({ status: 200 })
    await world.must(WHO.reviewer, 'publishListing', { params: measureIdOf(id), ifMatch: 6 })
    expect((await world.measure(WHO.admin, id)).state).toMatchObject({
      status: 'closed',
      outcome: 'lifted',
      lifted: { publishedOn: '2026-03-02' },
    })
    expect(await site()).toContain('已摘牌')
  })

  test('that ends unsatisfied opens the veto procedure by time alone, which a person decides who had no part in it', async () => {
    const { id } = await acknowledged(LISTING)
    expect(await world.passTime('2026-08-31T15:59:59.000Z')).toMatchObject({ failed: [] })
    expect((await world.measure(WHO.admin, id)).state.status).toBe('issued')
    await world.passTime('2026-08-31T16:00:00.000Z')
    const { state, version } = await world.measure(WHO.admin, id)
    expect(state).toMatchObject({ status: 'veto', veto: { since: '2026-09-01' } })
    expect(await standing()).toHaveLength(1)
    const decide = (who: (typeof WHO)[keyof typeof WHO]) =>
      world.call(who, 'decideVeto', {
        params: measureIdOf(id),
        ifMatch: version,
        body: { outcome: 'veto', reason: '期满未整改到位' },
      })
    expect(await decide(WHO.admin)).toMatchObject({ body: { code: 'conflict-of-interest' } })
    expect(await decide(WHO.secondAdmin)).toMatchObject({ status: 200 })
    expect(await standing()).toMatchObject([
      expect.objectContaining({ kind: 'target-missed', from: '2026-08-31' }),
      expect.objectContaining({ kind: 'listed' }),
    ])
  })

  test('that is withdrawn bars nobody any more and asks for nothing', async () => {
    const { id, first } = await acknowledged(LISTING)
    await world.must(WHO.reviewer, 'publishListing', { params: measureIdOf(id), ifMatch: 3 })
    await world.must(WHO.secondAdmin, 'withdrawMeasure', {
      params: measureIdOf(id),
      ifMatch: 4,
      body: { reason: '对象有误' },
    })
    expect(await standing()).toMatchObject([{ kind: 'listed', lifted: { on: '2026-03-02' } }])
    expect((await world.rectification(WHO.town, first)).state.status).toBe('cancelled')
    expect(await textOf(await siteOf(world.api.stores.recordedFacts()), '/listings')).not.toContain('甲镇')
    expect(await world.must(WHO.admin, 'getSupervisionTally')).toMatchObject({ own: { listings: 0, problems: 0 } })
  })
})

test('a dispatch that found nothing is done when it is issued, and may be contested; a circular waits to be acknowledged', async () => {
  const dispatch = await world.issue({ kind: 'dispatch', problems: [] })
  expect((await world.measure(WHO.town, dispatch)).state).toMatchObject({ status: 'closed', outcome: 'noted' })
  const text = '当日并未参加这次调度，请予核对'
  const params = { measureId: dispatch }
  await world.must(WHO.town, 'contestMeasure', { params, ifMatch: 2, body: { text } })
  const body = { outcome: 'upheld', reason: '签到表在卷' }
  await world.must(WHO.secondAdmin, 'answerContest', { params, ifMatch: 3, body })
  expect((await world.measure(WHO.town, dispatch)).state).toMatchObject({ status: 'closed', outcome: 'noted' })
  const circular = await world.issue({ kind: 'circular', problems: [], documentNumber: '平安办〔2026〕5号' })
  expect((await world.measure(WHO.town, circular)).state.status).toBe('issued')
})

test('the tally counts as reports do: acts, dispatches by target, each unit that was called once', async () => {
  const none = { problems: [] }
  const draft = async (content: object, targets: readonly string[]) => {
    await world.must(WHO.reviewer, 'draftMeasures', { body: { ...CONTENT, ...none, ...content, targets } })
    const { rows } = (await world.must(WHO.admin, 'listMeasures', { query: 'status=draft' })) as unknown as {
      rows: { id: string; version: number }[]
    }
    await world.must(WHO.admin, 'issueMeasures', {
      body: { measures: rows.map(({ id, version }) => ({ id, version })) },
    })
  }
  await draft({ kind: 'inspection' }, [TOWN, OTHER_TOWN])
  await draft({ kind: 'dispatch' }, [TOWN, OTHER_TOWN])
  await draft({ kind: 'dispatch' }, [TOWN])
  await draft({ kind: 'interview' }, [TOWN, BUREAU])
  await draft({ kind: 'circular', documentNumber: '平安办〔2026〕4号' }, [TOWN])
  expect(await world.must(WHO.admin, 'getSupervisionTally')).toMatchObject({
    own: { inspections: 1, dispatches: 3, townships: 1, departments: 1, others: 0, listings: 0 },
  })
})
