import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { beforeEach, describe, expect, test } from 'vitest'
import { member, PLACES } from '../builders/people.ts'
import { WHOLE_FORM } from '../builders/submission.ts'
import { openForm } from './openForm.ts'
import { type TestApi, testApi } from './testApi.ts'

const reporter = member({ roles: ['county-reporter'] })
const reviewer = member({ roles: ['county-reviewer'] })
const neighbour = member({ roles: ['county-reviewer'], jurisdiction: PLACES.neighbourCounty.code })
const city = member({ roles: ['city-reviewer'] })
const admin = member({ roles: ['province-admin'] })

let api: TestApi
let form: { readonly submissionId: string }
let params: { readonly cycleId: string }
beforeEach(async () => {
  api = await testApi()
  for (const person of [reporter, reviewer, neighbour, city, admin]) api.join(person)
  form = await openForm(api)
  const { body } = await api.call('getSubmission', { member: reporter, params: form })
  params = { cycleId: (body['state'] as { cycleId: string }).cycleId }
})

interface Sheet {
  readonly columns: readonly { readonly item: string; readonly period: string; readonly filledBy: string }[]
  readonly rows: readonly {
    readonly subject: string
    readonly passed: boolean
    readonly statusName: string
    readonly figures: readonly { readonly column: number; readonly status: string; readonly value?: string }[]
  }[]
  readonly cursor?: string
}
const sheetOf = async (of: typeof admin): Promise<Sheet> =>
  (await api.call('listCycleFigures', { member: of, params })).body as unknown as Sheet
const ownRow = ({ rows }: Sheet) => rows.find(({ subject }) => subject === PLACES.county.code)

const odd: readonly FormValue[] = WHOLE_FORM.map((value, at): FormValue => {
  const { item, period } = value
  if (at === 0) return { item, period, status: 'missing', note: '系统未上线' }
  if (at === 1) return { item, period, status: 'not-applicable', note: '无此事项' }
  return at === 2 ? { item, period, status: 'reported', value: '0' } : value
})

describe('all figures of a cycle as one sheet', () => {
  test('a form is told of by its step alone until it has come up to the reader', async () => {
    await api.call('saveValues', { member: reporter, params: form, body: { values: WHOLE_FORM } })
    expect(ownRow(await sheetOf(reviewer))).toMatchObject({ passed: true })
    for (const above of [city, admin])
      expect(ownRow(await sheetOf(above))).toMatchObject({ passed: false, statusName: '填报中', figures: [] })
    await api.call('submitSubmission', { member: reporter, params: form, ifMatch: 2 })
    await api.call('verifySubmission', { member: reviewer, params: form, ifMatch: 3 })
    expect(ownRow(await sheetOf(city))).toMatchObject({ passed: true })
    expect(ownRow(await sheetOf(admin))).toMatchObject({ passed: false, figures: [] })
    await api.call('acceptSubmission', { member: city, params: form, ifMatch: 4 })
    const row = ownRow(await sheetOf(admin))
    expect(row?.passed).toBe(true)
    expect(row?.figures.length).toBe(WHOLE_FORM.length)
  })

  test('a nought, 未报, 不适用 and a blank stay four things', async () => {
    const values = odd.slice(0, -1)
    await api.call('saveValues', { member: reporter, params: form, body: { values } })
    const sheet = await sheetOf(reviewer)
    const statusOf = (at: number) => {
      const { item } = odd[at] ?? { item: '' }
      const column = sheet.columns.findIndex((each) => each.item === item)
      const { status, value } = ownRow(sheet)?.figures.find((each) => each.column === column) ?? {}
      return [status, value]
    }
    expect([statusOf(0), statusOf(1), statusOf(2)]).toEqual([
      ['missing', undefined],
      ['not-applicable', undefined],
      ['reported', '0'],
    ])
    expect(ownRow(sheet)?.figures.length).toBe(odd.length - 1)
  })

  test('a county sees its own row, and only the commission the figures that it enters itself', async () => {
    const other = await sheetOf(neighbour)
    expect(other.rows.some(({ subject }) => subject === PLACES.county.code)).toBe(false)
    expect(new Set(other.columns.map(({ filledBy }) => filledBy))).toEqual(new Set(['subject']))
    expect(new Set((await sheetOf(admin)).columns.map(({ filledBy }) => filledBy))).toEqual(
      new Set(['subject', 'commission']),
    )
  })

  test('a verified value stands with the reported one beside it', async () => {
    await api.call('saveValues', { member: reporter, params: form, body: { values: WHOLE_FORM } })
    await api.call('submitSubmission', { member: reporter, params: form, ifMatch: 2 })
    const cell = { item: 'COVERAGE', period: '2026' }
    await api.call('remarkCell', {
      member: reviewer,
      params: form,
      ifMatch: 3,
      body: { ...cell, text: '系统导出为97', verified: '97' },
    })
    await api.call('answerRemark', { member: reporter, params: form, ifMatch: 4, body: { ...cell, agrees: true } })
    const sheet = await sheetOf(reviewer)
    const column = sheet.columns.findIndex(({ item }) => item === 'COVERAGE')
    expect(ownRow(sheet)?.figures.find((each) => each.column === column)).toEqual({
      column,
      status: 'reported',
      value: '97',
      reported: '98.5',
    })
  })

  test('a figure that the commission enters stands in its own column', async () => {
    const sheet = await sheetOf(admin)
    const column = sheet.columns.findIndex(({ filledBy }) => filledBy === 'commission')
    const { item = '', period = '' } = sheet.columns[column] ?? {}
    const entered = await api.call('enterCommissionValues', {
      member: admin,
      params: { ...params, subject: PLACES.county.code },
      ifMatch: 0,
      body: { values: [{ item, period, status: 'reported', value: '91' }] },
    })
    expect(entered).toMatchObject({ status: 200 })
    expect(ownRow(await sheetOf(admin))?.figures).toEqual([{ column, status: 'reported', value: '91' }])
  })

  test('pages follow on each other until everybody was there once', async () => {
    const { rows } = await sheetOf(admin)
    const [first] = rows
    const { body } = await api.call('listCycleFigures', {
      member: admin,
      params,
      query: `cursor=${first?.subject}`,
    })
    expect((body as unknown as Sheet).rows.map(({ subject }) => subject)).toEqual(
      rows.slice(1).map(({ subject }) => subject),
    )
  })
})
