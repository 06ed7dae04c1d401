import { runOutbox } from '@anjie/local/commands/outbox'
import { outboxPage } from '@anjie/local/outbox/outboxPage'
import { expect, test } from 'vitest'

const letter = {
  key: '990101.01J00000000000000000000000/1',
  at: '2026-03-02T00:31:00.000Z',
  channel: 'gateway' as const,
  address: 'desk<1>',
  subject: '安阶消息：1项',
  lines: ['【待办】云溪县 考评：填报中，待填报'],
}

test('the outbox lists each letter with its hour in Beijing, its way and its lines, and says when it is empty', async () => {
  const listed = async (letters: readonly (typeof letter)[], args: readonly string[] = []) => {
    const out: string[] = []
    const read: string[] = []
    const code = await runOutbox(args, {
      read: async (stack) => {
        read.push(stack)
        return letters
      },
      out: (text) => void out.push(text),
      report: (text) => void out.push(text),
    })
    return { code, out: out.join('\n'), read }
  }
  const { out, code, read } = await listed([letter])
  expect(out.split('\n')).toEqual([
    '2026年3月2日 08:31　本单位消息网关　desk<1>',
    '安阶消息：1项',
    '  【待办】云溪县 考评：填报中，待填报',
  ])
  expect([code, read]).toEqual([0, ['dev']])
  expect(await listed([], ['--stack', 'test'])).toMatchObject({ code: 0, out: '发件箱是空的', read: ['test'] })
  expect(await listed([], ['--function', 'x'])).toMatchObject({ code: 2, read: [] })
})

test('the page of the outbox shows what somebody typed as text', async () => {
  const page = String(await outboxPage([letter]))
  expect(page).toContain('desk&lt;1&gt;')
  expect(page).not.toContain('<1>')
  expect(page).toContain('2026年3月2日 08:31')
})
