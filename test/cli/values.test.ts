import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { type OpenTable, openCsv } from '@anjie/local/score/openTable'
import { readGroups, subjectsOf } from '@anjie/local/score/readGroups'
import { readValues } from '@anjie/local/score/readValues'
import { describe, expect, test } from 'vitest'
import { exampleBytes, exampleJson } from './exampleFiles.ts'

function example(name: string): Scheme {
  const scheme = readScheme(exampleJson(`${name}.scheme.json`))
  if (!scheme.ok) throw new Error('the example is not a scheme')
  return scheme.value
}

const township = example('townshipDeductions')
const HEADER = 'subject,item,period,value,status'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function opened(file: string, content: Uint8Array): OpenTable {
  const table = openCsv(file, content)
  if (!table.ok) throw new Error(table.error.join('; '))
  return table.value
}

function readFile(file: string, content: Uint8Array, scheme = township) {
  const table = openCsv(file, content)
  return table.ok ? readValues([table.value], scheme) : table
}

function read(rows: readonly string[], scheme = township) {
  return readFile('数据.csv', bytes([HEADER, ...rows].join('\n')), scheme)
}

function problems(rows: readonly string[], scheme = township): readonly string[] {
  const values = read(rows, scheme)
  if (values.ok) throw new Error('the rows were accepted')
  return values.error
}

function values(rows: readonly string[], scheme = township) {
  const read_ = read(rows, scheme)
  if (!read_.ok) throw new Error(read_.error.join('; '))
  return read_.value.values.map((row) => `${row.item} ${row.status} ${row.value ?? ''}`.trim())
}

/** 甲镇,安全感 in GBK, which no encoder of Node writes. */
const gbkRow = Uint8Array.from([
  0xbc, 0xd7, 0xd5, 0xf2, 0x2c, 0xc8, 0xba, 0xd6, 0xda, 0xb0, 0xb2, 0xc8, 0xab, 0xb8, 0xd0,
])

describe('a values file is read as offices write it', () => {
  test('zero, missing, not applicable and invalid stay four different things', () => {
    expect(
      values([
        '甲,PC,2026,0,reported',
        '甲,HJ,2026,,missing',
        '乙,PC,2026,,不适用',
        '乙,HJ,2026,,invalid',
        '丙,PC,2026,,',
        '丙,HJ,2026,7,',
      ]),
    ).toEqual(['PC reported 0', 'HJ missing', 'PC not-applicable', 'HJ invalid', 'PC missing', 'HJ reported 7'])
  })

  test('full-width digits, thousands separators, the own unit and odd spellings of a number are one number', () => {
    const written = ['９７．２', '97.20%', '97.2％', ' 97.2 ', '+97.2', '97.200']
    for (const text of written) expect(values([`甲,AQG,2026,${text},reported`])).toEqual(['AQG reported 97.2'])
    expect(values(['甲,PC,2026,"1,234件",reported', '甲,MA,2026,-0,reported', '甲,CB,2026,5.,'])).toEqual([
      'PC reported 1234',
      'MA reported 0',
      'CB reported 5',
    ])
  })

  test('items may be named by code or by name in either width', () => {
    expect(values(['甲,群众安全感,2026,97,reported', '乙,ＡＱＧ,２０２６,97,reported'])).toEqual([
      'AQG reported 97',
      'AQG reported 97',
    ])
  })

  test('UTF-8 with and without BOM, UTF-16 from Excel and GBK give the same rows', () => {
    const text = `${HEADER}\n甲镇,群众安全感,2026,97,reported\n`
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le'))
    const gbk = Uint8Array.from([...bytes(`${HEADER}\r\n`), ...gbkRow, ...bytes(',2026,97,reported\r\n')])
    const wanted = [{ subject: '甲镇', item: 'AQG', period: '2026', status: 'reported', value: '97' }]
    const swapped = Uint8Array.from(Buffer.from(utf16).swap16())
    for (const file of [bytes(text), bytes(`\ufeff${text}`), utf16, swapped, gbk]) {
      const remark = '数据.csv：按 GB18030（GBK）编码读取，首行是“subject,item,period,value,status”'
      expect(readFile('数据.csv', file)).toEqual({
        ok: true,
        value: { values: wanted, subjects: [{ code: '甲镇' }], warnings: file === gbk ? [remark] : [] },
      })
    }
  })

  test('foreign and hostile headings are left alone; Chinese ones are understood', () => {
    const text = '__proto__,对象,constructor,数据项,=cmd|calc,期间,数值,状态,toString\nx,甲,y,PC,z,2026,3,已报,w\n'
    expect(readFile('数据.csv', bytes(text))).toMatchObject({
      ok: true,
      value: { values: [{ subject: '甲', item: 'PC', period: '2026', status: 'reported', value: '3' }], warnings: [] },
    })
  })
})

