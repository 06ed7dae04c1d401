/**
 * One `Idempotency-Key` for one intention of a person. Pressing a button again after the line was cut must not do the
 * thing twice, so the key of an attempt whose outcome is unknown is used again for the same content; a definite answer
 * ends the intention.
 */
export class IntentKeys {
  readonly #newKey: () => string
  #open: { readonly content: string; readonly key: string } | undefined

  constructor(newKey: () => string = randomKey) {
    this.#newKey = newKey
  }

  /** The key to send with this content. */
  keyFor(content: string): string {
    if (this.#open?.content !== content) this.#open = { content, key: this.#newKey() }
    return this.#open.key
  }

  /** A success or a refusal came: whatever is pressed next is a new intention. */
  settle(): void {
    this.#open = undefined
  }
}

/** `crypto.randomUUID` exists on secure origins only; office networks often serve plain http by host name. */
export function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
