import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { clauseOf } from '@anjie/domain/scoring/clauseOf'
import type { Workbook, Worksheet } from 'exceljs'
import { newWorkbook, workbookBytes } from './newWorkbook.ts'
import {
  CAP_GROUPS,
  CHECKS,
  ESCALATIONS,
  FIELD_HEADERS,
  GRADES,
  GROUPS,
  INSTRUCTIONS_SHEET,
  ITEMS,
  NO_ROWS,
  NODES,
  SCHEME_FIELDS,
  SCHEME_SHEET,
  SCHEME_TABLES,
  VETOES,
} from './scheme/schemeLayout.ts'
import { rowHeight } from './tables/rowHeight.ts'
import { type TableLayout, type TableRow, valueAt, writtenColumns } from './tables/tableLayout.ts'
import { writeTable } from './tables/writeTable.ts'

/**
 * 方案工作簿: a scheme as worksheets that people can read, change and import again (`readSchemeWorkbook`). Nothing is lost on
 * the way: the parameters of rules have columns in the words of the form, and a column that no rule of this scheme needs is hidden. The clause of each indicator is printed beside it.
 */
export async function schemeWorkbook(scheme: Scheme): Promise<Uint8Array> {
  const workbook = await newWorkbook()
  const fields = addSheet(workbook, SCHEME_SHEET)
  const tables = SCHEME_TABLES.map((layout) => ({ layout, sheet: addSheet(workbook, layout.sheet) }))
  const lists = writeInstructions(workbook.addWorksheet(INSTRUCTIONS_SHEET))
  writeFields(fields, scheme, lists)
  for (const { layout, sheet } of tables) writeTable(sheet, layout, rowsOf(layout, scheme), lists)
  return workbookBytes(workbook)
}

const addSheet = (workbook: Workbook, name: string): Worksheet =>
  workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    views: [{ state: 'frozen', ySplit: 1 }],
  })

function writeFields(sheet: Worksheet, scheme: Scheme, lists: ChoiceLists): void {
  const { field, value, help } = FIELD_HEADERS
  sheet.getRow(1).values = [field, value, help]
  sheet.getRow(1).font = { bold: true }
  SCHEME_FIELDS.forEach((column, offset) => {
    const row = offset + 2
    sheet.getCell(row, 1).value = column.header
    sheet.getCell(row, 3).value = column.help
    const cell = sheet.getCell(row, 2)
    cell.alignment = { horizontal: 'left', vertical: 'top', wrapText: true }
    if (column.codec.asText) cell.numFmt = '@'
    const range = lists.rangeFor(SCHEME_SHEET, column.header)
    if (range !== undefined) cell.dataValidation = { type: 'list', allowBlank: true, formulae: [range] }
    const content = 'get' in column.at ? undefined : valueAt(scheme, column.at)
    const output = content === undefined ? null : column.codec.write(content)
    if (output?.kind === 'number') {
      cell.value = output.number
      cell.numFmt = output.format
    } else if (output?.kind === 'text') cell.value = output.text
    sheet.getRow(row).height = rowHeight([
      { text: cell.text, width: 60 },
      { text: column.help, width: 50 },
    ])
  })
  for (const [column, width] of [24, 60, 50].entries()) sheet.getColumn(column + 1).width = width
}

/** Where the words to choose from stand, for drop-down lists. */
export interface ChoiceLists {
  rangeFor(sheet: string, header: string): string | undefined
}

