import { permitPaperAction } from '@anjie/domain/procedure/paperTransitions'
import { beforeEach, describe, expect, test } from 'vitest'
import { HOUSING, OTHER_TOWN, POLICE, type ProcedureWorld, procedureWorld, TOWN, value, WHO } from './procedureWorld.ts'

let world: ProcedureWorld
beforeEach(async () => {
  world = await procedureWorld()
})

const SECTIONS = {
  work: '全年开展平安建设工作，逐村排查',
  results: '各项指标均已完成，详见附件',
  problems: '个别村巡逻记录不够完整规范',
  plans: '继续完善网格巡查与调解机制',
}
const RECORD = {
  outcome: 'approved',
  on: '2026-03-01',
  documentNumber: '平安委〔2026〕3号',
  chair: '县委副书记',
  present: ['县委副书记', '县委政法委书记'],
  text: '同意所提等次，按程序公布',
}

/** The police's scores of both townships, entered and laid before its head. */
async function scored(figures: readonly [number, number]) {
  const scores = [TOWN, OTHER_TOWN].map((subject, at) => ({ subject, values: [value('CASES', figures[at] ?? 0)] }))
  const entered = await world.onPaper(
    WHO.clerk,
    'enterScores',
    await world.paper(WHO.clerk, 'department-scores', '公安局'),
    { scores },
  )
  expect(entered.status, JSON.stringify(entered.body)).toBe(200)
  const filed = await world.onPaper(WHO.clerk, 'filePaper', await world.paper(WHO.clerk, 'department-scores', '公安局'))
  expect(filed.status, JSON.stringify(filed.body)).toBe(200)
}

const sheet = (who = WHO.head) => world.paper(who, 'department-scores', '公安局')

describe('a cycle without steps', () => {
  test('is published as before, and asks nobody for anything', async () => {
    await world.enter([1, 2], [0, 0])
    await world.score()
    expect(await world.publish()).toMatchObject({ status: 200 })
    expect(await world.must(WHO.admin, 'listProcedurePapers', {})).toMatchObject({ rows: [] })
  })

  test('keeps what was entered when departments begin to score: it counts until they have signed', async () => {
    await world.enter([1, 2], [0, 0])
    await world.plan(['department-scores'])
    await scored([7, 8])
    expect((await world.score()).state).toMatchObject({
      rows: [{ publishedScore: '99.00' }, { publishedScore: '98.00' }],
    })
  })
})

