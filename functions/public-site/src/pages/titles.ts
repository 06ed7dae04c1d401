import type { TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { html } from 'hono/html'
import { ORDER_IN_WORDS, type TitleResult } from '../catalogue/catalogue.ts'
import {
  type Choice,
  DIMENSION_NAMES,
  type Dimension,
  dimensionName,
  isPlace,
  placesWithin,
  type TitleQuery,
  titleQueryParams,
} from '../catalogue/filters.ts'
import type { Frame, Html, PageContent } from '../page.ts'
import { fileLinks } from './openData.ts'
import { outsideLink, searchForm, titleTable } from './parts.ts'

export const TITLES_PER_PAGE = 50

/** The page that is shown of so many titles, when this one is asked for. */
export function pageOf(total: number, wanted: number): { number: number; pages: number; from: number } {
  const pages = Math.max(1, Math.ceil(total / TITLES_PER_PAGE))
  const number = Math.min(Math.max(1, wanted), pages)
  return { number, pages, from: (number - 1) * TITLES_PER_PAGE }
}

export interface ShownTitles extends ReturnType<typeof pageOf>, Pick<TitleResult, 'total' | 'choices' | 'goesOn'> {
  readonly shown: readonly TitleToday[]
}

export const titlesPage = (frame: Frame, query: TitleQuery, result: ShownTitles): PageContent => {
  const { total, pages, number, shown, goesOn } = result
  const params = titleQueryParams(query)
  const { q: _typed, after: _stretch, ...hidden } = params
  const file = { ...params, after: undefined }
  return {
    title: '称号查询',
    main: html`
${searchForm(frame, query.q, hidden)}
<div class="columns">
<div>
${searchedSoFar(frame, query, result)}${
  total === 0
    ? goesOn === undefined
      ? html`<p><strong>没有符合条件的称号。</strong>可以减少条件，或者<a href="${frame.links.to('/titles')}">查看全部</a>。</p>`
      : ''
    : html`<p class="jump"><a href="#filters">筛选条件</a></p>
${titleTable(frame, `${found(query, result)}，第${number}页，共${pages}页。${ORDER_IN_WORDS}。`, shown)}
${pageLinks(frame, params, number, pages)}
${sources(shown)}
<p>下载当前结果：${
        goesOn === undefined && query.after === ''
          ? html`${fileLinks(frame, '/open-data/titles.csv', '表格（CSV）', total, file)}　${fileLinks(frame, '/open-data/titles.json', '数据（JSON）', total, file)}`
          : html`<a href="${frame.links.to('/open-data/titles.csv', file)}">全省的表格（CSV）</a>　<a href="${frame.links.to('/open-data/titles.json', file)}">全省的数据（JSON）</a>`
      }</p>`
}
</div>
${filters(frame, query, result)}
</div>`,
  }
}

const found = ({ after }: TitleQuery, { total, goesOn }: ShownTitles): string =>
  after === '' && goesOn === undefined ? `共${total}个称号` : `这一段有${total}个称号`

/** A search without a place that many counties may answer: what was looked through, and the two ways on. */
function searchedSoFar(frame: Frame, query: TitleQuery, { goesOn }: ShownTitles): Html {
  const { after, ...whole } = query
  if (goesOn === undefined && after === '') return html``
  const first = html`<a href="${frame.links.to('/titles', titleQueryParams({ ...whole, after: '' }))}">从头查找</a>`
  return html`<p class="lead">可能符合的县（市、区）很多，按区划代码顺序分段查找。${
    goesOn === undefined
      ? html`这是最后一段。${first}`
      : html`其后还有${goesOn.counties}个县（市、区）没有查：<a class="act" href="${frame.links.to('/titles', titleQueryParams({ ...query, after: goesOn.after }))}">继续往后查找</a>${after === '' ? '' : html`　${first}`}。先选城市，或者多输入几个字，可以一次查完。`
  }</p>`
}

function filters(frame: Frame, query: TitleQuery, { choices }: ShownTitles): Html {
  const offered = DIMENSION_NAMES.filter((name) => choices[name].length > 0 || query.chosen[name] !== undefined)
  if (offered.length === 0 && query.batch === '') return html``
  return html`
<aside class="filters" id="filters" aria-label="筛选条件">
${offered.map((dimension) => filter(frame, query, dimension, choices[dimension]))}
${query.batch === '' ? '' : html`<p>只看一批命名的称号。<a href="${frame.links.to('/titles', titleQueryParams({ ...query, batch: '' }))}">取消</a></p>`}
</aside>`
}

function filter({ links }: Frame, query: TitleQuery, dimension: Dimension, choices: readonly Choice[]): Html {
  const chosen = query.chosen[dimension]
  const within = Object.fromEntries(placesWithin(dimension).map((place) => [place, undefined]))
  const linkWith = (value: string | undefined): string =>
    links.to('/titles', {
      ...titleQueryParams(query),
      ...within,
      ...(isPlace(dimension) ? { after: undefined } : {}),
      [dimension]: value,
    })
  return html`<h2>${dimensionName(dimension)}</h2>
<ul>${choices.map((choice) =>
    choice.chosen
      ? html`<li class="chosen" aria-current="true">${choice.word}<span class="count">（${choice.count}）</span></li>`
      : html`<li><a href="${linkWith(choice.value)}">${choice.word}</a><span class="count">（${choice.count}）</span></li>`,
  )}${chosen === undefined ? '' : html`<li><a href="${linkWith(undefined)}">不限${dimensionName(dimension)}</a></li>`}</ul>`
}

function pageLinks(
  { links }: Frame,
  params: Readonly<Record<string, string | undefined>>,
  number: number,
  pages: number,
): Html {
  if (pages === 1) return html``
  const link = (to: number, word: string): Html =>
    html`<a href="${links.to('/titles', { ...params, page: to })}">${word}</a>`
  return html`<nav class="pages" aria-label="翻页">${number > 1 ? link(number - 1, '上一页') : ''}<span>第${number}页 / 共${pages}页</span>${number < pages ? link(number + 1, '下一页') : ''}</nav>`
}

/** Where the lists came from that other bodies published and that were taken over here. */
function sources(titles: readonly TitleToday[]): Html {
  const listed = titles.filter(({ source }) => source.kind === 'public-listing')
  if (listed.length === 0) return html``
  const urls = [...new Set(listed.flatMap(({ source }) => (source.url === undefined ? [] : [source.url])))]
  return html`<p>“名单所载”的称号取自发文机关公开发布的名单，现行状态以发文机关为准。</p>${
    urls.length === 0 ? '' : html`<ul>${urls.map((url) => html`<li>${outsideLink(url)}</li>`)}</ul>`
  }`
}
