import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Subject } from '@anjie/domain/scoring/cell'
import { err, ok, type Result, textFault, tidyText } from '@anjie/kernel'
import type { OpenTable } from './openTable.ts'
import type { RowSubject } from './readRows.ts'
import { type Column, readTable } from './readTable.ts'

/** How offices head the column of who is assessed: its code where there is one, otherwise its name. */
export const SUBJECT_HEADINGS = ['单位代码', '代码', '行政区划代码', '对象', '考评对象', '单位']
export const GROUP_HEADINGS = ['分组', '组别']
export const NAME_HEADINGS = ['名称', '单位名称', '单位', '对象', '考评对象']
const LONGEST_CODE = 60
const LONGEST_NAME = 200

const columns: readonly Column[] = [
  { name: 'subject', headings: SUBJECT_HEADINGS, required: true },
  { name: 'group', headings: GROUP_HEADINGS, required: true },
  { name: 'name', headings: NAME_HEADINGS, required: false },
]

/** Who is assessed, in which group: `subject,group,name`; the group by its code or name in the scheme. */
export function readGroups(open: OpenTable, scheme: Scheme): Result<readonly Subject[], readonly string[]> {
  const table = readTable(open, columns)
  if (!table.ok) return table
  const subjects = new Map<string, Subject>()
  const problems: string[] = []
  for (const row of table.value) {
    const refuse = (why: string) => problems.push(`${open.name} 第 ${row.line} 行：${why}`)
    const code = tidyText(row.cell('subject'))
    const name = tidyText(row.cell('name'))
    const group = groupOf(row.cell('group'), scheme)
    const fault = row.fault ?? subjectFault(code, name)
    if (fault !== undefined) refuse(fault)
    else if (subjects.has(code)) refuse(`对象“${code}”重复`)
    else if (!group.ok) refuse(group.error)
    else subjects.set(code, { code, name: name || code, group: group.value })
  }
  return problems.length > 0 ? err(problems) : ok([...subjects.values()])
}

/** What is wrong with who a row is about: the same rule as for every text that is entered. */
export function subjectFault(code: string, name = ''): string | undefined {
  if (code === '' || code.length > LONGEST_CODE) return `“对象”（subject）应为 1 至 ${LONGEST_CODE} 个字`
  const fault = textFault(code, 'line')
  if (fault !== undefined) return `“对象”（subject）${fault}`
  if (name.length > LONGEST_NAME) return `“名称”最多 ${LONGEST_NAME} 个字`
  const nameFault = textFault(name, 'line')
  return nameFault === undefined ? undefined : `“名称”${nameFault}`
}

/** The group that is written by its code or name. */
export function groupOf(written: string, scheme: Scheme): Result<string, string> {
  const group = scheme.groups.find(({ code }) => code === written) ?? scheme.groups.find(({ name }) => name === written)
  return group === undefined
    ? err(`方案中没有分组“${written.slice(0, LONGEST_CODE)}”，可用：${scheme.groups.map((one) => one.code).join('、')}`)
    : ok(group.code)
}

/** Without a groups file everybody in the values is assessed: in the group that the sheet says, or in the scheme's only one. */
export function subjectsOf(
  file: string,
  rows: readonly RowSubject[],
  scheme: Scheme,
): Result<readonly Subject[], readonly string[]> {
  const [only, ...others] = scheme.groups
  const subjects: Subject[] = []
  const problems: string[] = []
  for (const { code, name = code, group: written } of rows) {
    if (written === undefined && (only === undefined || others.length > 0))
      return err([
        `方案有 ${scheme.groups.length} 个分组，请用 --groups 给出每个对象的分组（subject,group），或在宽表里加“分组”一列`,
      ])
    const group = written === undefined ? ok(only?.code ?? '') : groupOf(written, scheme)
    if (group.ok) subjects.push({ code, name, group: group.value })
    else problems.push(`${file}：对象“${code}”：${group.error}`)
  }
  return problems.length > 0 ? err(problems) : ok(subjects)
}
