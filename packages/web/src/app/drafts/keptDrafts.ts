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

/**
 * What somebody typed and has not saved, by person and form, in the storage of this tab: it outlives a reload and the way to
 * the sign-in page, ends with the tab as the sign-in does, and is shown to nobody but the person who typed it.
 */
export class KeptDrafts {
  readonly #storage: Storing
  readonly #person: string

  constructor(storage: Storing, person: string) {
    this.#storage = storage
    this.#person = person
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
      return isKept(kept) ? kept : undefined
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
