import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { EvidenceId, MembershipId, type RoundId } from '@anjie/contracts/vocabulary/ids'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { HOME } from '@anjie/use-cases/home/index'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { beforeEach, describe, expect, test } from 'vitest'
import { someDetails } from '../builders/facts.ts'
import {
  batch,
  batchNow,
  Case,
  type HonourWorld,
  honourWorld,
  mustHold,
  OPINION,
  openNoticeOf,
  PEOPLE,
  person,
  round,
  rowsOf,
  village,
} from '../builders/honours.ts'

let world: HonourWorld
let roundId: RoundId
let unit: Unit
let made: Case

const COLLEAGUE = person('p-city-2', '9901', 'city-reviewer')
const HEALTH: Membership = { ...person('p-health', '9901', 'city-reviewer'), honours: ['peace-hospital'] }
const posts = new Map<string, MembershipId>()

/** The post on record, as somebody who holds it. */
async function inOffice(member: Membership, changes: object = {}): Promise<MembershipId> {
  const id = MembershipId.parse(`${member.jurisdiction.code}.${String(posts.size + 1).padStart(26, '0')}`)
  posts.set(member.personId, id)
  const { personId, personName, post, jurisdiction, jurisdictionName, roles, honours, validUntil } = member
  const next = {
    id,
    holder: 'person' as const,
    personId,
    personName,
    post,
    jurisdiction,
    jurisdictionName,
    roles,
    ...(honours === undefined ? {} : { honours }),
    validUntil,
    status: 'in-office' as const,
    updatedAt: world.now,
    ...changes,
  }
  await mustHold(
    world.platform().commit([
      {
        kind: 'membership',
        id,
        expectedVersion: 0,
        next,
        fact: { type: 'MembershipGranted', details: someDetails('MembershipGranted') },
      },
    ]),
  )
  return id
}

beforeEach(async () => {
  posts.clear()
  world = await honourWorld()
  roundId = await round(world)
  unit = await village(world, '990101', '柳湾村')
  made = await Case.draft(world, roundId, unit)
  await mustHold(made.save())
  await mustHold(made.submit())
  await mustHold(made.recommend())
  for (const member of [PEOPLE.cityReviewer, COLLEAGUE, HEALTH, PEOPLE.countyReviewer]) await inOffice(member)
})

const postOf = ({ personId }: Membership): MembershipId => posts.get(personId) as MembershipId
const refused = (code: string, detail: string) => ({
  ok: false,
  error: { code, detail: expect.stringContaining(detail) },
})
type Outcome = ReturnType<typeof world.run>
const step = async (outcome: Outcome): Outcome => {
  const result = await outcome
  if (result.ok) made.version = result.value.version
  return result
}
const call = (body: object, more: object = {}) => ({ params: { ...made.params, ...more }, query: {}, body }) as never
const visit = (changes: object = {}, member: Membership = PEOPLE.cityReviewer) =>
  step(
    world.run(
      HONOURS.recordVisit,
      member,
      call({ on: '2026-03-02', visitors: ['王小明', '李小红'], finding: '与申报一致', agrees: true, ...changes }),
      made.version,
    ),
  )
const acceptByVisit = (member: Membership = PEOPLE.cityReviewer) =>
  step(world.run(HONOURS.acceptApplication, member, call({ opinion: OPINION }), made.version))
const transfer = (to: MembershipId, member: Membership = PEOPLE.cityReviewer) =>
  step(world.run(HONOURS.transferApplication, member, call({ to, reason: '外出培训' }), made.version))
const ask = (of: MembershipId, dueOn = '2026-03-09', member: Membership = PEOPLE.cityReviewer) =>
  step(world.run(HONOURS.askOpinion, member, call({ of, question: '请核实医疗纠纷情况', dueOn }), made.version))
const answer = (member: Membership, request = 1) =>
  step(world.run(HONOURS.giveOpinion, member, call({ agrees: true, opinion: '无医疗纠纷' }, { request }), made.version))
const recall = (member: Membership = PEOPLE.cityReviewer, request = 1) =>
  step(world.run(HONOURS.recallRequest, member, call({ reason: '已有结论' }, { request }), made.version))

