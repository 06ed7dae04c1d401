import { READY_REGISTERS } from '@anjie/domain/registers/ready/readyRegisters'
import { describe, expect, test } from 'vitest'
import { CONTENT, dutyWorld, FORMER, HOLDER, OTHER_POST, POST, WHO } from './dutyWorld.ts'

describe('versions of the four lists', () => {
  test('a county copies the province’s template, changes its copy and publishes it; a draft is nobody else’s', async () => {
    const world = await dutyWorld()
    const template = await world.must(WHO.province, 'draftDutyLists', { body: CONTENT })
    const params = { listsId: template.id }
    expect((await world.call(WHO.admin, 'getDutyLists', { params })).status).toBe(404)
    await world.must(WHO.province, 'publishDutyLists', { params, ifMatch: 1, body: { from: '2026-01-01' } })
    const copy = await world.must(WHO.admin, 'copyDutyLists', { params, body: { name: '本县四张清单' } })
    const own = { listsId: copy.id }
    const { state } = (await world.must(WHO.admin, 'getDutyLists', { params: own })) as never as { state: object }
    expect(state).toMatchObject({ copiedFrom: template.id, isExample: false, status: 'draft', county: '990101' })
    expect((await world.call(WHO.neighbour, 'getDutyLists', { params: own })).status).toBe(404)
    expect((await world.call(WHO.town, 'getDutyLists', { params: own })).status).toBe(404)
    const edited = { ...CONTENT, isExample: false, powers: [] }
    await world.must(WHO.admin, 'editDutyLists', { params: own, ifMatch: 1, body: edited })
    const refused = await world.call(WHO.admin, 'publishDutyLists', {
      params: own,
      ifMatch: 2,
      body: { from: '2026-03-01' },
    })
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, expect.stringContaining('权力清单没有内容')])
    await world.must(WHO.admin, 'editDutyLists', {
      params: own,
      ifMatch: 2,
      body: { ...edited, powers: CONTENT.powers },
    })
    await world.must(WHO.admin, 'publishDutyLists', { params: own, ifMatch: 3, body: { from: '2026-03-01' } })
    expect((await world.call(WHO.admin, 'editDutyLists', { params: own, ifMatch: 4, body: edited })).status).toBe(409)
    expect((await world.call(WHO.town, 'getDutyLists', { params: own })).status).toBe(200)
    const list = (await world.must(WHO.admin, 'listDutyLists')) as never as {
      rows: { id: string; inForce: boolean }[]
    }
    expect(new Map(list.rows.map(({ id, inForce }) => [id, inForce]))).toEqual(
      new Map([
        [template.id, true],
        [copy.id, true],
      ]),
    )
  })

  test('a version begins after the one before it, and reviewers publish none', async () => {
    const world = await dutyWorld()
    await world.publish('2026-01-01')
    const { id } = await world.must(WHO.admin, 'draftDutyLists', { body: CONTENT })
    const at = (from: string) => ({ params: { listsId: id }, ifMatch: 1, body: { from } })
    expect((await world.call(WHO.reviewer, 'publishDutyLists', at('2026-05-01'))).status).toBe(403)
    expect((await world.call(WHO.admin, 'publishDutyLists', at('2026-01-01'))).status).toBe(400)
    expect((await world.call(WHO.admin, 'publishDutyLists', at('2026-01-02'))).status).toBe(200)
  })
})

test('a register proves what the units of such posts keep themselves, and nothing else', async () => {
  const world = await dutyWorld()
  const refusalOf = async (register: string, name: string) => {
    const proof = { kind: 'register', register, name }
    const routine = [{ code: 'RC-01', text: '按台账', frequency: 'quarterly', times: 1, proof }]
    const { id } = await world.must(WHO.admin, 'draftDutyLists', { body: { ...CONTENT, routine } })
    const publish = { params: { listsId: id }, ifMatch: 1, body: { from: '2026-01-01' } }
    return JSON.stringify((await world.call(WHO.admin, 'publishDutyLists', publish)).body)
  }
  expect(await refusalOf('nothing', '无此台账')).toContain('没有设立或已停用')
  for (const body of READY_REGISTERS) await world.must(WHO.province, 'defineRegister', { body })
  // Of villages, and of the county.
  for (const register of ['patrols', 'centres'])
    expect(await refusalOf(register, register)).toContain('不由岗位所在单位填报')
})

