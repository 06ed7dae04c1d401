import type { FactType } from '@anjie/contracts/facts/facts'
import type { Actor } from '@anjie/contracts/vocabulary/access/people'
import { Application } from '@anjie/contracts/vocabulary/honours/application'
import { Title } from '@anjie/contracts/vocabulary/honours/title'
import { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { Batch, BatchEntry } from '@anjie/contracts/vocabulary/notices/batch'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'
import { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { someDetails } from '../builders/facts.ts'

/** Facts of made-up records, valid by their schemas, as the store would have written them. */
const ulid = (number: number): string => `01J${String(number).padStart(23, '0')}`

export const idOf = (owner: string, number: number): string => `${owner}.${ulid(number)}`

const clerk = {
  personId: 'p-1',
  personName: '王小明',
  post: '综治科科长',
  level: 'county',
  jurisdiction: '990101',
  jurisdictionName: '安东区',
} as const

let minute = 0

export interface SampleFact {
  readonly kind: RecordKind
  readonly recordId: string
  readonly version: number
  readonly type: FactType
  readonly details: unknown
  readonly at: string
  readonly actor: Actor
  readonly correlationId: string
  readonly after: unknown
}

export function factOf(
  kind: RecordKind,
  recordId: string,
  version: number,
  type: FactType,
  after: unknown,
): SampleFact {
  minute += 1
  return {
    kind,
    recordId,
    version,
    type,
    details: someDetails(type),
    after,
    at: new Date(Date.UTC(2026, 2, 2, 1, minute)).toISOString(),
    actor: clerk,
    correlationId: 'c-1',
  }
}

const at = '2026-03-02T01:00:00.000Z'

export const unit = (id: string, name: string) =>
  Unit.parse({
    id: id,
    county: '990101',
    kind: 'village',
    name,
    validFrom: '2020-01-01',
    successors: [],
    updatedAt: at,
  })

export const title = (id: string, change: Record<string, unknown> = {}) =>
  Title.parse({
    id: id,
    county: '990101',
    honour: 'six-no-village',
    honourName: '六无平安村（社区）',
    level: 'province',
    year: 2026,
    unitName: '青松村',
    unitKind: 'village',
    provinceName: '安和省',
    cityName: '安平市',
    countyName: '安东区',
    townshipName: '青松镇',
    status: 'active',
    source: { kind: 'named-here' },
    updatedAt: at,
    ...change,
  })

export const batch = (id: string, change: Record<string, unknown> = {}) =>
  Batch.parse({
    id,
    province: '99',
    roundId: idOf('99', 77),
    roundName: '2026年六无平安村申报',
    honour: 'six-no-village',
    year: 2026,
    name: '2026年第一批拟命名名单',
    status: 'collecting',
    entries: [],
    issuer: '安和省平安建设领导小组',
    approvalReference: '安和省创建示范活动目录第3项',
    validYears: 3,
    noticeWorkingDays: 5,
    namedCount: 0,
    updatedAt: at,
    ...change,
  })

export const entry = (number: number, change: Record<string, unknown> = {}) =>
  BatchEntry.parse({
    applicationId: idOf('990101', 500 + number),
    county: '990101',
    countyName: '安东区',
    cityName: '安平市',
    townshipName: '青松镇',
    unitId: idOf('990101', 600 + number),
    unitName: `青松${number}村`,
    unitKind: 'village',
    ...change,
  })

export const notice = {
  startsOn: '2026-11-19',
  endsOn: '2026-11-25',
  workingDays: 5,
  contact: '安和省委平安办 099-12345678',
}

export const application = (id: string, status: string) =>
  Application.parse({
    id,
    county: '990101',
    countyName: '安东区',
    cityName: '安平市',
    roundId: idOf('99', 77),
    roundName: '2026年六无平安村申报',
    honour: 'six-no-village',
    year: 2026,
    unitId: idOf('990101', 601),
    unitName: '青松1村',
    unitKind: 'village',
    townshipName: '青松镇',
    status,
    answers: [],
    statement: '联系人王小明，电话13800138000',
    opinions: [],
    enteredBy: ['p-1'],
    updatedAt: at,
  })

/** A published scheme of contracts/examples, or another one. */
export const schemeRecord = (id: string, scheme: unknown, change: Record<string, unknown> = {}) =>
  SchemeRecord.parse({ id, province: '99', status: 'in-force', scheme, publishedAt: at, updatedAt: at, ...change })

export const divisions = {
  province: { code: '99', name: '安和省' },
  cities: [{ code: '9901', name: '安平市' }],
  counties: [
    { code: '990101', name: '安东区', city: '9901' },
    { code: '990102', name: '安西区', city: '9901' },
  ],
}

const leagueRow = (subject: string, score: string) => ({
  subject,
  name: subject === '990101' ? '安东区' : '安西区',
  group: 'a',
  groupName: '第一组',
  publishedScore: score,
  exactScore: score,
  rank: 1,
  tied: false,
  grade: null,
  rankChange: null,
  interval: null,
  notRankedReason: null,
  levelOne: [],
})

export const run = (id: string, status: string, computedAt: string, score: string) =>
  ScoreRunRecord.parse({
    id,
    province: '99',
    cycleId: idOf('99', 1),
    cycleName: '2026年平安建设考评',
    schemeId: idOf('99', 2),
    schemeVersion: 1,
    period: '2026',
    engineVersion: '1',
    status,
    computedAt,
    inputsHash: 'a',
    resultHash: 'b',
    outstanding: [],
    groups: [{ code: 'a', name: '第一组' }],
    rows: [leagueRow('990101', score), leagueRow('990102', score)],
    notes: [],
  })

/** The scorecards that were put beside a run before it was computed. */
export const scorecardsOf = (runId: string, score: string): ReadonlyMap<string, Scorecard> =>
  new Map(
    ['990101', '990102'].map((subject) => [
      subject,
      Scorecard.parse({ runId, subject, row: leagueRow(subject, score), receipts: [] }),
    ]),
  )
