import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { readIntake } from '@anjie/documents/intake/readIntake'
import { describe, expect, test } from 'vitest'
import { countyForm, villageForm } from './oddForms.ts'
import { type OfficeCell, type OfficeOptions, type OfficeSheet, officeFile } from './officeFile.ts'

interface Outcome {
  readonly rows: readonly Record<string, unknown>[]
  /** `C5 …` */
  readonly refusals: readonly string[]
  readonly passedOver: readonly string[]
  readonly remarks: readonly string[]
  readonly leftOut: number
}

async function read(bytes: Uint8Array, form: IntakeForm = countyForm, sheet?: string): Promise<Outcome> {
  const reading = await readIntake(bytes, form, { sheet })
  if (!reading.ok) return { rows: [], refusals: [`文件 ${reading.error}`], passedOver: [], remarks: [], leftOut: 0 }
  const { rows, refusals, passedOver, remarks, leftOut } = reading.value
  return {
    rows: rows.map(({ values }) => Object.fromEntries(values)),
    refusals: refusals.map(({ column, row, message }) => `${column}${row} ${message}`),
    passedOver: passedOver.map(({ row, why }) => `${row} ${why}`),
    remarks,
    leftOut,
  }
}

const HEAD = ['县（市、区）', '排查纠纷数', '化解成功数', '群众安全感', '投入经费', '截止日期'] as const
const sheetOf = (rows: OfficeSheet['rows'], rest: Partial<OfficeSheet> = {}, options: OfficeOptions = {}) =>
  officeFile([{ rows, ...rest }], options)
const under = (...rows: readonly (readonly OfficeCell[])[]) => sheetOf([HEAD, ...rows])
const utf8 = (text: string) => new TextEncoder().encode(text)

/** The one value of a cell in this column, or its refusal. */
async function cellOf(code: string, cell: OfficeCell, options: OfficeOptions = {}): Promise<unknown> {
  const at = countyForm.fields.findIndex((field) => field.code === code)
  const row: OfficeCell[] = ['甲县', null, null, null, null, null]
  row[at] = cell
  const { rows, refusals } = await read(sheetOf([HEAD, row], {}, options))
  return refusals[0] ?? rows[0]?.[code]
}

async function villageCell(code: string, cell: OfficeCell): Promise<unknown> {
  const at = villageForm.fields.findIndex((field) => field.code === code)
  const row: OfficeCell[] = ['城关镇', '东村', null, null, null, null]
  row[at] = cell
  const { rows, refusals } = await read(sheetOf([villageForm.fields.map(({ name }) => name), row]), villageForm)
  return refusals[0] ?? rows[0]?.[code]
}

