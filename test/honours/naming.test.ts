import {
  type BatchId,
  CertificateSerial,
  DocumentNumber,
  NewDocumentNumber,
  type RoundId,
  TitleId,
} from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { RECORD_KINDS } from '@anjie/contracts/vocabulary/records'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { certificateContent } from '@anjie/domain/honours/certificateContent'
import { decideTakeBack } from '@anjie/domain/honours/decisions/takeBack'
import { holdUnit } from '@anjie/domain/objections/holdUnit'
import { digest } from '@anjie/store/index'
import { continueNaming, type NamingContext, UNITS_A_COMMIT } from '@anjie/use-cases/honours/continueNaming'
import { importTitles } from '@anjie/use-cases/honours/importTitles'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { closeNoticeOf, endedNotices } from '@anjie/use-cases/notices/closeNotices'
import { beforeEach, describe, expect, test } from 'vitest'
import { someDetails } from '../builders/facts.ts'
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
import { siteOf, textOf } from '../public-site/publishedSite.ts'

let world: HonourWorld
let roundId: RoundId

beforeEach(async () => {
  world = await honourWorld()
  roundId = await round(world)
})

const ENDED = '2026-03-09T16:00:01.000Z'

/** A list of so many villages whose notice ran from 3 to 9 March 2026. */
async function closedList(units: number, name = '第一批'): Promise<{ listId: BatchId; cases: Case[] }> {
  world.now = '2026-03-02T01:00:00.000Z'
  const listId = await batch(world, roundId, name)
  const cases: Case[] = []
  for (let index = 0; index < units; index++) {
    const made = await Case.accepted(world, roundId, await village(world, '990101', `${name}${index}村`))
    await mustHold(made.propose(listId))
    cases.push(made)
  }
  await mustHold(openNoticeOf(world, listId, '2026-03-03'))
  world.now = ENDED
  expect(await closeNoticeOf(world.platform(), listId, world.now)).toBe(true)
  return { listId, cases }
}

async function decide(
  listId: BatchId,
  documentNumber = '平安办〔2026〕12号',
  namedOn = '2026-03-10',
  member = PEOPLE.provinceAdmin,
) {
  const { version } = await batchNow(world, listId)
  const body = { documentNumber: DocumentNumber.parse(documentNumber), namedOn: PlainDate.parse(namedOn) }
  return world.run(HONOURS.nameBatch, member, { params: { batchId: listId }, query: {}, body }, version)
}

const runner = (): NamingContext => ({
  ...world.context(PEOPLE.provinceAdmin),
  store: world.platform(),
  divisions: DIVISIONS,
})
const titles = async () => (await rowsOf(world, PEOPLE.provinceAdmin, 'title')).map(({ id }) => id)
const serials = async () =>
  (await rowsOf(world, PEOPLE.provinceAdmin, 'title')).flatMap(({ fields }) => fields.serial ?? []).sort()
const running = (serial: string) => Number(serial.split('-')[3])

