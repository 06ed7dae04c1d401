import type { RunId, SubjectCode } from '@anjie/contracts/vocabulary/ids'
import type { Escalation } from '@anjie/contracts/vocabulary/schemes/scheme'
import { checkScheme } from '@anjie/domain/scoring/index'
import { escalatedBy, type StoodTable } from '@anjie/domain/supervision/escalation'
import { digest } from '@anjie/store'
import { draftEscalatedMeasures } from '@anjie/use-cases/supervision/draftEscalated'
import { beforeEach, describe, expect, test } from 'vitest'
import { systemMark } from '../builders/context.ts'
import { member, PLACES } from '../builders/people.ts'
import { done, Province, reporterOf } from '../builders/province.ts'
import { COUNTY, countyAdmin, filledQuarter, publishedQuarter, publishedScheme, quarterly } from './townTables.ts'

const rule = (over: Partial<Escalation> = {}): Escalation => ({
  code: 'LAST-TWICE',
  name: '连续两期排名末位',
  when: { kind: 'bottom', places: 1 },
  times: 2,
  measure: 'interview',
  demands: '分析原因，提出改进措施',
  ...over,
})
/** 红色三次警示，四次约谈 (domain notes §2.9, Huizhou). */
const RED: Escalation['when'] = { kind: 'grade', grades: ['RED'] }
const RED_LADDER = [
  rule({ code: 'RED-3', name: '连续三期红色警示', when: RED, times: 3, measure: 'yellow-card', months: 6 }),
  rule({ code: 'RED-4', name: '连续四期红色约谈', when: RED, times: 4 }),
]

/** A table of A to D, the best first, those from the given place on red. */
const table = (period: string, order: string, red = 99): StoodTable => ({
  id: `990101.${period}` as RunId,
  cycleName: period,
  period,
  rows: [...order].map((subject, at) => ({
    subject: subject as SubjectCode,
    name: subject,
    group: 'G1',
    groupName: '',
    publishedScore: null,
    exactScore: null,
    rank: at + 1,
    tied: false,
    grade: at + 1 >= red ? '红色' : '绿色',
    rankChange: null,
    interval: null,
    notRankedReason: null,
    levelOne: [],
  })),
})
const drafted = (rules: readonly Escalation[], ...tables: readonly StoodTable[]) =>
  escalatedBy(quarterly(rules), tables).map((each) => `${each.subject} ${each.rule.code} ${each.tables.length}`)

describe('what follows from published tables', () => {
  test('needs the asked number of tables running, the newest among them', () => {
    expect(drafted([rule()], table('2026-Q2', 'ABCD'), table('2026-Q1', 'BACD'))).toEqual(['D LAST-TWICE 2'])
    expect(drafted([rule()], table('2026-Q2', 'ABDC'), table('2026-Q1', 'ABCD'))).toEqual([])
    expect(drafted([rule()], table('2026-Q2', 'ABCD'))).toEqual([])
  })

  test('is broken by a stretch without a table, and runs over the new year', () => {
    expect(drafted([rule()], table('2026-Q3', 'ABCD'), table('2026-Q1', 'ABCD'))).toEqual([])
    expect(drafted([rule()], table('2027-Q1', 'ABCD'), table('2026-Q4', 'ABCD'))).toEqual(['D LAST-TWICE 2'])
  })

  test('is the hardest of the rules that ask for the same: red four times is an interview and not one more warning', () => {
    const red = (...quarters: number[]) => quarters.map((quarter) => table(`2026-Q${quarter}`, 'ABCD', 4))
    expect(drafted(RED_LADDER, ...red(3, 2, 1))).toEqual(['D RED-3 3'])
    expect(drafted(RED_LADDER, ...red(4, 3, 2, 1))).toEqual(['D RED-4 4'])
    expect(drafted(RED_LADDER, ...red(2, 1))).toEqual([])
  })

  test('counts equal last places all, and has none where a table has no more units than places', () => {
    const tied = table('2026-Q1', 'ABCD')
    const level = { ...tied, rows: tied.rows.map((row, at) => ({ ...row, rank: at >= 2 ? 3 : at + 1 })) }
    expect(drafted([rule({ times: 1 })], level)).toEqual(['C LAST-TWICE 1', 'D LAST-TWICE 1'])
    expect(drafted([rule({ times: 1, when: { kind: 'bottom', places: 4 } })], tied)).toEqual([])
  })
})

test.each([
  [{ measure: 'listing', months: 6 }, 'escalation-due'],
  [{ measure: 'yellow-card' }, 'escalation-term'],
  [{ months: 6 }, 'escalation-term'],
  [{ when: { kind: 'grade', grades: ['BLUE'] } }, 'grade-undefined'],
  [{ measure: 'dispatch', barMonths: 6, source: { document: '考评办法' } }, 'escalation-bar'],
  [{ barMonths: 6 }, 'escalation-source'],
] as const)('a scheme whose rule drafts what could never be signed is not published: %j', (over, check) => {
  const errors = (given: Partial<Escalation>) =>
    checkScheme(quarterly([rule(given)])).filter(({ severity }) => severity === 'error')
  expect(errors({})).toEqual([])
  expect(errors(over as Partial<Escalation>).map((each) => each.check)).toEqual([check])
})

