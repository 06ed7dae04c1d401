import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { zipOf } from '../documents/zipOf.ts'
import { officeFile } from './officeFile.ts'

/** What the function has; `infra/lib/parts/importer.ts`. */
const FUNCTION_MEGABYTES = 1536
/** The heap that Node gives itself there, with room for what lies outside of it. */
const HEAP_MEGABYTES = 1024

const HEAD = ['县（市、区）', '排查纠纷数'] as const
const CELL = '<c t="inlineStr"><is><t>a</t></is></c>'
const WORKBOOK_OF =
  '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>'

/** The importer as a process of its own with as much heap as the function has: what would kill the function kills it. */
function imported(bytes: Uint8Array): { outcome: string; fault?: string; rows?: number; megabytes: number } {
  const folder = mkdtempSync(join(tmpdir(), 'anjie-import-'))
  try {
    const file = join(folder, 'file')
    writeFileSync(file, bytes)
    const script = fileURLToPath(new URL('./importAlone.ts', import.meta.url))
    return JSON.parse(
      execFileSync(process.execPath, [`--max-old-space-size=${HEAP_MEGABYTES}`, script, file], { encoding: 'utf8' }),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.each<readonly [string, () => Uint8Array, RegExp]>([
  [
    'a bomb of 300 MB',
    () => officeFile([{ rows: [], raw: `<row r="1">${CELL}</row>`.repeat(2_600_000) }]),
    /展开后超过|单元格超过/,
  ],
  [
    'a bomb that lies about its size',
    () =>
      zipOf(
        [
          ['_rels/.rels', WORKBOOK_OF],
          ['xl/workbook.xml', `<workbook>${' '.repeat(140 * 1024 * 1024)}</workbook>`],
        ],
        1_000,
      ),
    /展开后超过|已损坏/,
  ],
  [
    'a text file of 28 MB',
    () => new TextEncoder().encode(`${HEAD.join(',')}\n${`甲县,${'1'.repeat(30)}\n`.repeat(730_000)}`),
    /单元格超过/,
  ],
])('%s leaves the importer alive, and the batch says why it was refused', (_, make, fault) => {
  const read = imported(make())
  expect(read).toMatchObject({ outcome: 'refused', fault: expect.stringMatching(fault) })
  expect(read.megabytes).toBeLessThan(FUNCTION_MEGABYTES)
})

test('the largest list that the importer takes fits into its memory', () => {
  const rows = [HEAD, ...Array.from({ length: 10_000 }, (_, at) => [`第${at}县`, at] as const)]
  const read = imported(officeFile([{ rows }]))
  expect(read).toMatchObject({ outcome: 'read', rows: 10_000 })
  expect(read.megabytes).toBeLessThan(FUNCTION_MEGABYTES)
})