describe('a self-assessment', () => {
  test('is the unit’s own, filed whole, returned with the reason and accepted by another person', async () => {
    await world.plan(['self-assessment'])
    const own = () => world.paper(WHO.town, 'self-assessment', '甲镇')
    const paperId = (await own()).state.id
    expect(await world.call(WHO.otherTown, 'getProcedurePaper', { params: { paperId } })).toMatchObject({ status: 404 })
    expect(await world.call(WHO.city, 'getProcedurePaper', { params: { paperId } })).toMatchObject({ status: 404 })
    expect(await world.call(WHO.neighbour, 'getProcedurePaper', { params: { paperId } })).toMatchObject({ status: 404 })
    const stale = await own()
    expect(await world.onPaper(WHO.town, 'filePaper', stale)).toMatchObject({
      body: { code: 'incomplete', detail: expect.stringContaining('工作开展情况') },
    })
    await world.onPaper(WHO.town, 'saveReport', stale, { sections: SECTIONS })
    expect(await world.onPaper(WHO.town, 'saveReport', stale, { sections: SECTIONS })).toMatchObject({
      body: { code: 'stale-version' },
    })
    await world.onPaper(WHO.town, 'filePaper', await own())
    await world.onPaper(WHO.reviewer, 'returnPaper', await own(), { reason: '存在问题写得不具体' })
    expect((await own()).state).toMatchObject({ status: 'returned', returned: { reason: '存在问题写得不具体' } })
    await world.onPaper(WHO.town, 'filePaper', await own())
    const asReviewer = { ...WHO.second, personId: WHO.town.personId }
    world.api.join(asReviewer)
    expect(await world.onPaper(asReviewer, 'acceptReport', await own())).toMatchObject({
      body: { code: 'conflict-of-interest' },
    })
    expect(await world.onPaper(WHO.reviewer, 'acceptReport', await own())).toMatchObject({ status: 200 })
  })

  test('is a message to whose turn it is, to the unit and then to those who take it in', async () => {
    await world.plan(['self-assessment'])
    const texts = async (who: (typeof WHO)[keyof typeof WHO]) => {
      const { rows } = (await world.must(who, 'listMessages', {})) as never as {
        rows: { page: string; text: string }[]
      }
      return rows.filter(({ page }) => page === 'procedure-paper').map(({ text }) => text)
    }
    expect(await texts(WHO.town)).toEqual([expect.stringContaining('报送自评报告')])
    const own = () => world.paper(WHO.town, 'self-assessment', '甲镇')
    await world.onPaper(WHO.town, 'saveReport', await own(), { sections: SECTIONS })
    await world.onPaper(WHO.town, 'filePaper', await own())
    expect(await texts(WHO.town)).toEqual([])
    expect(await texts(WHO.reviewer)).toEqual([expect.stringContaining('审阅自评报告')])
  })

  test('is late by the clock, and says so when it comes', async () => {
    await world.plan(['self-assessment'])
    world.api.setNow('2027-01-01T02:00:00.000Z')
    const own = () => world.paper(WHO.town, 'self-assessment', '甲镇')
    expect(await own()).toMatchObject({ late: true })
    await world.onPaper(WHO.town, 'saveReport', await own(), { sections: SECTIONS })
    await world.onPaper(WHO.town, 'filePaper', await own())
    expect(await own()).toMatchObject({ late: true, state: { status: 'filed' } })
  })
})

describe('scores of a department', () => {
  test('that its head has not signed do not enter a run, and are not read by the peace office', async () => {
    await world.enter([0, 0], [0, 0])
    await world.plan(['department-scores'])
    await scored([3, 9])
    expect((await sheet(WHO.reviewer)).state).toMatchObject({ sheet: { scores: [] } })
    expect((await world.score()).state).toMatchObject({
      rows: [{ publishedScore: '100.00' }, { publishedScore: '100.00' }],
    })
    expect(await world.publish()).toMatchObject({
      body: { code: 'procedure-incomplete', detail: expect.stringContaining('公安局评分没有由部门负责人签署') },
    })
    expect(await world.onPaper(WHO.head, 'signScores', await sheet())).toMatchObject({ status: 200 })
    // The run was made without them.
    expect(await world.publish()).toMatchObject({
      body: { code: 'run-not-latest', detail: expect.stringContaining('公安局') },
    })
    expect((await world.score()).state).toMatchObject({
      rows: [{ publishedScore: '97.00' }, { publishedScore: '91.00' }],
    })
    expect(await world.publish()).toMatchObject({ status: 200 })
  })

  test('are signed by another natural person than whoever entered them, by whatever account', async () => {
    await world.plan(['department-scores'])
    await scored([3, 9])
    const twoAccounts = { ...WHO.head, personId: WHO.clerk.personId }
    world.api.join(twoAccounts)
    expect(await world.onPaper(twoAccounts, 'signScores', await sheet())).toMatchObject({
      body: { code: 'conflict-of-interest', detail: '评分由您录入，应由本部门负责人（另一人）签署' },
    })
    expect(await world.onPaper(WHO.housing, 'signScores', await sheet())).toMatchObject({ status: 404 })
    expect(await world.onPaper(WHO.admin, 'signScores', await sheet())).toMatchObject({ status: 403 })
  })

  test('are of its own items and of those whom the cycle assesses, and whole before they are signed', async () => {
    await world.plan(['department-scores'])
    const others = [{ subject: TOWN, values: [value('SITES', 1)] }]
    expect(await world.onPaper(WHO.clerk, 'enterScores', await sheet(WHO.clerk), { scores: others })).toMatchObject({
      body: { code: 'item-unknown', detail: expect.stringContaining('甲镇：工地隐患') },
    })
    const stranger = [{ subject: HOUSING, values: [value('CASES', 1)] }]
    expect(await world.onPaper(WHO.clerk, 'enterScores', await sheet(WHO.clerk), { scores: stranger })).toMatchObject({
      body: { code: 'invalid-input' },
    })
    expect(await world.onPaper(WHO.clerk, 'filePaper', await sheet(WHO.clerk))).toMatchObject({
      body: { code: 'incomplete', detail: expect.stringContaining('甲镇没有评“刑事案件”') },
    })
  })

  test('that were signed and are returned count no more: a run made with them is not published', async () => {
    await world.enter([0, 0], [0, 0])
    await world.plan(['department-scores'])
    await scored([3, 9])
    await world.onPaper(WHO.head, 'signScores', await sheet())
    await world.score()
    await world.onPaper(WHO.admin, 'returnPaper', await sheet(), { reason: '甲镇的数据与案件台账不符' })
    expect((await world.publish()).body).toMatchObject({
      code: expect.stringMatching(/run-not-latest|procedure-incomplete/),
    })
  })
})

