import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { openTables } from '@anjie/local/score/openTable'
import { readValues } from '@anjie/local/score/readValues'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleJson, exampleText } from './exampleFiles.ts'
import { workbookOf } from './workbookOf.ts'

function example(name: string): Scheme {
  const scheme = readScheme(exampleJson(`${name}.scheme.json`))
  if (!scheme.ok) throw new Error('the example is not a scheme')
  return scheme.value
}

const township = example('townshipDeductions')
type Sheet = Parameters<typeof workbookOf>[0][string]

const bytesOf = (file: string | Uint8Array): Uint8Array =>
  typeof file === 'string' ? new TextEncoder().encode(file) : file

async function read(file: string | Uint8Array, sheet?: string, scheme = township) {
  const tables = await openTables('数据', bytesOf(file), sheet)
  return tables.ok ? readValues(tables.value, scheme, { period: '2026' }) : tables
}

async function figures(file: string | Uint8Array, sheet?: string): Promise<readonly string[]> {
  const values = await read(file, sheet)
  if (!values.ok) throw new Error(values.error.join('; '))
  return values.value.values.map(({ subject, item, period, status, value }) =>
    [subject, item, period, value ?? status].join(' '),
  )
}

async function refused(file: string | Uint8Array, sheet?: string): Promise<readonly string[]> {
  const values = await read(file, sheet)
  if (values.ok) throw new Error('the sheet was accepted')
  return values.error
}

const sheet = (rows: Sheet, merges?: readonly string[]) => workbookOf({ 数据表: rows }, merges)

const HEAD = ['对象', '群众安全感', '排查纠纷数', '化解成功数']