describe('a site visit', () => {
  test('several are recorded, within the round and not in the future; the newest one of the level carries the acceptance', async () => {
    expect(await acceptByVisit()).toMatchObject(refused('incomplete', '还没有登记现场核查'))
    expect(await visit({ on: '2026-03-03' })).toMatchObject(refused('invalid-input', '不能晚于今天'))
    expect(await visit({ on: '2020-01-01' })).toMatchObject(refused('invalid-input', '不能早于'))
    expect(await visit({ visitors: ['王小明', '王小明'] })).toMatchObject(refused('invalid-input', '填写了两次'))
    await mustHold(visit({ agrees: false, finding: '调解台账缺两个月' }))
    expect(await acceptByVisit()).toMatchObject(refused('incomplete', '与申报不一致'))
    await mustHold(visit())
    await mustHold(acceptByVisit())
    const { status, siteVisit, visits } = await made.state()
    expect([status, siteVisit?.visitors, visits?.map(({ number, agrees }) => [number, agrees])]).toEqual([
      'accepted',
      '王小明、李小红',
      [
        [1, false],
        [2, true],
      ],
    ])
  })

  test('that was made before the case was sent back stays on record and carries no later acceptance', async () => {
    await mustHold(visit())
    await mustHold(made.sendBack('submitted', PEOPLE.cityReviewer))
    await mustHold(made.recommend())
    expect(await acceptByVisit()).toMatchObject(refused('incomplete', '还没有登记现场核查'))
    expect((await made.state()).visits).toHaveLength(1)
  })

  test('keeps files under the code of who made it; another level neither adds to it nor opens them from below', async () => {
    await mustHold(visit())
    const request = (member: Membership) =>
      step(
        world.run(
          HONOURS.requestVisitFile,
          member,
          call({ fileName: '现场.jpg', contentType: 'image/jpeg', bytes: 4 }, { visit: 1 }),
          made.version,
        ),
      )
    expect(await request(PEOPLE.countyReviewer)).toMatchObject({ ok: false })
    const slot = await mustHold(request(PEOPLE.cityReviewer))
    const form = await mustHold(
      HONOURS.requestVisitFile.completeAnswer(world.context(PEOPLE.cityReviewer), call({}, { visit: 1 }), {
        id: slot.id,
        version: made.version,
        status: 'recommended',
      }),
    )
    const { upload } = form as { upload: { fields: Record<string, string> } }
    expect(upload.fields['key']).toBe(`pending/9901/${made.id}/${slot.id}`)
    expect(world.stores.evidence.upload(upload.fields, 'image/jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe(
      true,
    )
    await mustHold(
      step(
        world.run(
          HONOURS.attachVisitFile,
          PEOPLE.cityReviewer,
          call({}, { visit: 1, evidenceId: EvidenceId.parse(slot.id) }),
          made.version,
        ),
      ),
    )
    // The province sees the visit of the city once it is accepted, and adds nothing to it.
    await mustHold(acceptByVisit())
    expect(await request(PEOPLE.provinceReviewer)).toMatchObject(refused('not-permitted', '材料由其上传'))
    const open = (member: Membership) =>
      world.ask(HONOURS.openApplicationEvidence, member, call({}, { evidenceId: slot.id }))
    expect(await open(PEOPLE.cityReviewer)).toMatchObject({ ok: true, value: { fileName: '现场.jpg' } })
    expect(await open(PEOPLE.countyReviewer)).toMatchObject(refused('not-permitted', '留存'))
  })
})

describe('a transfer', () => {
  test('passes the case on to a reviewer of the level, with the reason; the one before goes no further until it is taken back', async () => {
    await mustHold(transfer(postOf(COLLEAGUE)))
    expect((await made.state()).transferred).toMatchObject({ personId: COLLEAGUE.personId, reason: '外出培训' })
    expect(await visit()).toMatchObject(refused('not-permitted', '已转由'))
    expect(await made.reject()).toMatchObject(refused('not-permitted', '已转由'))
    const [row] = await rowsOf(world, PEOPLE.cityReviewer, 'application')
    expect(row?.queue).toMatchObject({ code: '9901', role: 'city-reviewer' })
    await mustHold(visit({}, COLLEAGUE))
    await mustHold(acceptByVisit(COLLEAGUE))
    expect((await made.state()).transferred).toBeUndefined()
  })

  test('is refused to another level, to oneself, to who is not of the honour, to who wrote in it and to who left', async () => {
    expect(await transfer(postOf(PEOPLE.countyReviewer))).toMatchObject(refused('invalid-input', '不是本级'))
    expect(await transfer(postOf(PEOPLE.cityReviewer))).toMatchObject(refused('invalid-input', '您自己'))
    expect(await transfer(postOf(HEALTH))).toMatchObject(refused('invalid-input', '不分管该荣誉'))
    const gone = await inOffice(person('p-gone', '9901', 'city-reviewer'), { status: 'ended' })
    expect(await transfer(gone)).toMatchObject(refused('invalid-input', '没有有效的任职'))
    const author = await inOffice(person(PEOPLE.reporter.personId, '9901', 'city-reviewer'))
    expect(await transfer(author)).toMatchObject(refused('invalid-input', '应当回避'))
  })
})

describe('a joint signature', () => {
  test('is asked of another department’s post, which sees the case by it and answers; the case stays where it is and waits', async () => {
    const read = () => world.ask(HONOURS.getApplication, HEALTH, call({}))
    expect(await read()).toMatchObject({ ok: false, error: { code: 'not-found' } })
    await mustHold(ask(postOf(HEALTH)))
    expect(await read()).toMatchObject({ ok: true })
    // An opinion is all that is asked of them: the case is neither their work nor theirs to decide.
    expect(await made.reject(HEALTH)).toMatchObject(refused('not-permitted', '不分管该荣誉'))
    expect(await transfer(postOf(COLLEAGUE), HEALTH)).toMatchObject({ ok: false })
    const home = await mustHold(world.ask(HOME.getHome, HEALTH, call({})))
    expect([home.toDo.length, home.recent.map(({ title }) => title)]).toEqual([0, ['柳湾村']])
    await mustHold(visit())
    expect(await acceptByVisit()).toMatchObject(refused('transition-not-allowed', '会签尚未答复'))
    expect(await answer(COLLEAGUE)).toMatchObject(refused('not-permitted', '没有请您会签'))
    await mustHold(answer(HEALTH))
    expect(await answer(HEALTH)).toMatchObject(refused('not-permitted', '没有请您会签'))
    await mustHold(acceptByVisit())
    const { opinions } = await made.state()
    expect(opinions.map(({ action }) => action)).toEqual(['recommend', 'ask-opinion', 'co-sign', 'accept'])
  })

  test('is refused to the owner, twice to the same post and with a day that is past; recalled it is waited for no more', async () => {
    expect(await ask(postOf(PEOPLE.cityReviewer))).toMatchObject(refused('invalid-input', '您自己'))
    expect(await ask(postOf(HEALTH), '2026-03-01')).toMatchObject(refused('invalid-input', '会签期限'))
    await mustHold(ask(postOf(HEALTH)))
    expect(await ask(postOf(HEALTH))).toMatchObject(refused('invalid-input', '不必重复'))
    await mustHold(recall())
    expect(await answer(HEALTH)).toMatchObject({ ok: false })
    await mustHold(visit())
    await mustHold(acceptByVisit())
  })

  test('that nobody has answered is over when the case leaves the level', async () => {
    await mustHold(ask(postOf(HEALTH)))
    await mustHold(made.sendBack('submitted', PEOPLE.cityReviewer))
    expect((await made.state()).requests?.[0]?.recalled).toBeDefined()
  })

  test('colleagues who may be asked or passed the case are listed, nobody else', async () => {
    const { colleagues } = await mustHold(world.ask(HONOURS.listColleagues, PEOPLE.cityReviewer, call({})))
    expect(colleagues.map(({ personName, refused: why }) => [personName, why !== undefined]).sort()).toEqual([
      ['测试p-city-2', false],
      ['测试p-health', true],
    ])
  })
})

describe('a listed unit', () => {
  test('is held while its list is drawn up or on notice, the list stays as it is', async () => {
    await mustHold(made.accept())
    const listId = await batch(world, roundId)
    await mustHold(made.propose(listId))
    const entries = async () => (await batchNow(world, listId)).state.entries
    const before = await entries()
    await mustHold(made.hold(PEOPLE.provinceReviewer))
    await mustHold(made.release(PEOPLE.provinceReviewer))
    await mustHold(openNoticeOf(world, listId, '2026-03-03'))
    await mustHold(made.hold(PEOPLE.provinceReviewer))
    expect(await entries()).toEqual(before)
    expect(await made.hold(PEOPLE.provinceReviewer)).toMatchObject(refused('transition-not-allowed', '已暂缓'))
  })
})
