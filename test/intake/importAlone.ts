import { readFileSync } from 'node:fs'
import { ImportBatchId } from '@anjie/contracts/vocabulary/ids'
import { importParts } from '@anjie/contracts/vocabulary/intake/importBatch'
import { filled } from '@anjie/contracts/vocabulary/part'
import { importFile } from '@anjie/function-importer/importFile'
import { memoryPartyDigests } from '@anjie/store/memory/memoryPartyDigests'
import { memoryStores } from '@anjie/store/memory/memoryStores'
import { systemMark } from '../builders/context.ts'
import { countyForm } from './oddForms.ts'

/** Run as a process of its own: the importer on one file, and how much memory it took at most. */
const [, , file = ''] = process.argv
const now = '2026-03-02T01:00:00.000Z'
const batchId = ImportBatchId.parse('990101.01J00000000000000000000000')
const store = memoryStores().openPlatformStore('99', systemMark({ now }))
await store.putParts('import-batch', batchId, [filled(importParts.form(), countyForm)])
const outcome = await importFile(
  { batchId, attempt: 1, mark: 'a' },
  {
    store,
    fetchFile: async () => new Uint8Array(readFileSync(file)),
    removeFile: async () => {},
    partyDigests: memoryPartyDigests(),
    deliveries: 1,
    now,
  },
)
const { fault, rows } = (await store.get('import-reading', batchId))?.state ?? {}
console.log(JSON.stringify({ outcome, fault, rows, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }))
