import { dayText } from '@anjie/calendar-cn/plainDays'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { LOG_PAGE_LINES, type LogHead } from '@anjie/contracts/vocabulary/public-log/publicLog'
import type { TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { DEMO_PROVINCE } from '@anjie/contracts/vocabulary/publicRecords'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { TITLE_STANDINGS, titleStanding } from '@anjie/domain/honours/titleStanding'
import { UNIT_KIND_NAMES } from '@anjie/domain/units/unitKindNames'
import { html } from 'hono/html'
import { ORDER_IN_WORDS } from '../catalogue/catalogue.ts'
import type { LinkQuery } from '../links.ts'
import type { Frame, Html, PageContent } from '../page.ts'
import { TITLES_PER_FILE, titleFiles } from '../titleFiles.ts'
import { aboutChanges, CHANGE_COLUMNS, type DataChange } from './dataChanges.ts'

interface Column {
  /** Field of the JSON file. */
  readonly field: string
  /** Heading of the CSV file. */
  readonly name: string
  /** 数据字典. */
  readonly about: string
  readonly value: (title: TitleToday, today: string) => string
}

/** The allow-list of both files: nothing else of a title leaves this site as data. */
export const COLUMNS: readonly Column[] = [
  { field: 'titleId', about: '称号在本站的编号，不变', name: '编号', value: ({ titleId }) => titleId },
  { field: 'provinceName', about: '命名时的省名', name: '省', value: ({ provinceName }) => provinceName },
  { field: 'cityName', about: '命名时的市名', name: '市', value: ({ cityName }) => cityName },
  { field: 'countyCode', about: '六位县级代码，现行', name: '县级代码', value: ({ county }) => county },
  { field: 'countyName', about: '命名时的县名', name: '县（市、区）', value: ({ countyName }) => countyName },
  {
    field: 'townshipName',
    about: '命名时所属的乡镇（街道），名单没有载明的为空',
    name: '乡镇（街道）',
    value: ({ townshipName }) => townshipName ?? '',
  },
  {
    field: 'unitId',
    about: '登记单位的编号，同一单位的各个称号相同；名单没有对应到登记单位的为空',
    name: '单位编号',
    value: ({ unitId }) => unitId ?? '',
  },
  { field: 'unitName', about: '命名时的名称', name: '单位', value: ({ unitName }) => unitName },
  {
    field: 'unitNameNow',
    about: '与命名时不同的，现在的名称',
    name: '单位现名',
    value: ({ unitName, unitNow }) => (unitNow === undefined || unitNow.name === unitName ? '' : unitNow.name),
  },
  {
    field: 'unitEndedOn',
    about: '单位已撤并的，最后一日',
    name: '单位撤并日期',
    value: ({ unitNow }) => unitNow?.endedOn ?? '',
  },
  {
    field: 'namesakeEndedOn',
    about: '同名单位已撤并、原名单没有载明是否本单位的，其最后一日',
    name: '同名单位撤并日期',
    value: ({ namesake }) => namesake?.endedOn ?? '',
  },
  { field: 'unitKind', about: '单位类别', name: '单位类别', value: ({ unitKind }) => UNIT_KIND_NAMES[unitKind] },
  { field: 'honourName', about: '称号名称', name: '称号', value: ({ honourName }) => honourName },
  { field: 'level', about: '国家级、省级、市级、县级', name: '级别', value: ({ level }) => TITLE_LEVEL_NAMES[level] },
  { field: 'grade', about: '称号分等级的，等级', name: '等级', value: ({ grade }) => grade ?? '' },
  { field: 'year', about: '命名年度', name: '年度', value: ({ year }) => String(year) },
  {
    field: 'state',
    about: '下载当日的状态，写法与网页相同',
    name: '状态',
    value: (title, today) => TITLE_STANDINGS[titleStanding(title, today)].word,
  },
  { field: 'issuer', about: '命名机关', name: '命名机关', value: ({ issuer }) => issuer ?? '' },
  {
    field: 'documentNumber',
    about: '命名文件的文号',
    name: '文号',
    value: ({ documentNumber }) => documentNumber ?? '',
  },
  { field: 'namedOn', about: '命名日期', name: '命名日期', value: ({ namedOn }) => namedOn ?? '' },
  {
    field: 'validUntil',
    about: '有效期最后一日，长期有效的为空',
    name: '有效期至',
    value: ({ validUntil }) => validUntil ?? '',
  },
  { field: 'serial', about: '证书编号', name: '证书编号', value: ({ serial }) => serial ?? '' },
  {
    field: 'certificateHash',
    about: '证书内容的校验值，与证书上的一致',
    name: '证书校验值',
    value: ({ certificateHash }) => certificateHash ?? '',
  },
  { field: 'sourceUrl', about: '取自公开名单的，名单网址', name: '来源', value: ({ source }) => source.url ?? '' },
  {
    field: 'fictional',
    about: '演示省份的为“是”',
    name: '虚构',
    value: ({ province }) => (province === DEMO_PROVINCE ? '是' : '否'),
  },
]

/** 格式变更: what was added to both files, the newest first. Nothing was ever taken out or given another meaning. */
export const FORMAT_CHANGES: readonly { readonly on: PlainDate; readonly text: string }[] = [
  { on: PlainDate.parse('2026-12-01'), text: '增加“单位编号”和“等级”两栏；另有数据变更表' },
]

/** 数据字典 as data. */
export const dictionary = () => ({
  fields: COLUMNS.map(({ field, name, about }) => ({ field, name, about })),
  changeFields: CHANGE_COLUMNS.map(({ field, name }) => ({ field, name })),
  changes: FORMAT_CHANGES,
})

export const titleRows = (titles: readonly TitleToday[], today: string): readonly (readonly string[])[] => [
  COLUMNS.map(({ name }) => name),
  ...titles.map((title) => COLUMNS.map(({ value }) => value(title, today))),
]

/** Values are text, exactly as in the CSV file; what a title does not have is an empty text. */
export const titleObjects = (titles: readonly TitleToday[], today: string): readonly Record<string, string>[] =>
  titles.map((title) => Object.fromEntries(COLUMNS.map(({ field, value }) => [field, value(title, today)])))

/** Links to every part of a list: one, or as many as it takes, each with the lines that it holds. */
export const fileLinks = (
  { links }: Frame,
  path: '/open-data/titles.csv' | '/open-data/titles.json',
  name: string,
  total: number,
  query: LinkQuery = {},
): Html => {
  const files = titleFiles(total)
  return html`${files.map(({ page, from, to }) =>
    files.length === 1
      ? html`<a href="${links.to(path, query)}">${name}</a>`
      : html`<a href="${links.to(path, { ...query, page })}">${name}第${page}部分（第${from}至${to}条）</a>　`,
  )}`
}

/** The log as the page tells of it. */
export interface ShownLog {
  readonly size: number
  readonly heads: readonly Pick<LogHead, 'day' | 'size' | 'root'>[]
  readonly newest: readonly DataChange[]
}

/** 公开日志: what it is, where its files are, and how it is checked. */
function aboutLog({ links, canonical }: Frame, log: ShownLog | undefined): Html {
  const origin = new URL(canonical).origin
  return html`<h2>证书的公钥</h2>
<p><a href="${links.to('/open-data/keys.json')}">公钥文件（<code>JWKS</code>）</a>：证书和日志摘要都用它核对，可长期保存；换用新公钥后，原有公钥仍在其中。签名用 <code>ES256</code>，格式是 <code>JOSE compact</code>；证书的 <code>typ</code> 是 <code>anjie-certificate</code>，日志摘要的是 <code>anjie-log-head</code>，任何支持这种格式的程序都能核对。</p>
<pre><code>anjie certificate verify 证书.pdf --keys keys.json</code></pre>
<h2 id="log">公开日志</h2>
<p>公示、命名、更正、撤销等每一次公布，都在公开日志里记一行，只增不改。每天对全部各行签一次名，叫做摘要；任何人存下一份摘要，以后就能证明在那以前公布的内容有没有被改过一行、删过一行。</p>
${
  log === undefined
    ? html`<p>现在还没有公布过内容。</p>`
    : html`<p>现有${log.size}行，每${LOG_PAGE_LINES}行一页：${pageLinks(links, log.size)}。</p>
<table role="table">
<caption>最近的日志摘要</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">日期</th><th scope="col" role="columnheader">行数</th><th scope="col" role="columnheader">根（<code>SHA-256</code>）</th><th scope="col" role="columnheader">签名</th></tr></thead>
<tbody role="rowgroup">${log.heads.map(
        ({ day, size, root }) =>
          html`<tr role="row"><th scope="row" role="rowheader">${dayText(day)}</th><td role="cell" data-name="行数">${size}</td><td role="cell" data-name="根"><code class="exact">${root}</code></td><td role="cell" data-name="签名"><a href="${links.to(`/open-data/log/heads/${day}.jws`)}">下载</a></td></tr>
`,
      )}</tbody>
</table>`
}
<p>核对办法：</p>
<pre><code>anjie log verify --site ${origin} --keys keys.json --from 以前的摘要.jws --copy 存放各行的文件夹</code></pre>
<p>格式（供自己写程序的人）：</p>
<ul>
<li>每行是一个 JSON 对象，键按字母顺序，没有空格，编码 <code>UTF-8</code>；<code>id</code> 是公布它的办理记录，<code>at</code> 是时刻。哈希时不含行末的换行。</li>
<li>哈希树按 <code>RFC 9162</code> 第2.1节：叶是 <code>SHA-256(0x00 || 行)</code>，节点是 <code>SHA-256(0x01 || 左 || 右)</code>。</li>
<li><code>/open-data/log/lines/0.jsonl</code>：第1至${LOG_PAGE_LINES}行；<code>/open-data/log/heads.json</code>：最近的摘要，更早的加参数 <code>before=日期</code>。</li>
<li><code>/open-data/log/inclusion.json?line=1&amp;size=2</code>：某行在前若干行的树里的包含证明；<code>/open-data/log/consistency.json?from=1&amp;to=2</code>：任意两次摘要之间的一致性证明。</li>
</ul>`
}

/** The first and the last pages: those between follow from their numbers. */
function pageLinks(links: Frame['links'], size: number): Html {
  const pages = Math.ceil(size / LOG_PAGE_LINES)
  const shown = pages <= 6 ? Array.from({ length: pages }, (_, at) => at) : [0, 1, pages - 2, pages - 1]
  return html`${shown.map(
    (page) => html`<a href="${links.to(`/open-data/log/lines/${page}.jsonl`)}">第${page + 1}页</a>　`,
  )}`
}

export const openDataPage = (frame: Frame, total: number, log: ShownLog | undefined): PageContent => ({
  title: '开放数据',
  main: html`
<p>全部已公开的称号，两种格式内容相同，任何人都可以下载使用。</p>
<ul>
<li>${fileLinks(frame, '/open-data/titles.csv', '称号表格（CSV）', total)}：<code>UTF-8</code> 编码，可直接用电子表格软件打开</li>
<li>${fileLinks(frame, '/open-data/titles.json', '称号数据（JSON）', total)}：供程序读取</li>
</ul>
<p>只要一部分：先在<a href="${frame.links.to('/titles')}">称号查询</a>里选好条件，再点列表下方的下载；文件与页面用同样的条件和顺序。</p>
<h2>说明</h2>
<ul>
<li>顺序：${ORDER_IN_WORDS}。</li>
<li>共${total}条，每个文件最多${TITLES_PER_FILE}条；一个文件放不下的分成几部分，每部分末行写明是第几部分、共几部分和下一部分的网址（程序用参数 <code>page</code>，下一部分的网址另在 <code>Link</code> 响应头和 <code>next</code> 字段中）。</li>
<li>单元格以等号等符号开头的，前面加了一个单引号，防止电子表格把它当作公式运行。</li>
<li>不含任何个人信息。</li>
</ul>
<h2>栏目</h2>
<table role="table">
<caption>表格栏目与数据字段对照</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">栏目</th><th scope="col" role="columnheader">字段</th><th scope="col" role="columnheader">含义</th></tr></thead>
<tbody role="rowgroup">${COLUMNS.map(
    ({
      name,
      field,
      about,
    }) => html`<tr role="row"><th scope="row" role="rowheader">${name}</th><td role="cell"><code>${field}</code></td><td role="cell">${about}</td></tr>
`,
  )}</tbody>
</table>
<p><a href="${frame.links.to('/open-data/dictionary.json')}">数据字典（JSON）</a></p>
<h3>格式变更</h3>
<ul>${FORMAT_CHANGES.map(({ on, text }) => html`<li>${dayText(on)}　${text}</li>`)}</ul>
<h2>订阅</h2>
<p><a href="${frame.links.to('/feed.xml')}">公示与命名（<code>Atom</code>）</a>：每批公示、每次命名各一条，可以用阅读器订阅。</p>
${aboutChanges(frame, log?.size ?? 0, log?.newest ?? [])}
${aboutLog(frame, log)}`,
})
