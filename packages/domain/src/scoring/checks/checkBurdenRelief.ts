import type { Finding } from '@anjie/contracts/vocabulary/schemes/scheme'
import { type Check, finding } from './checkContext.ts'

/**
 * 《整治形式主义为基层减负若干规定》 (2024): press coverage and leaders' written comments are no content of assessment;
 * photos and screenshots are no proof of work; activity in apps and groups is no measure.
 */
const BARRED: readonly { readonly pattern: RegExp; readonly check: string; readonly what: string }[] = [
  {
    pattern: /新闻报道|媒体(报道|发稿|宣传)|发稿|刊发|宣传报道|见报|信息采用/,
    check: 'press-coverage',
    what: '新闻宣传、媒体发稿',
  },
  { pattern: /批示/, check: 'leaders-comments', what: '领导批示' },
  {
    pattern: /(转发|点赞|点击|打卡|签到|关注|下载|注册|活跃)(量|率|数|次数)|积分排名/,
    check: 'app-activity',
    what: '政务应用程序的点击、打卡、转发等',
  },
]
const TRACE = /照片|截图|留痕|影像/

export const checkBurdenRelief: Check = ({ scheme, nodes }) => {
  const findings: Finding[] = []
  const judge = (code: string, name: string, text: string): void => {
    for (const { pattern, check, what } of BARRED)
      if (pattern.test(text))
        findings.push(
          finding(
            'warning',
            `burden-relief.${check}`,
            code,
            `“${name}”：2024年基层减负规定不允许把${what}作为考核内容，请确认依据或删除`,
          ),
        )
  }
  for (const { node } of nodes) {
    judge(node.code, node.name, `${node.name}${node.definition ?? ''}`)
    if (node.kind === 'leaf' && node.evidence.some((entry) => TRACE.test(entry)))
      findings.push(
        finding(
          'warning',
          'burden-relief.traces',
          node.code,
          `“${node.name}”：2024年基层减负规定不允许以照片、截图等留痕作为工作依据`,
        ),
      )
  }
  const judged = new Set(findings.map((entry) => entry.check))
  for (const item of scheme.items) {
    const before = findings.length
    judge(item.code, item.name, `${item.name}${item.definition}`)
    if (item.evidence !== undefined && TRACE.test(item.evidence))
      findings.push(
        finding(
          'warning',
          'burden-relief.traces',
          item.code,
          `“${item.name}”：2024年基层减负规定不允许以照片、截图等留痕作为工作依据`,
        ),
      )
    // One warning is enough when the indicator and its item say the same.
    for (let at = findings.length - 1; at >= before; at -= 1)
      if (judged.has(findings[at]?.check ?? '')) findings.splice(at, 1)
  }
  return findings
}
