type Listener = () => void

/** `held`: calls are let in. `asking`: the person is asked to sign in again. `postponed`: the person looks at the page first. */
export type SessionState = 'held' | 'asking' | 'postponed'

/**
 * Whether the session still holds. Calls whose token was refused wait here, so that the page with everything typed on it
 * stays where it is; after the person has signed in again over it, they are sent once more.
 */
export class Session {
  #state: SessionState = 'held'
  #waiting: ((regained: boolean) => void)[] = []
  readonly #listeners = new Set<Listener>()

  /** For React's external-store subscription. */
  readonly subscribe = (listener: Listener): Listener => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly state = (): SessionState => this.#state

  /**
   * The API refused a call's token. Resolves when there is another one, or false when the person does not want to sign in
   * now. A press on a button asks again after that; a read in the background does not.
   */
  lost(by: 'command' | 'read'): Promise<boolean> {
    if (this.#state === 'postponed' && by === 'read') return Promise.resolve(false)
    this.#become('asking')
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  ask(): void {
    this.#become('asking')
  }

  /** The same person has signed in again. */
  regained(): void {
    this.#settle('held', true)
  }

  postpone(): void {
    this.#settle('postponed', false)
  }

  #settle(state: SessionState, regained: boolean): void {
    const waiting = this.#waiting
    this.#waiting = []
    this.#become(state)
    for (const resolve of waiting) resolve(regained)
  }

  #become(state: SessionState): void {
    if (this.#state === state) return
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
