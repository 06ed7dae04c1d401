/** Characters of a text that a font has no glyph for, each once, in the order in which they come. Line ends print as nothing. */
export async function beyondFont(text: string, font: Uint8Array): Promise<readonly string[]> {
  const { create } = await import('fontkit')
  const opened = create(font as never)
  if (!('hasGlyphForCodePoint' in opened)) throw new Error('the file holds several fonts')
  return [...new Set(text)].filter(
    (character) => !/[\n\r\t]/.test(character) && !opened.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  )
}
