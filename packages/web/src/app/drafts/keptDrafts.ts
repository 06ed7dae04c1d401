type Storing = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export interface KeptDraft {
  /** When it was typed. */
  readonly at: string
  /** The record's version under which it was typed; null where there is no record yet. */
  readonly version: number | null
  readonly content: unknown
}

const PREFIX = 'anjie.draft'

const isKept = (value: unknown): value is KeptDraft =>
  typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'string' && 'content' in value

/** Whoever did not come back for it within two weeks does not want it any more. */
const KEPT_MS = 14 * 24 * 3600_000

/**
 * What somebody typed and has not saved, by person and form, in the storage of this browser: it outlives a reload, a lost session
 * and a closed window until the server has it, is shown to nobody but the person who typed it, and goes when they sign out.
 */
export class KeptDrafts {
  readonly #storage: Storing
  readonly #person: string

  readonly #now: () => number

  constructor(storage: Storing, person: string, now: () => number = Date.now) {
    this.#storage = storage
    this.#person = person
    this.#now = now
  }

  keep(form: string, draft: KeptDraft): void {
    try {
      this.#storage.setItem(this.#keyOf(form), JSON.stringify(draft))
    } catch {
      // The storage is full or forbidden: the page itself still holds what was typed.
    }
  }

  find(form: string): KeptDraft | undefined {
    try {
      const kept: unknown = JSON.parse(this.#storage.getItem(this.#keyOf(form)) ?? 'null')
      if (!isKept(kept)) return undefined
      if (this.#now() - Date.parse(kept.at) <= KEPT_MS) return kept
      this.drop(form)
      return undefined
    } catch {
      return undefined
    }
  }

  drop(form: string): void {
    this.#storage.removeItem(this.#keyOf(form))
  }

  /** The person signs out: nothing of theirs stays on the desk. */
  dropAll(): void {
    const own = this.#keyOf('')
    const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index))
    for (const key of keys) if (key?.startsWith(own)) this.#storage.removeItem(key)
  }

  #keyOf(form: string): string {
    return `${PREFIX}/${encodeURIComponent(this.#person)}/${form}`
  }
}
