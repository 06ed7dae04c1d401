import type { OPERATIONS as CONTRACT } from '@anjie/contracts/operations/index'
import type { Operation } from './operations.ts'

type Contract = typeof CONTRACT

/** The contract's schemas, which come after the first page is shown, and the answers that came before them. */
export class LateContract {
  readonly #load: () => Promise<{ readonly OPERATIONS: Contract }>
  readonly #onUnreadable: () => void
  #contract: ReadonlyMap<string, Contract[keyof Contract]> | undefined
  #waiting: { readonly operation: Operation; readonly body: unknown }[] | undefined

  /** `onUnreadable`: an answer that was already handed out is none that the contract promises. */
  constructor(load: () => Promise<{ readonly OPERATIONS: Contract }>, onUnreadable: () => void) {
    this.#load = load
    this.#onUnreadable = onUnreadable
  }

  /** The fault of an answer; undefined where there is none, or where it will be looked for once the schemas are here. */
  faultOf(operation: Operation, body: unknown): unknown {
    if (this.#contract !== undefined) return this.#contract.get(operation.id)?.success.body.safeParse(body).error
    if (this.#waiting === undefined) {
      this.#waiting = []
      whenIdle(() => void this.#come())
    }
    this.#waiting.push({ operation, body })
    return undefined
  }

  async #come(): Promise<void> {
    // After a deployment the file may be gone; the next page then loads everything anew.
    const loaded = await this.#load().catch(() => undefined)
    if (loaded === undefined) return
    this.#contract = new Map(Object.entries(loaded.OPERATIONS))
    const faults = (this.#waiting ?? []).map(({ operation, body }) => this.faultOf(operation, body))
    this.#waiting = []
    for (const fault of faults) if (fault !== undefined) console.error(fault)
    if (faults.some((fault) => fault !== undefined)) this.#onUnreadable()
  }
}

const IDLE_WITHIN_MS = 4000

const whenIdle = (act: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: IDLE_WITHIN_MS })
  else setTimeout(act, IDLE_WITHIN_MS / 2)
}
