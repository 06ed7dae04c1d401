import { nextOf } from '@anjie/web/app/nextOf'
import { readOfPage } from '@anjie/web/app/prefetch/readOfPage'
import { describe, expect, test } from 'vitest'

describe('the next case', () => {
  const row = (kind: string, id: string, dueOn: string | null) => ({ kind, id, dueOn })
  test('is the first due of the same kind, and never the one that was just decided', () => {
    const toDo = [
      row('submission', 'done', '2026-01-01'),
      row('application', 'x', '2026-01-02'),
      row('submission', 'late', null),
      row('submission', 'soon', '2026-03-01'),
    ]
    const found = nextOf(toDo, { kind: 'submission', id: 'done' })
    expect(found).toEqual({ next: row('submission', 'soon', '2026-03-01'), left: 2 })
    expect(nextOf(toDo, { kind: 'appeal', id: 'done' })).toEqual({ next: undefined, left: 0 })
  })
})

describe('what is read ahead', () => {
  test('is the one read of a record’s page; a list and a new form have none', () => {
    const read = readOfPage('/submissions/990101.01J00000000000000000000001')
    expect(read?.operation.id).toBe('getSubmission')
    expect(read?.input).toEqual({ params: { submissionId: '990101.01J00000000000000000000001' } })
    const below = readOfPage('/cycles/99.01J00000000000000000000001/scorecard')
    expect([below?.operation.id, below?.input]).toEqual([
      'getOwnScorecard',
      { params: { cycleId: '99.01J00000000000000000000001' } },
    ])
    for (const path of ['/', '/submissions', '/schemes/new', '/cycles/99.01J/trial', '/unknown/99.01J'])
      expect(readOfPage(path), path).toBeUndefined()
  })
})
