/** A number in one writing: width, case, spaces, brackets and strokes do not tell two numbers apart. */
export const numberKey = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s〔〕【】[\]()（）〈〉《》_\-—–/.第]/gu, '')

/** Shorter ones are counters of a sheet and would be found everywhere. */
const SHORTEST = 6

const WITH_LETTERS = /[A-Za-z0-9][A-Za-z0-9\-_/]{5,}/g
const WITH_SIGNS = /[（(〔[【]\d{4}[)）〕\]】][\u4e00-\u9fff]{1,10}第?\d+号/gu

/** The numbers that stand in a running text, as keys. */
export function numbersInText(text: string): readonly string[] {
  const plain = text.normalize('NFKC')
  return [...plain.matchAll(WITH_LETTERS), ...plain.matchAll(WITH_SIGNS)]
    .map(([found]) => numberKey(found))
    .filter((key) => key.length >= SHORTEST)
}

/** The numbers of a cell that is there for them: several are parted by signs. */
export const numbersInCell = (cell: string): readonly string[] =>
  cell
    .split(/[、，,；;|\s]+/u)
    .map(numberKey)
    .filter((key) => key.length >= SHORTEST)
