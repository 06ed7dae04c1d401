import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { DEMO_FOUND, DEMO_UNRESOLVED, demoDisputes } from '@anjie/local/seed/demoDisputes'
import { expect, test } from 'vitest'
import { CLERK, desk } from '../intake/importing.ts'

test.each(['2026-11-30', '2026-02-09'])(
  'the demo’s year comes to its figures on %s: each dispute once, in the share of the county’s own report',
  async (day) => {
    const { api } = await desk()
    api.setNow(`${day}T03:00:00.000Z`)
    const entries = demoDisputes(PlainDate.parse(day))
    for (const body of entries) {
      const saved = await api.call('saveDisputeEntry', { member: CLERK, body })
      expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    }
    const matched = await api.call('matchDisputes', { member: CLERK, body: { from: '2025-12-01', to: day } })
    const waiting = Number(matched.body['asked'])
    expect(waiting).toBeGreaterThan(0)
    expect(waiting).toBeLessThan(15)
    const doubts = async () => (await api.call('listDisputeDoubts', { member: CLERK })).body
    for (;;) {
      const { doubts: open } = (await doubts()) as { doubts: { id: string; version: number; sides: Side[] }[] }
      const [first] = open
      if (first === undefined) break
      const numbers = first.sides.map(({ origin }) => Number(origin.caseNumber.match(/(\d{3})号?$/)?.[1]))
      const isOne = numbers[0] === numbers[1] || Math.abs((numbers[0] ?? 0) - (numbers[1] ?? 0)) === 1
      const decided = await api.call('decideDisputeDoubt', {
        member: CLERK,
        params: { doubtId: first.id },
        ifMatch: first.version,
        body: { answer: isOne ? 'same' : 'different' },
      })
      expect([200, 409]).toContain(decided.status)
      if (decided.status === 409) throw new Error(JSON.stringify(decided.body))
    }
    const { body } = await api.call('reconcileDisputes', {
      member: CLERK,
      query: `from=${day.slice(0, 4)}-01-01&to=${day.slice(0, 4)}-12-31`,
    })
    expect(body['common']).toMatchObject({
      found: DEMO_FOUND,
      resolved: DEMO_FOUND - DEMO_UNRESOLVED.length,
      rate: { percent: '96.49' },
    })
  },
)

interface Side {
  readonly origin: { readonly caseNumber: string }
}