describe('a negative event', () => {
  test('goes to the unit of the post for a word, then to another than who recorded it', async () => {
    const world = await dutyWorld()
    await world.publish()
    const eventId = await world.record()
    const params = { eventId }
    const decision = { params, ifMatch: 1, body: { outcome: 'upheld', reason: '事实清楚' } }
    expect((await world.call(WHO.admin, 'decideDutyEvent', decision)).status).toBe(409)
    const word = { params, ifMatch: 1, body: { kind: 'said', text: '当日因防汛值守请假未获回复' } }
    expect((await world.call(WHO.otherTown, 'giveDutyWord', word)).status).toBe(404)
    expect((await world.call(WHO.neighbour, 'giveDutyWord', word)).status).toBe(404)
    await world.must(WHO.town, 'giveDutyWord', word)
    const after = { ...decision, ifMatch: 2 }
    expect(JSON.stringify((await world.call(WHO.reviewer, 'decideDutyEvent', after)).body)).toContain('由您登记')
    await world.must(WHO.admin, 'decideDutyEvent', after)
    expect((await world.call(WHO.admin, 'decideDutyEvent', { ...after, ifMatch: 3 })).status).toBe(409)
    const found = (await world.must(WHO.town, 'getDutyEvent', { params })) as never as { state: { status: string } }
    expect(found.state.status).toBe('upheld')
  })

  test('stays with who held the post on its day, also when that person has left; nobody above reads it', async () => {
    const world = await dutyWorld()
    await world.publish()
    const eventId = await world.record({ on: '2026-01-20', line: 'FM-02' })
    const params = { eventId }
    const found = (await world.must(WHO.town, 'getDutyEvent', { params })) as never as { holder: object }
    expect(found.holder).toEqual({ name: FORMER, isIn: false })
    for (const above of [WHO.city, WHO.province])
      expect((await world.call(above, 'getDutyEvent', { params })).status).toBe(403)
    await world.must(WHO.town, 'giveDutyWord', {
      params,
      ifMatch: 1,
      body: { kind: 'left', text: '原任职人已调离本县' },
    })
    await world.must(WHO.admin, 'decideDutyEvent', { params, ifMatch: 2, body: { outcome: 'upheld', reason: '属实' } })
    const page = (await world.must(WHO.reviewer, 'getDutyPerformance', { params: { postId: POST } })) as never as {
      holders: { name: string; vetoed: boolean }[]
    }
    expect(page.holders.map(({ name, vetoed }) => [name, vetoed])).toEqual([
      [FORMER, true],
      [HOLDER, false],
    ])
  })

  test('is not said to be of somebody who has left while they are there, and waits for a word no longer than its days', async () => {
    const world = await dutyWorld()
    await world.publish()
    const params = { eventId: await world.record() }
    const left = await world.call(WHO.town, 'giveDutyWord', {
      params,
      ifMatch: 1,
      body: { kind: 'left', text: '人已调走' },
    })
    expect([left.status, JSON.stringify(left.body)]).toEqual([400, expect.stringContaining('仍在岗')])
    expect((await world.passTime('2026-03-16T15:59:59.000Z')).moved).toBe(0)
    expect((await world.passTime('2026-03-16T16:00:00.000Z')).moved).toBe(1)
    expect((await world.passTime('2026-03-17T16:00:00.000Z')).moved).toBe(0)
    const found = (await world.must(WHO.admin, 'getDutyEvent', { params })) as never as { state: object }
    expect(found.state).toMatchObject({ status: 'heard', word: { kind: 'silent' } })
  })

  test('is recorded against a line in force on its day and a post that was held', async () => {
    const world = await dutyWorld()
    await world.publish('2026-02-01')
    const record = (more: object) =>
      world.call(WHO.reviewer, 'recordDutyEvent', {
        body: { postId: POST, line: 'FM-01', on: '2026-02-20', ground: '二月二十日调度会无故缺席', ...more },
      })
    const said = async (more: object) => JSON.stringify((await record(more)).body)
    expect(await said({ on: '2026-01-20' })).toContain('没有施行的负面清单')
    expect(await said({ line: 'FM-09' })).toContain('没有“FM-09”这一条')
    expect(await said({ on: '2027-01-01' })).toContain('不能晚于今天')
    expect((await record({})).status).toBe(201)
  })
})

