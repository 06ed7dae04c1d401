import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import { certificateContent } from '@anjie/domain/honours/certificateContent'
import { digest } from '@anjie/store/digest'
import { exampleJson } from '../cli/exampleFiles.ts'
import {
  batch,
  divisions,
  entry,
  factOf,
  idOf,
  notice,
  type SampleFact,
  schemeRecord,
  title,
} from '../projector/sampleFacts.ts'

export const SOURCE = 'https://www.example.gov.cn/list'

export const MAFANGBA = idOf('511702', 1)
export const CERTIFIED = idOf('990101', 2)
export const REVOKED = idOf('990101', 3)
export const SERIAL = '平安99-WL-2026-0001-7K3M'
export const REVOKED_SERIAL = '平安99-WL-2026-0002-0A1B'
export const NOTICE = idOf('99', 10)
export const CLOSED = idOf('99', 11)
export const NAMED = idOf('99', 12)
export const METHOD = idOf('99', 20)
export const OLD_METHOD = idOf('99', 21)
export const DRAFT_METHOD = idOf('99', 22)

/** Titles of the public list of Dazhou, 2019, as an import takes them over. */
const listed = (id: string, change: Record<string, unknown>): SampleFact =>
  factOf(
    'title',
    id,
    1,
    'TitleImported',
    title(id, {
      year: 2019,
      honour: 'six-no-village',
      honourName: '六无平安村（社区）',
      provinceName: '四川省',
      cityName: '达州市',
      unitKind: 'community',
      source: { kind: 'public-listing', url: SOURCE },
      ...change,
    }),
  )

const certified = (id: string, serial: string, change: Record<string, unknown> = {}) => {
  const state = title(id, {
    serial,
    namedOn: '2026-03-02',
    validUntil: '2029-03-01',
    documentNumber: '平安办〔2026〕12号',
    issuer: '安和省平安建设领导小组',
    batchId: NAMED,
    ...change,
  })
  return { ...state, certificateHash: digest(certificateContent(state)) }
}

/** A scheme file as it is recorded: without the annotations that a file may hold. */
function published(name: string) {
  const read = readScheme(exampleJson(`${name}.scheme.json`))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

export const certifiedTitle = certified(CERTIFIED, SERIAL)

const noticed = (change: Record<string, unknown>) => ({
  status: 'on-notice',
  entries: [entry(1), entry(2)],
  notice,
  ...change,
})

export const publishedFacts: readonly SampleFact[] = [
  factOf('divisions', '99.divisions', 1, 'DivisionsLoaded', divisions),
  listed(MAFANGBA, { county: '511702', countyName: '通川区', townshipName: '朝阳街道', unitName: '马房坝社区' }),
  listed(idOf('511703', 4), { county: '511703', countyName: '达川区', townshipName: '河市镇', unitName: '后街社区' }),
  listed(idOf('511722', 5), {
    county: '511722',
    countyName: '宣汉县',
    townshipName: '毛坝镇',
    unitName: '八角村',
    unitKind: 'village',
  }),
  factOf('title', CERTIFIED, 1, 'TitleConferred', certifiedTitle),
  factOf('title', REVOKED, 1, 'TitleConferred', certified(REVOKED, REVOKED_SERIAL, { unitName: '白云村' })),
  factOf(
    'title',
    REVOKED,
    2,
    'TitleConferred',
    certified(REVOKED, REVOKED_SERIAL, { unitName: '白云村', status: 'revoked' }),
  ),
  factOf('scheme', METHOD, 4, 'SchemePublished', schemeRecord(METHOD, published('anhe2026'))),
  factOf(
    'scheme',
    OLD_METHOD,
    5,
    'SchemeClosed',
    schemeRecord(OLD_METHOD, published('wenzhou-2017'), { status: 'closed' }),
  ),
  factOf(
    'scheme',
    DRAFT_METHOD,
    1,
    'SchemeDrafted',
    schemeRecord(DRAFT_METHOD, published('efficacy'), { status: 'draft' }),
  ),
  factOf('batch', NOTICE, 3, 'NoticeOpened', batch(NOTICE, noticed({ name: '2026年第三批拟命名名单' }))),
  factOf(
    'batch',
    CLOSED,
    4,
    'NoticeClosed',
    batch(
      CLOSED,
      noticed({
        name: '2026年第二批拟命名名单',
        status: 'notice-closed',
        notice: { ...notice, startsOn: '2026-06-01', endsOn: '2026-06-05', closedAt: '2026-06-05T16:00:00.000Z' },
      }),
    ),
  ),
  factOf(
    'batch',
    NAMED,
    9,
    'NamingCompleted',
    batch(
      NAMED,
      noticed({
        name: '2026年第一批拟命名名单',
        status: 'named',
        documentNumber: '平安办〔2026〕12号',
        namedOn: '2026-03-02',
        namedCount: 2,
        notice: { ...notice, startsOn: '2026-02-02', endsOn: '2026-02-06' },
      }),
    ),
  ),
]

export const listedTitle = listed
