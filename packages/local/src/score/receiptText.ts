import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { NodeScore, ScoreRun, SubjectScore } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { treeOfGroup } from '@anjie/domain/scoring/boundTree'
import { NODE_STATUS_NAMES } from '@anjie/domain/scoring/nodeStatusNames'
import { openVetoRemark } from '@anjie/domain/scoring/vetoes'
import { printable } from './printable.ts'

interface PlacedNode {
  readonly node: SchemeNode
  readonly depth: number
}

function placedNodes(scheme: Scheme, groupCode: string): ReadonlyMap<string, PlacedNode> {
  const placed = new Map<string, PlacedNode>()
  const add = (node: SchemeNode, depth: number): void => {
    placed.set(node.code, { node, depth })
    if (node.kind === 'branch') for (const child of node.children) add(child, depth + 1)
  }
  const group = scheme.groups.find(({ code }) => code === groupCode)
  const root = group === undefined ? null : treeOfGroup(scheme.root, group)
  if (root !== null) add(root, 0)
  return placed
}

function nodeLines(score: NodeScore, placed: PlacedNode | undefined): readonly string[] {
  const name = placed === undefined ? score.node : `${placed.node.name}（${score.node}）`
  const weight = placed?.node.weight === undefined ? '' : `，权重 ${placed.node.weight}`
  const full = score.fullPoints === null ? '' : `／满分 ${score.fullPoints}`
  const points = score.points === null ? NODE_STATUS_NAMES[score.status] : `${score.points} 分`
  const lost = score.lost === null || score.lost === '0' ? '' : `，失 ${score.lost} 分`
  return [
    `${name}：${points}${full}${weight}${lost}`,
    ...score.raw.map(
      ({ name: item, unit, period, status, value }) =>
        `  数据：${item} ${period} ${value === null ? NODE_STATUS_NAMES[status === 'reported' ? 'scored' : status] : `${value}${unit}`}`,
    ),
    ...(score.clause === '' ? [] : [`  规则：${score.clause}`]),
    ...score.figures.map(({ label, value }) => `  过程：${label} = ${value}`),
    ...(score.next === null ? [] : [`  再进一档：${score.next}`]),
  ].map((line) => `${'  '.repeat(placed?.depth ?? 0)}${line}`)
}

/** 得分凭据 of one subject, for a terminal: every indicator with its figures, rule, steps and points. */
export function receiptText(run: ScoreRun, row: SubjectScore, scheme: Scheme): string {
  const placed = placedNodes(scheme, row.group)
  const place = row.rank === null ? (row.notRanked?.reason ?? '不排名') : `第 ${row.rank} 名（共 ${row.rankedOf} 个）`
  return [
    `${run.schemeName}  ${run.period}  引擎 ${run.engine}`,
    `${row.name === row.subject ? '' : `${row.name} `}${row.subject}：${row.published ?? '无得分'}，${place}${row.grade === null ? '' : `，${row.grade.name}`}`,
    ...row.vetoes.map(({ name, consequence }) => `否决事项 ${name}：${consequence}`),
    ...(row.openVetoes ?? []).map(openVetoRemark),
    '',
    ...row.nodes.flatMap((node) => nodeLines(node, placed.get(node.node))),
  ]
    .map(printable)
    .join('\n')
}
