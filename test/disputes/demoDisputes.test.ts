import { DisputeMapping } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { TYPICAL_SYSTEMS } from '@anjie/contracts/vocabulary/disputes/typicalSystems'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { matchEntries } from '@anjie/domain/disputes/matchEntries'
import { reconcile } from '@anjie/domain/disputes/reconcile'
import { Refused } from '@anjie/local/apiClient'
import { readExport } from '@anjie/local/disputes/readExport'
import { openCsv } from '@anjie/local/score/openTable'
import { DEMO_FOUND, DEMO_RESOLVED, demoExports, doubtfulDisputes } from '@anjie/local/seed/demoDisputes'
import { unlessCutOff } from '@anjie/local/seed/seedDisputes'
import { expect, test, vi } from 'vitest'
import { CLERK, desk } from '../intake/importing.ts'

test.each(['2026-12-01', '2026-08-17', '2026-02-09'])(
  'four exports of the report county’s year come to its own figures on %s: 4,977 found with the one entered here, 4,803 resolved',
  (day) => {
    const entries = demoExports(PlainDate.parse(day)).flatMap(({ system, text, rows }) => {
      const mapping = TYPICAL_SYSTEMS.find((each) => each.system === system)
      const table = openCsv(system, new TextEncoder().encode(text))
      const read = table.ok && mapping !== undefined ? readExport(table.value, mapping, (name) => name) : undefined
      if (read?.ok !== true) throw new Error(`${system} is not read`)
      expect(read.value.faults).toEqual([])
      expect(read.value.entries).toHaveLength(rows)
      return read.value.entries
    })
    const { groupOf, doubtful } = matchEntries(entries)
    const period = {
      from: PlainDate.parse(`${day.slice(0, 4)}-01-01`),
      to: PlainDate.parse(`${day.slice(0, 4)}-12-31`),
    }
    const { common, bySystem } = reconcile(
      DisputeMapping.parse({ version: 1, systems: TYPICAL_SYSTEMS, period }),
      entries,
      groupOf,
    )
    expect(common).toMatchObject({ found: DEMO_FOUND - 1, resolved: DEMO_RESOLVED })
    // Early in a year that all of it is pressed into, a pair may be left to a person.
    expect(doubtful.length).toBeLessThan(3)
    // What each system says of it is another figure.
    expect(new Set(bySystem.map(({ rate }) => rate.percent)).size).toBe(4)
  },
  60_000,
)

test('of last year some pairs wait for a person, and some were surely one', async () => {
  const { api } = await desk()
  const entries = doubtfulDisputes(2025)
  for (const body of entries) {
    const saved = await api.call('saveDisputeEntry', { member: CLERK, body })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  }
  const { body } = await api.call('matchDisputes', { member: CLERK, body: { from: '2025-12-01', to: '2025-12-31' } })
  expect(Number(body['joined'])).toBeGreaterThan(3)
  expect(Number(body['asked'])).toBeGreaterThan(2)
})

test('a search that a busy machine cut off is made again, a refused one is not', async () => {
  const told: string[] = []
  const cutOff = vi.fn().mockRejectedValueOnce(new Error('matchDisputes: 503')).mockResolvedValueOnce('done')
  expect(await unlessCutOff(cutOff, (message) => void told.push(message))).toBe('done')
  expect(told).toHaveLength(1)
  const problem = { type: 'about:value-invalid', title: '数值不符合要求', status: 400, detail: '', advice: '' }
  const refused = vi.fn().mockRejectedValue(new Refused('matchDisputes', problem as never))
  await expect(unlessCutOff(refused, () => {})).rejects.toThrow('数值不符合要求')
  expect(refused).toHaveBeenCalledTimes(1)
  const always = vi.fn().mockRejectedValue(new Error('matchDisputes: 503'))
  await expect(unlessCutOff(always, () => {})).rejects.toThrow('503')
})
