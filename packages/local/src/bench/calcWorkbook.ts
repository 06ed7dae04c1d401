import type { BenchCase, BenchLeaf } from './provinceCase.ts'

/** `A`, `Z`, `AA`: the column letters of a spreadsheet, from 0. */
export function columnName(index: number): string {
  let name = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

function leafFormula({ rule, points, columns }: BenchLeaf, row: number, group: { from: number; to: number }): string {
  const [first = 0, second = 0] = columns
  const cell = (column: number) => `[Figures.${columnName(column)}${row + 1}]`
  const x = cell(first)
  const name = columnName(first)
  const peers = `[Figures.${name}$${group.from + 1}:.${name}$${group.to + 1}]`
  switch (rule) {
    case 'min-max':
      return `IF(MAX(${peers})=MIN(${peers});${points / 2};(${x}-MIN(${peers}))/(MAX(${peers})-MIN(${peers}))*${points})`
    case 'ratio-to-best':
      return `${x}/MAX(${peers})*${points}`
    case 'rank-step':
      return `MAX(0;${points}-(RANK(${x};${peers})-1)*0.02)`
    case 'goalposts':
      return `MIN(1;MAX(0;(${x}-60)/40))*${points}`
    case 'banded':
      return `${points}-MIN(${points};IF(${x}<70;0.6;IF(${x}<80;0.2;0)))`
    case 'events':
      return `${points}-MIN(${points};${x}*0.3)`
    case 'share':
      return `MIN(${points};MAX(0;${x}/${cell(second)}*${points}))`
    case 'slope':
      return `${points}-MIN(${points};MAX(0;95-MAX(${x};85))*0.02+MAX(0;85-${x})*0.05)`
    case 'threshold':
      return `MIN(${points};MAX(0;IF(${x}>=90;${points};${x}/90*${points})))`
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const formulaCell = (formula: string): string =>
  `<table:table-cell table:formula="of:=${escaped(formula)}" office:value-type="float"/>`
const numberCell = (value: number): string => `<table:table-cell office:value-type="float" office:value="${value}"/>`
const table = (name: string, rows: readonly string[]): string =>
  `<table:table table:name="${name}">${rows.map((row) => `<table:table-row>${row}</table:table-row>`).join('')}</table:table>`

/**
 * The case as a flat OpenDocument workbook: totals and ranks first, then one formula per subject and indicator, then the
 * figures. With `formulas` false the same cells hold numbers, which shows what opening alone costs.
 */
export function calcWorkbook({ leaves, figures, groups }: BenchCase, formulas: boolean): string {
  const lastLeaf = columnName(leaves.length - 1)
  const totals: string[] = []
  const points: string[] = []
  for (const group of groups) {
    for (let row = group.from; row <= group.to; row += 1) {
      const place = row + 1
      const peers = `[.B$${group.from + 1}:.B$${group.to + 1}]`
      totals.push(
        formulas
          ? formulaCell(`SUM([Points.A${place}:.${lastLeaf}${place}])`) +
              formulaCell(`ROUND([.A${place}];2)`) +
              formulaCell(`RANK([.B${place}];${peers})`)
          : numberCell(1) + numberCell(1) + numberCell(1),
      )
      points.push(
        leaves
          .map((leaf) => (formulas ? formulaCell(leafFormula(leaf, row, group)) : numberCell(leaf.points)))
          .join(''),
      )
    }
  }
  const data = figures.map((row) => Array.from(row, numberCell).join(''))
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>${table('Totals', totals)}${table('Points', points)}${table('Figures', data)}</office:spreadsheet></office:body></office:document>
`
}
