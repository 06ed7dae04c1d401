import { PublicResult } from '@anjie/contracts/vocabulary/publicRecords'
import { publicKeys } from '@anjie/projections/publicKeys'
import { expect, test } from 'vitest'
import { exampleJson } from '../cli/exampleFiles.ts'
import { deliver, deliveriesOf } from '../projector/deliver.ts'
import { memoryProjectionTables } from '../projector/memoryProjectionTables.ts'
import { factOf, idOf, run, schemeRecord } from '../projector/sampleFacts.ts'
import { siteOf, textOf } from './publishedSite.ts'

const runId = idOf('99', 40)
const scheme = schemeRecord(idOf('99', 2), exampleJson('countyIndex.scheme.json'))
const seal = 'ab'.repeat(32)

const runFact = (status: string, change: Readonly<Record<string, unknown>> = {}) =>
  factOf('run', runId, 3, status === 'published' ? 'RunPublished' : 'RunPreviewed', {
    ...run(runId, status, '2026-11-01T01:00:00.000Z', '91.23'),
    ...change,
  })

test('the seal of a published result stands on the page of its method', async () => {
  const site = await siteOf([
    factOf('scheme', scheme.id, 2, 'SchemePublished', scheme),
    runFact('published', { seal, rows: [] }),
  ])
  const page = await textOf(site, `/methods/${scheme.id}`)
  expect(page).toContain('按本办法公布的结果')
  expect(page).toContain('2026年平安建设考评')
  expect(page).toContain(seal)
})

test('what is public of a run is the allow-list; of a preview, a county’s own table or a run without a seal it is nothing', async () => {
  const bodyAfter = async (fact: ReturnType<typeof runFact>) => {
    const tables = memoryProjectionTables()
    await deliver(deliveriesOf([fact]), tables)
    const { pk, sk } = publicKeys.methodResult(scheme.id, idOf('99', 1))
    return tables.find('public', pk, sk)?.['body'] as object | undefined
  }
  const body = await bodyAfter(runFact('published', { seal }))
  expect(Object.keys(body ?? {}).sort()).toEqual(Object.keys(PublicResult.shape).sort())
  for (const secret of ['91.23', '990101']) expect(JSON.stringify(body)).not.toContain(secret)
  for (const fact of [
    runFact('preview', { seal }),
    runFact('published'),
    runFact('published', { seal, county: '990101' }),
  ])
    expect(await bodyAfter(fact)).toBeUndefined()
})
