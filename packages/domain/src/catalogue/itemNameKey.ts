import { textKey } from '@anjie/kernel'

/** How a count says that it is one; 排查纠纷数 and 排查纠纷总数 ask the same. */
const COUNTING_ENDINGS = /(?:总数量|数量|总数|总量|数)$/
const BRACKETED = /[(（［【[][^)）\]】］]*[)）\]】］]/g

/**
 * The same for every way of writing one item's name: spacing, width, letter case, what stands in brackets and how a count is called
 * make no difference. For comparing only.
 */
export function itemNameKey(name: string): string {
  const whole = textKey(name)
  const plain = whole.replace(BRACKETED, '').replace(/[、，,。.“”"'‘’·/\\-]/g, '')
  const key = plain.replace(COUNTING_ENDINGS, '')
  // A name that is nothing but such a word stays what it is.
  return key === '' ? whole : key
}

/** As above for a definition: only its characters count. */
export const definitionKey = (definition: string): string => textKey(definition).replace(/[\p{P}\p{S}]/gu, '')
