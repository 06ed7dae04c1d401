import { parseArgs } from 'node:util'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { z } from 'zod'
import { clientOptions } from '../emulator.ts'
import { readStackFacts } from '../stackFacts.ts'

const usage = `用法：
  anjie rebuild                     重建本机开发系统（pnpm dev）的全部列表和公开数据
  anjie rebuild --stack test        重建本机测试系统的
  anjie rebuild --function <名称>   重建云上系统的：按AWS环境变量登录，名称见堆栈输出 ProjectorFunction

  重建期间系统照常使用。退出码：0 完成；1 有记录未能重建，或者重建失败；2 用法不对`

/** What the projector answers to a rebuild. */
const RebuildReport = z.object({
  facts: z.int(),
  written: z.int(),
  deleted: z.int(),
  parked: z.array(z.string()),
})
export type RebuildReport = z.infer<typeof RebuildReport>

export interface RebuildIo {
  /** Asks the projector of a stack to rebuild; throws when it cannot. */
  readonly invoke: (target: RebuildTarget) => Promise<unknown>
  readonly out: (text: string) => void
  readonly report: (text: string) => void
}

export type RebuildTarget =
  | { readonly kind: 'local'; readonly stack: 'dev' | 'test' }
  | { readonly kind: 'cloud'; readonly functionName: string }

const EXIT = { complete: 0, incomplete: 1, usage: 2 } as const
const PARKED_SHOWN = 20

/** `anjie rebuild`: makes every projection anew from the facts, by the projector itself, and says what came of it. */
export async function runRebuild(args: readonly string[], io: RebuildIo = projectorIo): Promise<number> {
  const target = readTarget(args)
  if (target === 'help') {
    io.out(usage)
    return EXIT.complete
  }
  if (target === undefined) {
    io.report(usage)
    return EXIT.usage
  }
  let report: RebuildReport
  try {
    report = RebuildReport.parse(await io.invoke(target))
  } catch (error) {
    io.report(`重建没有完成：${error instanceof Error ? error.message : String(error)}`)
    return EXIT.incomplete
  }
  io.out(`读取记录${report.facts}条，写入${report.written}项，清除${report.deleted}项`)
  if (report.parked.length === 0) return EXIT.complete
  io.report(`${report.parked.length}条记录读不懂，其余都已重建：`)
  for (const fact of report.parked.slice(0, PARKED_SHOWN)) io.report(`  ${fact}`)
  if (report.parked.length > PARKED_SHOWN) io.report(`  另有${report.parked.length - PARKED_SHOWN}条，见日志`)
  return EXIT.incomplete
}

function readTarget(args: readonly string[]): RebuildTarget | 'help' | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { stack: { type: 'string' }, function: { type: 'string' }, help: { type: 'boolean' } },
    })
    if (values.help === true) return 'help'
    if (values.function !== undefined) {
      return values.stack === undefined ? { kind: 'cloud', functionName: values.function } : undefined
    }
    const stack = values.stack ?? 'dev'
    return stack === 'dev' || stack === 'test' ? { kind: 'local', stack } : undefined
  } catch {
    return undefined
  }
}

/** The projector behind the target. A rebuild takes as long as it takes: there is one call and no repeat of it. */
async function invokeProjector(target: RebuildTarget): Promise<unknown> {
  const { client, functionName } = await projectorOf(target)
  const { FunctionError, Payload } = await client.send(
    new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify({ rebuild: true }) }),
  )
  const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString('utf8') || 'null')
  if (FunctionError !== undefined) throw new Error(`投影函数报错：${messageOf(answer)}`)
  return answer
}

async function projectorOf(target: RebuildTarget): Promise<{ client: LambdaClient; functionName: string }> {
  if (target.kind === 'cloud') {
    return { client: new LambdaClient({ maxAttempts: 1 }), functionName: target.functionName }
  }
  const facts = await readStackFacts(target.stack).catch(() => {
    throw new Error(`没有正在运行的本机系统，请先运行 pnpm ${target.stack}`)
  })
  return {
    client: new LambdaClient({ ...clientOptions(facts.endpoint), maxAttempts: 1 }),
    functionName: facts.functions.projector,
  }
}

const messageOf = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'errorMessage' in answer ? String(answer.errorMessage) : '没有说明'

export const projectorIo: RebuildIo = {
  invoke: invokeProjector,
  out: (text) => process.stdout.write(`${text}\n`),
  report: (text) => process.stderr.write(`${text}\n`),
}
