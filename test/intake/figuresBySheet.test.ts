import { readIntake } from '@anjie/documents/intake/readIntake'
import { figuresForm } from '@anjie/domain/intake/figuresForm'
import { matchSubjects } from '@anjie/domain/intake/matchSubjects'
import type { Form } from '@anjie/domain/submissions/form'
import { expect, test } from 'vitest'
import { exampleScheme } from '../documents/exampleScheme.ts'
import { officeFile } from './officeFile.ts'

const scheme = exampleScheme('townshipDeductions.scheme.json')
const form: Form = {
  period: '2026',
  cells: scheme.items.slice(0, 2).map((item) => ({ item, period: '2026', required: true })),
  items: scheme.items,
  checks: [],
}
const WORDS = ['未报', '不适用']
const sheetForm = figuresForm(form, { title: '数据', subject: '乡镇（街道）', periodText: (period) => period }, WORDS)

test('a sheet of figures has a column for each cell of the form, and takes a word of status in place of a figure', async () => {
  const [first, second] = form.cells
  const bytes = officeFile([
    {
      rows: [
        ['单位', first?.item.name ?? '', second?.item.code ?? ''],
        ['甲镇', 12, '未报'],
        ['乙镇', '无', 3],
      ],
    },
  ])
  const reading = await readIntake(bytes, sheetForm)
  if (!reading.ok) throw new Error(reading.error)
  expect(reading.value.rows.map(({ values }) => [...values.values()])).toEqual([['甲镇', '12', '未报']])
  expect(reading.value.refusals.map(({ message }) => message)).toEqual([
    '“无”不是数字；没有数请写“未报”、“不适用”，或留空，是零请填 0',
  ])
})

test('a subject is found by its name however it is spaced, or by its code; an unknown one comes with the nearest names', () => {
  const match = matchSubjects([
    { subject: '990101', name: '砚洲区' },
    { subject: '990102', name: '岚山县' },
  ])
  expect(match(' 砚洲 区人民政府')).toMatchObject({ subject: '990101' })
  expect(match('990102')).toMatchObject({ name: '岚山县' })
  expect(match('砚州区')).toBe('参评单位里没有“砚州区”，相近的有“砚洲区”；请改正名称')
})
