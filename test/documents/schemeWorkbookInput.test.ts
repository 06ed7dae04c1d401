import { readSchemeWorkbook } from '@anjie/documents/readSchemeWorkbook'
import { schemeWorkbook } from '@anjie/documents/schemeWorkbook'
import { Workbook } from 'exceljs'
import { describe, expect, test } from 'vitest'
import { afterChange, bytesOf, cellOf, fieldOf, problemsAfter, sheetOf, township } from './changedWorkbook.ts'
import { zipOf } from './zipOf.ts'

const messageOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await readSchemeWorkbook(bytes)
  if (read.ok) return 'read'
  expect(read.error).toHaveLength(1)
  return read.error[0]?.message ?? ''
}

describe('figures and codes that people type', () => {
  test.each([
    ['９８．５', '98.5'],
    ['1,234.5', '1234.5'],
    ['１，２３４', '1234'],
    ['３５．', '35'],
    ['98。5', '98.5'],
    ['\u00a012.30\u200b', '12.30'],
    ['123456789012345678.12', '123456789012345678.12'],
  ])('the text %s is the figure %s', async (typed, figure) => {
    const read = await afterChange((workbook) => {
      fieldOf(workbook, '总分上限').value = typed
    })
    expect(read.ok && read.value.totals.max).toBe(figure)
  })

  test.each([
    ['12 %', '单位“%”'],
    ['1.2E+5', '科学计数法'],
    ['约10', '不是数字'],
  ])('the text %s is refused with the reason', async (typed, reason) => {
    const [problem, ...more] = await problemsAfter((workbook) => {
      fieldOf(workbook, '总分上限').value = typed
    })
    expect(problem).toMatch(/^方案!B\d+ “总分上限”/)
    expect(problem).toContain(reason)
    expect(more).toEqual([])
  })

  test('a number keeps the zeros that its format shows, and a sum its 15 digits', async () => {
    const read = await afterChange((workbook) => {
      fieldOf(workbook, '总分上限').value = 120.5
      fieldOf(workbook, '总分上限').numFmt = '0.00'
      fieldOf(workbook, '加分上限').value = { formula: '0.1+0.2', result: 0.30000000000000004 }
    })
    expect(read.ok && read.value.totals).toMatchObject({ max: '120.50', bonusCap: '0.3' })
  })

  test('a share may be written as a percentage, points may not', async () => {
    const read = await afterChange((workbook) => {
      fieldOf(workbook, '参加排名的数据比例').value = '８０％'
    })
    expect(read.ok && read.value.ranking.minDataShare).toBe('0.8')
    const problems = await problemsAfter((workbook) => {
      fieldOf(workbook, '总分上限').value = 1.2
      fieldOf(workbook, '总分上限').numFmt = '0%'
    })
    expect(problems[0]).toContain('百分比格式')
  })

  test('codes keep their zeros, shown or typed; a damaged one is refused and not guessed', async () => {
    const read = await afterChange((workbook) => {
      const typed = fieldOf(workbook, '代码')
      typed.value = 7012
      typed.numFmt = '000000'
    })
    expect(read.ok && read.value.code).toBe('007012')
    for (const [value, reason] of [
      [123456789012345000, '15 位'],
      [1.1, '设为文本'],
      [new Date(Date.UTC(2026, 2, 1)), '是日期'],
    ] as const) {
      const problems = await problemsAfter((workbook) => {
        fieldOf(workbook, '代码').value = value
        if (value instanceof Date) fieldOf(workbook, '代码').numFmt = 'm"月"d"日"'
        else fieldOf(workbook, '代码').numFmt = 'General'
      })
      expect(problems).toHaveLength(1)
      expect(problems[0]).toContain(reason)
    }
  })
})