describe('when a county publishes the table of its townships', () => {
  let province: Province
  let towns: readonly string[]
  beforeEach(async () => {
    province = new Province()
    province.escalatesAtOnce = false
    const names = ['甲镇', '乙镇', '丙镇']
    const ids: string[] = []
    for (const name of names) ids.push(await province.register(COUNTY, name))
    towns = ids
  })
  const figures = (...disputes: readonly string[]) =>
    Object.fromEntries(towns.map((town, at) => [town, disputes[at] ?? '0']))
  const ledger = async (who = countyAdmin) =>
    done(await province.ask(who, 'listMeasures', { query: {} as never })).rows.map(
      ({ title, fields, status, queue, nextVerb }) =>
        `${title} ${fields.measureKind} ${status} ${queue?.role ?? ''} ${nextVerb ?? ''}`,
    )

  async function twoQuarters(rules: readonly Escalation[]): Promise<string> {
    const schemeId = await publishedScheme(province, quarterly(rules))
    const first = await filledQuarter(province, schemeId, '2026-Q1', figures('1', '2', '9'))
    expect(await publishedQuarter(province, first)).toBe(0)
    return filledQuarter(province, schemeId, '2026-Q2', figures('2', '1', '8'))
  }

  test('who stood last twice running is drafted an interview, which names both tables and which its issuer alone sees', async () => {
    const second = await twoQuarters([rule()])
    expect(await publishedQuarter(province, second)).toBe(1)
    expect(await ledger()).toEqual(['丙镇 interview draft county-admin 签发'])
    const [town = ''] = towns.slice(2)
    expect(await ledger(member({ roles: ['unit-reporter'], jurisdiction: COUNTY, unit: town as never }))).toEqual([])
    const [row] = done(await province.ask(countyAdmin, 'listMeasures', { query: {} as never })).rows
    const measureId = (row?.id ?? '') as never
    const { state, allowed } = done(await province.ask(countyAdmin, 'getMeasure', { params: { measureId } }))
    expect(state).toMatchObject({ trigger: 'league-table', unitName: '丙镇', level: 'county', issuer: COUNTY })
    expect(state.escalated?.tables.map(({ name, standing }) => `${name} ${standing}`)).toEqual([
      '2026-Q2乡镇考评 第3名（共3名），等次“绿色”',
      '2026-Q1乡镇考评 第3名（共3名），等次“绿色”',
    ])
    expect(state.demands).toContain('2026-Q1乡镇考评第3名')
    // It drafts; a person signs.
    expect(allowed.find(({ action }) => action === 'issue')).toMatchObject({ allowed: true })
    done(await province.run(countyAdmin, 'issueMeasures', { body: { measures: [{ id: measureId, version: 1 }] } }))
    expect(await ledger(reporterOf(COUNTY))).toEqual(['丙镇 interview closed  '])
  })

  test('a second hearing of the same table drafts nothing twice, not even what was refused a signature', async () => {
    const second = await twoQuarters([rule()])
    await publishedQuarter(province, second)
    const [row] = done(await province.ask(countyAdmin, 'listMeasures', { query: {} as never })).rows
    const discarding = { params: { measureId: (row?.id ?? '') as never }, body: { reason: '已经当面提醒' } }
    done(await province.run(countyAdmin, 'discardMeasure', discarding, 1))
    const { publishedRun = '' } = done(
      await province.ask(countyAdmin, 'getCycle', { params: { cycleId: second as never } }),
    ).state
    expect([await province.escalate(publishedRun), await province.escalate(publishedRun)]).toEqual([0, 0])
    expect(await ledger()).toEqual(['丙镇 interview discarded  '])
  })

  test('a paper that wants a number waits for who fills it in, is not signed without it, and not by who filled it in', async () => {
    const second = await twoQuarters([rule({ measure: 'circular' })])
    await publishedQuarter(province, second)
    expect(await ledger()).toEqual(['丙镇 circular draft county-reviewer 补充文号'])
    const [row] = done(await province.ask(countyAdmin, 'listMeasures', { query: {} as never })).rows
    const id = (row?.id ?? '') as never
    const issue = (version: number) =>
      province.run(countyAdmin, 'issueMeasures', { body: { measures: [{ id, version }] } })
    expect(await issue(1)).toMatchObject({
      error: { detail: '丙镇：通报批评应有文号，请先修改拟稿' },
    })
    const { state } = done(await province.ask(countyAdmin, 'getMeasure', { params: { measureId: id } }))
    const { kind, matter, trigger, on, participants, demands, isPublished, problems } = state
    const content = { kind, matter, trigger, on, participants, demands, isPublished, problems }
    const revised = { params: { measureId: id }, body: { ...content, documentNumber: '砚平安办〔2026〕6号' } as never }
    done(await province.run(countyAdmin, 'reviseMeasure', revised, 1))
    expect(await issue(2)).toMatchObject({ error: { code: 'conflict-of-interest' } })
  })

  test('no more tables are read than the longest rule asks for, however many there are', async () => {
    const second = await twoQuarters([rule()])
    await publishedQuarter(province, second)
    const schemeId = done(await province.ask(countyAdmin, 'getCycle', { params: { cycleId: second as never } })).state
      .schemeId
    const third = await filledQuarter(province, schemeId, '2026-Q3', figures('2', '1', '8'))
    await publishedQuarter(province, third)
    const store = province.stores.openPlatformStore(PLACES.province.code, systemMark({ now: province.now }))
    const read: string[] = []
    const counting = Object.assign(Object.create(store), {
      get: (kind: 'run', id: string) => {
        read.push(kind)
        return store.get(kind, id)
      },
    })
    const divisions = async () => province.divisions
    await draftEscalatedMeasures({ store: counting, digest, now: province.now, divisions }, third)
    expect(read.filter((kind) => kind === 'run')).toHaveLength(2)
  })
})
