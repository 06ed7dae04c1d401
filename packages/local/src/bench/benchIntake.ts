import { fork } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ImportBatchId } from '@anjie/contracts/vocabulary/ids'
import { importParts } from '@anjie/contracts/vocabulary/intake/importBatch'
import { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { filled } from '@anjie/contracts/vocabulary/part'
import { readIntake } from '@anjie/documents/intake/readIntake'
import { newWorkbook, workbookBytes } from '@anjie/documents/newWorkbook'
import { openWorkbook } from '@anjie/documents/xlsx/openWorkbook'
import { importFile } from '@anjie/function-importer/importFile'
import { memoryPartyDigests } from '@anjie/store/memory/memoryPartyDigests'
import { memoryStores } from '@anjie/store/memory/memoryStores'

const ROWS = 5_000
const COLUMNS = 40

/** A sheet of names, codes, days and figures. */
const form = IntakeForm.parse({
  code: 'bench',
  name: '大表',
  fields: Array.from({ length: COLUMNS }, (_, at) => {
    const field = { code: `c${at}`, name: `第${at}列` }
    if (at === 0) return { ...field, type: 'text', key: true, required: true }
    if (at % 4 === 1) return { ...field, type: 'code', digits: 12 }
    return at % 4 === 2 ? { ...field, type: 'date' } : { ...field, type: 'decimal', unit: '件' }
  }),
})

async function writeSheet(file: string): Promise<void> {
  const workbook = await newWorkbook()
  const sheet = workbook.addWorksheet('大表')
  sheet.columns = form.fields.map(({ type }) => (type === 'date' ? { style: { numFmt: 'yyyy-mm-dd' } } : {}))
  sheet.addRow(form.fields.map(({ name }) => name))
  for (let row = 0; row < ROWS; row += 1)
    sheet.addRow(
      form.fields.map(({ type }, at) => {
        if (type === 'text') return `第${row}村`
        if (type === 'code') return String(990101000000 + row * COLUMNS + at)
        return type === 'date' ? 40_000 + row : row * 1.25 + at
      }),
    )
  await writeFile(file, await workbookBytes(workbook))
}

/** All that the importer function does with an order, on tables in memory: read, digest, cut into parts, packed and written. */
async function stagedRows(bytes: Uint8Array): Promise<number> {
  const order = { batchId: ImportBatchId.parse(`990101.${'0'.repeat(26)}`), attempt: 1, mark: 'bench' }
  const now = '2026-03-02T01:00:00.000Z'
  const store = memoryStores({ keepFacts: false }).openPlatformStore('99', {
    actor: {
      personId: 'bench',
      personName: '测量',
      post: '测量',
      level: 'system',
      jurisdiction: 'system',
      jurisdictionName: '系统',
    },
    correlationId: 'bench',
    now,
    idempotencyKey: 'bench',
    requestHash: '',
  })
  await store.putParts('import-batch', order.batchId, [filled(importParts.form(), form)])
  await importFile(order, {
    store,
    fetchFile: async () => bytes,
    removeFile: async () => {},
    partyDigests: memoryPartyDigests(),
    deliveries: 1,
    now,
  })
  return (await store.get('import-reading', order.batchId))?.state.rows ?? 0
}

const WAYS = {
  plain: async (bytes: Uint8Array): Promise<number> => {
    const opened = await openWorkbook(bytes)
    return opened.ok ? (opened.value[0]?.rows.size ?? 0) - 1 : 0
  },
  'by its form': async (bytes: Uint8Array): Promise<number> => {
    const reading = await readIntake(bytes, form)
    return reading.ok && reading.value.refusals.length === 0 ? reading.value.rows.length : 0
  },
  'as importer': stagedRows,
} as const
type Way = keyof typeof WAYS
const isWay = (word: string | undefined): word is Way => word !== undefined && Object.hasOwn(WAYS, word)

/** Time and peak memory of reading a large sheet by its form, beside opening the same file and nothing more; each in a process of its own. */
export async function benchIntake(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'anjie-bench-'))
  const file = join(folder, 'large.xlsx')
  try {
    await writeSheet(file)
    console.log(`${ROWS} × ${COLUMNS}, ${((await readFile(file)).byteLength / 1024 / 1024).toFixed(1)} MB`)
    for (const way of Object.keys(WAYS)) await inProcess(way, file)
    return 0
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const inProcess = (way: string, file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    fork(fileURLToPath(import.meta.url), [way, file])
      .on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`reading ${way} failed`))))
      .on('error', reject)
  })

const [, started, way, file] = process.argv
if (started === fileURLToPath(import.meta.url) && isWay(way) && file !== undefined) {
  const bytes = new Uint8Array(await readFile(file))
  const from = performance.now()
  const rows = await WAYS[way](bytes)
  const milliseconds = performance.now() - from
  const megabytes = process.resourceUsage().maxRSS / 1024
  console.log(
    `  ${way.padEnd(12)} ${milliseconds.toFixed(0).padStart(6)} ms  ${megabytes.toFixed(0).padStart(4)} MB peak  ${rows} rows`,
  )
  if (rows !== ROWS) process.exitCode = 1
}
