import type { ProcedurePaper } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { filedPaper } from '@anjie/domain/procedure/paperSteps'
import { expect, test } from 'vitest'
import { member } from '../builders/people.ts'

// Guarantee: whoever files what a colleague entered is one of those behind it as well, and neither signs nor accepts it.
test('who files a paper stands among those who entered it, once', () => {
  const entered = { enteredBy: ['clerk'], dueOn: '2026-12-10' } as unknown as ProcedurePaper
  const by = (personId: string) =>
    filedPaper(entered, 'filed', member({ roles: ['unit-reporter'], personId }), '2026-12-09T02:00:00.000Z').next
      .enteredBy
  expect([by('colleague'), by('clerk')]).toEqual([['clerk', 'colleague'], ['clerk']])
})