describe('a consultation', () => {
  test('is answered once, an objection with its words', async () => {
    await world.plan(['consultation'])
    const own = () => world.paper(WHO.housing, 'consultation', '住建局')
    expect(
      await world.onPaper(WHO.housing, 'answerConsultation', await own(), { objects: true, text: '' }),
    ).toMatchObject({
      body: { code: 'invalid-input', pointer: '/text' },
    })
    expect(
      await world.onPaper(WHO.housing, 'answerConsultation', await own(), { objects: false, text: '' }),
    ).toMatchObject({ status: 200 })
    expect(
      await world.onPaper(WHO.housing, 'answerConsultation', await own(), { objects: false, text: '' }),
    ).toMatchObject({
      body: { code: 'transition-not-allowed' },
    })
  })
})

describe('a visit', () => {
  const params = () => ({ cycleId: world.cycleId })
  const visit = (who = WHO.reviewer) => world.paper(who, 'field-visits', '甲镇')
  const FINDINGS = [{ indicator: 'H', gravity: 'grave', text: '在建工地围挡倒塌无人处置' }]

  async function sent(subjects: readonly string[] = [TOWN]) {
    const { version } = await world.must(WHO.admin, 'getFieldTeams', { params: params() })
    const members = [world.posts.get('reviewer')]
    const teams = [{ name: '第一考评组', on: '2026-03-01', members, subjects }]
    return world.call(WHO.admin, 'assembleTeams', { params: params(), ifMatch: version, body: { teams } })
  }

  test('is of nobody before teams are made, which the publication says', async () => {
    await world.enter([0, 0], [0, 0])
    await world.plan(['field-visits'])
    await world.score()
    expect(await world.publish()).toMatchObject({
      body: { code: 'procedure-incomplete', detail: expect.stringContaining('还没有组建考评组') },
    })
  })

  test('is recorded by the team alone, not where one of it holds a post, and read by no visited', async () => {
    await world.plan(['field-visits'])
    expect(await sent()).toMatchObject({ status: 200 })
    const first = await visit()
    expect(await world.call(WHO.town, 'getProcedurePaper', { params: { paperId: first.state.id } })).toMatchObject({
      status: 404,
    })
    expect(await world.onPaper(WHO.second, 'saveFindings', first, { findings: FINDINGS })).toMatchObject({
      status: 403,
    })
    const elsewhere = [{ ...FINDINGS[0], indicator: 'NONE' }]
    expect(await world.onPaper(WHO.reviewer, 'saveFindings', first, { findings: elsewhere })).toMatchObject({
      body: { pointer: '/findings/0/indicator' },
    })
    expect(await world.onPaper(WHO.reviewer, 'saveFindings', first, { findings: FINDINGS })).toMatchObject({
      status: 200,
    })
  })

  test('leads from a finding to one draft of a measure on the visited', async () => {
    await world.plan(['field-visits'])
    await sent()
    await world.onPaper(WHO.reviewer, 'saveFindings', await visit(), { findings: FINDINGS })
    await world.onPaper(WHO.reviewer, 'filePaper', await visit())
    const draft = async () => {
      const { state, version } = await visit()
      return world.call(WHO.reviewer, 'draftFromFinding', {
        params: { paperId: state.id },
        ifMatch: version,
        body: { findingNumber: 1, workingDays: 10 },
      })
    }
    const { body } = await draft()
    const { state } = (await world.must(WHO.reviewer, 'getMeasure', {
      params: { measureId: body['id'] },
    })) as never as {
      state: object
    }
    expect(state).toMatchObject({
      unitName: '甲镇',
      status: 'draft',
      problems: [{ text: FINDINGS[0]?.text, workingDays: 10 }],
    })
    expect((await visit()).state).toMatchObject({ visit: { findings: [{ measureId: body['id'] }] } })
    expect(await draft()).toMatchObject({ body: { code: 'transition-not-allowed' } })
  })

  test('of somebody who holds a post there is refused', async () => {
    await world.plan(['field-visits'])
    await sent()
    const first = await visit()
    const setting = {
      status: 'open' as const,
      steps: [{ step: 'field-visits' as const, dueOn: '2026-12-31' as never }],
    }
    const away = { ...WHO.reviewer, unitsElsewhere: [TOWN] }
    expect(permitPaperAction(first.state as never, 'save', setting, away)).toMatchObject({
      error: { code: 'conflict-of-interest', detail: '您同时在甲镇任职，应当回避，请由其他人员办理' },
    })
  })
})