describe('figures', () => {
  test.each<readonly [string, string, OfficeCell, unknown]>([
    ['a number', 'found', 12, '12'],
    ['zero is not blank', 'found', 0, '0'],
    ['a number as text', 'found', '12', '12'],
    ['full-width digits', 'rate', '９８．５', '98.5'],
    ['a Chinese full stop for the point is read, never cut off', 'rate', '98。5', '98.5'],
    ['thousands', 'spent', '1,234.5', '1234.5'],
    ['full-width thousands', 'spent', '１，２３４', '1234'],
    ['a full-width minus', 'spent', '－３', '-3'],
    ['its own unit behind it', 'found', '12件', '12'],
    ['a percent cell', 'rate', { n: 0.965, format: '0.0%' }, '96.5'],
    ['a percentage as text', 'rate', '12 %', '12'],
    ['noise of binary sums', 'spent', 0.1 + 0.2, '0.3'],
    ['a formula with its result', 'found', { formula: 'B9+1', result: 7 }, '7'],
    ['a formula with a text result', 'found', { formula: 'TEXT(7,"0")', result: '7' }, '7'],
    ['a currency format', 'spent', { n: 12.5, format: '¥#,##0.00' }, '12.5'],
  ])('%s', async (_, code, cell, value) => {
    expect(await cellOf(code, cell)).toBe(value)
  })

  test.each<readonly [string, string, OfficeCell, RegExp]>([
    ['an error cell', 'found', { error: '#REF!' }, /^B2 单元格里是“#REF!”；请/],
    ['a formula without its result', 'found', { formula: 'B9+1' }, /^B2 单元格里是“没有保存计算结果的公式”/],
    ['a date where a number belongs', 'found', { n: 47908, format: 'yyyy/m/d' }, /^B2 是日期/],
    ['another unit', 'spent', '3元', /^E2 “3元”单位“元”与本项单位“万元”不符/],
    ['a percent cell of an item that is none', 'spent', { n: 0.5, format: '0%' }, /^E2 .*单位“%”与本项单位“万元”不符/],
    [
      'a number that its format shows in 万',
      'spent',
      { n: 123456, format: '0!.0,"万"' },
      /^E2 单元格格式显示的不是原数/,
    ],
    ['half a thing', 'found', 1.5, /^B2 “1\.5”不是整数/],
    ['more than all', 'rate', 101, /^D2 “101”大于 100/],
    ['less than none', 'found', -1, /^B2 “-1”小于 0/],
    ['too many places', 'spent', 1.234, /^E2 “1\.234”的小数超过 2 位/],
    ['a word', 'found', '约十件', /^B2 “约十件”不是数字/],
    ['a dash is neither blank nor zero', 'found', '—', /^B2 “—”不是数字；没有数就留空，是零请填 0/],
    ['无 is neither', 'found', '无', /^B2 “无”不是数字/],
    ['powers of ten as text', 'spent', '1.2E+5', /^E2 “1\.2E\+5”是科学计数法/],
    ['a number beyond 15 digits', 'spent', 123456789012345680, /^E2 是超过 15 位的数字/],
    ['brackets of accountants', 'spent', '(12)', /^E2 “\(12\)”不是数字/],
    ['a code among figures', 'found', '0012', /^B2 “0012”数字不应以 0 开头/],
  ])('%s is refused with cell and remedy', async (_, code, cell, refusal) => {
    expect(await cellOf(code, cell)).toMatch(refusal)
  })
})

describe('days', () => {
  test.each<readonly [string, OfficeCell, OfficeOptions]>([
    ['a date cell', { n: 47908, format: 'yyyy/m/d' }, {}],
    ['a date cell in Chinese', { n: 47908, format: '[$-804]yyyy"年"m"月"d"日"' }, {}],
    ['a date with its time', { n: 47908.5, format: 'yyyy/m/d h:mm' }, {}],
    ['a date cell counted from 1904', { n: 46446, format: 'yyyy/m/d' }, { since1904: true }],
    ['text with strokes', '2031/3/1', {}],
    ['text with points', '2031.3.1', {}],
    ['text in Chinese', '2031年3月1日', {}],
    ['full-width text', '２０３１－０３－０１', {}],
    ['text with midnight behind it', '2031-03-01 00:00:00', {}],
    ['eight digits', 20310301, {}],
    ['a cell of type day', { iso: '2031-03-01T00:00:00' }, {}],
  ])('%s is that day', async (_, cell, options) => {
    expect(await cellOf('day', cell, options)).toBe('2031-03-01')
  })

  test.each<readonly [string, OfficeCell, RegExp]>([
    ['a month alone', '2031.3', /^F2 “2031\.3”只写到月/],
    ['a serial number without a date format', 47908, /^F2 “47908”是数字，不是日期/],
    ['a day that is none', '2031年2月30日', /^F2 “2031-02-30”没有这一天/],
    ['a year of two digits', '31/3/1', /^F2 “31\/3\/1”分不清年、月、日/],
    ['a time alone', { n: 0.5, format: 'h:mm' }, /^F2 单元格里只有时间/],
    ['a far future', 99990101, /^F2 “9999-01-01”不在/],
    ['words', '年底', /^F2 “年底”不是日期/],
  ])('%s is refused', async (_, cell, refusal) => {
    expect(await cellOf('day', cell)).toMatch(refusal)
  })
})

describe('codes, choices and texts', () => {
  test.each<readonly [string, string, OfficeCell, unknown]>([
    ['a code as text keeps its digits', 'division', '510104017001', '510104017001'],
    ['a code as number of twelve digits', 'division', 510104017001, '510104017001'],
    ['zeros that a format shows', 'division', { n: 10104017001, format: '000000000000' }, '010104017001'],
    ['spaces that nobody sees', 'division', ' 510104017001\u3000\u00a0', '510104017001'],
    ['full-width digits of a code', 'division', '５１０１０４０１７００１', '510104017001'],
    ['a choice by its name', 'kind', '社区', 'community'],
    ['a choice by its code', 'kind', 'village', 'village'],
    ['yes', 'named', '是', true],
    ['a box that is ticked', 'named', false, false],
    ['rich text is one text', 'name', { rich: ['东', '村'] }, '东村'],
    ['a rare character', 'name', '𠮷田村', '𠮷田村'],
    ['text that looks like an escape', 'name', '_x0041_', '_x0041_'],
    ['text that looks like a formula stays text', 'name', '=1+1', '=1+1'],
    ['the name of a prototype is a name', 'name', '__proto__', '__proto__'],
  ])('%s', async (_, code, cell, value) => {
    expect(await villageCell(code, cell)).toBe(value)
  })

  test.each<readonly [string, string, OfficeCell, RegExp]>([
    [
      'a code that lost its zero',
      'division',
      10104017001,
      /^C2 “10104017001”只有 11 位，应为 12 位，前面的 0 可能已经丢失/,
    ],
    ['a code of 18 digits as number', 'division', 123456789012345680, /^C2 是超过 15 位的数字/],
    ['a code as power of ten', 'division', '5.10104E+11', /^C2 .*科学计数法/],
    ['a code that became a day', 'division', { n: 47908, format: 'm"月"d"日"' }, /^C2 表格把代码变成了日期/],
    ['a word outside the choices', 'kind', '小区', /^D2 “小区”不在可选之列；请填“村”、“社区”/],
    ['a line break inside a name', 'name', '东\n村', /^B2 第2行第1个字是换行|^B2 第2个字是换行/],
    ['damaged text', 'name', '东\ufffd村', /^B2 第2个字是已损坏的文字/],
    ['text against the reading direction', 'name', '东\u202e村', /^B2 第2个字是改变文字方向的字符/],
    ['a name too long', 'name', '村'.repeat(61), /^B2 有 61 个字，最多 60 个字/],
  ])('%s is refused', async (_, code, cell, refusal) => {
    expect(await villageCell(code, cell)).toMatch(refusal)
  })
})

describe('the shape of a sheet', () => {
  test('titles above, notes below, sums between and at the end are told apart from rows', async () => {
    const bytes = sheetOf(
      [
        ['2031年平安建设数据表'],
        ['填报单位：甲市', null, null, null, '单位：件'],
        [],
        HEAD,
        ['甲县', 1, 1],
        [],
        ['乙县', 2, 1],
        ['小 计', 3, 2],
        ['东片合计', 3, 2],
        HEAD,
        ['丙县', 4, 4],
        ['合计：', 7, 6],
        ['注：数据截至年底'],
        ['填表人：张三', null, '审核人：李四'],
      ],
      { merges: ['A1:F1'] },
    )
    const outcome = await read(bytes)
    expect(outcome.rows.map(({ county, found }) => [county, found])).toEqual([
      ['甲县', '1'],
      ['乙县', '2'],
      ['丙县', '4'],
    ])
    expect(outcome.refusals).toEqual([])
    expect(outcome.passedOver).toEqual([
      '1 title',
      '2 title',
      '8 total',
      '9 total',
      '10 heading',
      '12 total',
      '13 note',
      '14 note',
    ])
  })

  test('a place that is called like a sum, with its own ending, is a place', async () => {
    const { rows } = await read(under(['总计镇县', 1, 1]))
    expect(rows).toHaveLength(1)
  })

  test('headings by code, in another order, with units, stars, spaces and a line break', async () => {
    const bytes = sheetOf([
      ['序号', 'settled', '*排查\n纠纷数（件）', '群众安全感(%)', '地 区', '截止日期（格式：2031-03-01）'],
      [1, 5, 6, 97.5, '甲县', '2031-03-01'],
    ])
    expect(await read(bytes)).toMatchObject({
      rows: [{ county: '甲县', found: '6', settled: '5', rate: '97.5', day: '2031-03-01' }],
      refusals: [],
    })
  })

  test('a heading of two rows, with groups over their columns', async () => {
    const bytes = sheetOf(
      [
        ['县（市、区）', '矛盾纠纷', null, '群众安全感'],
        [null, '排查纠纷数', '化解成功数', null],
        ['甲县', 3, 2, 98],
      ],
      { merges: ['A1:A2', 'B1:C1', 'D1:D2'] },
    )
    expect((await read(bytes)).rows).toEqual([{ county: '甲县', found: '3', settled: '2', rate: '98' }])
  })

  test('a heading in another unit is refused: the figures would be wrong ten thousand times', async () => {
    const { rows, refusals, leftOut } = await read(
      sheetOf([
        ['县（市、区）', '投入经费（元）'],
        ['甲县', 30000],
      ]),
    )
    expect([rows, leftOut]).toEqual([[], 1])
    expect(refusals[0]).toMatch(/^B1 表头“投入经费（元）”的单位是“元”，本项单位是“万元”；请换算/)
  })

  test('a column twice, an unknown one with the nearest name, one without heading', async () => {
    const twice = await read(
      sheetOf([
        ['县（市、区）', '排查纠纷数', '排查纠纷数（件）'],
        ['甲县', 1, 2],
      ]),
    )
    expect(twice.refusals).toEqual([expect.stringMatching(/^C1 表头“排查纠纷数（件）”与前面的一列重复/)])
    const unknown = await read(
      sheetOf([
        [...HEAD, '化解成功', null],
        ['甲县', 1, 1, null, null, null, 9, 8],
      ]),
    )
    expect(unknown.rows).toHaveLength(1)
    expect(unknown.refusals).toEqual([
      expect.stringMatching(/^G1 表里没有“化解成功”这一列，是不是“化解成功数”/),
      expect.stringMatching(/^H2 这一列有内容却没有表头/),
    ])
  })

  test('a missing column is named, with the one that may be meant', async () => {
    const { refusals } = await read(
      sheetOf([
        ['县区市', '排查纠纷数', '化解成功数'],
        ['甲县', 1, 2],
      ]),
    )
    expect(refusals.join('\n')).toContain('缺少“县（市、区）”列')
  })

  test('a name merged over its rows holds for each; a figure merged over rows is refused and not counted three times', async () => {
    const head = ['乡镇（街道）', '村（社区）', '类别']
    const merged = sheetOf([head, ['城关镇', '东村', '村'], [null, '西村', '村'], [null, '南村', '村']], {
      merges: ['A2:A4'],
    })
    expect((await read(merged, villageForm)).rows.map(({ township, name }) => [township, name])).toEqual([
      ['城关镇', '东村'],
      ['城关镇', '西村'],
      ['城关镇', '南村'],
    ])
    const figure = sheetOf([HEAD, ['甲县', null, 30], ['乙县'], ['丙县']], { merges: ['C2:C4'] })
    const outcome = await read(figure)
    expect([outcome.rows, outcome.leftOut]).toEqual([[], 3])
    expect(outcome.refusals[0]).toMatch(/^C2 合并了第 2 至 4 行，看不出属于哪一行；请取消合并/)
  })

  test('figures merged over columns are refused', async () => {
    const { refusals } = await read(sheetOf([HEAD, ['甲县', 5]], { merges: ['B2:C2'] }))
    expect(refusals[0]).toMatch(/^B2 合并了 B 至 C 列/)
  })

  test('a parent is written once above its children, in its own row or in their first', async () => {
    const head = ['乡镇（街道）', '村（社区）']
    const own = sheetOf([head, ['城关镇'], [null, '东村'], [null, '西村'], ['河口镇'], [null, '东村']])
    const first = sheetOf([head, ['城关镇', '东村'], [null, '西村'], ['河口镇', '东村']])
    const expected = [
      { township: '城关镇', name: '东村' },
      { township: '城关镇', name: '西村' },
      { township: '河口镇', name: '东村' },
    ]
    expect(await read(own, villageForm)).toMatchObject({
      rows: expected,
      passedOver: ['2 parent', '5 parent'],
      refusals: [],
    })
    expect(await read(first, villageForm)).toMatchObject({ rows: expected, refusals: [] })
  })

  test('behind a sum nobody guesses the parent', async () => {
    const bytes = sheetOf([
      ['乡镇（街道）', '村（社区）'],
      ['城关镇', '东村'],
      ['小计', '1个'],
      [null, '西村'],
    ])
    const { rows, refusals } = await read(bytes, villageForm)
    expect(rows).toHaveLength(1)
    expect(refusals).toEqual(['A4 “乡镇（街道）”没有填；请补上'])
  })

  test('the same key twice is refused with the first place', async () => {
    const { rows, refusals } = await read(under(['甲县', 1], ['甲县', 2]))
    expect(rows).toHaveLength(1)
    expect(refusals).toEqual(['A3 与第 2 行重复（县（市、区）相同）；请只留一行'])
  })

  test('a row without its key is left out and says so', async () => {
    const { rows, refusals, leftOut } = await read(under([null, 5, 5], ['乙县', 1, 1]))
    expect([rows.length, leftOut]).toEqual([1, 1])
    expect(refusals).toEqual(['A2 “县（市、区）”没有填；请补上'])
  })

  test('hidden rows are read and told', async () => {
    const outcome = await read(sheetOf([HEAD, ['甲县', 1], ['乙县', 2]], { hidden: [3] }))
    expect(outcome.rows).toHaveLength(2)
    expect(outcome.remarks).toEqual(['第 3 行是隐藏或被筛选掉的，也读了'])
  })

  test('several sheets: those with the headings are read, others told, a hidden one refused', async () => {
    const bytes = officeFile([
      { name: '填写说明', rows: [['请如实填写']] },
      { name: '东片', rows: [HEAD, ['甲县', 1]] },
      { name: '西片', rows: [HEAD, ['乙县', 2], ['甲县', 3]] },
      { name: '旧', rows: [HEAD, ['丙县', 9]], state: 'veryHidden' },
    ])
    const outcome = await read(bytes)
    expect(outcome.rows.map(({ county }) => county)).toEqual(['甲县', '乙县'])
    expect(outcome.refusals).toEqual([
      expect.stringContaining('A3 与工作表“东片”第 2 行重复'),
      '0 是隐藏的工作表，没有读；要导入就取消隐藏，不要就删去',
    ])
    expect(outcome.remarks).toEqual(['工作表“填写说明”没有“县（市、区）数据”的表头，没有读'])
    expect((await read(bytes, countyForm, '西片')).rows.map(({ county }) => county)).toEqual(['乙县', '甲县'])
    expect((await read(bytes, countyForm, '南片')).refusals[0]).toMatch(/没有工作表“南片”；有内容的是：填写说明、东片/)
  })

  test('a long table gives the same rows as a wide one', async () => {
    const long = sheetOf([
      ['单位', '指标名称', '数值'],
      ['甲县', '排查纠纷数（件）', 12],
      ['甲县', '群众安全感', '97.5%'],
      ['乙县', 'found', 3],
      ['乙县', '化解率', 3],
      ['乙县', '化解成功数', '三'],
      ['甲县', '排查纠纷数', 13],
    ])
    const { rows, refusals } = await read(long)
    expect(rows).toEqual([])
    expect(refusals).toEqual([
      expect.stringMatching(/^A5 表里没有“化解率”/),
      expect.stringMatching(/^C6 “三”不是数字/),
      expect.stringMatching(/^C7 “排查纠纷数”已经有一个数/),
    ])
    const clean = sheetOf([
      ['单位', '指标名称', '数值'],
      ['甲县', '排查纠纷数', 12],
      ['甲县', '群众安全感', '97.5%'],
      ['乙县', 'found', 3],
    ])
    expect((await read(clean)).rows).toEqual([
      { county: '甲县', found: '12', rate: '97.5' },
      { county: '乙县', found: '3' },
    ])
  })
})

describe('text files', () => {
  const text = '县（市、区）,排查纠纷数,化解成功数\r\n甲县,12,"1,011"\r\n'
  const gb = Uint8Array.of(
    0xb5,
    0xa5,
    0xce,
    0xbb,
    0x2c,
    ...utf8('found'),
    0x0a,
    0xb3,
    0xa4,
    0xd6,
    0xce,
    0x2c,
    0x35,
    0x0a,
  )
  const utf16 = (bigEndian: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text.replaceAll(',"1,011"', ',1011').replaceAll(',', '\t')}`, 'utf16le')
    return new Uint8Array(bigEndian ? bytes.swap16() : bytes)
  }
  test.each<readonly [string, Uint8Array, readonly Record<string, string>[]]>([
    ['UTF-8', utf8(text), [{ county: '甲县', found: '12', settled: '1011' }]],
    ['UTF-8 with its mark', utf8(`\ufeff${text}`), [{ county: '甲县', found: '12', settled: '1011' }]],
    ['UTF-16 little end first, by tab', utf16(false), [{ county: '甲县', found: '12', settled: '1011' }]],
    ['UTF-16 big end first, by tab', utf16(true), [{ county: '甲县', found: '12', settled: '1011' }]],
    ['GB18030', gb, [{ county: '长治', found: '5' }]],
    ['by semicolon', utf8('单位;found\n甲县;1\n'), [{ county: '甲县', found: '1' }]],
    ['a line that names the separator', utf8('sep=;\n单位;found\n甲县;1\n'), [{ county: '甲县', found: '1' }]],
    ['a title line of other width', utf8('数据表\n单位,found\n甲县,1\n'), [{ county: '甲县', found: '1' }]],
    [
      'our own guard in front of a name like a formula',
      utf8("单位,found\n'=甲县,1\n"),
      [{ county: '=甲县', found: '1' }],
    ],
    ['zeros kept by a formula of text', utf8('单位,found\n="甲县",="7"\n'), [{ county: '甲县', found: '7' }]],
  ])('%s', async (_, bytes, rows) => {
    expect(await read(bytes)).toMatchObject({ rows, refusals: [] })
  })

  test.each<readonly [string, Uint8Array, RegExp]>([
    ['cut in the middle of a character', Uint8Array.of(...utf8('单位,found\n'), 0xe7, 0x94), /第 2 行有读不出的字/],
    ['a quotation mark that never ends', utf8('单位,found\n"甲县,1\n乙县,2\n'), /第 2 行起：引号不成对/],
    ['a row that is cut off', utf8('单位,found,settled\n甲县,1\n'), /这一行只有 2 格，到不了“化解成功数”列/],
    ['nothing but spaces', utf8(' , \n'), /文件里没有内容/],
    ['no heading of ours', utf8('a,b\n1,2\n'), /没有找到“县（市、区）数据”的表头/],
    ['UTF-16 without its mark', new Uint8Array(Buffer.from(text, 'utf16le')), /没有标记的 UTF-16/],
    ['empty', new Uint8Array(), /文件是空的/],
    ['a web page with the name of a workbook', utf8('<html><table><tr><td>单位'), /网页格式的表格/],
  ])('%s is refused', async (_, bytes, refusal) => {
    expect((await read(bytes)).refusals.join('\n')).toMatch(refusal)
  })
})
