import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Subject } from '@anjie/domain/scoring/figures'
import { err, ok, type Result } from '@anjie/kernel'
import { type Column, readTable } from './readTable.ts'

const columns: readonly Column[] = [
  { name: 'subject', headings: ['对象', '单位代码', '代码'], required: true },
  { name: 'group', headings: ['分组', '组别'], required: true },
  { name: 'name', headings: ['名称', '单位名称'], required: false },
]

/** Who is assessed, in which group: `subject,group,name`; the group by its code or name in the scheme. */
export function readGroups(
  file: string,
  bytes: Uint8Array,
  scheme: Scheme,
): Result<readonly Subject[], readonly string[]> {
  const table = readTable(file, bytes, columns)
  if (!table.ok) return table
  const codes = new Map(scheme.groups.flatMap(({ code, name }) => [[name, code] as const, [code, code] as const]))
  const subjects = new Map<string, Subject>()
  const problems: string[] = []
  for (const { line, cells } of table.value) {
    const refuse = (why: string) => problems.push(`${file} 第 ${line} 行：${why}`)
    const code = cells.get('subject') ?? ''
    const written = cells.get('group') ?? ''
    const group = codes.get(written)
    if (code === '' || code.length > 60) refuse('subject 应为 1 至 60 个字')
    else if (subjects.has(code)) refuse(`对象“${code}”重复`)
    else if (group === undefined)
      refuse(`方案中没有分组“${written}”，可用：${scheme.groups.map((one) => one.code).join('、')}`)
    else subjects.set(code, { code, name: cells.get('name') || code, group })
  }
  return problems.length > 0 ? err(problems) : ok([...subjects.values()])
}

/** Without a groups file everybody who has a value is assessed, in the scheme's only group. */
export function subjectsOf(codes: readonly string[], scheme: Scheme): Result<readonly Subject[], readonly string[]> {
  const [group, ...others] = scheme.groups
  if (group === undefined || others.length > 0) {
    return err([`方案有 ${scheme.groups.length} 个分组，请用 --groups 给出每个对象的分组（subject,group）`])
  }
  return ok([...new Set(codes)].map((code) => ({ code, name: code, group: group.code })))
}
