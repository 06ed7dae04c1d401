import { DIGEST_CHANNEL_NAMES } from '@anjie/domain/messages/digestChannelNames'
import { colours, fonts, lineHeight, proseCharacters, spacing, textSizes } from '@anjie/tokens'
import { html, raw } from 'hono/html'
import { letterTime } from './letterTime.ts'
import type { OutboxLetter } from './readOutbox.ts'

const STYLE = `
body { margin: 0 auto; max-width: ${proseCharacters * 1.5}em; padding: ${spacing.grid * 3}px; background: ${colours.page};
  color: ${colours.ink}; font: ${textSizes.console}px/${lineHeight} ${fonts.text} }
article { margin: ${spacing.grid * 2}px 0; padding: ${spacing.grid * 2}px; background: ${colours.paper}; border: 1px solid ${colours.line};
  border-radius: ${spacing.radius}px }
h1 { font-size: 20px } h2 { margin: 0; font-size: 16px } p { margin: 0; color: ${colours.off} } ul { margin: ${spacing.grid}px 0 0; padding-left: 1.4em }`

/** 发件箱 of the local stage: what would have left the system, to whom and when. It is served on one's own machine only. */
export const outboxPage = (letters: readonly OutboxLetter[]) => html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>发件箱 · 安阶</title><style>${raw(STYLE)}</style></head>
<body>
<main>
<h1>发件箱</h1>
<p>本机演示：汇总和急件只存放在这里，不向外发送。共${letters.length}封，最近的在前。</p>
${letters.length === 0 ? html`<p>还没有发出过汇总。在“消息—汇总设置”中选择送达方式，工作日上午八点半后发出。</p>` : letters.map(letter)}
</main>
</body>
</html>`

const letter = ({ at, channel, address, subject, lines }: OutboxLetter) => html`
<article>
<h2>${subject}</h2>
<p>${letterTime(at)}　${DIGEST_CHANNEL_NAMES[channel]}　${address}</p>
<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
</article>`
