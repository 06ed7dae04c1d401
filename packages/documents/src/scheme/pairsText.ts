import { err, ok, type Result } from '@anjie/kernel'
import { withoutOuterSpace } from '../tables/cellText.ts'

/** `名：值；名：值`, with 【…】 around a value that has names of its own and quotation marks around any text: read without knowing what it means. */
export type RawValue =
  | { readonly kind: 'text'; readonly text: string; readonly isQuoted: boolean }
  | { readonly kind: 'groups'; readonly groups: readonly RawPairs[] }
export type RawPairs = readonly { readonly key: string; readonly value: RawValue }[]

/** So deep may one 【…】 stand in another; a composite with a correction needs four. */
const DEEPEST = 12

const SPACE = /[\s\u00a0\u3000]/
const isSpace = (sign: string): boolean => SPACE.test(sign)

class Unreadable extends Error {}

class Signs {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get next(): string {
    return this.#text.charAt(this.#at)
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length
  }

  skip(passes: (sign: string) => boolean): void {
    while (!this.isAtEnd && passes(this.next)) this.#at += 1
  }

  take(signs: string): boolean {
    if (this.isAtEnd || !signs.includes(this.next)) return false
    this.#at += 1
    return true
  }

  /** Up to one of the signs, which stays; the whole of a text in quotation marks. */
  text(until: string): { readonly text: string; readonly isQuoted: boolean } {
    this.skip((sign) => isSpace(sign) && sign !== '\n')
    if (this.next === '"') return { text: this.#quoted(), isQuoted: true }
    const from = this.#at
    this.skip((sign) => !until.includes(sign))
    return { text: withoutOuterSpace(this.#text.slice(from, this.#at)), isQuoted: false }
  }

  #quoted(): string {
    const [written = ''] = /^"(?:[^"\\]|\\.)*"/.exec(this.#text.slice(this.#at)) ?? []
    this.#at += written.length
    try {
      return String(JSON.parse(written))
    } catch {
      throw new Unreadable('里的引号没有成对；请补上，或删去引号')
    }
  }
}

/** Names and values up to the end, to a closing 】, or (of a list that goes line by line) to the end of the line. */
function pairs(signs: Signs, isOneLine: boolean, depth: number): RawPairs {
  const found: { key: string; value: RawValue }[] = []
  for (;;) {
    signs.skip((sign) => '；;'.includes(sign) || (isSpace(sign) && !(isOneLine && sign === '\n')))
    if (signs.isAtEnd || signs.next === '】' || signs.next === '\n') return found
    const { text: key } = signs.text('：:；;【】\n')
    signs.skip(isSpace)
    if (!signs.take('：:')) throw new Unreadable(`里的“${key.slice(0, 30)}”后面没有写值；请写成“名称：值”，用分号隔开`)
    found.push({ key, value: rawValue(signs, depth) })
  }
}

function rawValue(signs: Signs, depth: number): RawValue {
  signs.skip((sign) => isSpace(sign) && sign !== '\n')
  if (signs.next === '【') return { kind: 'groups', groups: groups(signs, depth) }
  return { kind: 'text', ...signs.text('；;】\n') }
}

function groups(signs: Signs, depth: number): readonly RawPairs[] {
  if (depth >= DEEPEST) throw new Unreadable('里的【】套得太深')
  const found: RawPairs[] = []
  while (signs.take('【')) {
    found.push(pairs(signs, false, depth + 1))
    if (!signs.take('】')) throw new Unreadable('里的【】没有成对；请补上')
    signs.skip((sign) => isSpace(sign) && sign !== '\n')
  }
  return found
}

const reading = <T>(read: () => T): Result<T, string> => {
  try {
    return ok(read())
  } catch (thrown) {
    if (thrown instanceof Unreadable) return err(thrown.message)
    throw thrown
  }
}

/** The entries of a list: each on a line of its own, or in 【…】. */
export const readEntries = (text: string): Result<readonly RawPairs[], string> =>
  reading(() => {
    const signs = new Signs(text)
    const entries: RawPairs[] = []
    for (;;) {
      signs.skip((sign) => isSpace(sign) || '；;'.includes(sign))
      if (signs.isAtEnd) return entries
      if (signs.next === '】') throw new Unreadable('里的【】没有成对；请补上')
      if (signs.next === '【') entries.push(...groups(signs, 0))
      else entries.push(pairs(signs, true, 0))
    }
  })

/** One value that fills the cell. */
export const readValue = (text: string): Result<RawValue, string> =>
  reading(() => {
    const signs = new Signs(text)
    const value = signs.text('')
    return { kind: 'text', ...value } as const
  })
