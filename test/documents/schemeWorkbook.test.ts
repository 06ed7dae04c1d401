import { readdirSync } from 'node:fs'
import { readSchemeWorkbook } from '@anjie/documents/readSchemeWorkbook'
import { NODES } from '@anjie/documents/scheme/schemeLayout'
import { schemeWorkbook } from '@anjie/documents/schemeWorkbook'
import { clauseOf } from '@anjie/domain/scoring/clauseOf'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyScheme } from './anyScheme.ts'
import { exampleScheme } from './exampleScheme.ts'
import { openedBytes } from './openedBytes.ts'

const examples = readdirSync(new URL('../../contracts/examples/', import.meta.url)).filter((name) =>
  name.endsWith('.scheme.json'),
)

describe('a scheme exported as a workbook and imported again', () => {
  test.each(examples)('%s is the same scheme', async (file) => {
    const scheme = exampleScheme(file)
    expect(await readSchemeWorkbook(await schemeWorkbook(scheme))).toStrictEqual({ ok: true, value: scheme })
  })

  test('any scheme is the same scheme, whatever its texts, figures and rules', async () => {
    await fc.assert(
      fc.asyncProperty(anyScheme, async (scheme) => {
        expect(await readSchemeWorkbook(await schemeWorkbook(scheme))).toEqual({ ok: true, value: scheme })
      }),
      { numRuns: 30 },
    )
  }, 120_000)

  test('loses no character, wherever in the file it stands: one beyond the basic plane takes two places', async () => {
    const scheme = exampleScheme('townshipDeductions.scheme.json')
    // Long enough that the sheet is written in several pieces; shifted by one, so that a character lies across each border.
    for (const shift of ['', 'x']) {
      const items = Array.from({ length: 90 }, (_, index) => ({
        ...scheme.items[0],
        code: `K${index}`,
        // Each another text, or it would stand in the file once.
        definition: `${shift}${10 + index}${'𥧫'.repeat(240)}`,
      }))
      const long = { ...scheme, items: [...scheme.items, ...items] } as typeof scheme
      expect(await readSchemeWorkbook(await schemeWorkbook(long))).toStrictEqual({ ok: true, value: long })
    }
  })

  test('is read with the words that workbooks had before', async () => {
    const scheme = exampleScheme('anhe2026.scheme.json')
    const [grade] = scheme.grades
    const [item] = scheme.items
    if (grade === undefined || item === undefined) throw new Error('the example has grades and items')
    const veto = {
      code: 'V1',
      name: '发生重大事件',
      item: item.code,
      atLeast: '1',
      effect: { kind: 'disqualify' },
    } as const
    const whole = {
      ...scheme,
      totals: { ...scheme.totals, keepApart: true },
      vetoes: [...scheme.vetoes, veto],
      quotas: [{ grade: grade.code, limit: { kind: 'count', count: 3 }, tie: 'include' }],
    } as typeof scheme
    const workbook = await openedBytes(await schemeWorkbook(whole))
    const former = new Map([
      ['基本分与加分分列', '基础分与加分分列'],
      ['基本分不低于', '基础分不低于'],
      ['各组分别排名', '分组排名'],
      ['不参加排名', '取消排名'],
      ['按个数', '个数'],
    ])
    const changed = new Set<string>()
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          const word = former.get(cell.text)
          if (word === undefined) return
          changed.add(cell.text)
          cell.value = word
        }),
      )
    expect([...changed].sort()).toEqual([...former.keys()].sort())
    expect(await readSchemeWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()))).toEqual({
      ok: true,
      value: whole,
    })
  })

  test('has the parameters of rules in columns of the form’s words, and hides those that no rule needs', async () => {
    const sheet = (
      await openedBytes(await schemeWorkbook(exampleScheme('townshipDeductions.scheme.json')))
    ).getWorksheet('指标')
    const columns = new Map<string, number>()
    sheet?.getRow(1).eachCell((cell, column) => columns.set(cell.text, column))
    expect(columns.has('参数')).toBe(false)
    const cells = (header: string): string[] => {
      const texts: string[] = []
      sheet
        ?.getColumn(columns.get(header) ?? 999)
        .eachCell((cell, row) => row > 1 && cell.text !== '' && texts.push(cell.text))
      return texts
    }
    expect(cells('事件').join('\n')).toMatch(/^数据项：\S+；每次分值：\d/m)
    const filled = [...columns].filter(([header]) => cells(header).length > 0).map(([, column]) => column)
    expect(filled.filter((column) => sheet?.getColumn(column).hidden === true)).toEqual([])
    expect(sheet?.getColumn(columns.get('标准差') ?? 999).hidden).toBe(true)
    const written = [...columns.keys()].flatMap(cells)
    expect(written.filter((text) => /^\{|^\[\{/.test(text))).toEqual([])
  })

  test.each(examples)(
    '%s is read from a workbook that has its parameters as JSON in one cell, as before',
    async (file) => {
      const scheme = exampleScheme(file)
      const workbook = await openedBytes(await schemeWorkbook(scheme))
      const rules = new Map<string, object>()
      const open = [scheme.root]
      for (let node = open.pop(); node !== undefined; node = open.pop())
        if (node.kind === 'branch') open.push(...node.children)
        else rules.set(node.code, node.scoring)
      const sheet = workbook.getWorksheet('指标')
      const headers = new Map<string, number>()
      sheet?.getRow(1).eachCell((cell, column) => headers.set(cell.text, column))
      const parameters = NODES.columns.filter(({ isHiddenWhenEmpty }) => isHiddenWhenEmpty === true)
      const former = (sheet?.columnCount ?? 0) + 1
      if (sheet !== undefined) sheet.getCell(1, former).value = '参数'
      sheet?.eachRow((row, number) => {
        const rule = rules.get(row.getCell(headers.get('代码') ?? 999).text)
        if (number === 1 || rule === undefined) return
        for (const { header } of parameters) row.getCell(headers.get(header) ?? 999).value = null
        const rest = Object.entries(rule).filter(([name]) =>
          parameters.some(({ at }) => 'get' in at && at.get('leaf')?.at(-1) === name),
        )
        if (rest.length > 0) row.getCell(former).value = JSON.stringify(Object.fromEntries(rest))
      })
      expect(await readSchemeWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()))).toEqual({
        ok: true,
        value: scheme,
      })
    },
  )

  test('shows every indicator with its clause, points as numbers and codes as text', async () => {
    const scheme = exampleScheme('townshipDeductions.scheme.json')
    const workbook = await openedBytes(await schemeWorkbook(scheme))
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '方案',
      '数据项',
      '指标',
      '分组与调整',
      '限扣组',
      '一票否决',
      '等次与名额',
      '勾稽关系',
      '递进督导',
      '填写说明',
    ])
    const nodes = workbook.getWorksheet('指标')
    const headers = new Map<string, number>()
    nodes?.getRow(1).eachCell((cell, column) => headers.set(cell.text, column))
    const at = (row: number, header: string) => nodes?.getCell(row, headers.get(header) ?? 999)
    expect(at(2, '条文')?.text).toBe(clauseOf(scheme, scheme.root))
    const root = scheme.root
    const first = root.kind === 'branch' ? root.children[0] : undefined
    expect(at(3, '分值')?.value).toBe(Number(first?.points))
    expect(at(3, '代码')?.numFmt).toBe('@')
    expect(nodes?.getColumn(headers.get('代码') ?? 999).numFmt).toBe('@')
  })
})
