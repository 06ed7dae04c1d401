import { Title } from '@anjie/contracts/vocabulary/honours/title'
import { PublicSheet, type PublicTitle } from '@anjie/contracts/vocabulary/publicRecords'
import { createPublicSite } from '@anjie/function-public-site/createPublicSite'
import type { PublicReader, SheetIndex } from '@anjie/function-public-site/publicReader'
import { publicTitle } from '@anjie/projections/public/publicTitle'
import { packSheet, unpackSheet } from '@anjie/projections/public/sheets/packedSheet'
import { type IndexKind, indexedParts, packIndex, sheetIndexOf } from '@anjie/projections/public/sheets/sheetIndex'
import { sheetOf } from '@anjie/projections/public/sheets/sheetOf'
import { readUnits } from '@anjie/store/counting/capacityUnits'
import { digest } from '@anjie/store/digest'
import { aliveMegabytes } from './measure.ts'

export const PUBLIC_SIZES = [3_400, 34_000, 100_000] as const

/** What one size of the public list costs: milliseconds of the processor for a page, read units, and memory. */
export interface PublicCost {
  readonly size: number
  /** Fastest of several, in the order of `PAGES`. */
  readonly pages: readonly number[]
  /** Read units of the first page after a start, of the first search after it, and of looking again when nothing has changed. */
  readonly units: { readonly start: number; readonly search: number; readonly reload: number }
  /** Milliseconds of the first search after a start. */
  readonly firstSearch: number
  readonly heldMegabytes: number
}

/** Searches are for other words each time, because the answer to the same words is kept. */
export const PAGES: readonly (readonly [name: string, path: (run: number) => string])[] = [
  ['first page', () => '/titles'],
  ['tenth page of a year', () => '/titles?year=2024&page=10'],
  ['a city, an honour', () => '/titles?city=9903&honour=peace-school'],
  ['revoked ones of a year', () => '/titles?status=revoked&year=2024'],
  ['search by name', (run) => `/titles?q=${encodeURIComponent(`${nameAt(run * 3)}${nameAt(run * 7 + 2)}村`)}`],
  ['search by place', (run) => `/titles?q=${encodeURIComponent(`${nameAt(run * 7)}${nameAt(run * 5 + 3)}县`)}`],
  [
    'search by pinyin',
    (run) =>
      `/titles?q=${['xinmin', 'qingsong', 'heping', 'taiping', 'hongqi', 'dongfeng'][run % 6]}${run < 6 ? '' : 'cun'}`,
  ],
  ['search by initials', (run) => `/titles?q=${['xm', 'qs', 'hp', 'tp', 'hq', 'df'][run % 6]}${run < 6 ? '' : 'c'}`],
]

const COUNTIES = 183
const RUNS = 12
const NAMES =
  '青松白云柳湾马房坝石桥新民和平永丰太平红旗东风团结胜利光明前进幸福河清溪山水田园竹林杏花桃源龙凤金银玉泉双合三江五里高坪'
const nameAt = (at: number): string => NAMES[at % NAMES.length] ?? ''
const HONOURS = [
  ['six-no-village', '六无平安村（社区）'],
  ['peace-hospital', '平安医院'],
  ['peace-school', '平安学校'],
] as const
const KEY_BYTES = 80

/** Pages of the public list at one size, over a reader that holds what the projector would have written. */
export async function publicCost(size: number): Promise<PublicCost> {
  const { reader, spent } = storedSheets(size)
  const before = aliveMegabytes()
  let now = '2026-11-20T01:00:00.000Z'
  const site = createPublicSite({ reader, publicOrigin: 'https://example.cn', now: () => now })
  const ask = async (path: string): Promise<number> => {
    // Of the processor, because on a busy machine the clock says little.
    const begun = process.cpuUsage()
    await (await site.request(path)).text()
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / 1000
  }
  const unitsOf = async (path: string): Promise<{ units: number; milliseconds: number }> => {
    const spentBefore = spent.units
    const milliseconds = await ask(path)
    return { units: spent.units - spentBefore, milliseconds }
  }
  const start = await unitsOf('/titles')
  const search = await unitsOf('/titles?q=qingsong')
  now = '2026-11-20T01:01:00.000Z'
  const reload = await unitsOf('/titles')
  const pages: number[] = []
  for (const [, path] of PAGES) {
    const times: number[] = []
    for (let run = 0; run < RUNS; run += 1) times.push(await ask(path(run)))
    pages.push(Math.min(...times))
  }
  return {
    size,
    pages,
    units: { start: start.units, search: search.units, reload: reload.units },
    firstSearch: search.milliseconds,
    heldMegabytes: aliveMegabytes() - before,
  }
}

