import { html } from 'hono/html'
import { type Catalogue, ORDER_IN_WORDS } from '../catalogue/catalogue.ts'
import type { Frame, Html, PageContent } from '../page.ts'
import { outsideLink } from './parts.ts'

export const aboutPage = (frame: Frame, titles: Catalogue['counted']): PageContent => ({
  title: '关于本站',
  main: html`
<h2>这里公开什么</h2>
<ul>
<li>称号：基层单位获得的平安建设称号，由谁、何时、依据什么文件命名，现在是什么状态。撤销、注销和到期的仍然保留并注明。</li>
<li>公示：拟命名的名单、公示期、异议方式和结果。</li>
<li>证书：按编号核验。</li>
<li>考评办法：<a href="${frame.links.to('/methods')}">考评什么、怎样计分</a>，由系统按实际计分的规则逐条生成。考评成绩和名次不在本站公布。</li>
<li>挂牌督办：按规定<a href="${frame.links.to('/listings')}">向社会公布</a>的文号、单位和期限。</li>
<li>岗位覆盖：县（市、区）自行<a href="${frame.links.to('/duty-posts')}">公布</a>的设岗和在任数，不含姓名。</li>
</ul>
<h2>称号怎样产生</h2>
<ol>
<li>单位申报，县级推荐，市级验收并实地核查，省级审核列入拟命名名单。</li>
<li>名单整批公示，公示期按工作日计算，以国务院办公厅公布的节假日安排为准。</li>
<li>公示期满、异议核查完毕后整批命名，同时编发证书。证书编号末四位是随机字符，不能由别的编号推算。</li>
</ol>
<h2>数据来源</h2>
<ul>
<li>经本系统申报、公示和命名的称号，命名后即时公开。</li>
<li>取自其他机关公开名单的称号，标为“名单所载”，并注明出处；名单只说明当年已命名，现行状态以发文机关为准。</li>
</ul>
${sources(titles)}
${
  frame.demoProvince === undefined
    ? ''
    : html`<h2>演示数据</h2>
<p>“${frame.demoProvince}”（代码99）是虚构的省份，名下的市、县、单位、文号和证书都是为演示编造的，与任何真实单位无关。凡属该省的内容都标有“（虚构）”。</p>`
}
<h2>排列顺序</h2>
<p>${ORDER_IN_WORDS}。网页、表格和数据文件用同一顺序。</p>
<h2>个人信息</h2>
<p>本站不发布个人姓名、住址、证件号码和个人电话。公示页上的联系方式是主办单位的办公联系方式。本站不用Cookie，不用脚本，不统计访问者。</p>
<h2>更正</h2>
<p>发现内容有误，请向主办单位反映。更正后，五分钟内全站更新。</p>`,
})

/** Each published list that titles were taken from, with how many. */
function sources(titles: Catalogue['counted']): Html {
  const counts = new Map<string, { url: string | undefined; name: string; count: number }>()
  for (const { group, count } of titles) {
    const { source, provinceName, honourName, year } = group
    if (source.kind !== 'public-listing') continue
    const name = `${provinceName} ${year}年 ${honourName}`
    const key = `${name} ${source.url ?? ''}`
    counts.set(key, { url: source.url, name, count: (counts.get(key)?.count ?? 0) + count })
  }
  if (counts.size === 0) return html``
  return html`<p>目前收录的公开名单：</p>
<ul>${[...counts.values()].map(
    ({ url, name, count }) => html`<li>${name}，${count}个${url === undefined ? '' : html`，${outsideLink(url)}`}</li>`,
  )}</ul>`
}
