import type { LeagueRow, ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Receipt, Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { NodeScore, ScoreRun, SubjectScore } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { Decimal, plainText, roundDecimal } from '@anjie/kernel'
import { treeOfGroup } from '../scoring/boundTree.ts'
import { NODE_STATUS_NAMES } from '../scoring/nodeStatusNames.ts'
import { comparesWithPeers } from '../scoring/rescoreSubject.ts'
import { median } from './median.ts'

/** A node of one group's tree with its place in it. */
interface PlacedNode {
  readonly node: SchemeNode
  readonly depth: number
  readonly parent: string | null
}

/** 得分明细 of a run's subjects, one at a time: each node of its group's tree with its receipt. All of a province's townships at once would fill a function's memory. */
export function openScorecards(
  scheme: Scheme,
  run: ScoreRun,
  runId: ScoreRunRecord['id'],
): (row: LeagueRow) => Scorecard {
  const scores = new Map(run.subjects.map((subject) => [subject.subject, subject]))
  const trees = new Map(scheme.groups.map((group) => [group.code, placedNodes(treeOfGroup(scheme.root, group))]))
  const medians = groupMedians(scheme, run)
  return (row) => {
    const score = scores.get(row.subject)
    if (score === undefined) throw new Error(`run ${runId} has no score of ${row.subject}`)
    return {
      runId,
      subject: row.subject,
      row,
      ...vetoesOf(scheme, score),
      receipts: receiptsOf(
        score,
        trees.get(row.group) ?? new Map(),
        medians,
        scheme.missing.notApplicable === 'group-mean',
      ),
    }
  }
}

function vetoesOf({ vetoes }: Scheme, score: SubjectScore): Pick<Scorecard, 'vetoes'> {
  if (score.vetoes.length === 0) return {}
  const items = new Map(vetoes.map(({ code, item }) => [code, item]))
  return { vetoes: score.vetoes.map((veto) => ({ ...veto, item: items.get(veto.veto) ?? '' })) }
}

function receiptsOf(
  score: SubjectScore,
  tree: ReadonlyMap<string, PlacedNode>,
  medians: ReadonlyMap<string, string>,
  groupMeans: boolean,
): Receipt[] {
  return score.nodes.map((nodeScore) => {
    const placed = tree.get(nodeScore.node)
    if (placed === undefined) throw new Error(`node ${nodeScore.node} is not in the tree of group ${score.group}`)
    const { node } = placed
    const compares = node.kind === 'leaf' && comparesWithPeers(node, groupMeans)
    return receiptOf(nodeScore, placed, medians.get(`${score.group}\n${nodeScore.node}`) ?? null, compares)
  })
}

function receiptOf(
  score: NodeScore,
  { node, depth, parent }: PlacedNode,
  groupMedian: string | null,
  comparesPeers: boolean,
): Receipt {
  return {
    node: node.code,
    name: node.name,
    depth,
    parent,
    leaf: node.kind === 'leaf',
    comparesPeers,
    maxPoints: score.fullPoints,
    weight: node.weight ?? null,
    points: score.points,
    lostPoints: score.lost,
    status: score.status,
    statusName: NODE_STATUS_NAMES[score.status],
    rawValues: score.raw.map((figure) => ({
      item: figure.item,
      itemName: figure.name,
      unit: figure.unit,
      period: figure.period,
      status: figure.status,
      value: figure.value,
    })),
    steps: score.figures,
    clause: score.clause,
    groupMedian,
    nextBand: score.next,
  }
}

function placedNodes(root: SchemeNode | null): ReadonlyMap<string, PlacedNode> {
  const placed = new Map<string, PlacedNode>()
  const place = (node: SchemeNode, depth: number, parent: string | null): void => {
    placed.set(node.code, { node, depth, parent })
    if (node.kind === 'branch') for (const child of node.children) place(child, depth + 1, node.code)
  }
  if (root !== null) place(root, 0, null)
  return placed
}

/** Median points of each node over those of the group that have points, by group and node; rounded as the scheme rounds. */
function groupMedians(scheme: Scheme, run: ScoreRun): ReadonlyMap<string, string> {
  const columns = new Map<string, Decimal[]>()
  for (const subject of run.subjects)
    for (const node of subject.nodes) {
      if (node.points === null) continue
      const key = `${subject.group}\n${node.node}`
      const column = columns.get(key)
      if (column === undefined) columns.set(key, [new Decimal(node.points)])
      else column.push(new Decimal(node.points))
    }
  return new Map(
    [...columns].map(([key, column]) => [
      key,
      plainText(roundDecimal(median(column), scheme.rounding.digits, scheme.rounding.mode)),
    ]),
  )
}