describe('what is wrong is said of its cell, and nothing is imported', () => {
  test('every problem names sheet, row, column and what to do', async () => {
    const problems = await problemsAfter((workbook) => {
      cellOf(workbook, '数据项', 3, '周期').value = '每周'
      cellOf(workbook, '指标', 4, '上级代码').value = '没有的'
      cellOf(workbook, '指标', 6, '名称').value = null
      fieldOf(workbook, '年度').value = '二〇二六'
    })
    expect(problems).toHaveLength(4)
    expect(problems[0]).toMatch(/^方案!B5 “年度”.*不是数字/)
    expect(problems[1]).toMatch(/^数据项!E3 “周期”“每周”不在可选之列；请填“年度”/)
    expect(problems[2]).toMatch(/^指标!C4 没有代码为“没有的”的上级；请改正/)
    expect(problems[3]).toMatch(/^指标![A-Z]+6 “名称”没有填；请填写/)
  })

  test('a rule with wrong parameters is named by its row and the cell of the parameters', async () => {
    const problems = await problemsAfter((workbook) => {
      for (let row = 2; row < 20; row += 1)
        if (cellOf(workbook, '指标', row, '计分方法').text === '分档计分') {
          cellOf(workbook, '指标', row, '分档').value = '下限：60；含下限：是；含上限：否；分值：多'
          return
        }
      cellOf(workbook, '指标', 4, '计分方法').value = '分档计分'
      cellOf(workbook, '指标', 4, '分档').value = '下限：60；含下限：是；含上限：否；分值：多'
    })
    expect(problems.length).toBeGreaterThan(0)
    for (const problem of problems) expect(problem).toMatch(/^指标![A-Z]+\d+ /)
    expect(problems.join()).toContain('“分档”里的“分值”“多”不是数字；请填数字')
  })

  test.each([
    ['下限：60；分值 3', '里的“分值 3”后面没有写值'],
    ['下限：60；起点：3', '里没有“起点”这一项；可填“下限”'],
    ['下限：60；下限：70', '里的“下限”填了两次'],
    ['【下限：60', '里的【】没有成对'],
    ['名称："没有后引号', '引号没有成对'],
    ['含下限：大概', '里的“含下限”“大概”应填“是”或“否”'],
  ])('a parameter that cannot be understood, %s, says which of its parts', async (written, reason) => {
    const problems = await problemsAfter((workbook) => {
      cellOf(workbook, '指标', 4, '计分方法').value = '分档计分'
      cellOf(workbook, '指标', 4, '分档').value = written
    })
    expect(problems.join()).toContain(reason)
  })

  test('a tree that goes round, two roots and a wrong level are told apart', async () => {
    const parents = (change: (cell: (row: number, header: string) => { value: unknown }) => void) =>
      problemsAfter((workbook) => change((row, header) => cellOf(workbook, '指标', row, header)))
    expect(
      (
        await parents((cell) => {
          cell(3, '上级代码').value = cell(3, '代码').value
        })
      ).join(),
    ).toContain('上级不能是自己')
    expect(
      (
        await parents((cell) => {
          cell(3, '上级代码').value = null
        })
      ).join(),
    ).toContain('只有总项（第 2 行）可以留空')
    expect(
      (
        await parents((cell) => {
          cell(3, '层级').value = 5
        })
      ).join(),
    ).toContain('按上级代码应为第 2 层')
  })

  test('a formula without its result and an error value are refused', async () => {
    const problems = await problemsAfter((workbook) => {
      fieldOf(workbook, '总分上限').value = { formula: 'A1+1' }
      fieldOf(workbook, '总分下限').value = { error: '#REF!' }
    })
    expect(problems.join()).toContain('没有保存计算结果的公式')
    expect(problems.join()).toContain('#REF!')
  })
})

describe('merged cells', () => {
  test('one over several rows holds for each of them where that is meant, and figures are refused', async () => {
    const read = await afterChange((workbook) => {
      const first = cellOf(workbook, '数据项', 2, '来源系统')
      first.value = '综治平台'
      const { col } = first.fullAddress
      sheetOf(workbook, '数据项').mergeCells(2, col, 4, col)
    })
    expect(read.ok && read.value.items.slice(0, 4).map(({ sourceSystem }) => sourceSystem)).toEqual([
      '综治平台',
      '综治平台',
      '综治平台',
      township.items[3]?.sourceSystem,
    ])
    const problems = await problemsAfter((workbook) => {
      const { col } = cellOf(workbook, '数据项', 2, '最大值').fullAddress
      cellOf(workbook, '数据项', 2, '最大值').value = 30
      sheetOf(workbook, '数据项').mergeCells(2, col, 4, col)
    })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^数据项!M2 .*合并了第 2 至 4 行.*取消合并/)
  })

  test('a title above the header and a merged last row do no harm', async () => {
    const read = await afterChange((workbook) => {
      const sheet = sheetOf(workbook, '限扣组')
      sheet.spliceRows(1, 0, ['限扣组一览'])
      sheet.mergeCells(1, 1, 1, 5)
      sheet.mergeCells(8, 1, 9, 5)
    })
    expect(read).toEqual({ ok: true, value: township })
  })
})

