import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import { schemeLimits } from '@anjie/contracts/vocabulary/schemes/schemeLimits'
import { schemeSchema, schemeSchemaPath } from '@anjie/local/generate/schemeSchema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { exampleJson, examplePath, exampleText, withChange } from './exampleFiles.ts'

const township = exampleJson('townshipDeductions.scheme.json')

function problemsOf(json: unknown): readonly string[] {
  const scheme = readScheme(json)
  if (scheme.ok) throw new Error('the scheme was accepted')
  return scheme.error.map(({ message }) => message)
}

const changed = (path: readonly (string | number)[], value: unknown): readonly string[] =>
  problemsOf(withChange(township, path, value))

test('the README of the examples tells of every file beside it', () => {
  const files = readdirSync(dirname(examplePath('README.md')))
  expect(files.filter((file) => !exampleText('README.md').includes(file) && file !== 'README.md')).toEqual([])
})

describe('a scheme file', () => {
  test.each(['townshipDeductions', 'countyIndex'])('the annotated example %s reads without its annotations', (name) => {
    const scheme = readScheme(exampleJson(`${name}.scheme.json`))
    expect(scheme.ok).toBe(true)
    expect(JSON.stringify(scheme)).not.toContain('"//')
  })

  test('every refusal names its node and field in Chinese, and says what would be right', () => {
    const leaf = ['root', 'children', 0, 'children', 0]
    expect(changed([...leaf, 'scoring', 'method'], 'magic')[0]).toMatch(
      /^指标“群众安全感”（A1）的字段 scoring → method：只能是 “all_or_nothing”、.*现在是“magic”$/,
    )
    expect(changed([...leaf, 'points'], 40)).toEqual([
      '指标“群众安全感”（A1）的字段 points：应为文字（数值要加引号，如 "5"，以免失去精度）',
    ])
    expect(changed([...leaf, 'points'], '四十')).toEqual(['指标“群众安全感”（A1）的字段 points：应为数字，如 98.5'])
    expect(changed([...leaf, 'points'], '1'.repeat(40))).toEqual([
      '指标“群众安全感”（A1）的字段 points：数字过长，最多30位',
    ])
    expect(changed([...leaf, 'points'], '-5')).toEqual(['指标“群众安全感”（A1）的字段 points：不能为负数'])
    expect(changed([...leaf, 'scoring', 'slopes', 1, 'below'], null)[0]).toContain(
      '指标“群众安全感”（A1）的字段 scoring → slopes → 第 2 项 → below',
    )
    expect(changed(['items', 0, 'unit'], undefined)).toEqual(['数据项“群众安全感”（AQG）的字段 unit：请填写'])
    expect(changed(['vetoes', 0, 'atLeast'], '')[0]).toContain('否决事项“发生命案”（V1）')
    expect(changed(['format'], 'x')[0]).toBe('字段 format：只能是 “anjie-scheme/1”，现在是“x”')
  })

  test('a misspelt optional field is refused and not dropped in silence', () => {
    expect(changed(['root', 'children', 1, 'wieght'], '3')).toEqual([
      '指标“矛盾化解”（B）的字段 wieght：没有这样的字段，请检查拼写',
    ])
  })

  test('a tree of ten thousand nodes, broad or deep, is refused before it costs anything', () => {
    const leaf = { kind: 'leaf', code: 'L', name: '叶', scoring: { method: 'judged' }, scoredBy: '', evidence: [] }
    const broad = { kind: 'branch', code: 'R', name: '根', aggregation: 'sum', children: Array(10_000).fill(leaf) }
    expect(changed(['root'], broad)).toEqual([`指标树超过 ${schemeLimits.nodes} 个节点，请拆成几个方案`])
    let deep: unknown = leaf
    for (let level = 0; level < 10_000; level += 1) {
      deep = { kind: 'branch', code: `B${level}`, name: `第${level}级`, aggregation: 'sum', children: [deep] }
    }
    expect(changed(['root'], deep)[0]).toMatch(/^指标“第\d+级”在第 13 层，指标树最多 12 层$/)
    const many = { ...broad, children: Array(150).fill({ ...broad, children: Array(150).fill(leaf) }) }
    expect(changed(['root'], many)).toEqual([`指标树超过 ${schemeLimits.nodes} 个节点，请拆成几个方案`])
    expect(changed(['definition'], JSON.parse(`${'['.repeat(9000)}${']'.repeat(9000)}`))).toEqual(['方案文件嵌套过深'])
  })

  test('no JSON makes the reader throw, and keys of the prototype chain mean nothing', () => {
    for (const json of [
      null,
      1,
      'x',
      [],
      {},
      JSON.parse('{"__proto__": {"format": "anjie-scheme/1"}, "root": {"constructor": 1}}'),
    ]) {
      expect(problemsOf(json).length).toBeGreaterThan(0)
    }
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => !readScheme(json).ok))
    fc.assert(
      fc.property(
        fc.constantFrom('items', 'root', 'groups', 'rounding', 'vetoes', 'missing'),
        fc.jsonValue({ maxDepth: 5 }),
        (key, json) => {
          readScheme(withChange(township, [key], json))
        },
      ),
    )
  })
})

describe('the JSON Schema of scheme files', () => {
  test('is the one that the contracts generate (node packages/local/src/generate/schemeSchema.ts)', () => {
    expect(readFileSync(schemeSchemaPath, 'utf8')).toBe(schemeSchema())
  })

  test('every reference in it leads somewhere', () => {
    const { $defs } = z.object({ $defs: z.record(z.string(), z.unknown()) }).parse(JSON.parse(schemeSchema()))
    const targets = [...schemeSchema().matchAll(/"\$ref": "#\/\$defs\/([^"]+)"/g)].map((match) => match[1])
    expect(targets.length).toBeGreaterThan(100)
    for (const target of new Set(targets)) expect(Object.keys($defs)).toContain(target)
  })
})
