import type { DisputeEntry, OutcomeMark } from '@anjie/contracts/vocabulary/disputes/disputeEntry'
import { DisputeMapping, type Outcome } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { reconcile } from '@anjie/domain/disputes/reconcile'
import { expect, test } from 'vitest'
import { fourMappings, usual } from './fourExports.ts'
import { judge } from './judge.ts'

const period = { from: PlainDate.parse('2025-01-01'), to: PlainDate.parse('2025-12-31') }
const mapping = { ...DisputeMapping.parse(fourMappings), period }

function entry(system: string, on: string | null, said: readonly Outcome[] = []): DisputeEntry {
  const mark = (outcome: Outcome): OutcomeMark => ({ stated: said.includes(outcome), on: null })
  return {
    system,
    line: 2,
    caseNumber: 'Z1',
    quotedNumbers: [],
    receivedOn: on === null ? null : PlainDate.parse(on),
    township: '城关',
    village: '河口',
    kind: '02',
    kindWord: '邻里',
    summary: '',
    organisation: '',
    amount: '',
    outcomeWord: '',
    outcomes: {
      agreed: mark('agreed'),
      performed: mark('performed'),
      closed: mark('closed'),
      settled: mark('settled'),
    },
    parties: [],
    identities: [],
  }
}

test('a dispute that was mediated several times counts once, and a closing is no success in the common definition', () => {
  const entries = [
    entry('province', '2025-03-01', ['agreed']),
    entry('province', '2025-03-09', ['agreed']),
    entry('stability', '2025-03-02', ['closed']),
    entry('stability', '2025-05-02', ['closed']),
  ]
  const { common, bySystem, differing } = reconcile(mapping, entries, [0, 0, 0, 3])
  expect(common).toMatchObject({
    found: 2,
    resolved: 1,
    closed: 2,
    rate: { numerator: 1, denominator: 2, percent: '50.00' },
  })
  expect(bySystem.map(({ found, resolved, disputes }) => [found, resolved, disputes])).toEqual([
    [2, 2, 1],
    [2, 2, 2],
    [0, 0, 0],
    [0, 0, 0],
  ])
  expect(differing).toMatchObject({ 'entered-twice': 1, 'other-outcome': 1, 'open-there': 0 })
})

test('the period is decided by the earliest receipt, and a day that nobody knows is counted by itself', () => {
  const entries = [
    entry('province', '2024-12-31', ['agreed']),
    entry('stability', '2025-01-02', ['closed']),
    entry('court', null, ['agreed']),
  ]
  const { common, bySystem, disputes } = reconcile(mapping, entries, [0, 0, 2])
  expect(common).toMatchObject({ found: 0, withoutDay: 1, rate: { percent: null } })
  expect(bySystem.find(({ system }) => system === 'stability')).toMatchObject({ found: 1, resolved: 1 })
  expect(bySystem.find(({ system }) => system === 'court')).toMatchObject({ found: 0, withoutDay: 1 })
  expect(disputes[0]?.differences).toContain('other-period')
})

test('the seed county: 4,803 of 4,977 is 96.50 %, rounded once', () => {
  const entries = Array.from({ length: 4977 }, (_, index) =>
    entry('province', '2025-06-01', index < 4803 ? ['agreed'] : []),
  )
  const { common } = reconcile(
    mapping,
    entries,
    entries.map((_, index) => index),
  )
  expect(common.rate).toEqual({ numerator: 4803, denominator: 4977, percent: '96.50' })
})

test('every total adds up: what is in one, in several and in all systems is what was found', () => {
  const { entries, matched } = judge({ ...usual, disputes: 500 })
  const { common, bySystem, disputes } = reconcile(mapping, entries, matched.groupOf)
  expect(common.inOne + common.inSeveral + common.inAllSystems).toBe(common.found)
  for (const one of bySystem) {
    expect(one.entries).toBe(entries.filter(({ system }) => system === one.system).length)
    const holding = disputes.filter(({ inPeriod, systems }) => inPeriod && systems.includes(one.system)).length
    expect(holding + one.missingHere).toBe(common.found)
  }
  expect(disputes.reduce((sum, dispute) => sum + dispute.entries.length, 0)).toBe(entries.length)
})
