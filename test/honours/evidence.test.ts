import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'
import type { ApplicationId, EvidenceId, RoundId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { sectionStates } from '@anjie/domain/honours/sections'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { beforeEach, describe, expect, test } from 'vitest'
import { someDetails } from '../builders/facts.ts'
import {
  ALL_MET,
  Case,
  type HonourWorld,
  honourWorld,
  mustHold,
  PEOPLE,
  person,
  round,
  village,
} from '../builders/honours.ts'

/** The type as a province that asks for proof of the police room varies it. */
const HOSPITAL: HonourType = {
  ...HONOUR_TYPES['peace-hospital'],
  criteria: HONOUR_TYPES['peace-hospital'].criteria.map((criterion) =>
    criterion.code === 'police-room' ? { ...criterion, evidence: 'required' } : criterion,
  ),
}
const ANSWERS = HOSPITAL.criteria.map(({ code }) => ({ criterion: code, answer: 'met' as const }))
const PDF = new TextEncoder().encode('%PDF-1.7 台账')

let world: HonourWorld
let unit: Unit
let roundId: RoundId

async function hospitalRound(name: string): Promise<RoundId> {
  const id = await round(world)
  const found = await world.platform().get('round', id)
  if (found === undefined) throw new Error('the round is gone')
  await mustHold(
    world.platform().commit([
      {
        kind: 'round',
        id,
        expectedVersion: found.version,
        next: { ...found.state, honour: 'peace-hospital', type: HOSPITAL, name },
        fact: { type: 'RoundOpened', details: someDetails('RoundOpened') },
      },
    ]),
  )
  return id
}

beforeEach(async () => {
  world = await honourWorld()
  unit = await village(world, '990101', '砚洲区人民医院', { kind: 'hospital' })
  roundId = await hospitalRound('2026年度平安医院')
})

const refused = (code: string, detail: string) => ({
  ok: false,
  error: { code, detail: expect.stringContaining(detail) },
})

interface FileChoice {
  readonly criterion?: string
  readonly fileName?: string
  readonly content?: Uint8Array
  readonly expiresOn?: string
}

/** A file as far as its slot. */
async function requested(
  made: Case,
  { criterion = 'police-room', fileName = '警务室.pdf', expiresOn }: FileChoice = {},
) {
  const body = {
    criterion,
    fileName,
    contentType: 'application/pdf' as const,
    bytes: PDF.length,
    ...(expiresOn === undefined ? {} : { expiresOn: PlainDate.parse(expiresOn) }),
  }
  const reply = await world.run(
    HONOURS.requestApplicationEvidence,
    PEOPLE.reporter,
    { params: made.params, query: {}, body },
    made.version,
  )
  if (reply.ok) made.version = reply.value.version
  return reply
}

/** A file as a browser brings it: slot, form, upload, confirmation. */
async function attached(made: Case, choice: FileChoice = {}) {
  const id = (await mustHold(requested(made, choice))).id as EvidenceId
  const form = await mustHold(
    HONOURS.requestApplicationEvidence.completeAnswer(
      world.context(PEOPLE.reporter),
      { params: made.params, query: {}, body: {} as never },
      { id, version: made.version, status: 'draft' },
    ),
  )
  const { upload } = form as { upload: { fields: Record<string, string> } }
  expect(world.stores.evidence.upload(upload.fields, 'application/pdf', choice.content ?? PDF)).toBe(true)
  const reply = await world.run(
    HONOURS.attachApplicationEvidence,
    PEOPLE.reporter,
    { params: { ...made.params, evidenceId: id }, query: {}, body: {} },
    made.version,
  )
  if (reply.ok) made.version = reply.value.version
  return { reply, id }
}

async function filled(of = roundId): Promise<Case> {
  const made = await Case.draft(world, of, unit)
  await mustHold(made.save(PEOPLE.reporter, ANSWERS))
  return made
}

describe('evidence', () => {
  test('that is required is asked for by name at submission, and optional evidence is not', async () => {
    const made = await filled()
    expect(await made.submit()).toMatchObject(refused('incomplete', '警务室达标的佐证材料：尚未上传'))
    await attached(made)
    expect(await made.submit()).toMatchObject({ ok: true })
  })

  test('whose file never arrived does not count', async () => {
    const made = await filled()
    await mustHold(requested(made))
    expect(await made.submit()).toMatchObject(refused('incomplete', '尚未上传佐证材料'))
  })

  test('that is something else than its name says is refused, and so is another ending', async () => {
    const made = await filled()
    const { reply } = await attached(made, { content: new TextEncoder().encode('<html>') })
    expect(reply).toMatchObject(refused('evidence-refused', '内容不是PDF文件'))
    expect(await requested(made, { fileName: '警务室.docx' })).toMatchObject(refused('evidence-refused', '扩展名'))
    expect(await requested(made, { criterion: 'unheard-of' })).toMatchObject(refused('invalid-input', '没有这项'))
  })

  test('that has run out is refused when it is announced, and does not count once its time is over', async () => {
    const made = await filled()
    expect(await requested(made, { expiresOn: '2026-03-01' })).toMatchObject(
      refused('evidence-refused', '2026年3月1日'),
    )
    await attached(made, { expiresOn: '2026-03-10' })
    world.now = '2026-03-11T01:00:00.000Z'
    expect(await made.submit()).toMatchObject(refused('incomplete', '“警务室.pdf”已于2026年3月10日到期'))
  })

  test('is opened by whoever may see the application and by nobody else; an upload that is not kept has no address', async () => {
    const made = await filled()
    const { id } = await attached(made)
    const open = (member: typeof PEOPLE.reporter) =>
      world.ask(HONOURS.openApplicationEvidence, member, {
        params: { ...made.params, evidenceId: id },
        query: {},
        body: {},
      })
    expect(await open(PEOPLE.countyReviewer)).toMatchObject({ ok: true, value: { fileName: '警务室.pdf' } })
    expect(await open(PEOPLE.cityReviewer)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await open(PEOPLE.otherReviewer)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  test('of an earlier application of the same unit is used again without being sent twice; that of another unit is not', async () => {
    const earlier = await filled()
    const { id } = await attached(earlier)
    const made = await filled(await hospitalRound('2026年度平安医院（第二轮）'))
    const shown = await mustHold(
      world.ask(HONOURS.listEarlierEvidence, PEOPLE.reporter, { params: made.params, query: {}, body: {} }),
    )
    expect(shown.files.map(({ fileName, roundName }) => `${fileName} ${roundName}`)).toEqual([
      '警务室.pdf 2026年度平安医院',
    ])
    const reuse = (of: Case, from: ApplicationId) =>
      world.run(
        HONOURS.reuseEvidence,
        PEOPLE.reporter,
        { params: of.params, query: {}, body: { from, evidenceId: id, criterion: 'police-room' } },
        of.version,
      )
    const reply = await mustHold(reuse(made, earlier.id))
    made.version = reply.version
    const opened = await mustHold(
      world.ask(HONOURS.openApplicationEvidence, PEOPLE.reporter, {
        params: { ...made.params, evidenceId: id },
        query: {},
        body: {},
      }),
    )
    expect(opened.url).toContain(earlier.id)
    expect(await made.submit()).toMatchObject({ ok: true })

    unit = await village(world, '990101', '砚洲区中医院', { kind: 'hospital' })
    const stranger = await filled()
    expect(await reuse(stranger, earlier.id)).toMatchObject(refused('evidence-refused', '只能沿用本单位'))
  })
})

describe('what offices confirm', () => {
  const confirm = (made: Case, confirmations: object[], member = PEOPLE.countyReviewer) =>
    world.run(
      HONOURS.confirmCriteria,
      member,
      { params: made.params, query: {}, body: { confirmations: confirmations as never } },
      made.version,
    )
  async function submitted(): Promise<Case> {
    unit = await village(world, '990101', '柳湾村')
    const made = await Case.draft(world, await round(world), unit)
    await mustHold(made.save(PEOPLE.reporter, ALL_MET))
    await mustHold(made.submit())
    return made
  }
  const recommend = (made: Case) =>
    world.run(
      HONOURS.recommendApplication,
      PEOPLE.countyReviewer,
      { params: made.params, query: {}, body: { opinion: '同意' } },
      made.version,
    )

  test('stands before the county recommends; what is missing is named with its office', async () => {
    const made = await submitted()
    expect(await recommend(made)).toMatchObject(refused('incomplete', '无涉毒犯罪（禁毒办）'))
    const [first, ...others] = ALL_MET.map(({ criterion }) => ({ criterion, on: '2026-03-02', reference: '核查单1号' }))
    made.version = (await mustHold(confirm(made, [first ?? {}]))).version
    expect(await recommend(made)).toMatchObject(refused('incomplete', '还有5项'))
    made.version = (await mustHold(confirm(made, others))).version
    expect(await recommend(made)).toMatchObject({ ok: true })
    expect((await made.state()).confirmations?.map(({ office }) => office)).toEqual([
      '公安机关',
      '禁毒办',
      '政法委',
      '公安机关',
      '应急管理部门',
      '信访部门',
    ])
  })

  test('is not of tomorrow, not of what no office knows, and not written by who filled the application in', async () => {
    const made = await submitted()
    const tomorrow = { criterion: 'no-drugs', on: '2026-03-03', reference: '核查单1号' }
    expect(await confirm(made, [tomorrow])).toMatchObject({
      ok: false,
      error: { pointer: '/confirmations/0/on', detail: expect.stringContaining('不能晚于今天') },
    })
    expect(await confirm(made, [{ ...tomorrow, on: '2026-03-02', criterion: 'made-up' }])).toMatchObject({
      ok: false,
      error: { pointer: '/confirmations/0/criterion' },
    })
    const author = person('p-reporter', '990101', 'county-reviewer')
    expect(await confirm(made, [{ ...tomorrow, on: '2026-03-02' }], author)).toMatchObject(
      refused('conflict-of-interest', '应当回避'),
    )
  })
})

describe('sections', () => {
  const criteria = HOSPITAL.criteria
  const nothing = { answers: [], statement: '' }
  test('are untouched, begun, seen or complete, whoever filled them in', () => {
    expect(sectionStates(nothing, criteria)).toEqual({
      criteria: 'untouched',
      evidence: 'untouched',
      statement: 'untouched',
    })
    expect(sectionStates({ ...nothing, answers: ANSWERS.slice(0, 2) }, criteria).criteria).toBe('begun')
    expect(sectionStates({ ...nothing, seen: ['evidence'] }, criteria).evidence).toBe('seen')
    expect(sectionStates({ answers: ANSWERS, statement: '已写' }, criteria)).toMatchObject({
      criteria: 'complete',
      statement: 'complete',
    })
  })

  test('that a second clerk resumes keep what the first one went through', async () => {
    const made = await Case.draft(world, roundId, unit)
    const save = (member: typeof PEOPLE.reporter, seen: ('criteria' | 'evidence')[]) =>
      world.run(
        HONOURS.saveApplication,
        member,
        { params: made.params, query: {}, body: { answers: [], statement: '', seen } },
        made.version,
      )
    made.version = (await mustHold(save(PEOPLE.reporter, ['criteria']))).version
    await mustHold(save(person('p-reporter-2', '990101', 'county-reporter'), ['evidence']))
    expect((await made.state()).seen).toEqual(['criteria', 'evidence'])
  })
})
