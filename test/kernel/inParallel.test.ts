import { inParallel, limiter } from '@anjie/kernel'
import { expect, test } from 'vitest'

const items = Array.from({ length: 50 }, (_, index) => index)
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

test('never more than the width goes on at once, and everything is done once', async () => {
  let running = 0
  let most = 0
  const done: number[] = []
  await inParallel(items, 4, async (item) => {
    running += 1
    most = Math.max(most, running)
    await turn()
    running -= 1
    done.push(item)
  })
  expect(most).toBe(4)
  expect(done.toSorted((a, b) => a - b)).toEqual(items)
})

test('answers come in the order of the items, whichever is done first', async () => {
  const answers = await inParallel([3, 1, 2], 3, async (turns, place) => {
    for (let left = turns; left > 0; left -= 1) await turn()
    return `${place}: ${turns}`
  })
  expect(answers).toEqual(['0: 3', '1: 1', '2: 2'])
})

test('of those who share a limiter no more than the width run at once, all run, and a failure gives its place on', async () => {
  const inTurn = limiter(3)
  let running = 0
  let most = 0
  const outcomes = await Promise.allSettled(
    items.map((item) =>
      inTurn(async () => {
        running += 1
        most = Math.max(most, running)
        await turn()
        running -= 1
        if (item % 7 === 0) throw new Error('refused')
      }),
    ),
  )
  expect(most).toBe(3)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(42)
})

test('after a failure nothing more is begun, and the failure is thrown when what was running has ended', async () => {
  const begun: number[] = []
  let ended = 0
  const outcome = inParallel(items, 4, async (item) => {
    begun.push(item)
    await turn()
    ended += 1
    if (item === 5) throw new Error('the sixth')
  })
  await expect(outcome).rejects.toThrow('the sixth')
  expect(begun.length).toBeLessThan(12)
  expect(ended).toBe(begun.length)
})
