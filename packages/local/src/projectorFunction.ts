import { parseArgs } from 'node:util'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { clientOptions } from './emulator.ts'
import { readStackFacts } from './stackFacts.ts'

export type ProjectorTarget =
  | { readonly kind: 'local'; readonly stack: 'dev' | 'test' }
  | { readonly kind: 'cloud'; readonly functionName: string }

/** Which system a command is for: `--stack dev|test` of this machine, or `--function` in the cloud. */
export function readProjectorTarget(args: readonly string[]): ProjectorTarget | 'help' | undefined {
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

/** The projector behind the target. What it does takes as long as it takes: there is one call and no repeat of it. */
export async function invokeProjector(
  target: ProjectorTarget,
  request: Readonly<Record<string, boolean>>,
): Promise<unknown> {
  const { client, functionName } = await projectorOf(target)
  const { FunctionError, Payload } = await client.send(
    new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(request) }),
  )
  const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString('utf8') || 'null')
  if (FunctionError !== undefined) throw new Error(`投影函数报错：${messageOf(answer)}`)
  return answer
}

async function projectorOf(target: ProjectorTarget): Promise<{ client: LambdaClient; functionName: string }> {
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
