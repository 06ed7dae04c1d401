import { readIntake } from '@anjie/documents/intake/readIntake'
import { templateWorkbook } from '@anjie/documents/intake/templateWorkbook'
import { workbookBytes } from '@anjie/documents/newWorkbook'
import { postsTemplate, readPostsFile } from '@anjie/documents/postsSheet'
import { expect, test } from 'vitest'
import { openedBytes } from '../documents/openedBytes.ts'
import { filledTemplate } from './filledTemplate.ts'
import { TRIPS } from './templateTrips.ts'

test.each(TRIPS)('$name: the template, filled in, is read with the same values', async (trip) => {
  const reading = await readIntake(await filledTemplate(trip), trip.form)
  if (!reading.ok) throw new Error(reading.error)
  expect(reading.value.refusals).toEqual([])
  expect(reading.value.rows.map(({ values }) => Object.fromEntries(values))).toEqual(trip.read)
})

test.each(TRIPS)(
  '$name: the template says how to fill it in, offers its choices, and locks what is given',
  async (trip) => {
    const { form, there, given } = trip
    const workbook = await openedBytes(await templateWorkbook({ form, rows: there, given }))
    const [sheet] = workbook.worksheets
    const told = workbook.getWorksheet('填写说明')?.getColumn(1).values.map(String) ?? []
    for (const { name } of form.fields) expect(told.some((text) => text.startsWith(name))).toBe(true)
    // The library's types leave out what it reads.
    expect(sheet).toMatchObject({ sheetProtection: { sheet: true } })
    for (const [at, field] of form.fields.entries()) {
      const column = sheet?.getRow(1).values as readonly unknown[]
      const letters = column.findIndex((text) => typeof text === 'string' && text.startsWith(field.name))
      const blank = sheet?.getCell(there.length + 2, letters)
      if (field.type === 'choice') expect(blank?.dataValidation).toMatchObject({ type: 'list' })
      if (field.type === 'date') expect(blank?.numFmt).toBe('yyyy-mm-dd')
      if (field.type === 'code' || field.type === 'text') expect(blank?.numFmt, String(at)).toBe('@')
      if (there.length > 0 && given.has(field.code))
        expect(sheet?.getCell(2, letters).protection?.locked).not.toBe(false)
    }
  },
)

test('a list of posts goes out as a template and comes back', async () => {
  const workbook = await openedBytes(await postsTemplate())
  const sheet = workbook.worksheets[0]
  const typed = ['甲', '=专干', '城关镇/3-1', '县级填报人', '', '', '007012']
  for (const [at, text] of typed.entries())
    if (text !== '' && sheet !== undefined) sheet.getCell(2, at + 1).value = text
  if (sheet !== undefined) sheet.getCell('F2').value = 46752
  expect(sheet?.getCell('F3').numFmt).toBe('yyyy-mm-dd')
  expect(workbook.getWorksheet('填写说明')).toBeDefined()
  expect(await readPostsFile(await workbookBytes(workbook))).toEqual({
    ok: true,
    value: [
      {
        line: 2,
        row: {
          personName: '甲',
          post: '=专干',
          unitNames: '城关镇/3-1',
          roleNames: '县级填报人',
          validUntil: '2027-12-31',
          accountName: '007012',
        },
      },
    ],
  })
})
