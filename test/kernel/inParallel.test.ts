import { inParallel } from '@anjie/kernel'
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
