import { z } from 'zod'
import { invokeProjector, type ProjectorTarget, readProjectorTarget } from '../projectorFunction.ts'

const usage = `用法：
  anjie rebuild                     重建本机开发系统（pnpm dev）的全部列表和公开数据
  anjie rebuild --stack test        重建本机测试系统的
  anjie rebuild --function <名称>   重建云上系统的：按AWS环境变量登录，名称见堆栈输出 ProjectorFunction
  anjie rebuild --fresh             从头重建，不接着上次未完成的

  重建期间系统照常使用，列表不会变空。分段进行并记下进度，中途停下的，再次运行即接着做。退出码：0 完成；1 有记录未能重建，或者重建失败；2 用法不对`

const PHASES = {
  facts: '按记录重建',
  sweep: '清除多余的项',
  again: '补建',
  sheets: '整理公开名录',
  done: '完成',
} as const satisfies Record<string, string>

/** What the projector answers to a call of a rebuild, which is called until it is done. */
const RebuildReport = z.object({
  phase: z.enum(['facts', 'sweep', 'again', 'sheets', 'done']),
  facts: z.int(),
  written: z.int(),
  deleted: z.int(),
  parked: z.array(z.string()),
})
export type RebuildReport = z.infer<typeof RebuildReport>

export interface RebuildIo {
  /** Asks the projector of a stack to rebuild; throws when it cannot. */
  readonly invoke: (target: ProjectorTarget, fresh: boolean) => Promise<unknown>
  readonly out: (text: string) => void
  readonly report: (text: string) => void
}

const EXIT = { complete: 0, incomplete: 1, usage: 2 } as const
const PARKED_SHOWN = 20

/** `anjie rebuild`: makes every projection anew from the facts, by the projector itself, and says what came of it. */
export async function runRebuild(args: readonly string[], io: RebuildIo = projectorIo): Promise<number> {
  const fresh = args.includes('--fresh')
  const target = readProjectorTarget(args.filter((arg) => arg !== '--fresh'))
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
    report = await rebuildWhole(target, fresh, io)
  } catch (error) {
    io.report(`重建没有完成，再次运行即接着做：${error instanceof Error ? error.message : String(error)}`)
    return EXIT.incomplete
  }
  io.out(`读取记录${report.facts}条，写入${report.written}项，清除${report.deleted}项`)
  if (report.parked.length === 0) return EXIT.complete
  io.report(`${report.parked.length}条记录读不懂，其余都已重建：`)
  for (const fact of report.parked.slice(0, PARKED_SHOWN)) io.report(`  ${fact}`)
  if (report.parked.length > PARKED_SHOWN) io.report(`  另有${report.parked.length - PARKED_SHOWN}条，见日志`)
  return EXIT.incomplete
}

/** Calls the projector until all is done; says how far it has come after each call. */
export async function rebuildWhole(
  target: ProjectorTarget,
  fresh: boolean,
  { invoke, report }: Pick<RebuildIo, 'invoke' | 'report'>,
): Promise<RebuildReport> {
  let progress = RebuildReport.parse(await invoke(target, fresh))
  while (progress.phase !== 'done') {
    const { phase, facts, written, deleted } = progress
    report(`${PHASES[phase]}：已读取记录${facts}条，写入${written}项，清除${deleted}项`)
    progress = RebuildReport.parse(await invoke(target, false))
  }
  return progress
}

export const projectorIo: RebuildIo = {
  invoke: (target, fresh) => invokeProjector(target, { rebuild: true, fresh }),
  out: (text) => process.stdout.write(`${text}\n`),
  report: (text) => process.stderr.write(`${text}\n`),
}
