import { createContext } from 'react'
import type { PhraseKind } from '../../locales/zh-CN/parts.ts'

type Storing = Pick<Storage, 'getItem' | 'setItem'>

const PREFIX = 'anjie.phrases'
/** More than one reads through; the oldest goes. */
const MOST = 6

/**
 * 常用语 that a person added to those of the office, by what is decided, in the storage of this browser. They hold no case, so they
 * stay when the person signs out; nobody else is shown them.
 */
export class OwnPhrases {
  readonly #storage: Storing
  readonly #person: string

  constructor(storage: Storing, person: string) {
    this.#storage = storage
    this.#person = person
  }

  of(kind: PhraseKind): readonly string[] {
    try {
      const kept: unknown = JSON.parse(this.#storage.getItem(this.#keyOf(kind)) ?? '[]')
      return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string').slice(-MOST) : []
    } catch {
      return []
    }
  }

  add(kind: PhraseKind, phrase: string): void {
    this.#keep(kind, [...this.of(kind).filter((each) => each !== phrase), phrase].slice(-MOST))
  }

  drop(kind: PhraseKind, phrase: string): void {
    this.#keep(
      kind,
      this.of(kind).filter((each) => each !== phrase),
    )
  }

  #keep(kind: PhraseKind, phrases: readonly string[]): void {
    try {
      this.#storage.setItem(this.#keyOf(kind), JSON.stringify(phrases))
    } catch {
      // The storage is full or forbidden: the office's phrases are there all the same.
    }
  }

  #keyOf(kind: PhraseKind): string {
    return `${PREFIX}/${encodeURIComponent(this.#person)}/${kind}`
  }
}

/** Of the person who is signed in; without it there are the office's phrases alone. */
export const OwnPhrasesContext = createContext<OwnPhrases | undefined>(undefined)
