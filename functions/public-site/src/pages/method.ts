import { dayText } from '@anjie/calendar-cn/plainDays'
import type { PublicMethod, PublicMethodNode, PublicResult } from '@anjie/contracts/vocabulary/publicRecords'
import { html } from 'hono/html'
import type { Frame, Html, PageContent } from '../page.ts'
import { METHOD_STATES } from '../words.ts'
import { factList, fictionMark, outsideLink, stateMark } from './parts.ts'

export const methodPage = (
  { links }: Frame,
  {
    method,
    nodes,
    results,
  }: {
    readonly method: PublicMethod
    readonly nodes: readonly PublicMethodNode[]
    readonly results: readonly PublicResult[]
  },
): PageContent => ({
  title: method.name,
  main: html`
${factList([
  ['状态', stateMark(METHOD_STATES[method.status])],
  ['年度', `${method.year}年`],
  ['考评对象', html`${method.subject}${fictionMark(method.province)}`],
  ['公布日期', method.publishedOn === undefined ? undefined : dayText(method.publishedOn)],
  ['方案代码与版本', html`<code>${method.code}</code>，第${method.version}版`],
  ['依据文件', sourceOf(method.source)],
])}
${method.definition === '' ? '' : html`<p>${method.definition}</p>`}
<h2>基本规则</h2>
${sentences(method.basics)}
${method.groups.length > 1 || method.groups.some(({ changes }) => changes.length > 0) ? groupsPart(method) : ''}
<h2>指标和计分</h2>
${nodesTable(nodes)}
${listPart('由台账汇总的数据', method.counted ?? [])}
${listPart('合并限额', method.capGroups)}
${
  method.vetoes.length === 0
    ? ''
    : html`<h2>一票否决</h2>
<ul>${method.vetoes.map(
        ({ name, rule, source }) =>
          html`<li><strong>${name}</strong>：${rule}${source === undefined ? '' : `依据：${source}。`}</li>`,
      )}</ul>`
}
${
  method.grades.length === 0
    ? ''
    : html`<h2>等次</h2>
<ol>${method.grades.map(({ name, conditions }) => html`<li><strong>${name}</strong>：${conditions}。</li>`)}</ol>
${method.quotas.length === 0 ? '' : sentences(method.quotas)}`
}
${listPart('递进督导', method.escalations ?? [])}
<h2>得分和名次</h2>
${sentences(method.ranking)}
<h2>缺少数据时</h2>
${sentences(method.missing)}
${resultsPart(results)}<p><a href="${links.to('/methods')}">全部考评办法</a></p>`,
})

/** The seals of what was published by this method, the newest first. */
const resultsPart = (results: readonly PublicResult[]): Html =>
  results.length === 0
    ? html``
    : html`<h2>按本办法公布的结果</h2>
<p>得分和名次在本级平安建设考评系统内公布。拿到一份计分归档的，可用“<code data-copied>anjie score 归档文件 --seal 封签</code>”离线重算，封签相符的才是当时公布的那一份。</p>
<ul>${results
        .toSorted((one, other) => (one.publishedOn < other.publishedOn ? 1 : -1))
        .map(
          ({ cycleName, publishedOn, engineVersion, seal }) =>
            html`<li><strong>${cycleName}</strong>：${dayText(publishedOn)}公布，规则版本${engineVersion}，封签<br><code>${seal}</code></li>`,
        )}</ul>
`

const sentences = (texts: readonly string[]): Html => html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`

const listPart = (title: string, texts: readonly string[]): Html =>
  texts.length === 0
    ? html``
    : html`<h2>${title}</h2>
${sentences(texts)}`

const sourceOf = ({ document, clause, url, note }: PublicMethod['source']): Html =>
  html`${document}${clause === undefined ? '' : ` ${clause}`}${note === undefined ? '' : `（${note}）`}${url === undefined ? '' : html` ${outsideLink(url)}`}`

const groupsPart = ({ groups }: PublicMethod): Html => html`<h2>分组</h2>
<p>按下列${groups.length}个组考评；没有写明不同的，各组适用同样的规则。</p>
<ul>${groups.map(
  ({ name, definition, changes }) =>
    html`<li><strong>${name}</strong>${definition === undefined ? '' : `：${definition}`}${changes.length === 0 ? '' : sentences(changes)}</li>`,
)}</ul>`

/** The root says only how the total is made; it stands above the table. */
function nodesTable(nodes: readonly PublicMethodNode[]): Html {
  const [root, ...rest] = nodes
  const shown = rest.length === 0 ? nodes : rest
  // A list of deductions gives its indicators neither points nor weights.
  const hasWorth = shown.some(({ points, weight }) => points !== undefined || weight !== undefined)
  const leaves = shown.filter(({ isHeading }) => !isHeading).length
  return html`${rest.length === 0 || root === undefined ? '' : html`<p>${root.clause}</p>`}
<table role="table">
<caption>共${leaves}项指标，按办法的顺序</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">指标</th>${hasWorth ? html`<th scope="col" role="columnheader">分值或权重</th>` : ''}<th scope="col" role="columnheader">计分规则</th></tr></thead>
<tbody role="rowgroup">${shown.map((node) => nodeRow(node, hasWorth))}</tbody>
</table>`
}

const DEEPEST_INDENT = 5

const nodeRow = (
  node: PublicMethodNode,
  hasWorth: boolean,
): Html => html`<tr role="row" class="level-${Math.min(node.level, DEEPEST_INDENT)}${node.isHeading ? ' heading' : ''}"><th scope="row" role="rowheader">${node.name}</th>${hasWorth ? html`<td role="cell" data-label="分值或权重">${worthOf(node)}</td>` : ''}<td role="cell" class="clause">${node.clause}${node.definition === undefined ? '' : html`<br><span class="off">说明：${node.definition}</span>`}${node.source === undefined ? '' : html`<br><span class="off">依据：${node.source}</span>`}</td></tr>
`

function worthOf({ points, weight }: PublicMethodNode): string {
  const worth = [points === undefined ? '' : `${points}分`, weight === undefined ? '' : `权重${weight}`]
    .filter((part) => part !== '')
    .join('，')
  return worth === '' ? '不单列' : worth
}