describe('a notice', () => {
  test('is not closed before its last day has ended in Beijing, whoever asks', async () => {
    const listId = await batch(world, roundId)
    const made = await Case.accepted(world, roundId, await village(world, '990101', '柳湾村'))
    await mustHold(made.propose(listId))
    await mustHold(openNoticeOf(world, listId, '2026-03-03'))
    expect((await batchNow(world, listId)).state.notice).toMatchObject({ startsOn: '2026-03-03', endsOn: '2026-03-09' })
    for (const early of ['2026-03-03T01:00:00.000Z', '2026-03-09T15:59:59.999Z']) {
      expect(await endedNotices(world.platform(), early)).toEqual([])
      expect(await closeNoticeOf(world.platform(), listId, early)).toBe(false)
      world.now = early
      expect(await decide(listId)).toMatchObject({
        ok: false,
        error: { code: 'notice-not-closed', detail: expect.stringContaining('2026年3月9日（周一）') },
      })
    }
    expect(await endedNotices(world.platform(), '2026-03-09T16:00:00.000Z')).toEqual([listId])
    world.now = '2026-03-09T16:00:00.000Z'
    expect(await closeNoticeOf(world.platform(), listId, world.now)).toBe(true)
    expect(await closeNoticeOf(world.platform(), listId, world.now)).toBe(false)
    expect((await batchNow(world, listId)).state).toMatchObject({
      status: 'notice-closed',
      notice: { closedAt: world.now },
    })
  })

  test('is refused for an empty list, in the past, and where the calendar is missing', async () => {
    const listId = await batch(world, roundId)
    expect(await openNoticeOf(world, listId, '2026-03-03')).toMatchObject({ ok: false, error: { code: 'batch-empty' } })
    const made = await Case.accepted(world, roundId, await village(world, '990101', '柳湾村'))
    await mustHold(made.propose(listId))
    expect(await openNoticeOf(world, listId, '2026-03-01')).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', pointer: '/startsOn' },
    })
    world.now = '2026-12-20T01:00:00.000Z'
    expect(await openNoticeOf(world, listId, '2026-12-28')).toMatchObject({
      ok: false,
      error: { code: 'calendar-missing' },
    })
    expect((await batchNow(world, listId)).state.status).toBe('collecting')
  })

  test('is opened and decided upon by the administrator only', async () => {
    const { listId } = await closedList(1)
    for (const member of [PEOPLE.provinceReviewer, PEOPLE.auditor]) {
      expect(await decide(listId, undefined, undefined, member)).toMatchObject({
        ok: false,
        error: { code: 'not-permitted' },
      })
    }
    // The list itself is out of a city's reach.
    expect(await decide(listId, undefined, undefined, PEOPLE.cityReviewer)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  test('keeps its list as it is: nobody joins once it has begun', async () => {
    const { listId } = await closedList(1)
    world.now = '2026-03-02T01:00:00.000Z'
    const late = await Case.accepted(world, roundId, await village(world, '990101', '后到村'))
    expect(await late.propose(listId)).toMatchObject({ ok: false, error: { code: 'batch-closed' } })
  })
})

describe('naming', () => {
  test('gives every unit of the list a title, a gapless number and a certificate hash, and closes the list', async () => {
    const { listId, cases } = await closedList(3)
    expect(await decide(listId)).toMatchObject({ ok: true, value: { status: 'naming' } })
    expect((await batchNow(world, listId)).state).toMatchObject({
      status: 'named',
      namedCount: 3,
      documentNumber: '平安办〔2026〕12号',
    })
    expect((await serials()).map(running)).toEqual([1, 2, 3])
    for (const made of cases) {
      const application = await made.state()
      expect(application.status).toBe('named')
      const title = await world.platform().get('title', application.titleId ?? '')
      if (title === undefined) throw new Error('no title')
      expect(CertificateSerial.parse(title.state.serial)).toMatch(/^平安99-WL-2026-000\d-/)
      expect(title.state).toMatchObject({
        status: 'active',
        namedOn: '2026-03-10',
        validUntil: '2029-03-09',
        documentNumber: '平安办〔2026〕12号',
        issuer: '平安安和建设领导小组',
        serial: application.certificateSerial,
        provinceName: '安和省',
      })
      expect(title.state.certificateHash).toBe(digest(certificateContent(title.state)))
    }
  })

  test('two lists named at once by several runners: 100 different numbers without a gap', async () => {
    const one = await closedList(50, '第一批')
    const other = await closedList(50, '第二批')
    world.now = ENDED
    for (const [index, { listId }] of [one, other].entries()) {
      const { state, version } = await batchNow(world, listId)
      const next = {
        ...state,
        status: 'naming' as const,
        documentNumber: DocumentNumber.parse(`平安办〔2026〕${index + 1}号`),
        namedOn: PlainDate.parse('2026-03-10'),
      }
      const fact = { type: 'NamingDecided', details: someDetails('NamingDecided') } as const
      await mustHold(world.platform().commit([{ kind: 'batch', id: listId, expectedVersion: version, next, fact }]))
    }
    await Promise.all([one, other, one, other].map(({ listId }) => continueNaming(runner(), listId, () => true)))
    const given = await serials()
    expect(new Set(given).size).toBe(100)
    expect(given.map(running)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1))
    expect(await titles()).toHaveLength(100)
    const named = await Promise.all([...one.cases, ...other.cases].map(async (made) => (await made.state()).status))
    expect(new Set(named)).toEqual(new Set(['named']))
    expect((await batchNow(world, one.listId)).state).toMatchObject({ status: 'named', namedCount: 50 })
  })

  /** A list whose naming is decided upon and not begun. */
  async function decidedList(units: number): Promise<{ listId: BatchId; cases: Case[] }> {
    const made = await closedList(units)
    const { state, version } = await batchNow(world, made.listId)
    const next = {
      ...state,
      status: 'naming' as const,
      documentNumber: DocumentNumber.parse('平安办〔2026〕1号'),
      namedOn: PlainDate.parse('2026-03-10'),
    }
    const fact = { type: 'NamingDecided', details: someDetails('NamingDecided') } as const
    await mustHold(world.platform().commit([{ kind: 'batch', id: made.listId, expectedVersion: version, next, fact }]))
    return made
  }
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
  const UNITS = 2 * UNITS_A_COMMIT + 3

  test('names sixteen units a commit: three commits and the closing one for 35, and every record is read once', async () => {
    const { listId } = await decidedList(UNITS)
    const { store, ...rest } = runner()
    let commits = 0
    let read = 0
    await continueNaming(
      {
        ...rest,
        store: {
          ...store,
          commit: (changes, reply) => {
            commits += 1
            return store.commit(changes, reply)
          },
          getMany: (kind, ids) => {
            read += ids.length
            return store.getMany(kind, ids)
          },
        },
      },
      listId,
      () => true,
    )
    expect(commits).toBe(Math.ceil(UNITS / UNITS_A_COMMIT) + 1)
    // The application, the note of what its unit holds, the unit, and what bars it.
    expect(read).toBe(4 * UNITS)
  })

  test('numbers follow the order of the list, and the fact of a group names its first and last', async () => {
    const { listId, cases } = await decidedList(3)
    await continueNaming(runner(), listId, () => true)
    const states = await Promise.all(cases.map((made) => made.state()))
    expect(states.map(({ certificateSerial = '' }) => running(certificateSerial))).toEqual([1, 2, 3])
    const issued = world.stores.recordedFacts().filter(({ kind }) => kind === 'serial-counter')
    expect(issued.map(({ details }) => details)).toEqual([
      {
        first: states[0]?.certificateSerial,
        last: states[2]?.certificateSerial,
        count: '3',
        batch: '第一批',
      },
    ])
  })

  test('stopped between commits, it goes on where it was, and once done changes nothing more', async () => {
    const { listId } = await decidedList(UNITS)
    let left = 2
    expect(await continueNaming(runner(), listId, () => left-- > 0)).toEqual({
      named: 2 * UNITS_A_COMMIT,
      finished: false,
    })
    expect((await batchNow(world, listId)).state.status).toBe('naming')
    expect(await continueNaming(runner(), listId, () => true)).toEqual({ named: 3, finished: true })
    const facts = world.stores.recordedFacts().length
    expect(await continueNaming(runner(), listId, () => true)).toEqual({ named: 0, finished: true })
    expect(world.stores.recordedFacts()).toHaveLength(facts)
    expect((await serials()).map(running)).toEqual(upTo(UNITS))
  })

  test.each(upTo(4).flatMap((commit) => [[commit, 'before'] as const, [commit, 'after'] as const]))(
    'killed at commit %i, %s it is written, it loses no number and names nobody twice',
    async (fatal, when) => {
      const { listId } = await decidedList(UNITS)
      const broken = runner()
      let commits = 0
      const failing: NamingContext = {
        ...broken,
        store: {
          ...broken.store,
          commit: async (changes, reply) => {
            commits += 1
            if (commits === fatal && when === 'before') throw new Error('the function was stopped')
            const written = await broken.store.commit(changes, reply)
            if (commits === fatal) throw new Error('the function was stopped')
            return written
          },
        },
      }
      await expect(continueNaming(failing, listId, () => true)).rejects.toThrow('the function was stopped')
      await continueNaming(runner(), listId, () => true)
      expect((await serials()).map(running)).toEqual(upTo(UNITS))
      expect(await titles()).toHaveLength(UNITS)
      expect((await batchNow(world, listId)).state).toMatchObject({ status: 'named', namedCount: UNITS })
    },
  )

  test('a unit that is sent back while its group is being named is left out, and takes no number', async () => {
    const { listId, cases } = await decidedList(3)
    const { store, ...rest } = runner()
    let commits = 0
    const raced: NamingContext = {
      ...rest,
      store: {
        ...store,
        commit: async (changes, reply) => {
          commits += 1
          if (commits === 1) {
            const { id, ...made } = (await cases[1]?.state()) ?? expect.fail()
            const { version } = (await world.platform().get('application', id)) ?? expect.fail()
            const next = { ...made, id, status: 'rejected' as const, batchId: undefined }
            const fact = { type: 'ApplicationRejected', details: someDetails('ApplicationRejected') } as const
            await mustHold(world.platform().commit([{ kind: 'application', id, expectedVersion: version, next, fact }]))
          }
          return store.commit(changes, reply)
        },
      },
    }
    expect(await continueNaming(raced, listId, () => true)).toEqual({ named: 2, finished: true })
    expect((await serials()).map(running)).toEqual([1, 2])
    expect((await batchNow(world, listId)).state.namedCount).toBe(2)
  })

  test('a unit that left the list after its notice is not named', async () => {
    const { listId, cases } = await closedList(2)
    const [first, second] = cases
    await mustHold(first?.reject(PEOPLE.provinceReviewer) ?? Promise.reject(new Error('no case')))
    await mustHold(decide(listId))
    expect((await first?.state())?.status).toBe('rejected')
    expect((await second?.state())?.status).toBe('named')
    expect((await batchNow(world, listId)).state).toMatchObject({ status: 'named', namedCount: 1 })
    expect(await serials()).toHaveLength(1)
  })

  test('a document number is used once, and its year is that of the decision', async () => {
    const one = await closedList(1, '第一批')
    const other = await closedList(1, '第二批')
    world.now = ENDED
    await mustHold(decide(one.listId))
    expect(await decide(other.listId)).toMatchObject({
      ok: false,
      error: { code: 'duplicate-document-number', pointer: '/documentNumber' },
    })
    expect(await decide(other.listId, '平安办〔2025〕99号')).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', pointer: '/documentNumber' },
    })
    expect(await decide(other.listId, '平安办〔2026〕13号', '2026-03-09')).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', pointer: '/namedOn' },
    })
    expect(await decide(other.listId, '平安办〔2026〕13号')).toMatchObject({ ok: true })
    expect((await serials()).map(running)).toEqual([1, 2])
  })

  test('a decision is dated neither after the day on which it is entered nor within its notice', async () => {
    const { listId } = await closedList(1)
    const on = (day: string) => decide(listId, `平安办〔${day.slice(0, 4)}〕12号`, day)
    for (const day of ['2026-03-09', '2026-03-11', '2027-03-10', '2099-12-31'])
      expect(await on(day)).toMatchObject({ ok: false, error: { code: 'invalid-input', pointer: '/namedOn' } })
    // 23:30 in Beijing is still the tenth, although in UTC only the afternoon has gone.
    world.now = '2026-03-10T15:30:00.000Z'
    expect(await on('2026-03-11')).toMatchObject({ ok: false })
    expect(await on('2026-03-10')).toMatchObject({ ok: true })
  })

  test.each([
    ['安平组〔2026〕3号', '安平组〔2026〕3号'],
    [' 平安办[2026]12号', '平安办〔2026〕12号'],
    ['平安办（2026）12号', '平安办〔2026〕12号'],
    ['平安办〔2026〕012号', null],
    ['平安办〔2026〕0号', null],
    ['平安办〔2026〕第12号', null],
    ['平安办〔26〕12号', null],
    ['平安办2026年12号', null],
    ['平安办〔2026〕12', null],
  ])('the document number %s is taken as the standard writes it, or not at all', (typed, kept) => {
    const read = NewDocumentNumber.safeParse(typed)
    expect(read.success ? read.data : null).toBe(kept)
  })

  test('numbers start again with the year of the decision', async () => {
    const one = await closedList(1, '第一批')
    const other = await closedList(1, '第二批')
    await mustHold(decide(one.listId))
    world.now = '2027-01-05T01:00:00.000Z'
    await mustHold(decide(other.listId, '平安办〔2027〕1号', '2027-01-05'))
    expect(await serials()).toEqual([
      expect.stringMatching(/^平安99-WL-2026-0001-/),
      expect.stringMatching(/^平安99-WL-2027-0001-/),
    ])
  })

  test.each([
    ['柳湾村村民委员会', '柳湾镇'],
    ['柳 湾村', '柳湾镇人民政府'],
    ['旧柳湾村', '柳湾镇'],
  ])('a unit whose title stands in a public list as %s of %s does not apply again', async (unitName, townshipName) => {
    const { id: unitId } = await village(world, '990101', '柳湾村', {
      formerNames: [{ name: '旧柳湾村', until: PlainDate.parse('2024-12-31') }],
    })
    const row = { row: 2, year: '2025', level: '省级', honour: '六无平安村（社区）', city: '岚岭市', county: '砚洲区' }
    const rows = [{ ...row, township: townshipName, unit: unitName, sourceUrl: 'https://www.example.gov.cn/a' }]
    const platform = { store: world.platform(), now: world.now, digest }
    expect(await importTitles(platform, DIVISIONS, rows)).toMatchObject({ created: 1, refused: [] })
    const draft = { params: {}, query: {}, body: { roundId, unitId } }
    expect(await world.run(HONOURS.draftApplication, PEOPLE.reporter, draft)).toMatchObject({
      ok: false,
      error: { code: 'already-titled' },
    })
  })

  test('a unit with a valid title does not apply again before its renewal, and may once it has run out', async () => {
    const { listId, cases } = await closedList(1)
    await mustHold(decide(listId))
    const unitId = (await cases[0]?.state())?.unitId
    if (unitId === undefined) throw new Error('no unit')
    const later = await round(world, { opensOn: '2026-03-01', closesOn: '2030-12-31' })
    const again = () =>
      world.run(HONOURS.draftApplication, PEOPLE.reporter, { params: {}, query: {}, body: { roundId: later, unitId } })
    // The last day before a renewal may be applied for.
    world.now = '2028-09-09T15:59:59.000Z'
    expect(await again()).toMatchObject({
      ok: false,
      error: { code: 'already-titled', detail: expect.stringContaining('2029年3月9日') },
    })
    world.now = '2029-03-09T16:00:00.000Z'
    expect(await again()).toMatchObject({ ok: true })
  })

  /** The same village accepted in two rounds, before either has named it. */
  async function acceptedTwice(): Promise<{ one: Case; other: Case; otherRound: RoundId }> {
    const unitId = await village(world, '990101', '两轮村')
    const otherRound = await round(world)
    const one = await Case.accepted(world, roundId, unitId)
    const other = await Case.accepted(world, otherRound, unitId)
    return { one, other, otherRound }
  }

  async function listOf(made: Case, of: RoundId, name: string): Promise<BatchId> {
    world.now = '2026-03-02T01:00:00.000Z'
    const listId = await batch(world, of, name)
    await mustHold(made.propose(listId))
    await mustHold(openNoticeOf(world, listId, '2026-03-03'))
    return listId
  }

  test('a unit that got the title from another list while this one was on notice is passed over, with the reason', async () => {
    const { one, other, otherRound } = await acceptedTwice()
    const first = await listOf(one, roundId, '甲名单')
    const second = await listOf(other, otherRound, '乙名单')
    world.now = ENDED
    for (const listId of [first, second]) await closeNoticeOf(world.platform(), listId, world.now)
    await mustHold(decide(first))
    await mustHold(decide(second, '平安办〔2026〕13号'))
    expect((await one.state()).status).toBe('named')
    expect(await other.state()).toMatchObject({ status: 'rejected', returnReason: expect.stringContaining('已持有') })
    expect((await batchNow(world, second)).state).toMatchObject({
      status: 'named',
      namedCount: 0,
      passedOver: [{ unitName: '两轮村', reason: expect.stringContaining('证书编号平安99-WL-2026-0001') }],
    })
    expect((await serials()).map(running)).toEqual([1])
  })

  test('a unit that holds the title already is not put on another list', async () => {
    const { one, other, otherRound } = await acceptedTwice()
    const first = await listOf(one, roundId, '甲名单')
    world.now = ENDED
    await closeNoticeOf(world.platform(), first, world.now)
    await mustHold(decide(first))
    const late = await batch(world, otherRound, '乙名单')
    expect(await other.propose(late)).toMatchObject({ ok: false, error: { code: 'already-titled' } })
  })
})

