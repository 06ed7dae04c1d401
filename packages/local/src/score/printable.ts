/**
 * Control characters, what steers the direction of writing, and what has no shape. A terminal would obey the first, and a
 * reader be misled by the others; line feeds are among them, because every message is one line.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu

const nameOf = (character: string): string =>
  `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`

/** Text of anybody's making as it may go to a terminal: what it must not obey is shown by its number. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, nameOf)

/** JSON that a terminal may show: JSON itself escapes only the first 32 control characters. */
export const printableJson = (json: string): string =>
  json.replace(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu, (character) =>
    Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  )
