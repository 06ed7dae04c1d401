import type { CertificatePayload } from '@anjie/contracts/vocabulary/honours/certificate'
import { err, ok, type Result } from '@anjie/kernel'
import { encode } from 'uqr'
import { beyondFont } from '../paper/beyondFont.ts'
import { collected } from '../paper/collected.ts'
import { CERTIFICATE_WORDS, certificateWords } from './certificateWords.ts'

/** The entry of the document's information in which the signed payload lies, in the clear, for whoever has no tool for PDF. */
export const PAYLOAD_ENTRY = 'AnjieCertificate'

const MARGIN = 64
const FRAME = 34
const RED = '#a61b1b'
const GOLD = '#b08a3e'
const GREY = '#555555'
const QR_SIZE = 92
const TEXT_SIZE = 19

/**
 * 证书 on one sheet of A4, drawn from its signed payload alone: the same payload is the same bytes at any time. The signed payload lies
 * inside it, so that the file can be checked without a network. A character that the font does not have is refused by name.
 */
export async function certificatePdf(
  { payload, signed }: { readonly payload: CertificatePayload; readonly signed: string },
  font: Uint8Array,
): Promise<Result<Uint8Array, readonly string[]>> {
  const words = certificateWords(payload)
  const lacking = await beyondFont(Object.values(words).join('') + CERTIFICATE_WORDS.title, font)
  if (lacking.length > 0) return err(lacking)
  const { default: PDFDocument } = await import('pdfkit')
  const info: PDFKit.DocumentInfo & Record<typeof PAYLOAD_ENTRY, string> = {
    Title: `${CERTIFICATE_WORDS.title} ${payload.serial}`,
    Author: payload.issuer ?? '',
    // Not when the file was made: it says the same whenever it is drawn.
    CreationDate: new Date(`${payload.issuedOn}T00:00:00.000Z`),
    [PAYLOAD_ENTRY]: signed,
  }
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    font: '',
    info,
  })
  const whole = collected(doc)
  doc.registerFont('certificate', font as never).font('certificate')
  const { width, height } = doc.page
  const inner = width - 2 * MARGIN
  // Nothing here flows onto another page.
  doc.page.margins.bottom = 0

  doc
    .lineWidth(3)
    .rect(FRAME, FRAME, width - 2 * FRAME, height - 2 * FRAME)
    .stroke(RED)
  doc
    .lineWidth(0.8)
    .rect(FRAME + 7, FRAME + 7, width - 2 * FRAME - 14, height - 2 * FRAME - 14)
    .stroke(GOLD)

  doc.fillColor(RED).fontSize(46)
  doc.text(CERTIFICATE_WORDS.title, MARGIN, 112, { width: inner, align: 'center', characterSpacing: 14 })
  doc.fillColor(GREY).fontSize(11)
  doc.text(words.serial, MARGIN, 186, { width: inner, align: 'center' })

  doc.fillColor('black').fontSize(TEXT_SIZE)
  doc.text(words.holder, MARGIN, 248, { width: inner, lineGap: 10 })
  doc.moveDown(0.4)
  doc.text(words.body, { width: inner, lineGap: 12, indent: 2 * TEXT_SIZE })
  if (words.term !== '') doc.text(words.term, { width: inner, lineGap: 12, indent: 2 * TEXT_SIZE })

  const signedAt = Math.max(doc.y + 36, height - 300)
  doc.fontSize(16)
  doc.text(words.issuer, MARGIN, signedAt, { width: inner, align: 'right', lineGap: 8 })
  doc.text(words.date, { width: inner, align: 'right' })

  const foot = height - FRAME - 26 - QR_SIZE
  drawQr(doc, checkAddress(payload), MARGIN, foot)
  doc.fillColor(GREY).fontSize(9)
  doc.text(words.check, MARGIN + QR_SIZE + 16, foot + 6, { width: inner - QR_SIZE - 16, lineGap: 4 })
  doc.end()
  return ok(await whole)
}

/** What the QR code opens: the public site's answer to the number. */
export const checkAddress = ({ site, serial }: Pick<CertificatePayload, 'site' | 'serial'>): string =>
  `${site}/certificates/check?serial=${encodeURIComponent(serial)}`

/** One path over the dark squares, those side by side in one stroke. */
function drawQr(doc: PDFKit.PDFDocument, text: string, left: number, top: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const unit = QR_SIZE / size
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (row[x] !== true) continue
      let end = x
      while (row[end] === true) end += 1
      doc.rect(left + x * unit, top + y * unit, (end - x) * unit, unit)
      x = end
    }
  })
  doc.fill('black')
}
