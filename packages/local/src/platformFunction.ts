import { PlatformAnswer, type PlatformCommand } from '@anjie/contracts/platform/command'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { clientOptions } from './emulator.ts'
import type { StackFacts } from './stackFacts.ts'

/**
 * Has the platform function carry out one command; throws when it could not be reached or broke off. `now`: the instant at which it is
 * taken to be done; the local stage alone believes it.
 */
export type InvokePlatform = (command: PlatformCommand, now?: string) => Promise<PlatformAnswer>

/** The platform function of a running local stack. */
export const localPlatform = (facts: Pick<StackFacts, 'endpoint' | 'functions'>): InvokePlatform =>
  platformFunction(new LambdaClient(clientOptions(facts.endpoint)), facts.functions.platform)

/** The platform function of a deployed stack, by the AWS credentials of the environment. */
export const cloudPlatform = (functionName: string): InvokePlatform =>
  platformFunction(new LambdaClient({}), functionName)

function platformFunction(client: LambdaClient, functionName: string): InvokePlatform {
  return async (command, now) => {
    const event = now === undefined ? command : { ...command, now }
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(event) }),
    )
    const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString('utf8') || 'null')
    if (FunctionError !== undefined) throw new Error(`平台函数报错：${messageOf(answer)}`)
    return PlatformAnswer.parse(answer)
  }
}

const messageOf = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'errorMessage' in answer ? String(answer.errorMessage) : '没有说明'