describe('the veto review and the deliberation', () => {
  const params = () => ({ cycleId: world.cycleId })
  const at = async () => (await world.procedure()).version
  const step = async (
    who: (typeof WHO)[keyof typeof WHO],
    operation: 'judgeCandidate' | 'confirmCandidate' | 'listReviewCandidates' | 'proposeGrades' | 'decideGrades',
    body?: object,
  ) => world.call(who, operation, { params: params(), ifMatch: await at(), ...(body === undefined ? {} : { body }) })

  test('strikes by one person and confirms by another; whoever is struck is not published in the best grade', async () => {
    await world.enter([0, 9], [0, 0])
    await world.plan(['veto-review'])
    await world.score()
    expect(await step(WHO.reviewer, 'listReviewCandidates')).toMatchObject({ status: 200 })
    const struck = { subject: TOWN, outcome: 'struck', grounds: '期内发生命案，按方案取消评优资格' }
    expect(await step(WHO.reviewer, 'judgeCandidate', struck)).toMatchObject({ status: 200 })
    expect(await step(WHO.reviewer, 'confirmCandidate', { subject: TOWN })).toMatchObject({
      body: { code: 'conflict-of-interest' },
    })
    expect(await world.publish()).toMatchObject({
      body: { detail: expect.stringContaining('甲镇的一票否决审查没有确认') },
    })
    expect(await step(WHO.second, 'confirmCandidate', { subject: TOWN })).toMatchObject({ status: 200 })
    expect(await world.publish()).toMatchObject({
      body: { code: 'procedure-incomplete', detail: expect.stringContaining('计分结果仍为“优秀”') },
    })
  })

  test('of two who confirm at once one does', async () => {
    await world.enter([0, 9], [0, 0])
    await world.plan(['veto-review'])
    await world.score()
    await step(WHO.reviewer, 'listReviewCandidates')
    await step(WHO.reviewer, 'judgeCandidate', { subject: TOWN, outcome: 'cleared', grounds: '没有否决情形' })
    const ifMatch = await at()
    const answers = await Promise.all(
      [WHO.second, WHO.admin].map((who) =>
        world.call(who, 'confirmCandidate', { params: params(), ifMatch, body: { subject: TOWN } }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
  })

  test('holds the table back until the leading group has decided on that very result', async () => {
    await world.enter([0, 9], [0, 0])
    await world.plan(['deliberation'])
    await world.score()
    expect(await world.publish()).toMatchObject({
      body: { code: 'procedure-incomplete', detail: expect.stringContaining('领导小组还没有审定') },
    })
    expect(await step(WHO.reviewer, 'proposeGrades', { text: '请审定全年等次' })).toMatchObject({ status: 200 })
    expect(await step(WHO.reviewer, 'decideGrades', RECORD)).toMatchObject({ body: { code: 'conflict-of-interest' } })
    expect(await step(WHO.admin, 'decideGrades', { ...RECORD, on: '2025-12-31' })).toMatchObject({
      body: { pointer: '/documentNumber' },
    })
    expect(await step(WHO.admin, 'decideGrades', RECORD)).toMatchObject({ body: { status: 'decided' } })
    await world.enter([1, 9], [0, 0])
    await world.score()
    expect(await world.publish()).toMatchObject({ body: { detail: expect.stringContaining('审定之后结果有变') } })
    await step(WHO.reviewer, 'proposeGrades', { text: '结果更正，请再次审定' })
    await step(WHO.admin, 'decideGrades', RECORD)
    expect(await world.publish()).toMatchObject({ status: 200 })
  })

  test('is proposed only when the steps before it are done, and one that cannot come is waived with the reason', async () => {
    await world.enter([0, 9], [0, 0])
    await world.plan(['consultation', 'deliberation'])
    await world.score()
    expect(await step(WHO.reviewer, 'proposeGrades', { text: '请审定全年等次' })).toMatchObject({
      body: { code: 'procedure-incomplete', detail: expect.stringContaining('住建局没有答复征求的意见') },
    })
    const asked = await world.paper(WHO.admin, 'consultation', '住建局')
    expect(await world.onPaper(WHO.reviewer, 'waivePaper', asked, { reason: '部门撤并' })).toMatchObject({
      status: 403,
    })
    await world.onPaper(WHO.admin, 'waivePaper', asked, { reason: '部门撤并，职能划转' })
    expect(await step(WHO.reviewer, 'proposeGrades', { text: '请审定全年等次' })).toMatchObject({ status: 200 })
  })
})

describe('a plan', () => {
  test('names departments of the register, and gives an item to one of them', async () => {
    const { version } = await world.must(WHO.admin, 'getProcedurePlan', { params: { cycleId: world.cycleId } })
    const planned = (body: object) =>
      world.call(WHO.admin, 'planProcedure', {
        params: { cycleId: world.cycleId },
        ifMatch: version,
        body: { steps: [{ step: 'department-scores', dueOn: '2026-12-31' }], scorers: [], consulted: [], ...body },
      })
    expect(await planned({})).toMatchObject({ body: { pointer: '/scorers' } })
    expect(await planned({ scorers: [{ unitId: TOWN, items: ['CASES'] }] })).toMatchObject({
      body: { detail: expect.stringContaining('“甲镇”不是本县在册的部门') },
    })
    expect(
      await planned({
        scorers: [
          { unitId: POLICE, items: ['CASES'] },
          { unitId: HOUSING, items: ['CASES'] },
        ],
      }),
    ).toMatchObject({ body: { detail: expect.stringContaining('已由公安局评分') } })
    expect(await planned({ scorers: [{ unitId: POLICE, items: ['OWN'] }] })).toMatchObject({
      body: { code: 'invalid-input' },
    })
  })

  test('that is switched off asks nobody any more, and switched on again asks as before', async () => {
    await world.plan(['self-assessment'])
    await world.plan([])
    const { rows } = (await world.must(WHO.admin, 'listProcedurePapers', {})) as never as { rows: { status: string }[] }
    expect(rows.map(({ status }) => status)).toEqual(['waived', 'waived'])
    await world.plan(['self-assessment'])
    expect((await world.paper(WHO.town, 'self-assessment', '甲镇')).state.status).toBe('open')
  })
})
