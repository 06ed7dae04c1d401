import { staysInCounty } from '@anjie/domain/access/index'
import { unpack } from '@anjie/store/packed'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sampleOf } from '../api/sampleOf.ts'
import { ALL_OPERATIONS } from '../api/testApi.ts'
import { member } from '../builders/people.ts'
import { COUNTY, OTHER_TOWN, TOWN, WHO } from '../supervision/supervisionWorld.ts'
import { HOLDERS, OTHER_POST, POST, postCycleWorld, postScheme, TITLE } from './postCycleWorld.ts'

type World = Awaited<ReturnType<typeof postCycleWorld>>
let world: World
let cycle: Awaited<ReturnType<World['scored']>>
let appealId: string
let eventId: string

beforeAll(async () => {
  world = await postCycleWorld()
  eventId = await world.event('2026-09-05', { kind: 'points', points: '1.5' }, 2)
  // Dropped, and of another year: neither counts.
  await world.event('2026-02-03', { kind: 'points', points: '9' }, 1, 'dropped')
  await world.event('2025-02-03', { kind: 'points', points: '9' }, 1)
  cycle = await world.scored()
  const { runId } = cycle
  await world.must(WHO.admin, 'previewRun', { params: { runId }, body: { appealsUntil: '2027-01-31' } })
  const filed = await world.must(WHO.town, 'fileAppeal', {
    params: { cycleId: cycle.cycleId },
    body: { subject: POST, node: 'N', claim: '当日已电话报告，请复核' },
  })
  appealId = filed.id
})

const rowsOf = async (itemCode: string) => {
  const params = { submissionId: cycle.formOf(POST), item: itemCode, period: '2026' }
  return (await world.must(WHO.town, 'getCountedRows', { params })) as unknown as {
    figure: { value: string }
    of?: number
    list: { id: string; cells: Record<string, string>; counted: boolean }[]
  }
}

describe('a post as a subject of its county’s own cycle', () => {
  test('has one score from what was due and what was held against it, whoever held it, and nobody typed a figure', async () => {
    const { state } = (await world.must(WHO.admin, 'getRun', { params: { runId: cycle.runId } })) as unknown as {
      state: { rows: { name: string; publishedScore: string }[] }
    }
    // 9 of the 11 months that are over: 81.82 %, 8.18 below 90 at 0.5; and 1.5 points.
    expect(state.rows.find(({ name }) => name === TITLE)).toMatchObject({ publishedScore: '94.41' })
    expect(await rowsOf('ROUTINE')).toMatchObject({ figure: { value: '81.82' }, of: 11 })
    expect(await rowsOf('NEGATIVE')).toMatchObject({ figure: { value: '1.5' }, list: [{ id: eventId }] })
    expect(await rowsOf('VETOES')).toMatchObject({ figure: { value: '0' } })
  })

  test('is filled by nobody at its unit, which reads the form once it is settled, the score, and no neighbour’s', async () => {
    const form = { params: { submissionId: cycle.formOf(POST) } }
    expect(await world.call(WHO.town, 'getSubmission', form)).toMatchObject({ status: 200 })
    expect(await world.call(WHO.otherTown, 'getSubmission', form)).toMatchObject({ status: 404 })
    const card = (who: typeof WHO.town | typeof WHO.otherTown, subject: string) =>
      world.call(who, 'getOwnScorecard', { params: { cycleId: cycle.cycleId }, query: `subject=${subject}` })
    expect(await card(WHO.town, POST)).toMatchObject({ status: 200, body: { row: { name: TITLE } } })
    expect(await card(WHO.town, OTHER_POST)).toMatchObject({ status: 404 })
    const cycles = (await world.must(WHO.town, 'getCycle', { params: { cycleId: cycle.cycleId } })) as unknown as {
      state: { subjects: { code: string }[] }
    }
    expect(cycles.state.subjects.map(({ code }) => code)).toEqual([POST])
    const home = JSON.stringify(await world.must(WHO.town, 'getHome'))
    expect(home).toContain('岗位考评得分预览已开放')
  })

  test('may be appealed against at its unit and by no neighbour, and is not answered by who holds it', async () => {
    const claim = { node: 'R', claim: '走访记录已补录，请复核' }
    expect(
      await world.call(WHO.otherTown, 'fileAppeal', {
        params: { cycleId: cycle.cycleId },
        body: { subject: POST, ...claim },
      }),
    ).toMatchObject({ status: 404 })
    const answer = {
      params: { appealId },
      body: { outcome: 'dismissed', answer: '经核查，电话报告时间已超过规定时限' },
    }
    expect(await world.call(WHO.secondAdmin, 'answerAppeal', answer)).toMatchObject({
      body: { code: 'conflict-of-interest' },
    })
  })

  test('is named by its title: no document, row, message or line of the log holds the name of who held it', async () => {
    const { runId } = cycle
    await world.must(WHO.admin, 'getScorecard', { params: { runId, subject: POST } })
    const written = textOf(
      [...world.api.stores.tables.dump('records'), ...world.api.stores.tables.dump('views')].filter(ofCycle),
    )
    expect(written).toContain(TITLE)
    for (const name of HOLDERS) expect(written.includes(name), name).toBe(false)
    expect(JSON.stringify(world.api.lines)).not.toContain(HOLDERS[0])
  })
})