describe('what nothing proves', () => {
  test('is entered by the unit and confirmed by another person, whatever accounts they have', async () => {
    const world = await dutyWorld()
    await world.publish()
    const params = { postId: POST }
    const enter = (body: object) => ({
      params,
      body: { line: 'RC-01', on: '2026-02-10', note: '召开二月研判会', ...body },
    })
    expect((await world.call(WHO.otherTown, 'enterDuty', enter({}))).status).toBe(404)
    await world.must(WHO.admin, 'enterDuty', enter({}))
    expect((await world.call(WHO.town, 'enterDuty', enter({}))).status).toBe(400)
    const proved = await world.call(WHO.town, 'enterDuty', enter({ line: 'RC-03' }))
    expect(JSON.stringify(proved.body)).toContain('自动计入，不必另行登记')
    const decide = (more: object = {}) => ({
      params,
      ifMatch: 1,
      body: { year: 2026, number: 1, outcome: 'confirmed', reason: '', ...more },
    })
    expect((await world.call(WHO.town, 'decideDutyEntry', decide())).status).toBe(403)
    expect(JSON.stringify((await world.call(WHO.adminToo, 'decideDutyEntry', decide())).body)).toContain('由您登记')
    const stateIn = async () => {
      const page = (await world.must(WHO.town, 'getDutyPerformance', { params })) as never as {
        routine: { line: { code: string }; slots: { from: string; state: string }[] }[]
      }
      return page.routine.find(({ line }) => line.code === 'RC-01')?.slots.find(({ from }) => from === '2026-02-01')
        ?.state
    }
    expect(await stateIn()).toBe('waiting')
    await world.must(WHO.reviewer, 'decideDutyEntry', decide())
    expect(await stateIn()).toBe('done')
    expect((await world.call(WHO.reviewer, 'decideDutyEntry', { ...decide(), ifMatch: 2 })).status).toBe(409)
  })
})

describe('a training', () => {
  test('proves by its attendance, of a unit’s own post only', async () => {
    const world = await dutyWorld()
    await world.publish()
    const training = await world.must(WHO.reviewer, 'recordDutyTraining', {
      body: {
        kind: 'political',
        on: '2026-02-25',
        title: '政法委员政治轮训班',
        hours: 8,
        organiser: '县委政法委',
        postKind: 'township-commissioner',
      },
    })
    const params = { trainingId: training.id }
    await world.must(WHO.reviewer, 'setDutyAttendance', { params, ifMatch: 1, body: { posts: [POST] } })
    const unknown = { params, ifMatch: 2, body: { posts: [`990102.${POST.slice(7)}`] } }
    expect((await world.call(WHO.reviewer, 'setDutyAttendance', unknown)).status).toBe(404)
    const listed = async (who: (typeof WHO)['town']) =>
      ((await world.must(who, 'listDutyTrainings')) as never as { rows: unknown[] }).rows.length
    expect([await listed(WHO.town), await listed(WHO.otherTown), await listed(WHO.admin)]).toEqual([1, 0, 1])
    const proofs = async (who: (typeof WHO)['town'], postId: string) => {
      const page = (await world.must(who, 'getDutyPerformance', { params: { postId } })) as never as {
        routine: { line: { code: string }; slots: { proofs: unknown[] }[] }[]
      }
      return page.routine.find(({ line }) => line.code === 'RC-02')?.slots[0]?.proofs.length
    }
    expect([await proofs(WHO.town, POST), await proofs(WHO.reviewer, POST)]).toEqual([1, 1])
    expect(await proofs(WHO.reviewer, OTHER_POST)).toBe(0)
  })
})

test('a unit does not see what the county’s disputes prove, and no neighbour sees the page of a post', async () => {
  const world = await dutyWorld()
  await world.publish()
  const params = { postId: POST }
  for (const who of [WHO.otherTown, WHO.neighbour])
    expect((await world.call(who, 'getDutyPerformance', { params })).status).toBe(404)
  for (const who of [WHO.city, WHO.province])
    expect((await world.call(who, 'getDutyPerformance', { params })).status).toBe(403)
  const states = async (who: (typeof WHO)['town']) => {
    const page = (await world.must(who, 'getDutyPerformance', { params })) as never as {
      routine: { line: { code: string }; slots: { state: string }[] }[]
    }
    return Object.fromEntries(page.routine.map(({ line, slots }) => [line.code, slots[0]?.state]))
  }
  expect(await states(WHO.town)).toMatchObject({
    'RC-03': 'nothing',
    'RC-04': 'unseen',
    'RC-05': 'nothing',
  })
  expect(await states(WHO.reviewer)).toMatchObject({ 'RC-04': 'nothing' })
})
