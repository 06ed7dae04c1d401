import { PublicMethod, PublicMethodPart, PublicMethodSummary } from '@anjie/contracts/vocabulary/publicRecords'
import { readScheme } from '@anjie/contracts/vocabulary/schemes/readScheme'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { publicKeys } from '@anjie/projections/publicKeys'
import { describe, expect, it } from 'vitest'
import { exampleJson } from '../cli/exampleFiles.ts'
import { deliver, deliveriesOf } from './deliver.ts'
import { memoryProjectionTables } from './memoryProjectionTables.ts'
import { factOf, idOf, schemeRecord } from './sampleFacts.ts'

const id = idOf('99', 2)
const read = readScheme(exampleJson('townshipDeductions.scheme.json'))
if (!read.ok) throw new Error('the example cannot be read')
const scheme = read.value

async function tablesAfter(...facts: readonly ReturnType<typeof factOf>[]) {
  const tables = memoryProjectionTables()
  expect((await deliver(deliveriesOf(facts), tables)).batchItemFailures).toEqual([])
  return tables
}

const publicRows = (tables: Awaited<ReturnType<typeof tablesAfter>>): readonly [string, unknown][] =>
  Object.entries(tables.contents()).filter(([key]) => key.startsWith('["public"'))

const published = (given: unknown, change: Record<string, unknown> = {}, version = 2) =>
  factOf('scheme', id, version, 'SchemePublished', schemeRecord(id, given, change))

describe('public methods', () => {
  it('hold the fields of the allow-list and nothing else', async () => {
    const tables = await tablesAfter(published({ ...scheme, reviewer: '李四' }, { copiedFrom: idOf('99', 1) }))
    const bodyAt = ({ pk, sk }: { pk: string; sk: string }) => tables.find('public', pk, sk)?.['body'] as object
    const row = bodyAt(publicKeys.methodRow('99', id))
    expect(Object.keys(PublicMethodSummary.parse(row)).sort()).toEqual(Object.keys(row).sort())
    const method = bodyAt(publicKeys.method(id))
    expect(PublicMethod.parse(method)).toEqual(method)
    expect(Object.keys(method).sort()).toEqual(
      Object.keys(PublicMethod.shape)
        .filter((name) => name in method)
        .sort(),
    )
    const part = bodyAt(publicKeys.methodPart(id, 1))
    expect(PublicMethodPart.parse(part)).toEqual(part)
    // Neither the people of the fact, nor who scores, nor which files count as evidence.
    expect(JSON.stringify(publicRows(tables))).not.toMatch(/李四|王小明|科长|p-1|copiedFrom|scoredBy|evidence|supplier/)
  })

  it('leave nothing of a draft', async () => {
    const tables = await tablesAfter(
      factOf('scheme', id, 1, 'SchemeDrafted', schemeRecord(id, scheme, { status: 'draft' })),
      factOf('scheme', id, 2, 'SchemeEdited', schemeRecord(id, scheme, { status: 'draft' })),
    )
    expect(publicRows(tables)).toEqual([])
  })

  it('leave nothing of a county’s own scheme, which is for its townships and departments', async () => {
    const tables = await tablesAfter(published(scheme, { county: '990101' }))
    expect(publicRows(tables)).toEqual([])
  })

  it('follow the scheme from trial to force to its end, whatever the order in which the facts arrive', async () => {
    const facts = [
      published(scheme, { status: 'trial' }, 2),
      published(scheme, { status: 'in-force' }, 3),
      factOf('scheme', id, 4, 'SchemeClosed', schemeRecord(id, scheme, { status: 'closed' })),
    ]
    const { pk, sk } = publicKeys.methodRow('99', id)
    for (const order of [facts, facts.toReversed()])
      expect((await tablesAfter(...order)).find('public', pk, sk)?.['body']).toMatchObject({
        status: 'closed',
        version: 4,
      })
  })

  it('hide numbers of persons that somebody wrote into a rule, and link to web addresses only', async () => {
    const tables = await tablesAfter(
      published({
        ...scheme,
        definition: '咨询 138-0013-8000',
        source: { document: '通知', url: 'javascript:alert(1)' },
        root: { ...scheme.root, name: '总项（身份证11010519491231002X）' },
      }),
    )
    const text = JSON.stringify(publicRows(tables))
    expect(text).toContain('咨询 （号码已隐去）')
    expect(text).not.toMatch(/13800138000|138-0013|1101051949|javascript/)
    const address = 'http://example.org/t13812345678.shtml'
    const linked = await tablesAfter(published({ ...scheme, source: { document: '通知', url: address } }))
    expect(JSON.stringify(publicRows(linked))).toContain(address)
  })

  it('keep every row within what the table holds, however large the scheme', async () => {
    const [first] = scheme.root.kind === 'branch' ? scheme.root.children : []
    if (scheme.root.kind !== 'branch' || first === undefined) throw new Error('the example has changed')
    const many = Array.from({ length: 200 }, (_, index) => ({
      kind: 'leaf',
      code: `L${index}`,
      name: `指标${index}`,
      definition: '释'.repeat(1000),
      points: '1',
      scoring: { method: 'fixed_deduct', item: 'MA', points: '1' },
      scoredBy: '',
      evidence: [],
    }))
    const large = { ...scheme, root: { ...scheme.root, children: many } } as Scheme
    const tables = await tablesAfter(published(large))
    const parts = publicRows(tables).filter(([key]) => key.includes('PART#'))
    expect(parts.length).toBeGreaterThan(2)
    for (const [, row] of parts) expect(Buffer.byteLength(JSON.stringify(row))).toBeLessThan(350_000)
    const nodes = parts.flatMap(([, row]) => (row as { content: { body: PublicMethodPart } }).content.body.nodes)
    expect(nodes.slice(1).map(({ code }) => code)).toEqual(many.map(({ code }) => code))
  })
})
