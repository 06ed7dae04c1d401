import { MAX_FORM_CELLS } from '@anjie/contracts/vocabulary/submissions/submission'
import { formFindings } from '@anjie/domain/submissions/formFindings'
import { expect, test } from 'vitest'
import { testApi } from '../api/testApi.ts'
import { member } from '../builders/people.ts'
import { countyScheme, monthlyItems } from '../builders/scheme.ts'

const withMonthly = (count: number) => {
  const scheme = countyScheme()
  return { ...scheme, items: [...scheme.items, ...monthlyItems(count)] }
}

test('a form that can never be filled is told by its number of cells, one that just fits is not', () => {
  const others = countyScheme().items.length
  expect(formFindings(withMonthly(240))).toEqual([])
  const [finding, ...more] = formFindings(withMonthly(300))
  expect(more).toEqual([])
  expect(finding).toMatchObject({ severity: 'error', check: 'form-too-large' })
  expect(finding?.message).toMatch(/填报表共36\d\d格，最多3000格.*按月填报的有300项/)
  expect(others * 2 + 240 * 12).toBeLessThan(MAX_FORM_CELLS)
})

test('it bars the publication, with the sentence that says why', async () => {
  const api = await testApi()
  const admin = member({ roles: ['province-admin'], jurisdiction: '99' })
  api.join(admin)
  const drafted = await api.call('draftScheme', { member: admin, body: { scheme: withMonthly(300) } })
  expect(drafted.status).toBe(201)
  const schemeId = String(drafted.body['id'])
  const call = { member: admin, params: { schemeId }, body: { as: 'in-force' } }
  const refused = await api.call('publishScheme', call)
  expect(refused).toMatchObject({ body: { code: 'scheme-refused' } })
  expect(JSON.stringify(refused.body)).toContain('最多3000格')
})
