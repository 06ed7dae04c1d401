import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import type { PostRow } from '@anjie/contracts/vocabulary/people/postRow'
import { err, ok, type Result } from '@anjie/kernel'
import { decodeText } from './decodeText.ts'
import { templateWorkbook } from './intake/templateWorkbook.ts'
import { pasteRows } from './pasteRows.ts'
import { shownText } from './tables/shownText.ts'
import { openWorkbook } from './xlsx/openWorkbook.ts'
import { isDateFormat } from './xlsx/readNumberFormats.ts'
import type { CellContent } from './xlsx/readSheet.ts'

/** 任职名单: its columns in their order, and what each is for. */
const COLUMNS = [
  { name: '姓名', field: 'personName', isNeeded: true, isDay: false, help: '真实姓名' },
  { name: '职务', field: 'post', isNeeded: true, isDay: false, help: '如“村平安专干”' },
  {
    name: '所在单位',
    field: 'unitNames',
    isNeeded: false,
    isDay: false,
    help: '乡镇、村、医院、学校等已登记的单位；几个单位之间用顿号分开，重名的在前面写上所属乡镇。本级岗位不填。',
  },
  {
    name: '岗位',
    field: 'roleNames',
    isNeeded: false,
    isDay: false,
    help: '如“县级填报人”，几个岗位之间用顿号分开；填了所在单位的可以不填，为单位填报人。',
  },
  {
    name: '分管荣誉',
    field: 'honourNames',
    isNeeded: false,
    isDay: false,
    help: '只看部分荣誉类型的审核人填写，如“平安医院”；其他人不填。',
  },
  { name: '有效期', field: 'validUntil', isNeeded: true, isDay: true, help: '任职到哪一天，如2027-12-31' },
  {
    name: '登录名',
    field: 'accountName',
    isNeeded: false,
    isDay: false,
    help: '可不填。填写后同时开通账号；使用统一身份认证的不填',
  },
] as const satisfies readonly {
  name: string
  field: keyof PostRow
  isNeeded: boolean
  isDay: boolean
  help: string
}[]

const NEEDED = ['姓名', '职务', '有效期'] as const
const HEADER_WITHIN = 10
/** A workbook, one of before 2007, a PDF: our reader of workbooks tells them apart. */
const NO_TEXT = [
  [0x50, 0x4b],
  [0xd0, 0xcf],
  [0x25, 0x50],
] as const
const MOST_BYTES = 5 * 1024 * 1024

/** A line of a list of posts with its number in the file or in what was pasted. */
export interface NumberedPostRow {
  readonly line: number
  readonly row: PostRow
}

interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

/** 任职名单 as a form, for its template. */
const postsForm: IntakeForm = {
  code: 'posts',
  name: '任职名单',
  notes: ['一行一个岗位；同一个人有几个岗位的写几行。填好后在“人员和岗位”页选择这份文件。'],
  fields: COLUMNS.map(({ name, field, help, isNeeded, isDay }) => ({
    code: field,
    name,
    type: isDay ? ('date' as const) : ('text' as const),
    ...(isNeeded ? { required: true } : {}),
    help,
  })),
}

/** 任职名单模板: text cells but for the days, so that no program turns a name or a log-in into something else. */
export const postsTemplate = (): Promise<Uint8Array> => templateWorkbook({ form: postsForm })

/** A list that somebody chose as a file: a workbook's first sheet, or a CSV. */
export async function readPostsFile(bytes: Uint8Array): Promise<Result<readonly NumberedPostRow[], string>> {
  if (bytes.byteLength > MOST_BYTES) return err('文件超过 5 MB；请只保留名单')
  const isText = !NO_TEXT.some((mark) => mark.every((byte, index) => bytes[index] === byte))
  const lines = isText ? csvLines(bytes) : await sheetLines(bytes)
  return lines.ok ? postRows(lines.value, 'file') : lines
}

/** A list that was copied in a spreadsheet; without a heading its columns stand in the order of the template. */
export function readPastedPosts(text: string): Result<readonly NumberedPostRow[], string> {
  const rows = pasteRows(text)
  return rows.ok ? postRows(numbered(rows.value), 'paste') : rows
}

const numbered = (rows: readonly (readonly string[])[]): Line[] =>
  rows.map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.trim()) }))

function csvLines(bytes: Uint8Array): Result<readonly Line[], string> {
  const decoded = decodeText(bytes)
  if (decoded === undefined) return err('文件既不是 UTF-8 也不是 GBK 编码的文本；请另存为工作簿（.xlsx）或 CSV UTF-8')
  const text = decoded.text.replace(/^\uFEFF/, '')
  const rows = pasteRows(text, text.split(/\r?\n/, 1)[0]?.includes('\t') === true ? '\t' : ',')
  return rows.ok ? ok(numbered(rows.value)) : rows
}

async function sheetLines(bytes: Uint8Array): Promise<Result<readonly Line[], string>> {
  const sheets = await openWorkbook(bytes)
  if (!sheets.ok) return sheets
  const [sheet] = sheets.value
  const lines: Line[] = []
  for (const [line, row] of [...(sheet?.rows ?? [])].toSorted(([one], [other]) => one - other)) {
    const cells: string[] = []
    for (const [column, content] of row) {
      const text = cellText(content)
      if (!text.ok) return err(`第${line}行第${column}列：${text.error}`)
      while (cells.length < column) cells.push('')
      cells[column - 1] = text.value.trim()
    }
    lines.push({ line, cells })
  }
  return ok(lines)
}

const DAY_MS = 86_400_000
/** Spreadsheets count days from here. */
const FIRST_DAY = Date.UTC(1899, 11, 30)

const cellText = (cell: CellContent): Result<string, string> =>
  cell.kind === 'number' && isDateFormat(cell.format)
    ? ok(new Date(FIRST_DAY + Math.floor(cell.number) * DAY_MS).toISOString().slice(0, 10))
    : shownText(cell)

const headerOf = (cell: string): string => cell.replace(/[\s*]+/g, '').replace(/[（(].*$/, '')

function postRows(lines: readonly Line[], from: 'file' | 'paste'): Result<readonly NumberedPostRow[], string> {
  const at = lines.slice(0, HEADER_WITHIN).findIndex(({ cells }) => cells.some((cell) => headerOf(cell) === '姓名'))
  if (at < 0 && from === 'file') return err(`前 ${HEADER_WITHIN} 行里没有找到表头“姓名”；请使用下载的模板`)
  const header = lines[at]?.cells.map(headerOf) ?? COLUMNS.map(({ name }) => name)
  const missing = NEEDED.filter((name) => !header.includes(name))
  if (missing.length > 0) return err(`表头缺少${missing.map((name) => `“${name}”`).join('、')}；请使用下载的模板`)
  const rows = lines
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ line, cells }): NumberedPostRow => {
      const cell = (name: (typeof COLUMNS)[number]['name']): string => cells[header.indexOf(name)] ?? ''
      const honourNames = cell('分管荣誉')
      const accountName = cell('登录名')
      return {
        line,
        row: {
          personName: cell('姓名'),
          post: cell('职务'),
          unitNames: cell('所在单位'),
          roleNames: cell('岗位'),
          ...(honourNames === '' ? {} : { honourNames }),
          validUntil: cell('有效期'),
          ...(accountName === '' ? {} : { accountName }),
        },
      }
    })
  return rows.length === 0 ? err('没有名单：表头下面没有填写的行') : ok(rows)
}
