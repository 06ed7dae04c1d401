import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { MAX_PACKED_BYTES, pack, packedBytes } from '@anjie/store/packed'
import { expect, test } from 'vitest'
import { testApi } from '../api/testApi.ts'
import { member, PLACES } from '../builders/people.ts'
import { admin, done, Province, refusalOf, reporterOf } from '../builders/province.ts'
import { countyScheme, monthlyItems } from '../builders/scheme.ts'
import { reported, WHOLE_FORM } from '../builders/submission.ts'

const county = PLACES.county.code

/** A form of nearly three thousand cells: 240 figures for each month beside the county's own. */
const MONTHLY = monthlyItems(240)
const largest = () => {
  const scheme = countyScheme()
  return { ...scheme, items: [...scheme.items, ...MONTHLY] }
}
const MONTHS = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`)

/** Characters that hardly compress, the same each time. */
function note(length: number, seed: number): string {
  let state = seed * 7919 + 17
  let text = ''
  for (let at = 0; at < length; at++) {
    state = (state * 48_271) % 2_147_483_647
    text += String.fromCharCode(0x4e00 + (state % 20_000))
  }
  return text
}

test('a scheme of 3,000 figures is refused with the number that it may have', async () => {
  const api = await testApi()
  const who = member({ roles: ['province-admin'], jurisdiction: '99' })
  api.join(who)
  const items = Array.from({ length: 3000 }, (_, at) => ({ ...MONTHLY[0], code: `M${at}`, name: `每月数据${at}` }))
  const refused = await api.call('draftScheme', { member: who, body: { scheme: { ...countyScheme(), items } } })
  expect(refused.body['code']).toBe('invalid-input')
  expect(JSON.stringify(refused.body)).toContain('最多1000项')
})

/** As many leaves as asked for, two hundred a branch, all of one figure. */
function schemeOfLeaves(branches: number): Scheme {
  const scheme = countyScheme()
  const { root } = scheme
  if (root.kind !== 'branch') throw new Error('a scheme has branches')
  const added = Array.from({ length: branches }, (_, branch) => ({
    kind: 'branch' as const,
    code: `B${branch}`,
    name: `第${branch}类`,
    aggregation: 'sum' as const,
    children: Array.from({ length: 200 }, (__, leaf) => ({
      kind: 'leaf' as const,
      code: `B${branch}L${leaf}`,
      name: `第${branch}类第${leaf}项指标`,
      scoredBy: '省平安办',
      evidence: [],
      scoring: {
        method: 'per_event_deduct' as const,
        events: [{ item: 'ACCIDENTS', pointsEach: '0.01' }],
        limit: { kind: 'none' as const },
      },
    })),
  }))
  return { ...scheme, root: { ...root, children: [...root.children, ...added] } }
}

test('a scheme of 3,000 leaves is refused at its publication with how many it has and may have', async () => {
  await expect(new Province().openCycle(schemeOfLeaves(15))).rejects.toThrow('指标共3018个，最多2000个')
})

test('one of nearly as many as it may have is published, filled in, scored and answered with a receipt for each leaf', {
  timeout: 300_000,
}, async () => {
  const province = new Province()
  const opened = await province.openCycle(schemeOfLeaves(9))
  const runId = await province.score(opened)
  const params = { runId: runId as never, subject: county as never }
  const { receipts } = done(await province.ask(admin, 'getScorecard', { params }))
  expect(receipts.filter(({ leaf }) => leaf)).toHaveLength(1800 + 2)
})

test('what is too much for three levels to pass is refused when it is saved, and what is saved passes them all', {
  timeout: 300_000,
}, async () => {
  const province = new Province()
  const opened = await province.openCycle(largest())
  const params = { submissionId: opened.formOf(county) }
  const { state } = done(await province.ask(reporterOf(county), 'getSubmission', { params }))
  const withNotes = (length: number): FormValue[] => [
    ...WHOLE_FORM,
    ...MONTHLY.flatMap(({ code }, at) =>
      MONTHS.map((month, of) => ({ ...reported(code, String(at * of), month), note: note(length, at * 12 + of) })),
    ),
  ]
  const bytes = (length: number): number => packedBytes(pack({ ...state, values: withNotes(length) }))
  let length = 40
  while (bytes(length) < MAX_PACKED_BYTES * 0.96) length += 1
  expect(bytes(length)).toBeLessThan(MAX_PACKED_BYTES)
  const save = (notes: number) =>
    province.run(reporterOf(county), 'saveValues', { params, body: { values: withNotes(notes) } }, 1)
  const refused = await save(length)
  expect(refused.ok ? [] : [refused.error.code, refused.error.detail]).toEqual([
    'payload-too-large',
    '填报表的内容过多，提交后各级无法审核，请精简说明文字后再保存',
  ])
  while (bytes(length) > MAX_PACKED_BYTES * 0.94) length -= 1
  await province.fill(opened, county, 'accepted', withNotes(length))
  expect(done(await province.ask(reporterOf(county), 'getSubmission', { params })).state.status).toBe('accepted')
})

test('three clerks who touch different cells of one form at the same moment refuse nobody', async () => {
  const province = new Province()
  const opened = await province.openCycle(largest())
  const params = { submissionId: opened.formOf(county) }
  const codes = ['M1', 'M2', 'M3']
  const outcomes = await Promise.all(
    codes.map((code, at) => {
      const values = [reported(code, String(at + 1), '2026-05')]
      const changed = [{ item: code, period: '2026-05', was: null }]
      return province.run(reporterOf(county), 'saveValues', { params, body: { values, changed } }, 1)
    }),
  )
  expect(outcomes.map(refusalOf)).toEqual(['ok', 'ok', 'ok'])
  const { state, version } = done(await province.ask(reporterOf(county), 'getSubmission', { params }))
  expect(state.values.map(({ item }) => item).toSorted()).toEqual(codes)
  expect(version).toBe(4)
})
