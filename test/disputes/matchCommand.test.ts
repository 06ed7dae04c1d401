import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runDisputes } from '@anjie/local/commands/disputes'
import { expect, test } from 'vitest'
import { fourExports, fourMappings, usual } from './fourExports.ts'

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
const csv = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')

function desk(files: Readonly<Record<string, string>>) {
  const out: string[] = []
  const reported: string[] = []
  const io = {
    read: async (file: string) => {
      const text = files[file]
      if (text === undefined) throw Object.assign(new Error('none'), { code: 'ENOENT' })
      return new TextEncoder().encode(text)
    },
    write: async () => undefined,
    out: async (pieces: Iterable<string>) => {
      for (const piece of pieces) out.push(piece)
    },
    report: (text: string) => void reported.push(text),
  }
  return {
    run: (...args: string[]) => runDisputes(args, io),
    printed: () => out.join(''),
    reported: () => reported.join('\n'),
  }
}

const exports = fourExports({ ...usual, disputes: 120 })
const four = Object.fromEntries(
  exports.files.map(({ headings, rows }, at) => [
    `${at}.csv`,
    csv(
      headings,
      rows.map(({ cells }) => cells),
    ),
  ]),
)
const files = { ...four, 'm.json': JSON.stringify(fourMappings) }
const ARGS = ['match', '--mapping', 'm.json', '3.csv', '1.csv', '0.csv', '2.csv', '--json']

test('pairs, doubts, groups and totals of four files, which are told apart by their headings; no party is printed', async () => {
  const { run, printed } = desk(files)
  expect(await run(...ARGS)).toBe(0)
  const answer = JSON.parse(printed())
  expect(answer.complete).toBe(true)
  expect(answer.files.map(({ system }: { system: string }) => system)).toEqual([
    'court',
    'stability',
    'province',
    'mediation',
  ])
  expect(answer.pairs.length).toBeGreaterThan(200)
  expect(answer.totals.common.found).toBe(answer.groups.length)
  const [party = ''] = (exports.files[0]?.rows[0]?.cells[6] ?? '').split('、')
  expect(party.length).toBeGreaterThan(1)
  expect(printed()).not.toContain(party)
})

test('a row that has no number is an exit code of 1, with file, line, column and what to do; it is matched like the rest', async () => {
  const [headings, ...rows] = (four['0.csv'] ?? '').split('\r\n')
  const spoilt = [headings, ...rows, '"","城关镇","河口村","01","2025-01-01","","","","调解成功",""'].join('\r\n')
  const { run, printed, reported } = desk({ ...files, '0.csv': spoilt })
  expect(await run(...ARGS)).toBe(1)
  const answer = JSON.parse(printed())
  expect(answer.complete).toBe(false)
  expect(answer.refused).toEqual([
    {
      file: '0.csv',
      line: rows.length + 2,
      column: '纠纷编号',
      reason: expect.stringContaining('请补上编号'),
      rowLeftOut: false,
    },
  ])
  expect(reported()).toContain('有 1 处没有读入')
})

test.each([
  [{ 'm.json': JSON.stringify({ ...fourMappings, systems: [] }) }, '至少要有一个系统'],
  [{ 'm.json': '{' }, '不是正确的 JSON'],
  [{ '2.csv': '编号,日期\r\n1,2025-01-01' }, '文件里没有：'],
  [{ '1.csv': '' }, '文件是空的'],
])('a file that cannot be used is refused by its fault: %j', async (wrong, words) => {
  const { run, printed, reported } = desk({ ...files, ...wrong })
  expect(await run(...ARGS)).toBe(1)
  expect(reported()).toContain(words)
  expect(printed()).toBe('')
})

test('arguments that say nothing get the usage', async () => {
  const { run, reported } = desk(files)
  expect(await run('match', 'a.csv')).toBe(2)
  expect(reported()).toContain('anjie disputes match --mapping')
  expect(await run('match', '--mapping', 'm.json', 'none.csv')).toBe(1)
  expect(reported()).toContain('none.csv：没有这个文件')
})

test('the example of the handbook is a mapping that knows every word of them', async () => {
  const path = fileURLToPath(new URL('../../contracts/src/vocabulary/disputes/typicalSystems.json', import.meta.url))
  const { run, printed } = desk({ ...files, 'm.json': await readFile(path, 'utf8') })
  expect(await run(...ARGS)).toBe(0)
  expect(JSON.parse(printed()).pairs.length).toBeGreaterThan(200)
})
