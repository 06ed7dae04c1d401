import { readFile } from 'node:fs/promises'
import { cloudPlatform, type InvokePlatform, localPlatform } from './platformFunction.ts'
import { readStackFacts } from './stackFacts.ts'

/** Which running system a command works on. */
export type PlatformTarget =
  | { readonly kind: 'local'; readonly stack: 'dev' | 'test' }
  | { readonly kind: 'cloud'; readonly functionName: string }

/** From `--stack` and `--function`; undefined when they contradict each other. Neither: the development system on this machine. */
export function platformTarget(
  stack: string | undefined,
  functionName: string | undefined,
): PlatformTarget | undefined {
  if (functionName !== undefined) return stack === undefined ? { kind: 'cloud', functionName } : undefined
  if (stack === undefined || stack === 'dev') return { kind: 'local', stack: 'dev' }
  return stack === 'test' ? { kind: 'local', stack } : undefined
}

/** The platform function behind a target; throws in Chinese when nothing runs there. */
export async function platformAt(target: PlatformTarget): Promise<InvokePlatform> {
  if (target.kind === 'cloud') return cloudPlatform(target.functionName)
  const facts = await readStackFacts(target.stack).catch(() => {
    throw new Error(`没有正在运行的本机系统，请先运行 pnpm ${target.stack}`)
  })
  return localPlatform(facts)
}

/** What a command that takes a file over into a running system needs from outside; tests put their own here. */
export interface PlatformCommandIo {
  readonly read: (file: string) => Promise<Uint8Array>
  readonly platform: (target: PlatformTarget) => Promise<InvokePlatform>
  readonly out: (text: string) => void
  readonly report: (text: string) => void
}

export const platformCommandIo: PlatformCommandIo = {
  read: async (file) =>
    readFile(file).catch(() => {
      throw new Error(`${file}：文件打不开`)
    }),
  platform: platformAt,
  out: (text) => process.stdout.write(`${text}\n`),
  report: (text) => process.stderr.write(`${text}\n`),
}
