import { type RebuildIo, runRebuild } from '@anjie/local/commands/rebuild'
import { describe, expect, it } from 'vitest'

function run(args: readonly string[], answer: () => unknown) {
  const lines: string[] = []
  const targets: unknown[] = []
  const begun: boolean[] = []
  const io: RebuildIo = {
    invoke: async (target, fresh) => {
      targets.push(target)
      begun.push(fresh)
      return answer()
    },
    out: (text) => lines.push(text),
    report: (text) => lines.push(text),
  }
  return runRebuild(args, io).then((exitCode) => ({ exitCode, text: lines.join('\n'), targets, begun }))
}

const whole = { phase: 'done', facts: 12, written: 30, deleted: 1, parked: [] }

describe('anjie rebuild', () => {
  it('says what was rebuilt', async () => {
    const { exitCode, text, targets } = await run([], () => whole)
    expect([exitCode, text]).toEqual([0, '读取记录12条，写入30项，清除1项'])
    expect(targets).toEqual([{ kind: 'local', stack: 'dev' }])
  })

  it('reaches a deployed projector by its name', async () => {
    expect((await run(['--function', 'projector-1'], () => whole)).targets).toEqual([
      { kind: 'cloud', functionName: 'projector-1' },
    ])
  })

  it('calls until it is done, says how far it has come, and begins anew only when asked to', async () => {
    const answers = [{ ...whole, phase: 'facts', facts: 5 }, { ...whole, phase: 'sheets' }, whole]
    const { exitCode, text, begun } = await run(['--fresh'], () => answers.shift())
    expect([exitCode, begun]).toEqual([0, [true, false, false]])
    expect(text.split('\n')).toEqual([
      '按记录重建：已读取记录5条，写入30项，清除1项',
      '整理公开名录：已读取记录12条，写入30项，清除1项',
      '读取记录12条，写入30项，清除1项',
    ])
    expect((await run([], () => whole)).begun).toEqual([false])
  })

  it('names facts that could not be read and ends with 1', async () => {
    const { exitCode, text } = await run([], () => ({ ...whole, parked: ['T#990101#unit#x#FACT#0000000001#'] }))
    expect(exitCode).toBe(1)
    expect(text).toContain('T#990101#unit#x#FACT#0000000001#')
  })

  it('ends with 1 when the projector fails or answers something else', async () => {
    const failed = await run([], () => Promise.reject(new Error('忙')))
    expect([failed.exitCode, failed.text]).toEqual([1, '重建没有完成，再次运行即接着做：忙'])
    expect((await run([], () => ({}))).exitCode).toBe(1)
  })

  it.each([[['--stack', 'prod']], [['--unknown']], [['x']], [['--stack', 'dev', '--function', 'f']]])(
    'refuses %j',
    async (args) => {
      const { exitCode, targets } = await run(args, () => whole)
      expect([exitCode, targets]).toEqual([2, []])
    },
  )
})
