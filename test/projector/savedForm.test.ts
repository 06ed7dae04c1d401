import { SubmissionId } from '@anjie/contracts/vocabulary/ids'
import { formOf } from '@anjie/domain/submissions/form'
import { saveValues } from '@anjie/domain/submissions/saveValues'
import { projectFact } from '@anjie/projections/projectFact'
import { readFact } from '@anjie/projections/readFact'
import { expect, it } from 'vitest'
import { NOW } from '../builders/context.ts'
import { cycle } from '../builders/cycle.ts'
import { member } from '../builders/people.ts'
import { countyScheme } from '../builders/scheme.ts'
import { reported, settingOf, submission, WHOLE_FORM } from '../builders/submission.ts'
import { noParts } from './deliver.ts'
import { factOf } from './sampleFacts.ts'

it('saving a form writes one row, in the list of its county, and no marker of where it never stood', async () => {
  const before = submission({ values: [reported('DISPUTES_FOUND', '1'), ...WHOLE_FORM.slice(1)] })
  const setting = settingOf(formOf(countyScheme(), cycle(), 'subject'))
  const saved = saveValues(before, WHOLE_FORM, member({ roles: ['county-reporter'] }), NOW, setting)
  if (!saved.ok) return expect.fail(saved.error.detail)
  const { after, ...given } = factOf('submission', SubmissionId.parse(before.id), 2, 'ValuesSaved', saved.value.next)
  const details = { count: '1' }
  const fact = readFact({ fact: { ...given, ...{ id: 'x', details, change: [] } } as never, before, after })
  const { writes, failures } = await projectFact(fact, noParts)
  expect(failures).toEqual([])
  expect(writes.map(({ table, pk, content }) => [table, pk, content === null])).toEqual([
    ['views', `T#${before.county}#submission#list#`, false],
  ])
})
