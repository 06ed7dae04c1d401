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
