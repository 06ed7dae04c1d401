import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoreRun } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { type CsvCell, csvOf } from '@anjie/documents/csv'
import { byRank, remarkOf } from './scoreTable.ts'

const figure = (text: string | null | undefined, absent = ''): CsvCell =>
  text === null || text === undefined ? absent : { figure: text }

/** The result as CSV for a spreadsheet: one row a subject, group by group, with the points of the headings below the root. */
export function tableCsv(run: ScoreRun, scheme: Scheme): Uint8Array {
  const headings = scheme.root.kind === 'branch' ? scheme.root.children : []
  const groupNames = new Map(run.groups.map(({ group, name }) => [group, name]))
  const rows = run.groups.flatMap(({ group }) => run.subjects.filter((row) => row.group === group).toSorted(byRank))
  return csvOf([
    ['分组', '名次', '代码', '名称', '得分', '等次', '升降', ...headings.map(({ name }) => name), '说明'],
    ...rows.map((row) => {
      const points = new Map(row.nodes.map((node) => [node.node, node.points]))
      return [
        groupNames.get(row.group) ?? row.group,
        figure(row.rank, '不排名'),
        row.subject,
        row.name,
        figure(row.published, '无得分'),
        row.grade?.name ?? '',
        figure(row.rankChange),
        ...headings.map(({ code }) => figure(points.get(code))),
        remarkOf(row),
      ]
    }),
  ])
}
