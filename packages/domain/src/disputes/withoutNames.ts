import { hidePersonalNumbers } from '@anjie/kernel'
import { namesIn } from './partyDigests.ts'

/** What stands where somebody was named. */
const SOMEBODY = '当事人'

/** Of a kept text what tells disputes apart: that somebody was named in it does not. */
export const besidesNames = (text: string): string => text.replaceAll(SOMEBODY, '')

/**
 * A free text as it is kept: without the persons whom the same row names, and without personal numbers. A name that only the text knows
 * cannot be told from another word; which text is taken over at all is the mapping's to say.
 */
export function withoutNames(text: string, cells: readonly string[]): string {
  const names = cells.flatMap(namesIn).toSorted((one, other) => other.length - one.length)
  return hidePersonalNumbers(names.reduce((left, name) => left.replaceAll(name, SOMEBODY), text))
}
