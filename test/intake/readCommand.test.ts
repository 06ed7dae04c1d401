import { runIntake } from '@anjie/local/commands/intake'
import { expect, test } from 'vitest'
import { exampleBytes } from '../cli/exampleFiles.ts'
import { officeFile } from './officeFile.ts'

async function command(args: readonly string[], files: Readonly<Record<string, Uint8Array>> = {}) {
  let out = ''
  let reported = ''
  const code = await runIntake(args, {
    read: async (file) => (Object.hasOwn(files, file) ? (files[file] ?? new Uint8Array()) : exampleBytes(file)),
    write: async () => {},
    out: async (pieces) => {
      out += Array.from(pieces).join('')
    },
    report: (text) => {
      reported += `${text}\n`
    },
  })
  return { code, out, reported }
}

const FORM = ['--form', 'villages.form.json']
const utf8 = (text: string) => new TextEncoder().encode(text)

test('the example gives three rows, four refusals by cell, and exit 1 because two rows stay out', async () => {
  const { code, out } = await command(['read', 'villages.csv', ...FORM, '--json'])
  const told = JSON.parse(out)
  expect(code).toBe(1)
  expect(told).toMatchObject({ complete: false, read: 3, leftOut: 2, refused: 4, passedOver: 6 })
  expect(told.rows).toHaveLength(3)
  expect(told.refusals.map(({ cell }: { cell: string }) => cell)).toEqual(['E9', 'F9', 'C10', 'D10'])
})

test('a file that is read whole exits 0, a workbook like a text file', async () => {
  const rows = [
    ['乡镇', '村名', '类别'],
    ['城关镇', '东村', '村'],
  ] as const
  const files = { 'a.xlsx': officeFile([{ rows }]), 'a.csv': utf8(rows.map((row) => row.join(',')).join('\n')) }
  for (const file of ['a.xlsx', 'a.csv']) {
    const { code, out } = await command(['read', file, ...FORM, '--json'], files)
    expect([code, JSON.parse(out).rows]).toEqual([
      0,
      [expect.objectContaining({ row: 2, values: { township: '城关镇', name: '东村', kind: 'village' } })],
    ])
  }
})

test('a column that nobody knows is something left out, too', async () => {
  const files = { 'a.csv': utf8('乡镇,村名,类别,电话\n城关镇,东村,村,1\n') }
  const { code, out } = await command(['read', 'a.csv', ...FORM], files)
  expect(code).toBe(1)
  expect(out).toContain(' D1（电话）：表里没有“电话”这一列')
})

test('a file that is none, a form with a fault, and wrong usage say so', async () => {
  const zip = await command(['read', 'a.xlsx', ...FORM, '--json'], { 'a.xlsx': utf8('%PDF-1.7') })
  expect([zip.code, JSON.parse(zip.out)]).toEqual([1, { complete: false, fault: expect.stringContaining('PDF') }])
  const form = await command(['read', 'villages.csv', '--form', 'f.json'], {
    'f.json': utf8('{"code":"a","name":"表","fields":[{"code":"1","name":"列","type":"money"}]}'),
  })
  expect(form.code).toBe(1)
  expect(form.reported).toMatch(/fields → 0 → type/)
  expect((await command(['read', 'villages.csv'])).code).toBe(2)
  expect((await command(['--help'])).code).toBe(0)
})

test('nothing that a terminal would obey comes out', async () => {
  const files = { 'a.csv': utf8('乡镇,村名,类别\n城关镇,东\u001b[31m村,村\n') }
  for (const json of [[], ['--json']]) {
    const { out } = await command(['read', 'a.csv', ...FORM, ...json], files)
    expect(out).not.toContain('\u001b')
  }
})
