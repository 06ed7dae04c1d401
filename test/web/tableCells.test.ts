import { pasteRows } from '@anjie/documents/pasteRows'
import { tableWorkbook } from '@anjie/documents/tableWorkbook'
import { cellAlone, edgesOf, heldWithin, movedBy, nextStop } from '@anjie/web/ui/table/cellBlock'
import { htmlOf, tsvOf } from '@anjie/web/ui/table/cellClipboard'
import { inOrder } from '@anjie/web/ui/table/cellOrder'
import { columnWidths } from '@anjie/web/ui/table/columnWidths'
import { foundRows, valuesOf } from '@anjie/web/ui/table/foundRows'
import { pasteCells } from '@anjie/web/ui/table/pasteCells'
import { PLAIN_VIEW, viewIn, withView } from '@anjie/web/ui/table/tableAddress'
import type { TableColumn } from '@anjie/web/ui/table/tableColumn'
import { tableFile } from '@anjie/web/ui/table/tableFile'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

interface Place {
  readonly name: string
  readonly figure: string
  readonly locked?: boolean
}
const name: TableColumn<Place> = { key: 'name', name: '名称', text: (row) => row.name, isRowHead: true }
const figure: TableColumn<Place> = {
  key: 'figure',
  name: '案件数',
  unit: '件',
  kind: 'figure',
  text: (row) => row.figure,
  editing: {
    lockedBecause: (row) => (row.locked === true ? '已报送' : undefined),
    read: (_, typed) => (/^\d*$/.test(typed) ? { ok: true, text: typed } : { ok: false, reason: '要填非负整数' }),
  },
}
const places = (...rows: readonly (readonly [string, string])[]): Place[] =>
  rows.map(([first, second]) => ({ name: first, figure: second }))
const names = (rows: readonly Place[]) => rows.map((row) => row.name)

describe('sorting a column', () => {
  test('puts names by pinyin and the numbers in them by value', () => {
    const rows = places(['常安镇', ''], ['安居10村', ''], ['安居2村', ''], ['北坝镇', ''], ['第一社区', ''])
    expect(names(inOrder(rows, name, false))).toEqual(['安居2村', '安居10村', '北坝镇', '常安镇', '第一社区'])
  })
  test('compares figures exactly, far beyond what a binary number holds', () => {
    const rows = places(['a', '0.30000000000000000001'], ['b', '0.3'], ['c', '-2'], ['d', '100'], ['e', '20'])
    expect(names(inOrder(rows, figure, false))).toEqual(['c', 'b', 'a', 'e', 'd'])
  })
  test('leaves what is no figure last in both directions, and equals as they stood', () => {
    const rows = places(['缺', '未报'], ['x', '1'], ['y', '1.0'], ['空', ''], ['z', '3'])
    expect(names(inOrder(rows, figure, false))).toEqual(['x', 'y', 'z', '缺', '空'])
    expect(names(inOrder(rows, figure, true))).toEqual(['z', 'x', 'y', '缺', '空'])
  })
})

describe('finding rows', () => {
  const rows = places(['东坝镇', '1'], ['西坝镇', '2'], ['东风镇', '2'])
  test('takes several words in any column, in either width of letters', () => {
    const find = (search: string) => names(foundRows(rows, [name, figure], { ...PLAIN_VIEW, search }))
    expect(find('东 １')).toEqual(['东坝镇'])
    expect(find('坝')).toEqual(['东坝镇', '西坝镇'])
    expect(find('东 9')).toEqual([])
  })
  test('narrows to a whole value, and offers each value with its count', () => {
    expect(names(foundRows(rows, [name, figure], { ...PLAIN_VIEW, filters: { figure: '2' } }))).toEqual([
      '西坝镇',
      '东风镇',
    ])
    expect(valuesOf(rows, figure)).toEqual([
      ['1', 1],
      ['2', 2],
    ])
  })
})