describe('a wide sheet, one row a subject and one column an item', () => {
  test('says the same as the long one, as CSV and as a workbook', async () => {
    const long = await figures(exampleText('townshipDeductions.values.csv'))
    const subjects = [...new Set(long.map((row) => row.split(' ')[0] ?? ''))]
    const items = [...new Set(long.map((row) => row.split(' ')[1] ?? ''))]
    const cell = (subject: string, item: string) =>
      long.find((row) => row.startsWith(`${subject} ${item} `))?.split(' ')[3] ?? ''
    const rows = [
      ['单位', ...items],
      ...subjects.map((subject) => [subject, ...items.map((item) => cell(subject, item))]),
    ]
    const numbers = rows.map((row) => row.map((text) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text || null)))
    for (const file of [
      exampleText('townshipDeductions.wide.csv'),
      rows.map((row) => row.join(',')).join('\n'),
      await sheet(rows),
      await sheet(numbers),
    ])
      expect((await figures(file)).toSorted()).toEqual(long.toSorted())
  })

  test('an empty cell is no entry, and neither zero nor the words for missing, not applicable and invalid', async () => {
    const rows = [HEAD, ['甲', '97', '0', ''], ['乙', '未报', '不适用', '无效'], ['丙', '', '', '']]
    const wanted = [
      '甲 AQG 2026 97',
      '甲 PC 2026 0',
      '乙 AQG 2026 missing',
      '乙 PC 2026 not-applicable',
      '乙 HJ 2026 invalid',
    ]
    for (const file of [rows.map((row) => row.join(',')).join('\n'), await sheet(rows)]) {
      expect(await figures(file)).toEqual(wanted)
      const values = await read(file)
      expect(values.ok && values.value.subjects.map(({ code }) => code)).toEqual(['甲', '乙', '丙'])
    }
  })

  test('title lines above, empty lines anywhere, a number column and remarks do not matter', async () => {
    const rows = [
      ['2026年度数据表', null],
      [null, null],
      ['序号', ...HEAD, '备注'],
      [1, '甲', 97.2, 50, 48, '补报'],
      ['', '  ', null],
      [2, '乙', 88, 120, 117],
      [' ', ''],
    ]
    const wanted = [
      '甲 AQG 2026 97.2',
      '甲 PC 2026 50',
      '甲 HJ 2026 48',
      '乙 AQG 2026 88',
      '乙 PC 2026 120',
      '乙 HJ 2026 117',
    ]
    expect(await figures(await sheet(rows))).toEqual(wanted)
    expect(await figures(rows.map((row) => row.map((cell) => cell ?? '').join(',')).join('\r\n'))).toEqual(wanted)
  })

  test('headings may carry the unit or a period, and a column of periods is understood', async () => {
    expect(await figures('代码,排查纠纷数（件）,群众安全感(%),排查纠纷数（2025）,PC@2024\n甲,5,97,4,3')).toEqual([
      '甲 PC 2026 5',
      '甲 AQG 2026 97',
      '甲 PC 2025 4',
      '甲 PC 2024 3',
    ])
    expect(await figures('对象,期间,PC\n甲,2025,1\n甲,２０２６年,2')).toEqual(['甲 PC 2025 1', '甲 PC 2026 2'])
  })

  test('a percentage of a workbook is one, whatever lies beneath; digits are neither added nor lost', async () => {
    const rows = [
      HEAD,
      ['甲', { value: 0.972, format: '0.0%' }, { value: 50, format: '#,##0' }, 48],
      ['乙', 0.1 + 96.1, 3, 3],
    ]
    expect(await figures(await sheet(rows))).toEqual([
      '甲 AQG 2026 97.2',
      '甲 PC 2026 50',
      '甲 HJ 2026 48',
      '乙 AQG 2026 96.2',
      '乙 PC 2026 3',
      '乙 HJ 2026 3',
    ])
    expect(await refused(await sheet([HEAD, ['甲', 97, { value: 0.5, format: '0%' }, 1]]))).toEqual([
      '数据 第 2 行：数据项“排查纠纷数”的数值“50%”单位“%”与本项单位“件”不符',
    ])
  })

  test('a column that is no item, an item without a column and a derived one are told', async () => {
    const values = await read('对象,排查纠份数,PC,化解率\n甲,5,5,100')
    expect(values.ok && values.value.warnings).toEqual([
      '数据：“排查纠份数”列不是方案的数据项，没有读取',
      '数据：数据项“化解率”由公式算出，表中的这一列没有读取',
      ...['群众安全感', '化解成功数', '命案数', '信息迟报漏报次数', '经验推广次数'].map(
        (name) => `数据：表中没有数据项“${name}”的列`,
      ),
    ])
  })

  test.each([
    ['对象,PC\n甲,5\n甲,6', '数据 第 3 行：对象“甲”与第 2 行重复'],
    ['对象,PC\n甲,5\n合计,5', '数据 第 3 行：“合计”像是合计行，不是考评对象，请删去这一行'],
    ['对象,PC\n甲,—', '数据 第 2 行：数据项“排查纠纷数”的“—”意思不明：没有上报请留空或写“未报”，不适用请写“不适用”'],
    ['对象,PC\n,5', '数据 第 2 行：“对象”（subject）应为 1 至 60 个字'],
    ['对象,PC\n甲\u200b,5', '数据 第 2 行：“对象”（subject）第2个字是看不见的字符，编码U+200B，请删去或改正'],
    ['对象,PC\n甲,5多', '数据 第 2 行：数据项“排查纠纷数”的数值“5多”单位“多”与本项单位“件”不符'],
    ['对象,PC,排查纠纷数\n甲,5,5', '数据 第 1 行：数据项“排查纠纷数”的列出现了两次'],
    ['对象,期间,PC\n甲,去年,5', '数据 第 2 行：期间“去年”应如 2026、2026-H1、2026-Q3 或 2026-05'],
    ['甲,乙\n1,2', '数据：或用宽表：一行一个对象，有“对象”一列，其余各列以数据项的名称或代码为列名'],
  ])('a fault is named with its line: %j', async (file, reason) => {
    expect(await refused(file)).toContain(reason)
  })

  test('merged cells: a group may be merged down, a figure may not', async () => {
    const rows = [
      ['分组', '对象', 'PC'],
      ['甲组', '甲', 5],
      [null, '乙', 6],
      ['乙组', '丙', 7],
    ]
    const values = await read(await sheet(rows, ['A2:A3']))
    expect(values.ok && values.value.subjects.map(({ code, group }) => `${code} ${group}`)).toEqual([
      '甲 甲组',
      '乙 甲组',
      '丙 乙组',
    ])
    expect(await refused(await sheet(rows, ['C2:C3']))).toEqual([
      '数据 第 2 行：数据区有合并单元格（第 2 至 3 行），请拆开后每行各填各的',
    ])
  })

  test('a cell of a workbook that says nothing is refused; so is a workbook in which two sheets could be meant', async () => {
    expect(await refused(await sheet([HEAD, ['甲', { value: 46000, format: 'yyyy-mm-dd' }, 1, 1]]))).toEqual([
      '数据 第 2 行：数据项“群众安全感”一格是日期，不是这里要填的内容；请把单元格设为文本格式后重新填写',
    ])
    const two = await workbookOf({
      上半年: [HEAD, ['甲', 97, 1, 1]],
      下半年: [HEAD, ['甲', 98, 1, 1]],
      说明: [['口径']],
    })
    expect(await refused(two)).toEqual([
      '有几张工作表都像数据表（数据 工作表“上半年”、数据 工作表“下半年”），请用 --sheet 指定一张',
    ])
    expect(await figures(two, '下半年')).toContain('甲 AQG 2026 98')
    expect(await refused(two, '全年')).toEqual(['数据：没有工作表“全年”，有内容的是：上半年、下半年、说明'])
    expect((await refused(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])))[0]).toContain('.xls')
  })

  test('any figures come back digit by digit from both forms', async () => {
    const figure = fc.integer({ min: 200, max: 10_000 }).map((hundredths) => String(hundredths / 100))
    await fc.assert(
      fc.asyncProperty(fc.array(figure, { minLength: 1, maxLength: 30 }), async (all) => {
        const rows = [['对象', 'AQG'], ...all.map((text, at) => [`乡${at}`, text])]
        const wanted = all.map((text, at) => `乡${at} AQG 2026 ${text}`)
        expect(await figures(rows.map((row) => row.join(',')).join('\n'))).toEqual(wanted)
        expect(
          await figures(await sheet(rows.map(([who = '', text = '']) => [who, /\d/.test(text) ? Number(text) : text]))),
        ).toEqual(wanted)
      }),
      { numRuns: 10 },
    )
  })
})
