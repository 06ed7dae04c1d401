import { html } from 'hono/html'
import type { Frame, PageContent } from '../page.ts'
import { searchForm } from './parts.ts'

export const notFoundPage = (frame: Frame): PageContent => ({
  title: '没有这个页面',
  main: html`
<p>网址可能有误，或者内容已经移走。可以从这里查：</p>
${searchForm(frame, '')}
<p><a href="${frame.links.to('/')}">回首页</a></p>`,
})

/** Nothing of the fault is shown; the number leads the operator to its line in the log. */
export const failurePage = (frame: Frame, correlationId: string): PageContent => ({
  title: '暂时无法显示',
  main: html`
<p>系统出现意外情况，请稍后再试。如果一直如此，请把下面的编号告诉主办单位。</p>
<p>编号：<span class="exact">${correlationId}</span></p>
<p><a href="${frame.links.to('/')}">回首页</a></p>`,
})
