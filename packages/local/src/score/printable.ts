import { printableText } from '@anjie/kernel'

/** Text of anybody's making as one line for a terminal, which would obey control characters and write bidirectional marks backwards. */
export const printable = (text: string): string => printableText(text).replace(/[\n\r\t]/g, '□')

/** JSON that a terminal may show: JSON itself escapes only the first 32 control characters. */
export const printableJson = (json: string): string =>
  json.replace(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu, (character) =>
    Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  )