describe('a scheme for posts', () => {
  test('is one from its drafting on: a county’s changes its kind of subject neither to a post nor from one', async () => {
    const edit = (schemeId: string, scheme: object) =>
      world.call(WHO.admin, 'editScheme', { params: { schemeId }, body: { scheme } })
    const own = await world.must(WHO.admin, 'draftScheme', { body: { scheme: { ...postScheme(), code: 'POSTS-2' } } })
    const towns = { ...postScheme(), code: 'TOWNS-2', subjectKind: 'township' }
    const other = await world.must(WHO.admin, 'draftScheme', { body: { scheme: towns } })
    expect([staysInCounty(own.id), staysInCounty(other.id)]).toEqual([true, false])
    for (const [id, scheme] of [
      [own.id, towns],
      [other.id, postScheme()],
    ] as const)
      expect(await edit(id, scheme)).toMatchObject({
        body: { code: 'invalid-input', pointer: '/scheme/subjectKind', detail: expect.stringContaining('另行起草') },
      })
    expect(await edit(own.id, { ...postScheme(), code: 'POSTS-2', name: '管理考核试行办法' })).toMatchObject({
      status: 200,
    })
  })

  test('of the province is a template that counties copy, and assesses nobody there', async () => {
    const admin = member({ roles: ['province-admin'] })
    world.api.join(admin)
    const template = { ...postScheme(), code: 'POSTS-99', name: '岗位考评模板' }
    const { id: schemeId } = await world.must(admin, 'draftScheme', { body: { scheme: template } })
    await world.must(admin, 'publishScheme', { params: { schemeId }, body: { as: 'in-force' } })
    const plan = {
      name: '全省岗位考评',
      year: 2026,
      schemeId,
      dataFrom: '2026-01-01',
      dataTo: '2026-12-31',
      dueOn: '2027-01-31',
      subjects: [{ code: POST, group: 'G1' }],
    }
    const refused = await world.call(admin, 'planCycle', { body: plan })
    expect(JSON.stringify(refused.body)).toContain('只由县级在本县考评')
    const copy = { params: { schemeId }, body: { name: '本县岗位考评', year: 2026 } }
    expect(staysInCounty((await world.must(WHO.admin, 'copyScheme', copy)).id)).toBe(true)
  })
})

test('a change of holder divides its days, exactly, and what fell in them, on a page of the county and by number', async () => {
  const params = { cycleId: cycle.cycleId, postId: POST }
  const parts = await world.must(WHO.reporter, 'getPostParts', { params })
  expect(parts).toMatchObject({
    title: TITLE,
    days: 365,
    routine: { due: 11, done: 9 },
    points: '1.5',
    holders: [
      { number: 1, to: '2026-06-30', days: 181, routine: { due: 6, done: 5, missed: 1 }, points: '0', events: [] },
      {
        number: 2,
        from: '2026-07-01',
        days: 184,
        routine: { due: 5, done: 4 },
        points: '1.5',
        events: [{ id: eventId }],
      },
    ],
    vacant: [],
  })
  for (const name of HOLDERS) expect(JSON.stringify(parts)).not.toContain(name)
  expect(await world.call(WHO.town, 'getPostParts', { params })).toMatchObject({ status: 403 })
})

