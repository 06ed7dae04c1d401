import * as operations from '@anjie/contracts/operations/disputes'
import type { Operation } from '@anjie/contracts/operations/operation'
import { expect, test } from 'vitest'
import { member } from '../builders/people.ts'
import { desk } from '../intake/importing.ts'
import { entry, save, YEAR } from './countyDesk.ts'

const MAPPING = ['listDisputeSystems', 'mapDisputeSystem']
const CASES: readonly (Operation & { readonly id: string })[] = Object.values(operations).filter(
  ({ id }) => !MAPPING.includes(id),
)

test.each(['province-admin', 'city-reviewer', 'unit-reporter'] as const)(
  'disputes are the county’s: %s reaches none by any operation, and is told in words what is refused',
  async (role) => {
    const made = await desk()
    const saved = await save(made, entry('province', 'ZF202500001'))
    const other = member({ roles: [role], personId: 'other' })
    made.api.join(other)
    expect(CASES.length).toBeGreaterThan(12)
    for (const operation of CASES) {
      const answer = await made.api.call(operation, {
        member: other,
        params: { disputeId: String(saved.body['id']), doubtId: String(saved.body['id']), system: 'province' },
        query: operation.method === 'GET' ? YEAR : '',
        body: {},
      })
      expect([operation.id, answer.status]).toEqual([operation.id, 403])
      expect(JSON.stringify(answer.body), operation.id).not.toContain('ZF202500001')
    }
    const entering = await made.api.call('enterDispute', { member: other, body: {} })
    expect(entering.body['detail']).toBe('您的岗位不能办理“登记纠纷”')
  },
)
