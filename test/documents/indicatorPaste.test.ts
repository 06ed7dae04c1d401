import { pasteRows } from '@anjie/documents/pasteRows'
import { readIndicatorPaste } from '@anjie/documents/readIndicatorPaste'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { township } from './changedWorkbook.ts'

const emptyScoring = { method: 'fixed_deduct', item: 'MA', points: '1' } as const
const paste = (text: string, parent = 'A') => readIndicatorPaste({ text, scheme: township, parent, emptyScoring })
const problemsOf = (text: string, parent?: string): readonly string[] => {
  const read = paste(text, parent)
  return read.ok ? [] : read.error.map(({ row, column, message }) => `${column}${row} ${message}`)
}

/** As a spreadsheet puts cells on the clipboard. */
const copied = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((cell) => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .map((line) => `${line}\r\n`)
    .join('')

describe('rows copied in a spreadsheet', () => {
  test('come back cell by cell, with line breaks, tabs and quotation marks', () => {
    const cell = fc
      .oneof(fc.string(), fc.constantFrom('两行\n文字', '"引号"', 'a\tb', '', '"'))
      .map((text) => text.replaceAll('\r', ''))
    const rows = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      )
    fc.assert(
      fc.property(rows, (given) => {
        expect(pasteRows(copied(given))).toEqual({ ok: true, value: given })
      }),
    )
  })

  test('a quotation mark that nothing closes, or that is followed by more, is a letter', () => {
    expect(pasteRows('"安全\t1\n"安全"感\t2')).toEqual({
      ok: true,
      value: [
        ['"安全', '1'],
        ['"安全"感', '2'],
      ],
    })
  })

  test('too much is refused', () => {
    expect(pasteRows('\n'.repeat(6000)).ok).toBe(false)
  })
})

describe('indicators from pasted rows', () => {
  test('without a header are code, name, points, weight, scorer and evidence', () => {
    expect(paste('A8\t夜间巡逻\t２．５\t\t公安局\t"照片\n台账"\n')).toEqual({
      ok: true,
      value: [
        {
          kind: 'leaf',
          code: 'A8',
          name: '夜间巡逻',
          points: '2.5',
          scoring: emptyScoring,
          scoredBy: '公安局',
          evidence: ['照片', '台账'],
        },
      ],
    })
  })

  test('under headers in any order may name rules and each other; rows without a code get a free one', () => {
    const read = paste(
      [
        '名称\t上级代码\t代码\t分值\t计分方法\t数据项\t参数',
        '巡逻\t\tX\t5',
        '夜间巡逻\tX\tX1\t3\t定额扣分\tMA\t{"points":"3"}',
        '日间巡逻\tX\t\t2',
      ].join('\n'),
    )
    expect(read.ok && read.value).toEqual([
      {
        kind: 'branch',
        code: 'X',
        name: '巡逻',
        points: '5',
        aggregation: 'sum',
        children: [
          {
            kind: 'leaf',
            code: 'X1',
            name: '夜间巡逻',
            points: '3',
            scoring: { method: 'fixed_deduct', item: 'MA', points: '3' },
            scoredBy: '',
            evidence: [],
          },
          {
            kind: 'leaf',
            code: 'A-1',
            name: '日间巡逻',
            points: '2',
            scoring: emptyScoring,
            scoredBy: '',
            evidence: [],
          },
        ],
      },
    ])
  })

  test('are all refused when one is wrong, each problem with its row and column', () => {
    expect(problemsOf('A1\t已有的\t1\nA9\t甲\t一分\nA9\t乙\t1\n坏 代码\t丙\t1\nB9\t\t1')).toEqual([
      'A1 代码“A1”方案里已经有了；请换一个代码',
      'C2 “分值”“一分”不是数字；这里应填数字，如 98.5',
      'A3 代码“A9”和第 2 行相同；请换一个代码',
      'A4 “代码”代码应为1至40个字母、数字或汉字',
      'B5 “名称”没有填；请填写',
    ])
    expect(problemsOf('代码\t名称\t__proto__\nA8\t甲\tx').join()).toContain('不认识的表头“__proto__”')
    expect(problemsOf('代码\t名称\t上级代码\nA8\t甲\tA9').join()).toContain('不在上面粘贴的行里')
    expect(problemsOf('代码\t名称').join()).toContain('只有表头')
    expect(problemsOf('').join()).toContain('没有粘贴内容')
    expect(problemsOf('A8\t甲\t1', 'A1').join()).toContain('不是大类')
    expect(problemsOf(Array.from({ length: 250 }, (_, index) => `Z${index}\t指标\t1`).join('\n')).join()).toContain(
      '最多200项',
    )
  })
})
