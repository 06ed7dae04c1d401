import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'
import type { BasisContent } from '@anjie/contracts/vocabulary/honours/legalBasis'
import { BasisFileId, BasisId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { typeWarnings } from '@anjie/domain/honours/typeFault'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { closeNoticeOf } from '@anjie/use-cases/notices/closeNotices'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  ALL_MET,
  basis,
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
  village,
} from '../builders/honours.ts'

let world: HonourWorld
const COUNTY_ADMIN = person('p-county-admin', '990101', 'county-admin')

beforeEach(async () => {
  world = await honourWorld()
})

const request = (basisId: BasisId, more: object = {}) => ({
  params: {},
  query: {},
  body: {
    honour: 'six-no-village',
    name: '2026年度六无平安村',
    year: 2026,
    opensOn: PlainDate.parse('2026-03-01'),
    closesOn: PlainDate.parse('2026-06-30'),
    noticeWorkingDays: 5,
    validYears: 3,
    basisId,
    quotas: DIVISIONS.cities.map(({ code }) => ({ code, places: 3 })),
    ...more,
  },
})
const record = (more: Partial<BasisContent>, member = PEOPLE.provinceAdmin) =>
  basis(world, member, 'six-no-village', more).catch((error: Error) => error.message)

describe('a basis', () => {
  test.each<[string, Partial<BasisContent>, string]>([
    ['of a township', { issuerKind: 'township' }, '乡镇（街道）不得主办创建示范活动'],
    ['of a department', { issuerKind: 'department', issuer: '市教育局' }, '市、县部门不得主办创建示范活动'],
    [
      'of a department for a commendation',
      { issuerKind: 'department', regime: 'commendation' },
      '部门不得设立评比达标表彰项目',
    ],
    ['of another level', { issuerLevel: 'city' }, '是市级单位，不能作为省级命名的主办单位'],
    [
      'of a provincial commendation that the province approved itself',
      { regime: 'commendation' },
      '省级评比达标表彰项目须报党中央、国务院批准',
    ],
    ['that a city approved', { approvedBy: 'city' }, '实行中央和省两级审批，市、县不能自行批准项目'],
    ['from tomorrow', { approvedOn: PlainDate.parse('2026-03-03') }, '批准日期不能晚于今天'],
  ])('%s is refused with the rule', async (_, more, rule) => {
    expect(await record(more)).toContain(rule)
  })

  test('of another honour or level, or of none, opens no round, and the refusal says what is missing', async () => {
    const ofCampus = await basis(world, PEOPLE.provinceAdmin, 'peace-campus')
    expect(await world.run(HONOURS.openRound, PEOPLE.provinceAdmin, request(ofCampus))).toMatchObject({
      error: {
        code: 'legal-basis-missing',
        pointer: '/basisId',
        detail: expect.stringContaining('不是本荣誉省级命名的批准依据'),
      },
    })
    const ofProvince = await basis(world)
    const own = request(ofProvince, { quotas: [{ code: '990101', places: 1 }] })
    expect(await world.run(HONOURS.openRound, COUNTY_ADMIN, own)).toMatchObject({
      error: { code: 'legal-basis-missing', detail: expect.stringContaining('不是本荣誉县级命名的批准依据') },
    })
  })

  test('that ends within the window opens no round', async () => {
    const short = await basis(world, PEOPLE.provinceAdmin, 'six-no-village', { endsOn: PlainDate.parse('2026-05-31') })
    expect(await world.run(HONOURS.openRound, PEOPLE.provinceAdmin, request(short))).toMatchObject({
      error: { code: 'legal-basis-missing', detail: expect.stringContaining('已于2026年5月31日届满') },
    })
  })

  test('that ends while a round runs lets it go on as far as the naming, which is refused with the day', async () => {
    const roundId = await round(world)
    const made = await Case.accepted(world, roundId, await village(world, '990101', '柳湾村'))
    const listId = await batch(world, roundId)
    await mustHold(made.propose(listId))
    await mustHold(openNoticeOf(world, listId, '2026-03-03'))
    const shown = await mustHold(
      world.ask(HONOURS.listBases, PEOPLE.provinceAdmin, { params: {}, query: {}, body: {} }),
    )
    const [found] = shown.bases
    if (found === undefined) throw new Error('no basis')
    const body = { endsOn: PlainDate.parse('2026-03-05'), reason: '项目到期清理' }
    await mustHold(
      world.run(
        HONOURS.endBasis,
        PEOPLE.provinceAdmin,
        { params: { basisId: BasisId.parse(found.id) }, query: {}, body },
        1,
      ),
    )
    world.now = '2026-03-10T01:00:00.000Z'
    await closeNoticeOf(world.platform(), listId, world.now)
    const { version } = await batchNow(world, listId)
    const naming = {
      params: { batchId: listId },
      query: {},
      body: { documentNumber: '平安办〔2026〕1号' as never, namedOn: PlainDate.parse('2026-03-10') },
    }
    expect(await world.run(HONOURS.nameBatch, PEOPLE.provinceAdmin, naming, version)).toMatchObject({
      error: {
        code: 'legal-basis-missing',
        detail:
          '批准依据“安和省创建示范活动保留项目目录第12项”已于2026年3月5日终止（项目到期清理），没有现行有效的依据不得开放申报、作出命名决定',
      },
    })
  })

  test('that ends while a round runs lets nobody begin or send an application any more, in the words of the naming', async () => {
    const roundId = await round(world)
    const begun = await Case.draft(world, roundId, await village(world, '990101', '柳湾村'))
    await mustHold(begun.save())
    const { bases } = await mustHold(
      world.ask(HONOURS.listBases, PEOPLE.provinceAdmin, { params: {}, query: {}, body: {} }),
    )
    const input = {
      params: { basisId: BasisId.parse(bases[0]?.id) },
      query: {},
      body: { endsOn: PlainDate.parse('2026-03-05'), reason: '项目到期清理' },
    }
    await mustHold(world.run(HONOURS.endBasis, PEOPLE.provinceAdmin, input, 1))
    const other = await village(world, '990101', '梨园村')
    const drafting = { params: {}, query: {}, body: { roundId, unitId: other.id } }
    world.now = '2026-03-06T01:00:00.000Z'
    const words = expect.stringContaining(
      '批准依据“安和省创建示范活动保留项目目录第12项”已于2026年3月5日终止（项目到期清理）',
    )
    expect(await world.run(HONOURS.draftApplication, PEOPLE.reporter, drafting)).toMatchObject({
      error: { code: 'legal-basis-missing', detail: words },
    })
    expect(await begun.submit()).toMatchObject({ error: { code: 'legal-basis-missing', detail: words } })
    // On its last day it carries everything still.
    world.now = '2026-03-05T01:00:00.000Z'
    expect(await begun.submit()).toMatchObject({ ok: true })
  })

  test('has its paper, taken in once it is what it is said to be, opened by those below and added by nobody else', async () => {
    const basisId = await basis(world)
    const PDF = new TextEncoder().encode('%PDF-1.7 批复')
    const file = { fileName: '批复.pdf', contentType: 'application/pdf' as const, bytes: PDF.length }
    const asked = { params: { basisId }, query: {}, body: file }
    expect(await world.run(HONOURS.requestBasisFile, COUNTY_ADMIN, asked, 1)).toMatchObject({
      error: { code: 'not-permitted', detail: '这是其他单位设定的，本单位只能查看' },
    })
    const sent = async (content: Uint8Array<ArrayBuffer>, version: number) => {
      const slot = await mustHold(world.run(HONOURS.requestBasisFile, PEOPLE.provinceAdmin, asked, version))
      const { upload } = (await mustHold(
        HONOURS.requestBasisFile.completeAnswer(world.context(PEOPLE.provinceAdmin), asked, slot),
      )) as { upload: { fields: Record<string, string> } }
      expect(world.stores.evidence.upload(upload.fields, 'application/pdf', content)).toBe(true)
      const attaching = { params: { basisId, fileId: BasisFileId.parse(slot.id) }, query: {}, body: {} }
      return {
        ...attaching,
        done: await world.run(HONOURS.attachBasisFile, PEOPLE.provinceAdmin, attaching, version + 1),
      }
    }
    expect((await sent(new TextEncoder().encode('不是文件'), 1)).done).toMatchObject({
      error: { code: 'evidence-refused', detail: expect.stringContaining('内容不是') },
    })
    const { params, done } = await sent(PDF, 2)
    expect(done).toMatchObject({ ok: true })
    const opened = await mustHold(world.ask(HONOURS.openBasisFile, PEOPLE.reporter, { params, query: {}, body: {} }))
    expect(opened.fileName).toBe('批复.pdf')
    expect(opened.url).toContain('evidence/99/')
  })

  test('of the province is ended by nobody else', async () => {
    const basisId = await basis(world)
    const body = { endsOn: PlainDate.parse('2026-03-05'), reason: '清理' }
    expect(await world.run(HONOURS.endBasis, COUNTY_ADMIN, { params: { basisId }, query: {}, body }, 1)).toMatchObject({
      error: { code: 'not-permitted' },
    })
  })

  test('asks for five working days of notice, and for a reason where there are fewer', async () => {
    const basisId = await basis(world)
    const short = request(basisId, { noticeWorkingDays: 3 })
    expect(await world.run(HONOURS.openRound, PEOPLE.provinceAdmin, short)).toMatchObject({
      error: { pointer: '/noticeReason', detail: '创建示范活动的公示一般不少于5个工作日，缩短的请写明理由' },
    })
    const explained = request(basisId, { noticeWorkingDays: 3, noticeReason: '上级命名时限紧' })
    expect(await world.run(HONOURS.openRound, PEOPLE.provinceAdmin, explained)).toMatchObject({ ok: true })
  })
})

