import { openIntake, readIntake, readTables } from '@anjie/documents/intake/readIntake'
import { readerAnswers, returnedWorkbook } from '@anjie/documents/intake/returnedWorkbook'
import { templateWorkbook } from '@anjie/documents/intake/templateWorkbook'
import { expect, test } from 'vitest'
import { openedBytes } from '../documents/openedBytes.ts'
import { countyForm, villageForm } from './oddForms.ts'
import { officeFile } from './officeFile.ts'

const rows = [
  {
    values: new Map<string, string | boolean>([
      ['county', '=甲县'],
      ['found', '-12'],
      ['rate', '96.50'],
      ['day', '2031-03-01'],
    ]),
    lastYear: new Map([['found', '7']]),
  },
]

test('a template comes back with the values that were put in: types, days, a negative number, a name like a formula', async () => {
  const form = { ...countyForm, fields: countyForm.fields.map(({ least: _, ...field }) => field) }
  const bytes = await templateWorkbook({ form, rows, given: new Set(['county']) })
  const reading = await readIntake(bytes, form)
  if (!reading.ok) throw new Error(reading.error)
  expect(reading.value.refusals).toEqual([])
  expect(reading.value.rows.map(({ values }) => Object.fromEntries(values))).toEqual([
    { county: '=甲县', found: '-12', rate: '96.5', day: '2031-03-01' },
  ])
  const workbook = await openedBytes(bytes)
  const sheet = workbook.worksheets[0]
  expect(sheet?.getCell('A2').value).toBe('=甲县')
  expect(sheet?.getCell('A2').protection?.locked).not.toBe(false)
  expect(sheet?.getCell('B2').protection?.locked).toBe(false)
  expect(sheet?.getCell('B2').value).toBe(-12)
  expect(sheet?.getCell('C1').value).toBe('上年：排查纠纷数')
  expect(sheet?.getCell('C2').value).toBe(7)
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(sheet?.pageSetup.printArea).toMatch(/^A1:/)
})

test('a template keeps codes as text, offers choices from a list and says how to fill each column in', async () => {
  const bytes = await templateWorkbook({
    form: villageForm,
    rows: [
      {
        values: new Map([
          ['township', '城关镇'],
          ['name', '3-1'],
          ['division', '007012000000'],
          ['kind', 'village'],
        ]),
      },
    ],
  })
  const workbook = await openedBytes(bytes)
  const sheet = workbook.worksheets[0]
  expect(sheet?.getCell('C2').value).toBe('007012000000')
  expect(sheet?.getCell('C50').numFmt).toBe('@')
  expect(sheet?.getCell('D2').value).toBe('村')
  expect(sheet?.getCell('D50').dataValidation).toMatchObject({ type: 'list', formulae: ['选项!$A$2:$A$3'] })
  const help = workbook.getWorksheet('填写说明')
  expect(help?.getColumn(1).values).toContain('区划代码')
  const reading = await readIntake(bytes, villageForm)
  expect(reading.ok && reading.value.rows[0]?.values.get('name')).toBe('3-1')
})

test('the returned file says of each row what became of it, marks the wrong cells, and is read again with its own marks in it', async () => {
  const sent = officeFile([
    {
      name: '数据',
      rows: [
        ['县（市、区）', '排查纠纷数', '化解成功数'],
        ['甲县', 12, { formula: 'B2', result: 12 }],
        ['乙县', '约十件', 3],
        ['合计', 12, 15],
        ['_x0041_', 1, 1],
      ],
    },
  ])
  const tables = await openIntake(sent)
  if (!tables.ok) throw new Error(tables.error)
  const reading = readTables(tables.value, countyForm)
  if (!reading.ok) throw new Error(reading.error)
  const bytes = await returnedWorkbook(tables.value, reading.value, readerAnswers(reading.value))
  const sheet = (await openedBytes(bytes)).getWorksheet('数据')
  expect(sheet?.getCell('D1').text).toBe('处理结果')
  expect(sheet?.getCell('D3').text).toMatch(/^B3 “排查纠纷数”“约十件”不是数字/)
  expect(sheet?.getCell('B3').fill).toMatchObject({ fgColor: { argb: 'FFFFE1DE' } })
  expect(sheet?.getCell('D4').text).toBe('略过：合计行')
  // The result alone: no formula of the sender goes back.
  expect(sheet?.getCell('C2').value).toBe(12)
  expect(sheet?.getCell('A5').value).toBe('_x0041_')
  const again = await readIntake(bytes, countyForm)
  expect(again.ok && again.value.rows.map(({ values }) => values.get('county'))).toEqual(['甲县', '_x0041_'])
})
