import type { MeasureId, RectificationId } from '@anjie/contracts/vocabulary/ids'
import { expect, test } from 'vitest'
import { member } from '../builders/people.ts'
import { done, Province, refusalOf, reporterOf } from '../builders/province.ts'
import { ALL_PASSED, CONTENT } from './supervisionWorld.ts'
import { COUNTY, countyAdmin } from './townTables.ts'

const drafter = member({ roles: ['county-reviewer'], jurisdiction: COUNTY, personId: 'drafter' })

test('nobody who holds a post at the target decides anything of its measure or of its rectification', async () => {
  const province = new Province()
  const town = await province.register(COUNTY, '甲镇')
  const at = (roles: Parameters<typeof member>[0]['roles']) => ({
    ...member({ roles, jurisdiction: COUNTY, personId: 'two-posts' }),
    unitsElsewhere: [town],
  })
  const clerk = at(['county-reviewer'])
  const body = { ...CONTENT, targets: [town] } as never
  const measureId = done(await province.run(drafter, 'draftMeasures', { body })).id as MeasureId
  const issue = { body: { measures: [{ id: measureId, version: 1 }] } }
  expect(refusalOf(await province.run(at(['county-admin']), 'issueMeasures', issue))).toBe('conflict-of-interest')
  done(await province.run(countyAdmin, 'issueMeasures', issue))
  done(await province.run(reporterOf(COUNTY), 'acknowledgeMeasure', { params: { measureId } }, 2))
  const { rectifications } = done(await province.ask(drafter, 'getMeasure', { params: { measureId } }))
  const params = { rectificationId: (rectifications[0]?.id ?? '') as RectificationId }
  const asked = { params, body: { until: '2026-03-20', reason: '值班室改造' } } as never
  done(await province.run(reporterOf(COUNTY), 'askMoreTime', asked, 2))
  const answer = { params, body: { granted: true, reason: '同意' } }
  expect(refusalOf(await province.run(clerk, 'answerMoreTime', answer, 3))).toBe('conflict-of-interest')
  const report = { params, body: { text: '已经安排专人夜间值守' } }
  done(await province.run(reporterOf(COUNTY), 'reportRectification', report, 3))
  const check = { params, body: { checks: ALL_PASSED, text: '已经整改' } } as never
  expect(refusalOf(await province.run(clerk, 'checkRectification', check, 4))).toBe('conflict-of-interest')
  done(await province.run(drafter, 'checkRectification', check, 4))
})
