import { asApiProblem } from '../../ui/apiProblem.ts'
import { randomKey } from '../api/intentKeys.ts'

export type Outcome = { readonly done: true } | { readonly done: false; readonly why: string }

/**
 * Several decisions with one opinion, one after the other. Each is a command of its own, at the version that the list showed, and
 * has an answer of its own: one that is refused leaves the others as they are. A case keeps its key as long as nobody knows what
 * became of it, so that pressing again after a cut line does nothing twice.
 */
export class ManyDecisions {
  readonly #keys = new Map<string, string>()
  readonly #newKey: () => string

  constructor(newKey: () => string = randomKey) {
    this.#newKey = newKey
  }

  async send<R extends { readonly id: string; readonly version: number }>(
    rows: readonly R[],
    content: string,
    call: (row: R, idempotencyKey: string) => Promise<unknown>,
    onOutcome: (row: R, outcome: Outcome) => void,
  ): Promise<void> {
    for (const row of rows) {
      const intent = JSON.stringify([row.id, row.version, content])
      const key = this.#keys.get(intent) ?? this.#newKey()
      this.#keys.set(intent, key)
      try {
        await call(row, key)
        this.#keys.delete(intent)
        onOutcome(row, { done: true })
      } catch (thrown) {
        const problem = asApiProblem(thrown)
        if (!problem.outcomeUnknown) this.#keys.delete(intent)
        onOutcome(row, { done: false, why: problem.body.detail })
      }
    }
  }
}
