import { Measure } from '@anjie/contracts/vocabulary/supervision/measure'
import { Rectification } from '@anjie/contracts/vocabulary/supervision/rectification'
import { listingEnded } from '@anjie/domain/supervision/listingSteps'
import { overdueDay, rectificationOverdue } from '@anjie/domain/supervision/rectificationSteps'
import { describe, expect, test } from 'vitest'
import { sampleOf } from '../api/sampleOf.ts'

const hand = (at: string) => ({ personId: 'p', personName: '林一', post: '干事', at })

/** Due on 16 March; reported at an instant, or not. */
const due = (reportedAt?: string, more: object = {}) =>
  Rectification.parse({
    ...(sampleOf(Rectification) as object),
    status: reportedAt === undefined ? 'acknowledged' : 'reported',
    dueOn: '2026-03-16',
    rounds: [
      {
        number: 1,
        dueOn: '2026-03-16',
        files: [],
        ...(reportedAt === undefined ? {} : { report: { ...hand(reportedAt), text: '已经整改' } }),
      },
    ],
    ...more,
  })

const LAST = '2026-03-16T15:59:59.000Z'
const OVER = '2026-03-16T16:00:00.000Z'

describe('a rectification is late', () => {
  test('from the second after the last one of its day in Beijing, once', () => {
    expect(rectificationOverdue(due(), LAST)).toBeNull()
    const step = rectificationOverdue(due(), OVER)
    expect(step?.next.overdueOn).toBe('2026-03-16')
    expect(rectificationOverdue(step?.next ?? due(), '2026-04-01T00:00:00.000Z')).toBeNull()
  })

  test('where it was reported after its day, though the clock came after the report; not where it was reported in time', () => {
    expect(rectificationOverdue(due(OVER), '2026-03-17T02:00:00.000Z')?.next.overdueOn).toBe('2026-03-16')
    expect(overdueDay(due(LAST))).toBeUndefined()
  })

  test('never where nothing is asked of it any more', () => {
    expect(overdueDay(due(undefined, { status: 'cancelled' }))).toBeUndefined()
  })
})

test('a listing opens the veto procedure from the second after its term, where it was not lifted', () => {
  const listed = Measure.parse({
    ...(sampleOf(Measure) as object),
    kind: 'listing',
    status: 'issued',
    until: '2026-03-16',
  })
  expect(listingEnded(listed, LAST)).toBeNull()
  expect(listingEnded(listed, OVER)?.next).toMatchObject({ status: 'veto', veto: { since: '2026-03-17' } })
  expect(listingEnded({ ...listed, status: 'closed' }, OVER)).toBeNull()
})
