const CUT = '…'

/** A heading in at most so many lines of so many characters; what doesn't fit is cut, with a sign that it was. */
export function brokenLines(text: string, perLine: number, most: number): readonly string[] {
  const characters = [...text]
  const lines: string[] = []
  for (let at = 0; at < characters.length && lines.length < most; at += perLine)
    lines.push(characters.slice(at, at + perLine).join(''))
  if (characters.length > perLine * most) {
    const last = lines[most - 1] ?? ''
    lines[most - 1] = `${[...last].slice(0, perLine - 1).join('')}${CUT}`
  }
  return lines
}
