import { Membership } from '@anjie/contracts/vocabulary/access/people'
import { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { ImportBatchId } from '@anjie/contracts/vocabulary/ids'
import type { ImportListCode } from '@anjie/contracts/vocabulary/intake/importList'
import { READY_REGISTERS } from '@anjie/domain/registers/ready/readyRegisters'
import { benchApi } from './units/benchApi.ts'

const post = (personId: string, level: 'county' | 'province', code: string, ...roles: Membership['roles']) =>
  Membership.parse({
    identity: `https://issuer.invalid#${personId}`,
    personId,
    personName: '测量',
    post: '平安办',
    jurisdiction: { level, code },
    jurisdictionName: '测量',
    roles,
    validUntil: '2099-12-31',
    version: 1,
  })
const CLERK = post('clerk', 'county', '990101', 'county-admin')
const ADMIN = post('admin', 'province', '99', 'province-admin')
const NOW = '2026-03-02T01:00:00.000Z'

interface Measured {
  readonly name: string
  readonly of: { readonly list: ImportListCode; readonly target?: string }
  /** Rows from a number on; none is like one before. */
  readonly sheet: (rows: number, from: number) => string
  readonly carriedOut: number
  /** Laid against what was carried out. */
  readonly laid: number
}

const several = (rows: number, line: (at: number) => string): string =>
  Array.from({ length: rows }, (_, at) => `${line(at)}\n`).join('')

const MEASURED: readonly Measured[] = [
  {
    name: 'units',
    of: { list: 'units' },
    sheet: (rows, from) =>
      `乡镇（街道）,单位名称,类型,设立日期\n,测量镇,乡镇（街道）,2020-01-01\n${several(rows - 1, (at) => `测量镇,第${from + at}村,村,2020-01-01`)}`,
    carriedOut: 401,
    laid: 5_000,
  },
  {
    name: 'rows of a register',
    of: { list: 'register', target: '99.funds' },
    sheet: (rows, from) => `项目,用途,金额（万元）\n${several(rows, (at) => `项目${from + at},其他,${at}`)}`,
    carriedOut: 400,
    laid: 5_000,
  },
  {
    name: 'posts',
    of: { list: 'posts' },
    sheet: (rows, from) =>
      `姓名,职务,岗位,有效期\n${several(rows, (at) => `测量${from + at},干事,县级填报人,2027-12-31`)}`,
    carriedOut: 200,
    laid: 600,
  },
]

/** What a batch costs, list by list: laying its rows against what stands there, and carrying each out, in DynamoDB's units. */
export async function benchImport(): Promise<number> {
  const api = benchApi(NOW)
  for (const each of [CLERK, ADMIN]) api.stores.putMembership(each)
  const written = await api.stores.openPlatformStore('99', api.platformMark()).commit([
    {
      kind: 'divisions',
      id: '99.divisions',
      expectedVersion: 0,
      next: DivisionTree.parse({
        province: { code: '99', name: '测量省' },
        cities: [{ code: '9901', name: '测量市' }],
        counties: [{ code: '990101', name: '测量县', city: '9901' }],
      }),
      fact: { type: 'DivisionsLoaded', details: { cities: '1', counties: '1' } },
    },
  ])
  if (!written.ok) throw new Error(written.error.detail)
  const funds = READY_REGISTERS.find(({ code }) => code === 'funds')
  if (funds === undefined) throw new Error('there is a register of funds')
  await api.call(ADMIN, 'defineRegister', { body: funds })
  for (const measured of MEASURED) await measureList(api, measured)
  return 0
}

async function measureList(api: ReturnType<typeof benchApi>, { name, of, sheet, carriedOut, laid }: Measured) {
  const bring = async (text: string) => {
    const file = new TextEncoder().encode(`\uFEFF${text}`)
    const begun = await api.call(CLERK, 'beginImport', {
      body: { ...of, fileName: '名册.csv', bytes: file.byteLength },
    })
    const { fields } = begun.upload
    api.stores.evidence.upload(fields, fields['Content-Type'] ?? '', file)
    const params = { batchId: ImportBatchId.parse(begun.id) }
    const read = await api.call(CLERK, 'readImport', { params, ifMatch: begun.version })
    const started = performance.now()
    const { cost } = await api.measure(CLERK, 'planImport', { params, ifMatch: read.version })
    return { params, version: read.version + 1, cost, milliseconds: performance.now() - started }
  }
  const batch = await bring(sheet(carriedOut, 0))
  await api.call(CLERK, 'confirmImport', { params: batch.params, ifMatch: batch.version })
  let [reads, writes, views, milliseconds] = [0, 0, 0, 0]
  for (;;) {
    const started = performance.now()
    const { cost } = await api.measure(CLERK, 'carryImportOn', { params: batch.params })
    milliseconds += performance.now() - started
    reads += cost.readUnits
    writes += cost.writeUnits
    views += cost.projectedUnits
    const { state } = await api.call(CLERK, 'getImportBatch', { params: batch.params })
    if (state.status !== 'applied') continue
    if (state.applied?.done !== carriedOut) throw new Error(`${name}: ${JSON.stringify(state.applied)}`)
    break
  }
  const each = (units: number) => (units / carriedOut).toFixed(1)
  console.log(
    `${carriedOut} ${name} carried out: ${each(writes)} w + ${each(views)} w of lists, ${each(reads)} r a row; ${each(milliseconds)} ms a row in memory`,
  )
  const large = await bring(sheet(laid, carriedOut))
  console.log(
    `${laid} ${name} laid against ${carriedOut}: ${large.milliseconds.toFixed(0)} ms, ${large.cost.readUnits} r, ${large.cost.writeUnits} w`,
  )
}