describe('files that are no good', () => {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content)
  const compound = (name: string): Uint8Array => {
    const bytes = new Uint8Array(4096)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    for (const [index, letter] of [...name].entries()) bytes[1024 + index * 2] = letter.charCodeAt(0)
    return bytes
  }

  test.each([
    ['an old .xls', compound('Workbook'), /旧版 \.xls.*另存为/],
    ['a password-protected workbook', compound('EncryptedPackage'), /打开密码.*取消密码/],
    ['a CSV', text('代码,名称\nA,甲\n'), /文本文件（如 CSV）/],
    ['a web page named .xls', text('<html><table><tr><td>1</td></tr></table></html>'), /网页格式/],
    ['a PDF', text('%PDF-1.7'), /PDF/],
    ['nothing', new Uint8Array(), /空的/],
    ['half a workbook', zipOf([['a.txt', 'x']]).subarray(0, 30), /损坏/],
    ['a zip of something else', zipOf([['a.txt', 'x']]), /压缩包，里面没有工作簿/],
    ['a Word document', zipOf([['word/document.xml', '<w/>']]), /Word/],
    [
      'an OpenDocument table',
      zipOf([
        ['mimetype', 'x'],
        ['content.xml', '<x/>'],
      ]),
      /\.ods/,
    ],
  ])('%s is refused by its name', async (_name, bytes, message) => {
    expect(await messageOf(bytes)).toMatch(message)
  })

  test('a zip of 6,000 parts is refused by its directory', async () => {
    const parts = Array.from({ length: 6_000 }, (_, index): [string, string] => [`p${index}`, ''])
    expect(await messageOf(zipOf(parts))).toMatch(/6000 个部件.*没有展开/)
  })

  const bomb = (declared?: number) => {
    const sheet = `<worksheet><sheetData>${' '.repeat(140 * 1024 * 1024)}</sheetData></worksheet>`
    return zipOf(
      [
        [
          '_rels/.rels',
          '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        ],
        ['xl/workbook.xml', '<workbook><sheets><sheet name="方案" id="s"/></sheets></workbook>'],
        [
          'xl/_rels/workbook.xml.rels',
          '<Relationships><Relationship Id="s" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
        ],
        ['xl/sheet.xml', sheet],
      ],
      declared,
    )
  }

  test('a sheet that swells is refused by what it declares, and when it lies, as soon as it is too much', async () => {
    expect(await messageOf(bomb())).toMatch(/展开后超过 128 MB/)
    expect(await messageOf(bomb(1000))).toMatch(/展开后超过 128 MB|损坏/)
  })

  test('formatting down to the last row costs nothing', async () => {
    const read = await afterChange((workbook) => {
      const sheet = sheetOf(workbook, '限扣组')
      for (let row = 1000; row < 60_000; row += 1) sheet.getRow(row).height = 15
      sheet.getCell(1_048_576, 16_384).numFmt = '0.00'
    })
    expect(read).toEqual({ ok: true, value: township })
  })
})

describe('hostile names', () => {
  test('headers and sheets named like parts of a prototype are unknown, and change nothing', async () => {
    const problems = await problemsAfter((workbook) => {
      const sheet = sheetOf(workbook, '限扣组')
      for (const [index, name] of ['__proto__', 'constructor', 'toString', '__proto__'].entries())
        sheet.getCell(1, 6 + index).value = name
    })
    expect(problems).toHaveLength(4)
    for (const problem of problems) expect(problem).toMatch(/^限扣组![F-I]1 不认识的表头“/)
    const sheets = await problemsAfter((workbook) => {
      workbook.addWorksheet('constructor').getCell('A1').value = 'x'
    })
    expect(sheets.join()).toContain('不认识的工作表')
    const parameters = await problemsAfter((workbook) => {
      const sheet = sheetOf(workbook, '指标')
      const column = sheet.columnCount + 1
      sheet.getCell(1, column).value = '参数'
      sheet.getCell(4, column).value = '{"__proto__":{"polluted":"1"},"constructor":{}}'
      cellOf(workbook, '指标', 4, '系数').value = '方式：按单位；取值：【__proto__：1；constructor：2】'
    })
    expect(parameters.length).toBeGreaterThan(0)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(await readSchemeWorkbook(await schemeWorkbook(township))).toEqual({ ok: true, value: township })
  })

  test('a defined name that points at a sheet called __proto__ pollutes nothing', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    const bytes = zipOf([
      [
        '_rels/.rels',
        '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      ],
      [
        'xl/workbook.xml',
        '<workbook><sheets><sheet name="__proto__" id="s"/></sheets><definedNames><definedName name="x">__proto__!$A$5</definedName></definedNames></workbook>',
      ],
      [
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="s" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
      ],
      [
        'xl/sheet.xml',
        '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>',
      ],
    ])
    expect((await readSchemeWorkbook(bytes)).ok).toBe(false)
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  })

  test('entities of the file’s own are refused', async () => {
    const bytes = zipOf([
      ['_rels/.rels', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Relationships>&b;</Relationships>'],
    ])
    expect(await messageOf(bytes)).toMatch(/自定义的实体声明/)
  })

  test('an empty workbook lists the sheets that are missing', async () => {
    const workbook = new Workbook()
    workbook.addWorksheet('Sheet1')
    expect(await messageOf(await bytesOf(workbook))).toMatch(/缺少工作表“方案”、“数据项”/)
  })
})