describe('a values file is refused with the row, the item and the reason', () => {
  test.each([
    ['甲,XX,2026,1,reported', '方案中没有数据项“XX”'],
    ['甲,__proto__,2026,1,reported', '方案中没有数据项“__proto__”'],
    ['甲,HJL,2026,1,reported', '数据项“化解率”由公式算出，不能填报'],
    ['甲,PC,2026年,1,reported', '数据项“排查纠纷数”的期间“2026年”应如 2026'],
    ['甲,PC,2026-13,1,reported', '应如 2026'],
    [',PC,2026,1,reported', '“对象”（subject）应为 1 至 60 个字'],
    ['甲,PC,2026,1,ok', '状态“ok”应为 reported（已报）'],
    ['甲,PC,2026,1,missing', '数据项“排查纠纷数”的状态不是已报，却有数值“1”'],
    ['甲,PC,2026,,reported', '数据项“排查纠纷数”的数值“”是空的'],
    ['甲,PC,2026,约50,reported', '数据项“排查纠纷数”的数值“约50”不是数字'],
    ['甲,PC,2026,50多,reported', '单位“多”与本项单位“件”不符'],
    ['甲,PC,2026,50起,reported', '单位“起”与本项单位“件”不符'],
    ['甲,PC,2026,50%,reported', '单位“%”与本项单位“件”不符'],
    ['甲,PC,2026,1.2E+05,reported', '科学计数法'],
    ['甲,PC,2026,0050,reported', '数字不应以 0 开头'],
    ['甲,PC,2026,NaN,reported', '不是数字'],
    ['甲,PC,2026,Infinity,reported', '不是数字'],
    ['甲,PC,2026,2026-03-01,reported', '不是数字'],
    ['甲,PC,2026,1.5,reported', '最多0位小数'],
    ['甲,PC,2026,-1,reported', '小于最小值0'],
    ['甲,AQG,2026,100.01,reported', '大于最大值100'],
    ['甲,AQG,2026,97.123,reported', '最多2位小数'],
    [`甲,PC,2026,${'9'.repeat(40)},reported`, '有 40 位数字，最多 30 位'],
    ['甲,PC,2026,=1+1,reported', '不是数字'],
  ])('%s', (row, reason) => {
    const [problem] = problems(['乙,PC,2026,1,reported', row])
    expect(problem).toMatch(/^数据\.csv 第 3 行：/)
    expect(problem).toContain(reason)
  })

  test('the same figure twice', () => {
    expect(problems(['甲,PC,2026,1,reported', '甲,排查纠纷数,2026,1,reported'])).toEqual([
      '数据.csv 第 3 行：与第 2 行重复（甲，排查纠纷数，2026）',
    ])
  })

  test('a column of rates that were filled as fractions', () => {
    const rows = ['甲,AQG,2026,0.97,', '乙,AQG,2026,0.95,', '丙,AQG,2026,1,']
    expect(problems(rows)).toEqual([
      '数据.csv：数据项“群众安全感”以 % 计，全部 3 个数值却不大于 1，是否填成了小数（如 0.96 应填 96）',
    ])
    const asShare = {
      ...township,
      items: township.items.map((item) => (item.code === 'AQG' ? { ...item, unit: '', max: '1' } : item)),
    }
    expect(problems(['甲,AQG,2026,97,'], asShare)[0]).toContain('大于最大值1')
  })

  test('every faulty row is named, not only the first', () => {
    expect(problems(['甲,X,2026,1,', '甲,Y,2026,1,', '甲,PC,2026,1,', '甲,HJ,2026,x,'])).toHaveLength(3)
  })

  test('a file that is no table', () => {
    const refused = (file: Uint8Array) => {
      const result = readFile('数据.csv', file)
      return result.ok ? [] : result.error
    }
    expect(refused(bytes(''))).toEqual(['数据.csv：文件是空的'])
    expect(refused(bytes('subject,item,period,value\n'))[0]).toContain('缺少列“status”')
    expect(refused(bytes(`${HEADER},subject\n`))).toEqual(['数据.csv 第 1 行：列“subject”出现了 2 次'])
    expect(refused(bytes(`${HEADER}\n"甲,PC`))[0]).toContain('CSV 引号不成对')
    expect(refused(Uint8Array.from([0x73, 0xff, 0xff, 0x80]))[0]).toContain('既不是 UTF-8 也不是 GBK')
  })
})

