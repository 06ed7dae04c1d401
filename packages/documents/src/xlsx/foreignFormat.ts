import type { ZipPart } from './zipDirectory.ts'

const RESAVE = '请用 Excel 或 WPS 打开后另存为“Excel 工作簿（.xlsx）”再导入'

const beginsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

const ZIP = [0x50, 0x4b]
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const PDF = [0x25, 0x50, 0x44, 0x46]
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
]

/** Names inside a compound file stand in UTF-16. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((character) => [character.charCodeAt(0), 0])
  for (let at = 0; at + wanted.length <= bytes.length; at += 1)
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true
  return false
}

/** What the bytes are instead of a workbook, and what to do, in Chinese; undefined for a zip, which a workbook is. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return '文件是空的，请重新保存后再导入'
  if (beginsWith(bytes, ZIP)) return undefined
  if (beginsWith(bytes, COMPOUND_FILE))
    return holdsName(bytes, 'EncryptedPackage')
      ? '工作簿设了打开密码，读不出内容；请在 Excel 或 WPS 中取消密码（文件—信息—保护工作簿）后再导入'
      : `这是旧版 .xls 格式（或改了扩展名的旧格式文件），${RESAVE}`
  if (beginsWith(bytes, PDF)) return '这是 PDF 文件，不是工作簿；请导入 .xlsx 文件'
  if (PICTURES.some((mark) => beginsWith(bytes, mark))) return '这是图片，不是工作簿；请导入 .xlsx 文件'
  const opening = new TextDecoder().decode(bytes.subarray(0, 400)).trimStart().toLowerCase()
  if (/^(<!doctype html|<html|<table|<meta)/.test(opening))
    return `这是网页格式的表格（扩展名可能是 .xls 或 .xlsx，内容是网页），${RESAVE}`
  if (opening.startsWith('<?xml')) return `这是 XML 格式的表格，${RESAVE}`
  if (!bytes.subarray(0, 4_000).includes(0))
    return `这是文本文件（如 CSV），分不清各张工作表；${RESAVE}，或下载空白模板把内容粘贴进去`
  return `认不出这种文件格式，${RESAVE}`
}

/** The same for a zip that holds something else than a workbook. */
export function foreignPackage(parts: ReadonlyMap<string, ZipPart>): string {
  if (parts.has('xl/workbook.bin')) return `这是二进制工作簿（.xlsb），${RESAVE}`
  if (parts.has('word/document.xml')) return '这是 Word 文档，不是工作簿；请导入 .xlsx 文件'
  if (parts.has('ppt/presentation.xml')) return '这是演示文稿，不是工作簿；请导入 .xlsx 文件'
  if (parts.has('mimetype') && parts.has('content.xml')) return `这是 OpenDocument 表格（.ods），${RESAVE}`
  return `这是压缩包，里面没有工作簿；请解压后导入其中的 .xlsx 文件`
}