function storedSheets(size: number): { reader: PublicReader; spent: { units: number } } {
  const sheets: PublicSheet[] = []
  const parts = new Map<string, Uint8Array>()
  const indexes = new Map<string, Readonly<Record<IndexKind, SheetIndex & { readonly bytes: number }>>>()
  for (let county = 0; county < COUNTIES; county += 1) {
    const titles = titlesOfCounty(county, Math.floor(size / COUNTIES) + (county < size % COUNTIES ? 1 : 0))
    const [one] = titles
    if (one === undefined) continue
    const made = sheetOf(one.county, titles, digest)
    sheets.push(made.sheet)
    for (const [name, part] of made.parts) parts.set(name, packSheet(part))
    const index = sheetIndexOf(made.sheet, [...made.parts.values()].flat())
    const stored = (kind: IndexKind) => ({
      of: indexedParts(made.sheet),
      bits: index[kind],
      bytes: packIndex(index[kind]).byteLength + KEY_BYTES,
    })
    indexes.set(one.county, { names: stored('names'), letters: stored('letters'), numbers: stored('numbers') })
  }
  const heads = sheets.map(packSheet)
  const headBytes = heads.reduce((sum, head) => sum + head.byteLength + KEY_BYTES, 0)
  const province = sheets[0]?.groups[0]?.province ?? raise()
  const spent = { units: 0 }
  const read = <T>(bytes: number, answer: T, eventually = true): Promise<T> => {
    spent.units += readUnits(bytes, eventually)
    return Promise.resolve(answer)
  }
  const reader: PublicReader = {
    provinces: () => read(KEY_BYTES, [{ code: province, name: '安和省' }]),
    findCalendar: () => read(0, undefined),
    findReadings: () => read(0, undefined),
    sheetStamp: () => read(KEY_BYTES, 'as it is'),
    sheetsOf: () =>
      read(
        headBytes,
        heads.map((head) => PublicSheet.parse(unpackSheet(head))),
        false,
      ),
    sheetIndexes: (_province, kind) =>
      read(
        [...indexes.values()].reduce((sum, index) => sum + index[kind].bytes, 0),
        new Map([...indexes].map(([county, index]) => [county, index[kind]])),
      ),
    sheetPart: (_county, name) => read((parts.get(name)?.byteLength ?? 0) + KEY_BYTES, parts.get(name)),
    unitsOf: () => read(0, []),
    unitPage: () => read(0, { unit: undefined, titles: [], changes: [], objections: [] }),
    titlesNamed: () => read(0, []),
    findTitle: () => read(0, undefined),
    findCertificate: () => read(0, undefined),
    noticesOf: () => read(0, []),
    countsOf: () => read(0, []),
    findNotice: () => read(0, undefined),
    findObjection: () => read(0, undefined),
    dutyCoverageOf: () => read(0, []),
    listingsOf: () => read(0, []),
    methodsOf: () => read(0, []),
    findSigned: () => read(0, undefined),
    logSize: () => read(0, 0),
    logPage: () => read(0, undefined),
    logTiles: () => read(0, []),
    logHeads: () => read(0, []),
    findLogHead: () => read(0, undefined),
    logLinesOf: () => read(0, []),
    signingKeys: () => read(0, []),
    findMethod: () => read(0, undefined),
  }
  return { reader, spent }
}

function titlesOfCounty(county: number, count: number): readonly PublicTitle[] {
  const city = String(1 + Math.floor(county / 9)).padStart(2, '0')
  const code = `99${city}${String(1 + (county % 9)).padStart(2, '0')}`
  return Array.from({ length: count }, (_, at) => {
    const [honour, honourName] = HONOURS[at % 5 === 4 ? 1 + (at % 2) : 0] ?? HONOURS[0]
    const year = 2021 + (at % 6)
    const number = String(county * 1000 + at)
    const id = `${code}.01J${number.padStart(23, '0')}`
    const title = Title.parse({
      id,
      county: code,
      honour,
      honourName,
      level: at % 3 === 0 ? 'city' : 'province',
      year,
      unitId: `${code}.01K${number.padStart(23, '0')}`,
      unitName: `${nameAt(at * 11 + county)}${nameAt(at * 3 + 7)}${nameAt(Math.floor(at / 40))}村`,
      unitKind: 'village',
      provinceName: '安和省',
      cityName: `${nameAt(Number(city))}${nameAt(Number(city) * 3)}市`,
      countyName: `${nameAt(county * 7)}${nameAt(county * 5 + 3)}县`,
      townshipName: `${nameAt(at)}${nameAt(county)}镇`,
      status: at % 97 === 0 ? 'revoked' : 'active',
      namedOn: `${year}-03-02`,
      validUntil: `${year + 3}-03-01`,
      documentNumber: `平安办〔${year}〕${1 + (at % 2)}号`,
      issuer: '安和省平安建设领导小组',
      batchId: `99.01J${String(year).padStart(23, '0')}`,
      serial: `平安99-WL-${year}-${number.padStart(4, '0')}-7K3M`,
      certificateHash: digest(id),
      source: { kind: 'named-here' },
      updatedAt: '2026-03-02T01:00:00.000Z',
    })
    return publicTitle(id, title)
  })
}

function raise(): never {
  throw new Error('there are no titles')
}