describe('what becomes of a unit', () => {
  /** A step in the register of the county, as a clerk of it takes it. */
  async function change(unitId: string, next: Partial<Unit>, type: 'UnitChanged' | 'UnitEnded' = 'UnitChanged') {
    const found = await world.platform().get('unit', unitId)
    if (found === undefined) throw new Error('no unit')
    await mustHold(
      world.platform().commit([
        {
          kind: 'unit',
          id: unitId,
          expectedVersion: found.version,
          next: { ...found.state, ...next },
          fact:
            type === 'UnitChanged'
              ? { type, details: { on: world.now.slice(0, 10), approvalReference: '区划函1号' } }
              : { type, details: { successor: '无', on: world.now.slice(0, 10), approvalReference: '区划函1号' } },
        },
      ]),
    )
  }
  const renamed = (name: string, was: string, until: string) => ({
    name,
    formerNames: [{ name: was, until: PlainDate.parse(until) }],
  })
  const unitOf = async (made: Case | undefined): Promise<string> => (await made?.state())?.unitId ?? ''
  const site = () => siteOf(world.stores.recordedFacts(), { now: () => world.now })
  const noticeOf = async (listId: BatchId) => textOf(await site(), `/notices/${listId}`)

  test('what stood on notice stays, each with what became of it, and nothing is for ever on its way', async () => {
    const { listId, cases } = await closedList(3)
    await mustHold(cases[1]?.sendBack('draft', PEOPLE.provinceReviewer) ?? Promise.reject(new Error('no case')))
    expect((await batchNow(world, listId)).state.entries).toHaveLength(3)
    await mustHold(decide(listId))
    const { state } = await batchNow(world, listId)
    expect(state).toMatchObject({ status: 'named', namedCount: 2 })
    expect(state.entries.map(({ left }) => left?.how ?? 'named')).toEqual(['named', 'removed', 'named'])
    world.now = '2026-03-11T01:00:00.000Z'
    const page = await noticeOf(listId)
    for (const name of ['第一批0村', '第一批1村', '第一批2村']) expect(page).toContain(name)
    expect(page).toContain('2026年3月10日撤下，不予命名')
    expect(page).toContain('公示后撤下1个')
    expect(page).not.toContain('证书正在逐一编发')
    // The office's own reason is not the public's.
    expect(page).not.toContain('请补充说明材料')
  })

  test('a unit that was passed over is said to be', async () => {
    const { listId, cases } = await closedList(2)
    await change(await unitOf(cases[0]), { validTo: PlainDate.parse('2026-03-08') }, 'UnitEnded')
    await mustHold(decide(listId))
    expect((await cases[0]?.state())?.returnReason).toContain('已于2026年3月8日撤并')
    world.now = '2026-03-11T01:00:00.000Z'
    const page = await noticeOf(listId)
    expect(page).toContain('未予命名1个')
    expect(page).not.toContain('证书正在逐一编发')
    expect((await batchNow(world, listId)).state.entries[0]?.left).toMatchObject({ how: 'passed-over' })
  })

  test('the title bears the name at the decision, and the notice says under which it was named', async () => {
    const { listId, cases } = await closedList(1)
    await change(await unitOf(cases[0]), renamed('新柳社区', '第一批0村', '2026-03-06'))
    const shown = await mustHold(
      world.ask(HONOURS.getApplication, PEOPLE.provinceReviewer, {
        params: cases[0]?.params as never,
        query: {},
        body: {},
      }),
    )
    expect(shown.unitChange).toBe('现名“新柳社区”')
    await mustHold(decide(listId))
    const [title] = await rowsOf(world, PEOPLE.reporter, 'title')
    expect(title?.title).toBe('新柳社区')
    world.now = '2026-03-11T01:00:00.000Z'
    expect(await noticeOf(listId)).toContain('已命名，现名“新柳社区”')
  })

  test('what goes on notice goes under the name of that day, and a unit that is no more does not', async () => {
    const listId = await batch(world, roundId)
    const one = await Case.accepted(world, roundId, await village(world, '990101', '旧名村'))
    const other = await Case.accepted(world, roundId, await village(world, '990101', '消失村'))
    await mustHold(one.propose(listId))
    await mustHold(other.propose(listId))
    await change(await unitOf(one), renamed('新名村', '旧名村', '2026-03-01'))
    await change(await unitOf(other), { validTo: PlainDate.parse('2026-03-01') }, 'UnitEnded')
    expect(await openNoticeOf(world, listId, '2026-03-03')).toMatchObject({
      ok: false,
      error: { detail: expect.stringContaining('消失村已撤并') },
    })
    await mustHold(other.reject(PEOPLE.provinceReviewer))
    await mustHold(openNoticeOf(world, listId, '2026-03-03'))
    expect((await batchNow(world, listId)).state.entries.map(({ unitName }) => unitName)).toEqual(['新名村'])
  })

  test('a unit that ended is carried no further at any step', async () => {
    const made = await Case.draft(world, roundId, await village(world, '990101', '消失村'))
    await mustHold(made.save())
    await mustHold(made.submit())
    await change(await unitOf(made), { validTo: PlainDate.parse('2026-03-01') }, 'UnitEnded')
    expect(await made.recommend()).toMatchObject({ error: { code: 'criteria-not-met' } })
    expect(await made.sendBack('draft')).toMatchObject({ ok: true })
  })

  /** A title out of a public list, which knows no unit of the register. */
  async function imported(given: { unitName: string; townshipName?: string; year?: number }, number: number) {
    const id = TitleId.parse(`990101.01J${String(number).padStart(23, '0')}`)
    const { year = 2024, ...names } = given
    const next = RECORD_KINDS.title.state.parse({
      id,
      county: '990101',
      honour: 'listed',
      honourName: '六无平安村',
      level: 'province',
      year,
      unitKind: 'village',
      provinceName: '安和省',
      cityName: '安平市',
      countyName: '安东区',
      ...names,
      status: 'active',
      source: { kind: 'public-listing' },
      updatedAt: world.now,
    })
    const fact = { type: 'TitleImported', details: { unit: next.unitName, source: '' } } as const
    await mustHold(world.platform().commit([{ kind: 'title', id, expectedVersion: 0, next, fact }]))
    return id
  }
  const marksOf = async (id: TitleId) => {
    const at = await site()
    const input = { params: {}, query: {}, body: {} }
    const rows = await Promise.all(
      [PEOPLE.reporter, PEOPLE.cityReviewer, PEOPLE.provinceAdmin].map(
        async (who) => (await mustHold(world.ask(HONOURS.listTitles, who, input))).rows,
      ),
    )
    const objects = JSON.parse(await textOf(at, '/open-data/titles.json')) as { titles?: Record<string, string>[] }
    return {
      page: await textOf(at, `/units/${id}`),
      file: objects.titles?.find(({ titleId }) => titleId === id),
      console: rows.map((each) => each.find((row) => row.id === id)?.statusName),
    }
  }

  test('a title out of a public list is marked when its unit ended, however the list spells the name', async () => {
    const ended = await village(world, '990101', '青松村')
    const [plain, committee, other] = [
      await imported({ unitName: '青松村', townshipName: '柳湾镇' }, 901),
      await imported({ unitName: '青 松村村民委员会', townshipName: '柳湾镇人民政府' }, 902),
      await imported({ unitName: '青竹村', townshipName: '柳湾镇' }, 903),
    ]
    world.now = '2026-04-02T01:00:00.000Z'
    await change(ended.id, { validTo: PlainDate.parse('2026-04-01') }, 'UnitEnded')
    for (const id of [plain, committee]) {
      const marks = await marksOf(id)
      expect(marks.page).toContain('2026年4月1日撤并')
      expect(marks.page).not.toContain('现名')
      expect(marks.file).toMatchObject({ unitEndedOn: '2026-04-01', state: '单位已撤并' })
      expect(marks.console).toEqual(Array(3).fill(expect.stringMatching(/（单位已撤并）$/)))
    }
    expect((await marksOf(other)).file).toMatchObject({ unitEndedOn: '', namesakeEndedOn: '' })
  })

  test('where the list leaves the township open, the title is not marked but asked about', async () => {
    const ended = await village(world, '990101', '青松村')
    const open = await imported({ unitName: '青松村' }, 904)
    const elsewhere = await imported({ unitName: '青松村', townshipName: '河口镇' }, 905)
    world.now = '2026-04-02T01:00:00.000Z'
    await change(ended.id, { validTo: PlainDate.parse('2026-04-01') }, 'UnitEnded')
    const marks = await marksOf(open)
    expect(marks.page).toContain('同名单位已于2026年4月1日撤并，是否为本称号的持有单位，原名单没有载明')
    expect(marks.file).toMatchObject({
      unitEndedOn: '',
      namesakeEndedOn: '2026-04-01',
      state: expect.not.stringMatching(/撤并/),
    })
    expect(marks.console).toEqual(Array(3).fill(expect.stringContaining('同名单位已撤并，请核实')))
    expect((await marksOf(elsewhere)).page).not.toContain('撤并')
  })

  test('a village that took over the name of one that ended does not take over its title', async () => {
    const ended = await village(world, '990101', '青松村')
    const heir = await village(world, '990101', '白鹤村')
    const old = await imported({ unitName: '青松村', townshipName: '柳湾镇', year: 2024 }, 906)
    world.now = '2026-04-02T01:00:00.000Z'
    await change(ended.id, { validTo: PlainDate.parse('2026-04-01') }, 'UnitEnded')
    await change(heir.id, renamed('青松村', '白鹤村', '2026-04-01'))
    expect((await marksOf(old)).file).toMatchObject({ unitEndedOn: '2026-04-01' })
  })

  async function listsMark(word: string): Promise<void> {
    const input = { params: {}, query: {}, body: {} }
    for (const who of [PEOPLE.reporter, PEOPLE.cityReviewer, PEOPLE.provinceAdmin]) {
      const { rows } = await mustHold(world.ask(HONOURS.listTitles, who, input))
      expect(rows[0]?.statusName).toContain(word)
    }
  }

  test('a change is told beside a title however many other units have changed since', async () => {
    const { listId, cases } = await closedList(1)
    await mustHold(decide(listId))
    world.now = '2026-04-02T01:00:00.000Z'
    const unitId = await unitOf(cases[0])
    await change(unitId, { ...renamed('第一批新村', '第一批0村', '2026-03-31'), updatedAt: world.now })
    await listsMark('单位现名“第一批新村”')
    for (let day = 3; day <= 28; day += 1) {
      world.now = `2026-04-${String(day).padStart(2, '0')}T01:00:00.000Z`
      for (const each of ['甲', '乙', '丙', '丁']) {
        const { id: other } = await village(world, '990101', `${each}${day}村`)
        await change(other, { ...renamed(`新${each}${day}村`, `${each}${day}村`, '2026-04-01'), updatedAt: world.now })
      }
    }
    await listsMark('单位现名“第一批新村”')
  })

  test('an ended unit is marked at once on every page, file and check', async () => {
    const { listId, cases } = await closedList(1)
    await mustHold(decide(listId))
    const { unitId = '', titleId = '', certificateSerial = '' } = (await cases[0]?.state()) ?? {}
    world.now = '2026-04-02T01:00:00.000Z'
    await change(unitId, { validTo: PlainDate.parse('2026-04-01') }, 'UnitEnded')
    const at = await site()
    for (const path of [
      '/titles',
      `/units/${titleId}`,
      `/certificates/check?serial=${encodeURIComponent(certificateSerial)}`,
      '/open-data/titles.csv',
      '/open-data/titles.json',
    ]) {
      const text = await textOf(at, path)
      expect([path, text.includes('单位已撤并')]).toEqual([path, true])
    }
    await listsMark('单位已撤并')
  })
})

