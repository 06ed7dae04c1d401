import { DIGEST_CHANNEL_NAMES } from '@anjie/domain/messages/digestChannelNames'
import { letterTime } from '../outbox/letterTime.ts'
import { type OutboxLetter, readOutbox } from '../outbox/readOutbox.ts'
import { readProjectorTarget } from '../projectorFunction.ts'
import { readStackFacts } from '../stackFacts.ts'

const usage = `用法：
  anjie outbox                 列出本机开发系统（pnpm dev）发件箱中的汇总和急件，最近的在前
  anjie outbox --stack test    列出本机测试系统的

  本机系统不向外发送任何消息，发出的都存放在发件箱。
  退出码：0 已列出；2 用法不对`

export interface OutboxIo {
  readonly read: (stack: 'dev' | 'test') => Promise<readonly OutboxLetter[]>
  readonly out: (text: string) => void
  readonly report: (text: string) => void
}

/** `anjie outbox`: what the local system would have sent. */
export async function runOutbox(args: readonly string[], io: OutboxIo = outboxIo): Promise<number> {
  const target = readProjectorTarget(args)
  if (target === 'help') {
    io.out(usage)
    return 0
  }
  if (target === undefined || target.kind === 'cloud') {
    io.report(usage)
    return 2
  }
  const letters = await io.read(target.stack)
  io.out(letters.length === 0 ? '发件箱是空的' : letters.map(letterText).join('\n\n'))
  return 0
}

const letterText = ({ at, channel, address, subject, lines }: OutboxLetter): string =>
  [
    `${letterTime(at)}　${DIGEST_CHANNEL_NAMES[channel]}　${address}`,
    subject,
    ...lines.map((line) => `  ${line}`),
  ].join('\n')

const outboxIo: OutboxIo = {
  read: async (stack) =>
    readOutbox(
      await readStackFacts(stack).catch(() => {
        throw new Error(`没有正在运行的本机系统，请先运行 pnpm ${stack}`)
      }),
    ),
  out: (text) => process.stdout.write(`${text}\n`),
  report: (text) => process.stderr.write(`${text}\n`),
}
