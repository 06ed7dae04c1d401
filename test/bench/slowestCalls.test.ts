import { SlowestCalls } from '@anjie/local/bench/units/slowestCalls'
import { expect, test } from 'vitest'

function countToMany(): number {
  let sum = 0
  // The clock is looked at so seldom that hardly a sample falls into it.
  for (const begun = performance.now(); performance.now() - begun < 80; )
    for (let i = 0; i < 100_000; i += 1) sum += Math.sqrt(sum + 1)
  return sum
}

test('the slowest call comes first, and the function in which its time went', async () => {
  const calls = new SlowestCalls()
  await calls.begin()
  await calls.note('short', async () => 1)
  await calls.note('long', async () => countToMany())
  const [first, second] = await calls.end()
  expect([first?.what, second?.what]).toEqual(['long', 'short'])
  expect(first?.functions[0]?.name).toContain('countToMany')
})
