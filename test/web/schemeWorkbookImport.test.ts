import { schemeWorkbook } from '@anjie/documents/schemeWorkbook'
import { assessDraft } from '@anjie/web/areas/schemes/editor/assessDraft'
import { findNode, insertNode } from '@anjie/web/areas/schemes/editor/tree'
import { isTabular, pasteIndicators } from '@anjie/web/areas/schemes/workbook/pasteIndicators'
import { readWorkbookFile } from '@anjie/web/areas/schemes/workbook/readWorkbookFile'
import { describe, expect, test } from 'vitest'
import { twoHeadings } from './smallRun.ts'

describe('a scheme as a workbook', () => {
  test('comes back into the editor as it went out', async () => {
    const scheme = twoHeadings()
    const read = await readWorkbookFile(new File([new Uint8Array(await schemeWorkbook(scheme))], '方案.xlsx'))
    expect(read).toEqual({ ok: true, value: scheme })
  })
  test('that is none is refused with what to do, and nothing is imported', async () => {
    const read = await readWorkbookFile(new File(['名称,分值'], '方案.xlsx'))
    expect(read.ok ? [] : read.error).toEqual([
      { sheet: '', row: 0, column: '', message: expect.stringMatching(/\p{Script=Han}/u) },
    ])
  })
})

describe('rows pasted onto a heading', () => {
  test('become indicators; of those without a rule of their own the check asks for it', async () => {
    const scheme = twoHeadings()
    const rows = 'X1\t新指标一\t3\t\t省公安厅\t\nX2\t新指标二\t2\t\t省法院\t\n'
    const read = await pasteIndicators(rows, scheme, 'B')
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(read.value.map(({ code, name, points }) => [code, name, points])).toEqual([
      ['X1', '新指标一', '3'],
      ['X2', '新指标二', '2'],
    ])
    const root = read.value.reduce((tree, node) => insertNode(tree, 'B', 'inside', node), scheme.root)
    expect(findNode(root, 'X2')).toBeDefined()
    const { sound, findings } = assessDraft({ ...scheme, root })
    expect(sound).toBeUndefined()
    expect(findings.map(({ leadsTo }) => leadsTo)).toEqual(
      ['X1', 'X2'].flatMap((code) =>
        ['item', 'points'].map((field) => ({ kind: 'node', code, field: ['scoring', field] })),
      ),
    )
  })
  test('name the row of every fault, and none of them is added', async () => {
    const read = await pasteIndicators('A-1\t重复代码\t3\nX2\t分值不是数\t很多', twoHeadings(), 'B')
    expect(read.ok ? [] : read.error.map(({ row }) => row)).toEqual([1, 2])
  })
  test('are told from a word for one field', () => {
    expect(isTabular('平安建设')).toBe(false)
    expect(isTabular('平安建设\n')).toBe(false)
    expect(isTabular('代码\t名称')).toBe(true)
    expect(isTabular('第一行\n第二行')).toBe(true)
  })
})