describe('a naming that was entered wrongly', () => {
  const secondDecision = async (listId: BatchId, member = PEOPLE.provinceAdmin) =>
    world.run(
      HONOURS.decideTakeBack,
      member,
      {
        params: { batchId: listId },
        query: {},
        body: { documentNumber: DocumentNumber.parse('平安办〔2026〕13号'), decidedOn: PlainDate.parse('2026-03-10') },
      },
      (await batchNow(world, listId)).version,
    )
  const propose = async (listId: BatchId, member = PEOPLE.provinceReviewer) =>
    world.run(
      HONOURS.proposeTakeBack,
      member,
      { params: { batchId: listId }, query: {}, body: { reason: '文号录入有误，误用了另一份文件的编号' } },
      (await batchNow(world, listId)).version,
    )

  test('is taken back by two people and a second decision; list, titles and certificates say so, and it can be named anew', async () => {
    const { listId, cases } = await closedList(UNITS_A_COMMIT + 10)
    world.now = '2026-03-10T02:00:00.000Z'
    await mustHold(decide(listId))
    expect(await secondDecision(listId)).toMatchObject({ ok: false, error: { code: 'transition-not-allowed' } })
    await mustHold(propose(listId, PEOPLE.provinceAdmin))
    expect(await secondDecision(listId)).toMatchObject({ ok: false, error: { code: 'conflict-of-interest' } })
    const other = person('p-admin-2', '99', 'province-admin')
    await mustHold(secondDecision(listId, other))
    const { state } = await batchNow(world, listId)
    expect(state).toMatchObject({
      status: 'notice-closed',
      namedCount: 0,
      takenBack: [{ documentNumber: '平安办〔2026〕12号', by: '平安办〔2026〕13号', units: UNITS_A_COMMIT + 10 }],
    })
    expect(state.documentNumber).toBeUndefined()
    const rows = await rowsOf(world, PEOPLE.provinceAdmin, 'title')
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['taken-back']))
    expect(await cases[0]?.state()).toMatchObject({ status: 'proposed', batchId: listId })
    const site = await siteOf(world.stores.recordedFacts() as never, { now: () => '2026-03-11T02:00:00.000Z' })
    expect(await textOf(site, `/notices/${listId}`)).toContain('撤回的命名决定')
    const serial = rows[0]?.fields.serial ?? ''
    const check = await textOf(site, `/certificates/check?serial=${encodeURIComponent(serial)}`)
    expect(check).toContain('命名已撤回')
    expect(check).toContain('平安办〔2026〕13号')
    await mustHold(decide(listId, '平安办〔2026〕14号'))
    expect((await batchNow(world, listId)).state).toMatchObject({ status: 'named', namedCount: UNITS_A_COMMIT + 10 })
  })

  test('stopped half-way is taken back to the end by whoever comes next, also by two at once', async () => {
    const { listId } = await closedList(UNITS_A_COMMIT + 20)
    world.now = '2026-03-10T02:00:00.000Z'
    await mustHold(decide(listId))
    await mustHold(propose(listId))
    const { state, version } = await batchNow(world, listId)
    const step = decideTakeBack(
      state,
      PEOPLE.provinceAdmin,
      { documentNumber: DocumentNumber.parse('平安办〔2026〕13号'), decidedOn: PlainDate.parse('2026-03-10') },
      world.now,
    )
    if (!step.ok) return expect.fail(step.error.detail)
    await mustHold(world.platform().commit([{ kind: 'batch', id: listId, expectedVersion: version, ...step.value }]))
    let steps = 0
    expect((await continueNaming(runner(), listId, () => steps++ < 1)).finished).toBe(false)
    await Promise.all([continueNaming(runner(), listId, () => true), continueNaming(runner(), listId, () => true)])
    expect((await batchNow(world, listId)).state.status).toBe('notice-closed')
    const rows = await rowsOf(world, PEOPLE.provinceAdmin, 'title')
    expect(rows.filter(({ status }) => status !== 'taken-back')).toEqual([])
  })
})

test('what a decision of today would do otherwise than the list says is shown before it', async () => {
  const { listId, cases } = await closedList(3)
  const units = await Promise.all(cases.map(async (each) => (await each.state()).unitId))
  const held = (await world.platform().get('application', cases[0]?.id ?? '')) ?? expect.fail()
  const step = holdUnit(held.state, world.now) ?? expect.fail()
  await mustHold(
    world.platform().commit([{ kind: 'application', id: held.state.id, expectedVersion: held.version, ...step }]),
  )
  const ended = (await world.platform().get('unit', units[1] ?? '')) ?? expect.fail()
  await mustHold(
    world.platform().commit([
      {
        kind: 'unit',
        id: ended.state.id,
        expectedVersion: ended.version,
        next: { ...ended.state, validTo: PlainDate.parse('2026-03-08') },
        fact: { type: 'UnitEnded', details: someDetails('UnitEnded') },
      },
    ]),
  )
  const { findings, standing } = await mustHold(
    world.ask(HONOURS.checkNaming, PEOPLE.provinceAdmin, { params: { batchId: listId }, query: {}, body: {} }),
  )
  expect(standing).toBe(3)
  expect(findings.map(({ what }) => what)).toEqual(['held', 'ended'])
})
