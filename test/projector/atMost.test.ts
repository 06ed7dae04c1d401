import { atMost } from '@anjie/function-projector/atMost'
import { expect, it } from 'vitest'

it('no more runs at once than allowed, everything runs, and a failure gives its place on', async () => {
  const inTurn = atMost(3)
  let running = 0
  let most = 0
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) =>
      inTurn(async () => {
        running += 1
        most = Math.max(most, running)
        await new Promise(setImmediate)
        running -= 1
        if (index % 7 === 0) throw new Error('refused')
        return index
      }),
    ),
  )
  expect(most).toBe(3)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(42)
})
