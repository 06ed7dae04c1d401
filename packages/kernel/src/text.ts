/** What a text field takes: one line, or several. */
export type TextShape = 'line' | 'lines'

/**
 * Characters that nobody can see or that are none: controls, bidirectional marks, zero-width and other ignorable characters,
 * halves of a surrogate pair, private use, line and paragraph separators, non-characters. Unassigned ones are not among them: an
 * older browser would refuse what a newer standard added. U+FFFD stands where text was damaged before it came here.
 */
const ODD = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFFD]/gu
/**
 * Text in which nothing odd can be, told without looking at every character's properties: printable ASCII, Chinese characters of the
 * basic plane, Chinese and full-width punctuation. Nearly all that anybody writes, and NFC leaves it as it is.
 */
const PLAIN = /^[ -~\u3001-\u301F\u4E00-\u9FFF\uFF01-\uFF5E]*$/
const VARIATION_SELECTOR = /^[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]$/u
const ENDS_WITH_HAN = /\p{Script=Han}$/u

/** Kinds of odd characters in words, the first that fits. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\p{Cs}/u, '不完整的字符（只有半个）'],
  [/\uFFFD/u, '已损坏的文字（乱码）'],
  [/\n/u, '换行（本栏只能填一行）'],
  [/\t/u, '制表符'],
  [/\p{Cc}/u, '控制字符'],
  [/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u, '改变文字方向的字符'],
  [/[\p{Zl}\p{Zp}]/u, '换行分隔符'],
  [/\p{Noncharacter_Code_Point}/u, '不是文字的编码'],
  [/\p{Co}/u, '造字区的字（别的电脑上看不到，请改用标准汉字）'],
]

/** How a text is kept: NFC, ends of lines as line feeds, no outer spaces (U+00A0 and U+3000 are spaces). Never NFKC: ① is not 1. */
export const tidyText = (text: string): string =>
  PLAIN.test(text) ? text.trim() : text.replace(/\r\n?/g, '\n').normalize('NFC').trim()

/** What is wrong with a text that is to be kept, with the place and the character, in Chinese; undefined when nothing is. */
export function textFault(text: string, shape: TextShape): string | undefined {
  if (PLAIN.test(text)) return undefined
  for (const { 0: character, index } of text.matchAll(ODD)) {
    if (shape === 'lines' && (character === '\n' || character === '\t')) continue
    const before = text.slice(0, index)
    // 异体字选择符: the rare form of a name's character.
    if (VARIATION_SELECTOR.test(character) && ENDS_WITH_HAN.test(before)) continue
    return `${placeOf(before)}是${kindOf(character)}，编码${codeOf(character)}，请删去或改正`
  }
  return undefined
}

/**
 * A text as it can be stored and printed anywhere: whatever the rule above would refuse, and nothing else, is shown as a white
 * square. For texts that were kept before they were checked.
 */
export const printableText = (text: string): string =>
  text.replace(ODD, (character, index: number) => {
    if (character === '\n' || character === '\t' || character === '\r') return character
    return VARIATION_SELECTOR.test(character) && ENDS_WITH_HAN.test(text.slice(0, index)) ? character : '□'
  })

/** `第3个字`, and the line before it where there are several. */
function placeOf(before: string): string {
  const lines = before.split('\n')
  const place = `第${[...(lines.at(-1) ?? '')].length + 1}个字`
  return lines.length > 1 ? `第${lines.length}行${place}` : place
}

const kindOf = (character: string): string => KINDS.find(([kind]) => kind.test(character))?.[1] ?? '看不见的字符'

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * The same for all texts that look alike: width, letter case, spaces and characters that nobody sees make no difference. For
 * comparing only; what is kept is what was written.
 */
export const textKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu, '')
    .toLowerCase()
