import { z } from 'zod'
import { invokeProjector, type ProjectorTarget, readProjectorTarget } from '../projectorFunction.ts'

const usage = `用法：
  anjie audit verify                     核对本机开发系统（pnpm dev）的全部记录
  anjie audit verify --stack test        核对本机测试系统的
  anjie audit verify --function <名称>   核对云上系统的：按AWS环境变量登录，名称见堆栈输出 ProjectorFunction

  逐条核对每项事务的办理记录是否相接、现状是否由记录推出；系统每夜自行核对一次。
  退出码：0 全部相符；1 有不相符的（逐项列出），或者没有核对完；2 用法不对`

/** What the projector answers to an audit. */
const AuditReport = z.object({
  records: z.int(),
  facts: z.int(),
  broken: z.array(z.object({ record: z.string(), reason: z.string() })),
})

export interface AuditIo {
  /** Asks the projector of a stack to check all records; throws when it cannot. */
  readonly invoke: (target: ProjectorTarget) => Promise<unknown>
  readonly out: (text: string) => void
  readonly report: (text: string) => void
}

const EXIT = { whole: 0, broken: 1, usage: 2 } as const

/** `anjie audit verify`: checks the chain of facts of every record and the state that they lead to, and names what does not agree. */
export async function runAudit([verb, ...args]: readonly string[], io: AuditIo = auditIo): Promise<number> {
  const target = verb === 'verify' ? readProjectorTarget(args) : verb === '--help' ? 'help' : undefined
  if (target === 'help') {
    io.out(usage)
    return EXIT.whole
  }
  if (target === undefined) {
    io.report(usage)
    return EXIT.usage
  }
  let report: z.infer<typeof AuditReport>
  try {
    report = AuditReport.parse(await io.invoke(target))
  } catch (error) {
    io.report(`没有核对完：${error instanceof Error ? error.message : String(error)}`)
    return EXIT.broken
  }
  io.out(`核对事务${report.records}项、记录${report.facts}条`)
  if (report.broken.length === 0) return EXIT.whole
  io.report(`${report.broken.length}项不相符：`)
  for (const { record, reason } of report.broken) io.report(`  ${record}　${reason}`)
  return EXIT.broken
}

const auditIo: AuditIo = {
  invoke: (target) => invokeProjector(target, { audit: true }),
  out: (text) => process.stdout.write(`${text}\n`),
  report: (text) => process.stderr.write(`${text}\n`),
}
