import type { OPERATIONS, OperationId } from '@anjie/contracts/operations/index'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CallInput } from '../../apiClient.ts'
import type { CallCost } from './benchApi.ts'
import type { FilledProvince } from './fillProvince.ts'
import type { SlowestCalls } from './slowestCalls.ts'

export interface Measured {
  /** What somebody does, as the table prints it. */
  readonly what: string
  readonly operation: OperationId
  readonly cost: CallCost
  /** The code of the refusal where the call is refused, such as an answer that is too large. */
  readonly refused?: string
}

type InputOf<Id extends OperationId> = CallInput<(typeof OPERATIONS)[Id]>

/** Measures calls and remembers them; a command's next call is made at the version that it left. */
export class Bench {
  readonly measured: Measured[] = []
  readonly #province: FilledProvince
  readonly #slowest: SlowestCalls | undefined

  constructor(province: FilledProvince, slowest: SlowestCalls | undefined) {
    this.#province = province
    this.#slowest = slowest
  }

  async ask<Id extends OperationId>(
    what: string,
    who: Membership,
    operation: Id,
    input: InputOf<Id> = {},
  ): Promise<void> {
    const call = () => this.#province.api.measure(who, operation, input)
    const { cost, refused } = await (this.#slowest?.note(`${what} ${operation}`, call) ?? call())
    this.measured.push({ what, operation, cost, ...(refused === undefined ? {} : { refused }) })
  }

  /** A step that must not be refused, or the rest would measure something else. */
  async step<Id extends OperationId>(
    what: string,
    who: Membership,
    operation: Id,
    input: InputOf<Id> = {},
  ): Promise<void> {
    await this.ask(what, who, operation, input)
    const refused = this.measured.at(-1)?.refused
    if (refused !== undefined) throw new Error(`${what}: ${refused}`)
  }
}

export function entryOf<T>(list: readonly T[], at: number): T {
  const entry = list[at]
  if (entry === undefined) throw new Error(`the province has no entry ${at} of what is measured`)
  return entry
}
