import { err, ok, type Result } from '@anjie/kernel'

const MOST_CHARACTERS = 2_000_000
const MOST_ROWS = 5_000

/**
 * Rows and cells of text that was copied in a spreadsheet: cells apart by tabs (in a CSV by commas), rows by line ends. A cell with line
 * breaks or separators in it comes in quotation marks, with its own quotation marks doubled. A quotation mark that nothing closes is a letter.
 */
export function pasteRows(text: string, separator: '\t' | ',' = '\t'): Result<readonly (readonly string[])[], string> {
  if (text.length > MOST_CHARACTERS) return err('粘贴的内容过多；请分几次粘贴，或改用工作簿导入')
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const field = quoted(text, at, separator) ?? plain(text, at, separator)
    row.push(field.content)
    at = field.end
    if (text[at] === separator) {
      at += 1
      // A separator at the very end leaves one more, empty cell.
      if (at === text.length) row.push('')
      continue
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    rows.push(row)
    row = []
    if (rows.length > MOST_ROWS) return err(`粘贴的内容超过 ${MOST_ROWS} 行；请改用工作簿导入`)
  }
  if (row.length > 0) rows.push(row)
  return ok(rows)
}

interface Field {
  readonly content: string
  readonly end: number
}

function quoted(text: string, start: number, separator: string): Field | undefined {
  if (text[start] !== '"') return undefined
  let content = ''
  let at = start + 1
  for (;;) {
    const mark = text.indexOf('"', at)
    if (mark === -1) return undefined
    content += text.slice(at, mark)
    if (text[mark + 1] === '"') {
      content += '"'
      at = mark + 2
      continue
    }
    // What a spreadsheet quotes ends right behind the mark; anything else was typed with a quotation mark in front.
    const after = text[mark + 1]
    const isEnd = after === undefined || after === separator || after === '\n' || after === '\r'
    return isEnd ? { content: lineEnds(content), end: mark + 1 } : undefined
  }
}

const lineEnds = (content: string): string => content.replace(/\r\n?/g, '\n')

function plain(text: string, start: number, separator: string): Field {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { content: text.slice(start, end), end }
}