/** Every item with what is packed in it unpacked. */
const textOf = (items: readonly object[]): string =>
  JSON.stringify(
    items.map((item) =>
      Object.values(item).map((value: unknown) => (value instanceof Uint8Array ? unpack(value) : value)),
    ),
  )

/** What belongs to the cycle, and not to the post, its entries and events themselves. */
const ofCycle = (item: Readonly<Record<string, unknown>>): boolean =>
  !/#duty-(post|entries|event)#/.test(String(item['pk']))

const ABOVE = [
  member({ roles: ['city-reviewer'] }),
  member({ roles: ['province-admin'] }),
  member({ roles: ['province-reviewer'] }),
  member({ roles: ['auditor'] }),
  member({ roles: ['county-admin'], jurisdiction: '990102' }),
  member({ roles: ['county-reporter'], jurisdiction: '990102' }),
  member({ roles: ['unit-reporter'], jurisdiction: '990102' }),
]

describe.each(ABOVE.map((who) => [`${who.roles.join()}@${who.jurisdiction.code}`, who] as const))('%s', (_, who) => {
  test('learns by no operation that posts are assessed, nor what came of it', async () => {
    world.api.join(who)
    const ids: Readonly<Record<string, string>> = {
      schemeId: world.schemeId,
      cycleId: cycle.cycleId,
      runId: cycle.runId,
      submissionId: cycle.formOf(POST),
      appealId,
      subject: POST,
      item: 'NEGATIVE',
      period: '2026',
      unitId: TOWN,
      postId: POST,
    }
    const cases = { scheme: 'schemeId', cycle: 'cycleId', run: 'runId', submission: 'submissionId', appeal: 'appealId' }
    const told: string[] = []
    for (const operation of ALL_OPERATIONS.filter(({ access }) =>
      who.roles.some((role) => access.roles.includes(role)),
    )) {
      const names = operation.params instanceof z.ZodObject ? Object.keys(operation.params.shape) : []
      const kinds = names.some((name) => name === 'kind' || name === 'caseKind') ? Object.entries(cases) : [['', '']]
      for (const [kind = '', id = ''] of kinds) {
        const params = Object.fromEntries(
          names.map((name) => {
            if (name === 'kind' || name === 'caseKind') return [name, kind]
            if (name === 'recordId' || name === 'caseId') return [name, ids[id] ?? '']
            return [name, ids[name] ?? `${COUNTY}.01J0000000000000000000000W`]
          }),
        )
        const body = operation.method === 'GET' ? undefined : sampleOf(operation.body)
        const { status, body: answer } = await world.call(who, operation, {
          params,
          ...(body === undefined ? {} : { body }),
        })
        const text = JSON.stringify(answer)
        const named = Object.values(params).some((value) => /post-/.test(value))
        // The kind of post is a word that everybody knows; what is named after a unit is the county’s own.
        if (/(?<!乡镇)政法委员|管理考核|post-01/.test(text) || (named && status < 300))
          told.push(`${operation.id} ${status} ${text.slice(0, 200)}`)
      }
    }
    expect(told).toEqual([])
  })
})

test('the county itself and another unit are told apart from those: the table is the county’s, the neighbour’s score nobody’s', async () => {
  expect(await world.call(WHO.reviewer, 'getCycle', { params: { cycleId: cycle.cycleId } })).toMatchObject({
    status: 200,
  })
  expect(JSON.stringify(await world.must(WHO.reviewer, 'listCycles'))).toContain(cycle.cycleId)
  expect(OTHER_POST.startsWith(OTHER_TOWN)).toBe(true)
})