describe('what is copied', () => {
  test('comes back from plain text cell by cell, whatever stands in it', () => {
    const cell = fc.stringMatching(/^[东坝"\t\n 1-9a-z,=]{0,8}$/)
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
    fc.assert(
      fc.property(block, (given) => {
        // A last row of one empty cell is no row at all in the text.
        fc.pre(given.at(-1)?.join('') !== '')
        expect(pasteRows(tsvOf(given))).toEqual({ ok: true, value: given })
      }),
    )
  })
  test('keeps the zeros of a code and lets no text become markup or formula', () => {
    const html = htmlOf([
      [
        { text: '007012', isFigure: false },
        { text: '98.50', isFigure: true },
        { text: '<b>=1', isFigure: false },
        { text: '=1+1', isFigure: false },
      ],
    ])
    expect(html).toBe(
      `<table><tr><td style="mso-number-format:'\\@'">007012</td><td>98.50</td><td>&lt;b&gt;=1</td><td style="mso-number-format:'\\@'">=1+1</td></tr></table>`,
    )
  })
})

describe('a pasted block', () => {
  const rows: Place[] = [
    { name: '甲县', figure: '1' },
    { name: '乙县', figure: '2', locked: true },
    { name: '丙县', figure: '3' },
  ]
  const paste = (copied: readonly (readonly string[])[], row: number, column: number, to = { row, column }) =>
    pasteCells(copied, {
      rows,
      columns: [name, figure],
      block: { anchor: { row, column }, active: to },
      lockedReason: '不能填写',
    })
  test('lands cell by cell; a refused one keeps what it had and says why, the rest is taken', () => {
    const { taken, refused, outside } = paste([['5'], ['6'], ['七'], ['8']], 0, 1)
    expect(taken).toEqual([{ row: rows[0], column: 'figure', text: '5' }])
    expect(refused.map(({ row, text, reason }) => [row.name, text, reason])).toEqual([
      ['乙县', '6', '已报送'],
      ['丙县', '七', '要填非负整数'],
    ])
    expect(outside).toBe(1)
  })
  test('that was copied from the table itself refuses nothing in the columns that stand as they are', () => {
    const { taken, refused } = paste(
      [
        ['甲县', '4'],
        ['乙县', '2'],
      ],
      0,
      0,
    )
    expect(taken.map(({ text }) => text)).toEqual(['4'])
    expect(refused).toEqual([])
  })
  test('of one text fills every cell that is picked', () => {
    expect(paste([['0']], 0, 1, { row: 2, column: 1 }).taken.map(({ row }) => row.name)).toEqual(['甲县', '丙县'])
  })
})

describe('keys', () => {
  const size = { rows: 5, columns: 3, page: 2 }
  const at = (row: number, column: number) => cellAlone({ row, column })
  const press = (key: string, block = at(2, 1), shiftKey = false, toEdge = false) =>
    movedBy({ key, shiftKey, toEdge }, block, size)?.active
  test('move like in a spreadsheet and stop at the edges', () => {
    expect(press('ArrowDown')).toEqual({ row: 3, column: 1 })
    expect(press('ArrowUp', at(0, 0))).toEqual({ row: 0, column: 0 })
    expect(press('End', at(2, 0), false, true)).toEqual({ row: 4, column: 2 })
    expect(press('PageDown')).toEqual({ row: 4, column: 1 })
    expect(press('x')).toBeUndefined()
  })
  test('with Shift make the block larger from where it began', () => {
    const grown = movedBy({ key: 'ArrowRight', shiftKey: true, toEdge: false }, at(2, 1), size)
    expect(grown && edgesOf(grown)).toEqual({ top: 2, bottom: 2, left: 1, right: 2 })
  })
  test('Tab goes to the next cell that can be filled in, and out at the end', () => {
    const fillable = ({ column }: { column: number }) => column === 1
    expect(nextStop({ row: 0, column: 1 }, 1, size, fillable)).toEqual({ row: 1, column: 1 })
    expect(nextStop({ row: 4, column: 1 }, 1, size, fillable)).toBeUndefined()
    expect(nextStop({ row: 1, column: 1 }, -1, size, fillable)).toEqual({ row: 0, column: 1 })
  })
  test('a block stays inside rows that became fewer', () => {
    expect(heldWithin(at(4, 2), { rows: 2, columns: 3, page: 1 }).active).toEqual({ row: 1, column: 2 })
  })
})

describe('the address of a table', () => {
  test('keeps how it is looked at, beside whatever else stands there', () => {
    const view = {
      search: '东坝 镇',
      filters: { status: '已审核' },
      sort: { column: 'score', down: true },
      toggled: ['code', 'due'],
      from: 120,
    }
    const address = withView(new URLSearchParams('tab=rank'), view)
    expect(viewIn(new URLSearchParams(address.toString()))).toEqual(view)
    expect(address.get('tab')).toBe('rank')
  })
  test('says nothing of what is as usual, and takes nonsense for that', () => {
    expect(withView(new URLSearchParams('q=a&f.status=b&sort=-c&from=7'), PLAIN_VIEW).toString()).toBe('')
    expect(viewIn(new URLSearchParams('from=-1&columns=,,&sort='))).toEqual(PLAIN_VIEW)
  })
  test('tells two tables of one page apart', () => {
    const one = withView(new URLSearchParams(), { ...PLAIN_VIEW, search: '甲' }, 'a.')
    const both = withView(one, { ...PLAIN_VIEW, search: '乙' }, 'b.')
    expect([viewIn(both, 'a.').search, viewIn(both, 'b.').search]).toEqual(['甲', '乙'])
    expect(viewIn(both).filters).toEqual({})
  })
})

test('columns of a long table are as wide as their longest text, within reason', () => {
  const [wide = 0, narrow = 0] = columnWidths([name, figure], places(['一二三四五六七八九十一二三', '1'], ['短', '2']))
  expect(wide).toBeGreaterThan(13)
  expect(narrow).toBeLessThan(10)
  expect(columnWidths([name], places(['长'.repeat(200), '1']))[0]).toBeLessThan(30)
})

describe('a table as a file', () => {
  const code: TableColumn<Place> = { key: 'code', name: '代码', text: () => '007012' }
  const rows = places(['=丁县', '12.50'], ['戊县', '未报'], ['己县', '12345678901234567.25'])
  test('has figures as numbers with their places, codes and what a number cannot hold as text', async () => {
    const bytes = await tableWorkbook({
      title: '各县得分',
      columns: [
        { name: '名称', isFigure: false },
        { name: '案件数（件）', isFigure: true },
        { name: '代码', isFigure: false },
      ],
      rows: rows.map((row) => [row.name, row.figure, '007012']),
    })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
    const sheet = workbook.worksheets[0]
    expect(sheet?.getCell('B2').value).toBe(12.5)
    expect(sheet?.getCell('B2').numFmt).toBe('0.00')
    expect(sheet?.getCell('B3').value).toBe('未报')
    expect(sheet?.getCell('B4').value).toBe('12345678901234567.25')
    expect(sheet?.getCell('C2').value).toBe('007012')
    expect(sheet?.getCell('A2').value).toBe('=丁县')
  })
  test('as plain text runs no formula and has the unit in its heading', async () => {
    const text = new TextDecoder().decode(await tableFile('csv', '各县', [name, figure, code], rows))
    expect(text.split('\r\n').slice(0, 2)).toEqual(['名称,案件数（件）,代码', "'=丁县,12.50,\t007012"])
  })
})
