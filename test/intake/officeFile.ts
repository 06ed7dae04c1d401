import { zipOf } from '../documents/zipOf.ts'

/** A cell as a spreadsheet program would store it. */
export type OfficeCell =
  | string
  | number
  | boolean
  | null
  /** A number with its format. */
  | { readonly n: number; readonly format: string }
  | { readonly formula: string; readonly result?: number | string }
  | { readonly error: string }
  /** Runs of different type. */
  | { readonly rich: readonly string[] }
  /** A day as newer programs may write it. */
  | { readonly iso: string }

export interface OfficeSheet {
  readonly name?: string
  readonly rows: readonly (readonly OfficeCell[])[]
  readonly merges?: readonly string[]
  /** Row numbers. */
  readonly hidden?: readonly number[]
  readonly state?: 'hidden' | 'veryHidden'
  /** Put into the sheet's data as it is. */
  readonly raw?: string
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

const letters = (column: number): string =>
  column > 26
    ? `${letters(Math.floor((column - 1) / 26))}${letters(((column - 1) % 26) + 1)}`
    : String.fromCharCode(64 + column)

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface OfficeOptions {
  readonly since1904?: boolean
  /** Parts beside those of any workbook. */
  readonly parts?: readonly (readonly [string, string])[]
  readonly doctype?: string
}

/** The bytes of a workbook, written by hand so that anything that a program may store can stand in it. */
export function officeFile(
  sheets: readonly OfficeSheet[],
  { since1904, parts = [], doctype = '' }: OfficeOptions = {},
): Uint8Array {
  const formats: string[] = []
  const styleOf = (format: string): number => {
    if (!formats.includes(format)) formats.push(format)
    return formats.indexOf(format) + 1
  }
  const cellXml = (cell: OfficeCell, place: string): string => {
    const inline = (inner: string) => `<c r="${place}" t="inlineStr"><is>${inner}</is></c>`
    if (cell === null) return ''
    if (typeof cell === 'string') return inline(`<t xml:space="preserve">${escaped(cell)}</t>`)
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
    if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
    if ('n' in cell) return `<c r="${place}" s="${styleOf(cell.format)}"><v>${cell.n}</v></c>`
    if ('error' in cell) return `<c r="${place}" t="e"><v>${cell.error}</v></c>`
    if ('iso' in cell) return `<c r="${place}" t="d"><v>${cell.iso}</v></c>`
    if ('rich' in cell) return inline(cell.rich.map((run) => `<r><rPr><b/></rPr><t>${escaped(run)}</t></r>`).join(''))
    const type = typeof cell.result === 'string' ? ' t="str"' : ''
    const result = cell.result === undefined ? '' : `<v>${escaped(String(cell.result))}</v>`
    return `<c r="${place}"${type}><f>${escaped(cell.formula)}</f>${result}</c>`
  }
  const bodies = sheets.map(({ rows, merges = [], hidden = [], raw = '' }) => {
    const data = rows
      .map((cells, at) => {
        const inner = cells.map((cell, column) => cellXml(cell, `${letters(column + 1)}${at + 1}`)).join('')
        return `<row r="${at + 1}"${hidden.includes(at + 1) ? ' hidden="1"' : ''}>${inner}</row>`
      })
      .join('')
    const merged =
      merges.length === 0
        ? ''
        : `<mergeCells>${merges.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`
    return `${DECLARATION}${doctype}<worksheet xmlns="${MAIN}"><sheetData>${data}${raw}</sheetData>${merged}</worksheet>`
  })
  const tabs = sheets.map(
    ({ name = 'Sheet1', state }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
  )
  const numFmts = formats
    .map((format, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(format)}"/>`)
    .join('')
  const xfs = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')
  return zipOf([
    [
      '_rels/.rels',
      `${DECLARATION}<Relationships xmlns="${PACKAGE}"><Relationship Id="a" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><workbookPr${since1904 === true ? ' date1904="1"' : ''}/><sheets>${tabs.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${DECLARATION}<Relationships xmlns="${PACKAGE}">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATION}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="styles" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts>${numFmts}</numFmts><cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`,
    ],
    ...bodies.map((body, at) => [`xl/worksheets/sheet${at + 1}.xml`, body] as const),
    ...parts,
  ])
}