describe('a type', () => {
  const { code: _code, ...sixNo } = HONOUR_TYPES['six-no-village'] as HonourType
  const set = (honour: string, type: Omit<HonourType, 'code'>, version = 0) =>
    world.run(
      HONOURS.setHonourType,
      PEOPLE.provinceAdmin,
      { params: { honour }, query: {}, body: { type, reason: '按省里新办法' } },
      version,
    )

  test('that is varied while a round is open does not change that round, and the next one goes by it', async () => {
    const roundId = await round(world)
    const [first, ...others] = sixNo.criteria
    if (first === undefined) throw new Error('no criteria')
    await mustHold(set('six-no-village', { ...sixNo, criteria: others }))
    const made = await Case.draft(world, roundId, await village(world, '990101', '柳湾村'))
    expect(await made.save()).toMatchObject({ ok: true })
    expect(await made.submit()).toMatchObject({ ok: true })
    const next = await round(world)
    const later = await Case.draft(world, next, await village(world, '990101', '梨园村'))
    expect(await later.save()).toMatchObject({ ok: false, error: { detail: '没有这项创建条件' } })
  })

  test('that the province adds is applied for like any other, and lists call it by its name', async () => {
    const added = { ...sixNo, name: '平安驿站', certificateLetters: 'YZ' }
    await mustHold(set('peace-station', added))
    const basisId = await basis(world, PEOPLE.provinceAdmin, 'peace-station')
    const opened = await mustHold(
      world.run(HONOURS.openRound, PEOPLE.provinceAdmin, request(basisId, { honour: 'peace-station' })),
    )
    const made = await Case.accepted(world, opened.id as never, await village(world, '990101', '柳湾村'))
    expect((await made.state()).honour).toBe('peace-station')
    const { rows } = await mustHold(world.ask(HONOURS.listRounds, PEOPLE.reporter, { params: {}, query: {}, body: {} }))
    expect(rows[0]?.fields.honourName).toBe('平安驿站')
  })

  test.each<[string, Partial<HonourType>, string, string]>([
    ['the letters of another', { certificateLetters: 'XY' }, '/type/certificateLetters', '证书字母XY已用于“平安校园”'],
    ['the name of another', { name: '平安校园' }, '/type/name', '已有名为“平安校园”的荣誉类型'],
    [
      'a ladder upside down',
      { ladder: [{ level: 'city' }, { level: 'county' }] },
      '/type/ladder/1',
      '阶梯应由低到高排列，县级应在前面',
    ],
    [
      'a rung that asks for what is not below it',
      { ladder: [{ level: 'city', after: { level: 'county', months: 12 } }] },
      '/type/ladder/0/after',
      '市级所要求的县级不在它的下一级',
    ],
  ])('with %s is refused, and the field named', async (_, part, pointer, detail) => {
    expect(await set('six-no-village', { ...sixNo, ...part })).toMatchObject({
      error: { code: 'invalid-input', pointer, detail },
    })
  })

  test('keeps out whoever cannot deny an entry of its negative list, and the round keeps the list that it opened with', async () => {
    await mustHold(set('six-no-village', { ...sixNo, negativeList: ['发生重大校园欺凌事件'] }))
    const roundId = await round(world)
    await mustHold(set('six-no-village', sixNo, 1))
    const made = await Case.draft(world, roundId, await village(world, '990101', '柳湾村'))
    await mustHold(made.save())
    expect(await made.submit()).toMatchObject({
      error: { code: 'incomplete', detail: '无负面清单情形：发生重大校园欺凌事件：尚未自查' },
    })
    const said = (answer: 'met' | 'not-met') => [...ALL_MET, { criterion: 'negative-1', answer }]
    await mustHold(made.save(PEOPLE.reporter, said('not-met')))
    expect(await made.submit()).toMatchObject({
      error: { code: 'criteria-not-met', detail: '无负面清单情形：发生重大校园欺凌事件：自查不符合' },
    })
    await mustHold(made.save(PEOPLE.reporter, said('met')))
    expect(await made.submit()).toMatchObject({ ok: true })
  })

  test('that asks for photographs is warned of the burden rule, and taken all the same', async () => {
    const criteria = sixNo.criteria.map((each, at) => (at === 0 ? { ...each, clause: '附现场照片三张' } : each))
    expect(typeWarnings({ criteria })[0]).toContain('基层减负规定')
    expect(await set('six-no-village', { ...sixNo, criteria })).toMatchObject({ ok: true })
  })

  test('that somebody else set meanwhile is not overwritten', async () => {
    await mustHold(set('six-no-village', sixNo))
    expect(await set('six-no-village', sixNo)).toMatchObject({ error: { code: 'stale-version' } })
  })

  test('has a source for every criterion, or its file says that it is the demo’s own', () => {
    const unsourced = Object.values(HONOUR_TYPES).flatMap((type: HonourType) =>
      type.criteria.filter(({ source }) => source === undefined).map(({ code }) => `${type.code} ${code}`),
    )
    expect(unsourced).toEqual([
      'peace-township governance-centre',
      'fengqiao-police-station disputes-settled-locally',
      'fengqiao-police-station clean-force',
      'gold-mediation-room mediators',
      'gold-mediation-room performed',
    ])
  })
})
