import { dayText } from '@anjie/calendar-cn/plainDays'
import type { PublicTitleEvent, TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { TITLE_LEVEL_NAMES } from '@anjie/domain/honours/titleNames'
import { type TitleStanding, titleStanding } from '@anjie/domain/honours/titleStanding'
import { html } from 'hono/html'
import { certificateText } from '../certificateText.ts'
import type { Frame, Html, PageContent } from '../page.ts'
import type { CertificateToday } from '../publicData.ts'
import { placeOf, placeParts, unitNow } from '../words.ts'
import { factList, fictionMark } from './parts.ts'

export const certificateForm = ({ links }: Frame, typed: string): Html => html`
<form class="find" method="get" action="${links.to('/certificates/check')}">
<label for="serial">证书编号</label>
<input type="text" id="serial" name="serial" value="${typed}" maxlength="300" aria-describedby="serial-hint" autocomplete="off" spellcheck="false">
${links.large ? html`<input type="hidden" name="large" value="1">` : ''}
<button type="submit">核验</button>
<p class="hint" id="serial-hint">在证书下方，形如“<code>平安51-WL-2026-0001-7K3M</code>”。前后带了别的字、全角、空格、大小写都不影响。</p>
</form>`

export const certificatesPage = (frame: Frame): PageContent => ({
  title: '证书核验',
  main: html`
<p>输入证书编号，看证书是否有效、由谁在何时依据什么文件颁发。</p>
${certificateForm(frame, '')}
${addressWarning(frame)}`,
})

/** What a certificate is worth today. A title under re-check or rectification is still held. */
const VERDICTS = {
  valid: { word: '有效', tone: 'good', meaning: undefined },
  listed: { word: '有效', tone: 'good', meaning: undefined },
  upcoming: { word: '有效', tone: 'good', meaning: '这是续期的称号，自起始日起生效；在此之前以原证书为准。' },
  recheck: { word: '有效', tone: 'good', meaning: '该称号正在复核，复核结果公布前继续有效。' },
  rectify: { word: '有效', tone: 'good', meaning: '该单位正在限期整改，整改期内称号继续有效。' },
  expired: { word: '已到期', tone: 'due', meaning: '称号的有效期已满，证书不再有效。' },
  ended: { word: '已注销', tone: 'off', meaning: '单位已撤并，称号不再由任何单位使用，与违规无关。' },
  deregistered: { word: '已注销', tone: 'off', meaning: '单位合并或撤并，称号随之注销，与违规无关。' },
  'taken-back': {
    word: '命名已撤回',
    tone: 'off',
    meaning: '命名决定作出有误，已由另一份决定撤回，证书不再有效；与单位无关。',
  },
  revoked: { word: '已撤销', tone: 'seal', meaning: '称号已被撤销，证书不再有效。' },
} as const satisfies Record<TitleStanding, { word: string; tone: string; meaning: string | undefined }>

/** The paper says what was put right since; its title may well be held. */
const CORRECTED = {
  word: '已更正',
  tone: 'due',
  meaning: '这份证书的内容有误，已经更正，另发了新证书；这份不再使用。',
} as const

/** What is behind a number: the title today, its history, and whether its signed certificate is there yet. */
interface Found {
  readonly title: CertificateToday
  readonly events: readonly PublicTitleEvent[]
  readonly signed: { readonly isSigned: boolean; readonly lines: readonly number[] }
}

const replacedBy = ({ links }: Frame, serial: string, on: string | undefined): Html => html`
<p>${on === undefined ? '' : `${dayText(on)}更正，`}现在的证书编号是<a class="exact" href="${links.to('/certificates/check', { serial })}">${serial}</a>。以下是更正前所载的内容。</p>`

/** 仿冒网站: who stands behind a page is told by its address alone. */
export const addressWarning = ({ canonical }: Frame): Html => html`
<p class="hint">请看清浏览器地址栏：只有 <strong class="exact" data-copied>${new URL(canonical).host}</strong> 的核验结果算数。网址相似（多一个字母、换了后缀）的网站、截图和转发的页面都不可信；扫码打开的网址不是这个的，请不要相信，并告诉命名机关。</p>`

/** The certificate itself, and what others need to check it without this site. */
function files(
  { links }: Frame,
  serial: string,
  correctedTo: string | undefined,
  { isSigned, lines }: Found['signed'],
): Html {
  if (!isSigned && correctedTo !== undefined) return html`<p>这份证书更正时，电子证书还没有签发。</p>`
  if (!isSigned) return html`<p>电子证书正在签发，请过一两分钟再来下载。</p>`
  return html`
<ul>
<li><a download href="${links.to('/certificates/paper', { serial })}">电子证书（PDF）</a>：内有数字签名，与纸质证书内容相同</li>
<li><a download href="${links.to('/certificates/payload', { serial })}">签名文件</a>和<a href="${links.to('/open-data/keys.json')}">公钥</a>：可用自己的工具离线核对，办法见<a href="${links.to('/open-data')}">开放数据</a>。离线只能证明由签发机关签发、未被改动，是否更正或撤销以本页为准</li>
${lines.length === 0 ? '' : html`<li>公开日志第${lines.join('、')}行记有这项称号的公布</li>`}
</ul>`
}

export const certificatePage = (
  frame: Frame,
  { typed, serial }: { readonly typed: string; readonly serial: string | undefined },
  found: Found | undefined,
): PageContent => ({
  title: '证书核验结果',
  main:
    found !== undefined
      ? verdict(frame, found)
      : serial === undefined
        ? noNumber(frame, typed)
        : notFound(frame, typed, serial),
})

/** What was typed holds no number: nothing is said of a certificate. */
const noNumber = (frame: Frame, typed: string): Html => html`
<p class="verdict due">没有看到证书编号</p>
<p>“<span class="exact">${typed}</span>”里没有完整的证书编号。编号形如“<code>平安51-WL-2026-0001-7K3M</code>”，由五部分组成，请对照证书重新输入。</p>
${certificateForm(frame, typed)}`

const notFound = (frame: Frame, typed: string, serial: string): Html => html`
<p class="verdict stop">查无此证</p>
<p>没有编号为“<span class="exact">${serial}</span>”的证书。请对照证书逐字核对；仍查不到的，可能不是在本系统颁发，或者是伪造的。</p>
${certificateForm(frame, typed)}
${addressWarning(frame)}`

function verdict(frame: Frame, { title, events, signed }: Found): Html {
  const state = titleStanding(title, frame.today)
  const { word, tone, meaning } = title.correctedTo === undefined ? VERDICTS[state] : CORRECTED
  return html`
<p class="verdict ${tone}">${word}</p>
${meaning === undefined ? '' : html`<p>${meaning}</p>`}
${title.correctedTo === undefined ? '' : replacedBy(frame, title.correctedTo, title.correctedOn)}
${factList([
  ['称号', html`${title.honourName}（${TITLE_LEVEL_NAMES[title.level]}，${title.year}年）`],
  [
    '单位',
    html`<a href="${frame.links.to(`/units/${title.titleId}`)}">${title.unitName}</a>${fictionMark(title.province)}`,
  ],
  ['单位现状', unitNow(title)],
  ['所在地', placeParts([title.provinceName, ...placeOf(title).split(' ')]).join(' ')],
  ['证书编号', html`<span class="exact">${title.serial ?? ''}</span>`],
  ['命名机关', title.issuer],
  [
    '文号',
    title.documentNumber === undefined ? undefined : html`<span class="document">${title.documentNumber}</span>`,
  ],
  ['命名日期', title.namedOn === undefined ? undefined : dayText(title.namedOn)],
  [
    '撤回决定',
    title.takenBack === undefined
      ? undefined
      : html`<span class="document">${title.takenBack.documentNumber}</span>：${title.takenBack.reason}`,
  ],
  ['撤销决定', revokedBy(title)],
  ['注销情况', deregisteredBy(title)],
  ['整改期限', title.mendBy === undefined ? undefined : dayText(title.mendBy)],
  ['有效期自', title.validFrom === undefined ? undefined : dayText(title.validFrom)],
  ['有效期至', title.validUntil === undefined ? '不设期限' : dayText(title.validUntil)],
  [`${word}日期`, word === '有效' || title.correctedTo !== undefined ? undefined : endedOn(title, state, events)],
  ['校验值（SHA-256）', title.certificateHash === undefined ? undefined : html`<code>${title.certificateHash}</code>`],
])}
<h2>怎样自己核对</h2>
<ol>
<li>看证书上的单位、称号、文号、日期与本页是否逐字一致。</li>
<li>看浏览器地址栏是不是本站的网址，不要只看别人发来的截图。</li>
<li>需要从技术上确认证书内容没有改动的：把下面这一行文字按 <code>UTF-8</code> 编码计算SHA-256（末尾不加换行），结果应与校验值相同。</li>
</ol>
<pre><code>${certificateText(title)}</code></pre>
${title.serial === undefined ? '' : html`<h2>证书文件</h2>${files(frame, title.serial, title.correctedTo, signed)}`}
${addressWarning(frame)}
<h2>再查一个</h2>
${certificateForm(frame, '')}`
}

/** 撤销 by which decision and for what; also of one that an appeal took back, because it was published. */
const revokedBy = ({ revoked, restored }: TitleToday): Html | undefined =>
  revoked === undefined
    ? undefined
    : html`<span class="document">${revoked.documentNumber}</span>（${dayText(revoked.on)}）：${revoked.grounds}${
        restored === undefined
          ? `，${dayText(revoked.reapplyFrom)}起可以重新申报`
          : `；${dayText(restored.on)}经申诉变更，称号恢复`
      }`

/** 注销 says who stands in the unit's place. */
export const deregisteredBy = ({ deregistered }: TitleToday): string | undefined =>
  deregistered === undefined
    ? undefined
    : `${dayText(deregistered.on)}注销${deregistered.successors.length === 0 ? '' : `，由${deregistered.successors.join('、')}承继`}`

/** The day since which a certificate does not hold: the first step of the last unbroken run in this status. */
function endedOn(title: TitleToday, state: TitleStanding, events: readonly PublicTitleEvent[]): string | undefined {
  if (state === 'ended' && title.unitNow?.endedOn !== undefined) return dayText(title.unitNow.endedOn)
  if (state === 'expired' && title.validUntil !== undefined) return `${dayText(title.validUntil)}期满`
  const since = events.slice(events.findLastIndex((event) => event.status !== title.status) + 1)[0]
  return since === undefined ? undefined : dayText(since.on)
}
