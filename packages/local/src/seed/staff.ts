import type { OPERATIONS } from '@anjie/contracts/operations/index'
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import type { z } from 'zod'
import { type CallInput, callOperation } from '../apiClient.ts'
import { signInForScript } from '../signIn.ts'
import type { StackFacts } from '../stackFacts.ts'
import { DEMO_PASSWORD } from './demoPeople.ts'

/** The demo's people at work. */
export interface Staff {
  call<O extends (typeof OPERATIONS)[keyof typeof OPERATIONS]>(
    userName: string,
    operation: O,
    input?: CallInput<O>,
    /** The instant at which the call is taken to be made; without it, now. */
    at?: string,
  ): Promise<z.output<O['success']['body']>>
}

/** Before the deployed API, where each signs in once. */
export class SignedInStaff implements Staff {
  readonly #facts: StackFacts
  readonly #cognito: CognitoIdentityProviderClient
  readonly #tokens = new Map<string, Promise<string>>()

  constructor(facts: StackFacts, cognito: CognitoIdentityProviderClient) {
    this.#facts = facts
    this.#cognito = cognito
  }

  async call<O extends (typeof OPERATIONS)[keyof typeof OPERATIONS]>(
    userName: string,
    operation: O,
    input: CallInput<O> = {},
    at?: string,
  ) {
    const token = this.#tokens.get(userName) ?? signInForScript(this.#cognito, this.#facts, userName, DEMO_PASSWORD)
    this.#tokens.set(userName, token)
    return callOperation(this.#facts.apiUrl, await token, operation, { ...input, ...(at === undefined ? {} : { at }) })
  }
}