describe('groups', () => {
  const county = example('countyIndex')

  test('are read by code or name, with names of subjects where given', () => {
    const groups = readGroups(opened('分组.csv', exampleBytes('countyIndex.groups.csv')), county)
    expect(groups.ok && groups.value.find(({ code }) => code === '990201')).toEqual({
      code: '990201',
      name: '示例四市',
      group: 'G1',
    })
  })

  test('unknown groups and repeated subjects are refused with their row', () => {
    const groups = readGroups(opened('分组.csv', bytes('subject,group\n甲,G9\n乙,G1\n乙,G2\n')), county)
    expect(groups).toEqual({
      ok: false,
      error: ['分组.csv 第 2 行：方案中没有分组“G9”，可用：G1、G2', '分组.csv 第 4 行：对象“乙”重复'],
    })
  })

  test('a scheme with several groups needs the file', () => {
    expect(subjectsOf('数据.csv', [{ code: '甲' }], county).ok).toBe(false)
    expect(subjectsOf('数据.csv', [{ code: '甲' }], township)).toEqual({
      ok: true,
      value: [{ code: '甲', name: '甲', group: 'ALL' }],
    })
  })
})

describe('a row that ends too early', () => {
  test('is refused with what it lacks, and is no “not reported”', () => {
    expect(problems(['甲,PC,2026,5,', '甲,HJ,2026'])).toEqual([
      '数据.csv 第 3 行：只有 3 格，到不了“value”列，像是被截断了；请补全，没有内容的格也要留出分隔符',
    ])
    const wide = readFile('宽表.csv', bytes('对象,PC,HJ\n甲,1,2\n乙,3'), township)
    expect(wide.ok).toBe(false)
  })

  test('in a wide sheet too', () => {
    const table = openCsv('宽表.csv', bytes('对象,PC,HJ\n甲,1,2\n乙,3'))
    if (!table.ok) throw new Error('not a table')
    const read_ = readValues([table.value], township, { period: '2026' })
    const names = township.items.find(({ code }) => code === 'HJ')?.name ?? ''
    expect(read_.ok ? [] : read_.error).toEqual([
      `宽表.csv 第 3 行：只有 2 格，到不了“${names}”列，像是被截断了；请补全，没有内容的格也要留出分隔符`,
    ])
  })
})

describe('messages about two rows name both lines of the file', () => {
  test('a year beside its months', () => {
    const name = township.items.find(({ code }) => code === 'PC')?.name ?? ''
    expect(problems(['甲,PC,2026,5,', '', '甲,PC,2026-05,1,']).slice(1)).toEqual([
      `数据.csv 第 4 行：“甲”的数据项“${name}”既有2026的数（第 2 行），又有其中2026-05的数（第 4 行），不知道以哪个为准；请只留一种`,
    ])
  })
})
