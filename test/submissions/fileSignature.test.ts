import { agreesWithType } from '@anjie/domain/submissions/fileSignature'
import { describe, expect, test } from 'vitest'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)))

/** The start of a ZIP file whose first entry has this name. */
const zip = (name: string): Uint8Array =>
  bytes('PK\u0003\u0004', new Array(22).fill(0), [name.length, 0], [0, 0], name, 'rest of the file')

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describe('佐证材料的文件头', () => {
  test('a file of its own type is taken', () => {
    expect(agreesWithType(bytes('%PDF-1.7\n'), 'application/pdf')).toBe(true)
    expect(agreesWithType(bytes([0x89], 'PNG\r\n', [0x1a], '\n'), 'image/png')).toBe(true)
    expect(agreesWithType(bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg')).toBe(true)
    expect(agreesWithType(zip('[Content_Types].xml'), DOCX)).toBe(true)
    expect(agreesWithType(zip('xl/workbook.xml'), XLSX)).toBe(true)
  })

  test('a web page declared as a PDF is refused', () => {
    expect(agreesWithType(bytes('<!doctype html><script>'), 'application/pdf')).toBe(false)
    expect(agreesWithType(bytes('   %PDF-1.7'), 'application/pdf')).toBe(false)
  })

  test('OFD, and where they are taken the older formats and archives, are known by their content', () => {
    const compound = bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'rest')
    expect(agreesWithType(zip('OFD.xml'), 'application/ofd')).toBe(true)
    expect(agreesWithType(zip('xl/workbook.xml'), 'application/ofd')).toBe(false)
    expect(agreesWithType(bytes('%PDF-1.7'), 'application/ofd')).toBe(false)
    for (const type of ['application/msword', 'application/vnd.ms-excel', 'application/wps-office.wps'] as const) {
      expect(agreesWithType(compound, type)).toBe(true)
      expect(agreesWithType(bytes('<html>'), type)).toBe(false)
    }
    expect(agreesWithType(zip('任何.exe'), 'application/zip')).toBe(true)
    expect(agreesWithType(compound, 'application/zip')).toBe(false)
  })

  test('an archive of anything else is no office file, and an empty or short file is nothing', () => {
    expect(agreesWithType(zip('malware.exe'), DOCX)).toBe(false)
    expect(agreesWithType(bytes('PK\u0003\u0004'), XLSX)).toBe(false)
    expect(agreesWithType(bytes(), 'image/png')).toBe(false)
  })
})