/** 填写说明: every column of every sheet in a line, and the words to choose from in columns of their own. */
function writeInstructions(sheet: Worksheet): ChoiceLists {
  sheet.getRow(1).values = ['工作表', '列', '怎样填', '可选内容']
  sheet.getRow(1).font = { bold: true }
  const ranges = new Map<string, string>()
  const listColumns = new Map<string, string>()
  let row = 2
  const line = (name: string, header: string, help: string, choices: readonly string[] = []) => {
    sheet.getRow(row).values = [name, header, help, choices.join('、')]
    row += 1
    if (choices.length === 0) return
    const key = choices.join('\n')
    const known = listColumns.get(key)
    if (known === undefined) {
      const column = 6 + listColumns.size
      sheet.getCell(1, column).value = header
      choices.forEach((choice, offset) => {
        sheet.getCell(offset + 2, column).value = choice
      })
      const { letter } = sheet.getColumn(column)
      listColumns.set(key, `'${INSTRUCTIONS_SHEET}'!$${letter}$2:$${letter}$${choices.length + 1}`)
    }
    const range = known ?? listColumns.get(key)
    if (range !== undefined) ranges.set(`${name}\n${header}`, range)
  }
  for (const { header, help, codec } of SCHEME_FIELDS) line(SCHEME_SHEET, header, help, codec.choices)
  for (const layout of SCHEME_TABLES) {
    const { sheet: name, help, kinds, information } = layout
    line(name, '（整张表）', help)
    if (kinds !== undefined) line(name, kinds.header, '这一行是什么', [...kinds.names.values()])
    for (const { header, help: words, codec } of writtenColumns(layout)) line(name, header, words, codec.choices)
    if (information !== undefined) line(name, information.header, '由系统按计分规则生成，供阅读；导入时不读')
  }
  for (const [column, width] of [14, 22, 60, 60].entries()) sheet.getColumn(column + 1).width = width
  return { rangeFor: (name, header) => ranges.get(`${name}\n${header}`) }
}

function rowsOf(layout: TableLayout, scheme: Scheme): readonly TableRow[] {
  const plain = (value: object): TableRow => row('', value)
  switch (layout) {
    case ITEMS:
      return scheme.items.map(plain)
    case NODES:
      return nodeRows(scheme)
    case GROUPS:
      return groupRows(scheme)
    case CAP_GROUPS:
      return scheme.capGroups.map(plain)
    case VETOES:
      return scheme.vetoes.map((veto) => row(veto.effect.kind, veto))
    case ESCALATIONS:
      return optionalRows(scheme.escalations, (rule) => rule.when.kind)
    case GRADES:
      return [
        ...scheme.grades.map((grade) => row('grade', grade)),
        ...scheme.quotas.map((quota) => row('quota', quota)),
      ]
    case CHECKS:
      return optionalRows(scheme.checks, (check) => check.kind)
    default:
      throw new Error(`no rows for ${layout.sheet}`)
  }
}

/** Of a list that a scheme may be without. */
const optionalRows = <T extends object>(list: readonly T[] | undefined, kindOf: (each: T) => string): TableRow[] =>
  list?.length === 0 ? [row(NO_ROWS, {})] : (list ?? []).map((each) => row(kindOf(each), each))

const row = (kind: string, value: object, information?: string): TableRow => ({
  kind,
  value: { ...value },
  ...(information === undefined ? {} : { information }),
})

/** Every node below the one that it belongs to, without recursion: a tree may be deep. */
function nodeRows(scheme: Scheme): readonly TableRow[] {
  const rows: TableRow[] = []
  const open: { node: SchemeNode; level: number; parent?: string }[] = [{ node: scheme.root, level: 1 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, level, parent } = next
    rows.push(row(node.kind, { ...node, level, ...(parent === undefined ? {} : { parent }) }, clauseOf(scheme, node)))
    if (node.kind === 'branch')
      for (const child of node.children.toReversed()) open.push({ node: child, level: level + 1, parent: node.code })
  }
  return rows
}

function groupRows(scheme: Scheme): readonly TableRow[] {
  const nodes = new Map<string, SchemeNode>()
  const open: SchemeNode[] = [scheme.root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    nodes.set(node.code, node)
    if (node.kind === 'branch') open.push(...node.children)
  }
  return scheme.groups.flatMap((group) => [
    row('group', group),
    ...group.overrides.map((override) => {
      const node = nodes.get(override.node)
      const changed =
        node?.kind === 'leaf' && override.excluded !== true
          ? { ...node, scoring: override.scoring ?? node.scoring, points: override.points ?? node.points }
          : undefined
      return row('override', { ...override, group: group.code }, changed === undefined ? '' : clauseOf(scheme, changed))
    }),
  ])
}
