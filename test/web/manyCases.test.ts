import { ManyDecisions, type Outcome } from '@anjie/web/app/many/sendMany'
import { problemOfResponse, unreachedProblem } from '@anjie/web/ui/apiProblem'
import { expect, test } from 'vitest'

const rows = [1, 2, 3].map((number) => ({ id: `case-${number}`, version: number }))
const counted = () => {
  let count = 0
  return new ManyDecisions(() => `key-${++count}`)
}

test('each of many is decided by itself, one after the other, and one that is refused leaves the others as they are', async () => {
  const order: string[] = []
  const outcomes = new Map<string, Outcome>()
  let under = 0
  await counted().send(
    rows,
    'accept',
    async ({ id }, key) => {
      under += 1
      expect(under, 'one at a time').toBe(1)
      order.push(`${id} ${key}`)
      await Promise.resolve()
      under -= 1
      if (id === 'case-2') throw problemOfResponse(404, undefined, 'c')
    },
    ({ id }, outcome) => outcomes.set(id, outcome),
  )
  expect(order).toEqual(['case-1 key-1', 'case-2 key-2', 'case-3 key-3'])
  expect([...outcomes].map(([id, { done }]) => [id, done])).toEqual([
    ['case-1', true],
    ['case-2', false],
    ['case-3', true],
  ])
  expect(outcomes.get('case-2')).toMatchObject({ why: expect.stringMatching(/\p{Script=Han}/u) })
})

test('a case whose outcome nobody knows is sent again under its own key; after an answer, another decision is another one', async () => {
  const decisions = counted()
  const keys: string[] = []
  const send = (content: string, fails: (() => Error) | undefined) =>
    decisions.send(
      rows.slice(0, 1),
      content,
      async (_, key) => {
        keys.push(key)
        if (fails !== undefined) throw fails()
      },
      () => undefined,
    )
  await send('accept', unreachedProblem)
  await send('accept', () => problemOfResponse(409, undefined, 'c'))
  await send('accept', undefined)
  await send('return', undefined)
  expect(keys).toEqual(['key-1', 'key-1', 'key-2', 'key-3'])
})
