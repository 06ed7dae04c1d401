import { err, ok, type Result } from '@anjie/kernel'
import { beyondFont } from './beyondFont.ts'
import { collected } from './collected.ts'

/** One row of an official paper: what it is, what stands there, and who signed it. */
export interface PaperRow {
  readonly label: string
  readonly text: string
  readonly signed?: string
}

/** An official paper of one table, page after page. */
export interface Paper {
  readonly title: string
  readonly rows: readonly PaperRow[]
  /** Instant that the file says it was made at. */
  readonly at: string
  readonly pageText: (page: number, pages: number) => string
  /** Beside the label of a row that goes on from the page before. */
  readonly goesOn: string
}

const MARGIN = 56
const LABEL_WIDTH = 104
const PADDING = 6
const TEXT = { size: 11, gap: 4 } as const
const TITLE_SIZE = 20
/** Less than this is left: a row begins on the next page. */
const LEAST_HEIGHT = 44

/**
 * The paper as a PDF with the font's used characters inside, so that it prints the same everywhere. A character that the font does not
 * have would leave an empty box without a word, so it is refused, by name.
 */
export async function paperPdf(paper: Paper, font: Uint8Array): Promise<Result<Uint8Array, readonly string[]>> {
  const lacking = await beyondFont(textsOf(paper), font)
  if (lacking.length > 0) return err(lacking)
  const { default: PDFDocument } = await import('pdfkit')
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    // None to begin with: browsers have no Helvetica to load, and the paper brings its own.
    font: '',
    info: { Title: paper.title, CreationDate: new Date(paper.at) },
  })
  const whole = collected(doc)
  doc.registerFont('paper', font as never)
  doc.font('paper').fontSize(TITLE_SIZE)
  doc.text(paper.title, { align: 'center' })
  doc.moveDown(0.6)
  doc.fontSize(TEXT.size)

  const left = MARGIN
  const right = doc.page.width - MARGIN
  const bottom = doc.page.height - MARGIN
  const textWidth = right - left - LABEL_WIDTH - 2 * PADDING
  const heightOf = (text: string, width: number) => doc.heightOfString(text, { width, lineGap: TEXT.gap })
  const row = (label: string, text: string, signed: string | undefined, y: number): number => {
    const body = heightOf(text === '' ? ' ' : text, textWidth)
    const sign = signed === undefined ? 0 : heightOf(signed, textWidth) + PADDING
    const height = Math.max(body + sign, heightOf(label, LABEL_WIDTH - 2 * PADDING)) + 2 * PADDING
    doc.rect(left, y, LABEL_WIDTH, height).stroke()
    doc.rect(left + LABEL_WIDTH, y, right - left - LABEL_WIDTH, height).stroke()
    doc.text(label, left + PADDING, y + PADDING, { width: LABEL_WIDTH - 2 * PADDING, lineGap: TEXT.gap })
    const x = left + LABEL_WIDTH + PADDING
    doc.text(text, x, y + PADDING, { width: textWidth, lineGap: TEXT.gap })
    if (signed !== undefined)
      doc.text(signed, x, y + PADDING + body + PADDING, { width: textWidth, align: 'right', lineGap: TEXT.gap })
    return y + height
  }

  doc.lineWidth(0.6)
  let y = doc.y
  for (const { label, text, signed } of paper.rows) {
    let rest = text
    let isFirst = true
    do {
      const sign = signed === undefined ? 0 : heightOf(signed, textWidth) + PADDING
      let room = bottom - y - 2 * PADDING - sign
      if (room < LEAST_HEIGHT) {
        doc.addPage()
        y = MARGIN
        room = bottom - y - 2 * PADDING - sign
      }
      const fits = fitting(rest, (part) => heightOf(part, textWidth) <= room)
      const part = rest.slice(0, fits)
      rest = rest.slice(fits)
      y = row(isFirst ? label : `${label}${paper.goesOn}`, part, rest === '' ? signed : undefined, y)
      isFirst = false
    } while (rest !== '')
  }

  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page)
    // Below the margin, where a line would otherwise begin a page of its own.
    doc.page.margins.bottom = 0
    doc.fontSize(9).text(paper.pageText(page + 1, count), MARGIN, doc.page.height - MARGIN / 2, {
      width: right - left,
      align: 'center',
      lineBreak: false,
    })
  }
  doc.end()
  return ok(await whole)
}

const textsOf = ({ title, rows, pageText, goesOn }: Paper): string =>
  [title, pageText(1, 1), goesOn, ...rows.flatMap(({ label, text, signed = '' }) => [label, text, signed])].join('')

/** How many of a text's characters, from its beginning, still fit; never in the middle of one, and at least one. */
function fitting(text: string, fits: (part: string) => boolean): number {
  if (fits(text)) return text.length
  const ends = [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)].map(
    ({ index, segment }) => index + segment.length,
  )
  let [low, high] = [0, ends.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(text.slice(0, ends[middle]))) low = middle
    else high = middle - 1
  }
  return ends[low] ?? text.length
}
