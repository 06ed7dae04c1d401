import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Links } from './links.ts'
import { SITE_NAME } from './words.ts'

/** A piece of a page. Whatever is put into it as text is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** What a page knows of the request it answers and of the site around it. */
export interface Frame {
  readonly links: Links
  readonly path: string
  /** Address of this page at the site's own origin. */
  readonly canonical: string
  /** The calendar day in Beijing. */
  readonly today: string
  /** Name of the made-up province, when it publishes here. */
  readonly demoProvince: string | undefined
}

export interface PageContent {
  /** The only first-level heading. */
  readonly title: string
  readonly main: Html
}

const AREAS = [
  ['/titles', '称号查询'],
  ['/notices', '公示'],
  ['/objections', '异议查询'],
  ['/certificates', '证书核验'],
  ['/methods', '考评办法'],
  ['/listings', '挂牌督办'],
  ['/duty-posts', '岗位覆盖'],
  ['/counts', '平安家庭户数'],
  ['/open-data', '开放数据'],
  ['/about', '关于本站'],
] as const

/** The whole page around its content. */
export const page = (
  { links, path, canonical, demoProvince }: Frame,
  { title, main }: PageContent,
): Html => html`<!doctype html>
<html lang="zh-CN"${links.large ? html` class="large"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${path === '/' ? SITE_NAME : `${title} - ${SITE_NAME}`}</title>
<link rel="canonical" href="${canonical}">
<link rel="icon" href="data:,">
<link rel="alternate" type="application/atom+xml" title="公示与命名" href="${links.to('/feed.xml')}">
<link rel="stylesheet" href="${links.to('/style.css')}">
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="top"><div class="wrap">
<a class="size" href="${links.otherTypeSize}">${links.large ? '标准字号' : '大字版'}</a>
<a class="site" href="${links.to('/')}">${SITE_NAME}</a>
<nav aria-label="栏目"><ul>${AREAS.map(
  ([area, name]) =>
    html`<li><a href="${links.to(area)}"${path === area ? html` aria-current="page"` : ''}>${name}</a></li>`,
)}</ul></nav>
</div></header>
${
  demoProvince === undefined
    ? ''
    : html`<div class="note"><div class="wrap"><strong>演示数据</strong>：本站“${demoProvince}”的地名、单位名称、文号和证书均为虚构，仅供演示，不是任何机关的公告。</div></div>`
}
<main id="main"><div class="wrap">
<h1>${title}</h1>
${main}
</div></main>
<footer><div class="wrap">
<p>本站只公开单位与称号，不公开个人信息。内容更正后，五分钟内全站更新。</p>
<p><a href="${links.to('/about')}">数据来源与说明</a></p>
</div></footer>
</body>
</html>
`
