import { Membership } from '@anjie/contracts/vocabulary/access/people'
import { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { ImportBatchId } from '@anjie/contracts/vocabulary/ids'
import { benchApi } from './units/benchApi.ts'

const ROWS = 5_000
/** Carried out: as many as tell what one costs. */
const CARRIED_OUT = 400
const CLERK = Membership.parse({
  identity: 'https://issuer.invalid#clerk',
  personId: 'clerk',
  personName: '测量',
  post: '县平安办',
  jurisdiction: { level: 'county', code: '990101' },
  jurisdictionName: '测量县',
  roles: ['county-admin'],
  validUntil: '2099-12-31',
  version: 1,
})
const NOW = '2026-03-02T01:00:00.000Z'

const sheet = (rows: number, from = 0): Uint8Array =>
  new TextEncoder().encode(
    `\uFEFF乡镇（街道）,单位名称,类型,设立日期\n,测量镇,乡镇（街道）,2020-01-01\n${Array.from({ length: rows }, (_, at) => `测量镇,第${from + at}村,村,2020-01-01\n`).join('')}`,
  )

/** What a batch of units costs: laying its rows against the register, and carrying each out, in DynamoDB's units. */
export async function benchImport(): Promise<number> {
  const api = benchApi(NOW)
  api.stores.putMembership(CLERK)
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
  const bring = async (file: Uint8Array) => {
    const begun = await api.call(CLERK, 'beginImport', {
      body: { list: 'units', fileName: '名册.csv', bytes: file.byteLength },
    })
    const { fields } = begun.upload
    api.stores.evidence.upload(fields, fields['Content-Type'] ?? '', file)
    const params = { batchId: ImportBatchId.parse(begun.id) }
    const read = await api.call(CLERK, 'readImport', { params, ifMatch: begun.version })
    const started = performance.now()
    const { cost } = await api.measure(CLERK, 'planImport', { params, ifMatch: read.version })
    return { params, version: read.version + 1, cost, milliseconds: performance.now() - started }
  }
  const batch = await bring(sheet(CARRIED_OUT))
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
    if (state.status === 'applied') break
  }
  const rows = CARRIED_OUT + 1
  const each = (units: number) => (units / rows).toFixed(1)
  console.log(
    `${rows} units carried out: ${each(writes)} w + ${each(views)} w of lists, ${each(reads)} r a row; ${each(milliseconds)} ms a row in memory`,
  )
  const large = await bring(sheet(ROWS, CARRIED_OUT))
  console.log(
    `${ROWS} rows laid against a register of ${rows}: ${large.milliseconds.toFixed(0)} ms, ${large.cost.readUnits} r, ${large.cost.writeUnits} w`,
  )
  return 0
}
