import type { ArchivePart, ArchiveReport } from '@anjie/domain/scoring/archive'
import { printable } from './printable.ts'

const partNames: Readonly<Record<ArchivePart, string>> = {
  scheme: '方案',
  period: '期间',
  subjects: '对象与分组',
  values: '数据',
  previous: '上期榜单',
  result: '计分结果',
}

const MOST_LISTED = 20

const listed = (codes: readonly string[]): string =>
  `${codes.slice(0, MOST_LISTED).join('、')}${codes.length > MOST_LISTED ? ` 等 ${codes.length} 个` : ''}`

function resultLine(report: ArchiveReport): string | undefined {
  if (report.sameResult) return undefined
  if (report.inputFaults.length > 0) return '· 输入有问题，没有重算'
  if (report.reordered) return '· 计分结果的内容没有变，只是次序被改动'
  return `· 重算结果与档案不同的对象：${listed(report.differingRows) || '（仅汇总或说明不同）'}`
}

function headline({ sound, sealMatches }: ArchiveReport): string {
  if (!sound) return '档案有问题：'
  return sealMatches === null
    ? '档案内部一致：重算结果与档案逐字节一致。'
    : '档案完好：重算结果与档案逐字节一致，封签与公布的相同。'
}

/** What recomputing an archive showed, in words. */
export function archiveReport(report: ArchiveReport): string {
  const lines = [headline(report)]
  if (report.sealMatches === false)
    lines.push(`· 封签与公布的不同，这不是公布的那次计分的档案；公布的封签 ${report.publishedSeal}`)
  if (report.sealBroken) lines.push('· 封签与各部分的哈希不符，档案中的哈希被改动过')
  for (const part of report.changedParts) lines.push(`· “${partNames[part]}”与当时的哈希不符，已被改动`)
  if (report.changedSubjects.length > 0) lines.push(`· 数据被改动的对象：${listed(report.changedSubjects)}`)
  for (const fault of report.inputFaults.slice(0, MOST_LISTED)) lines.push(`· ${fault}`)
  if (report.inputFaults.length > MOST_LISTED) lines.push(`· 另有 ${report.inputFaults.length - MOST_LISTED} 处问题`)
  const result = resultLine(report)
  if (result !== undefined) lines.push(result)
  if (report.engineOfArchive !== report.engineOfToday)
    lines.push(`· 档案的引擎版本 ${report.engineOfArchive}，现在的引擎版本 ${report.engineOfToday}`)
  lines.push(`封签 ${report.seal}`)
  if (report.sealMatches === null)
    lines.push(
      '只核对了档案自身是否一致，整份重做的假档案也会一致。请用 --seal 给出公布的封签再核对：它印在公布的排名表和导出的工作簿下方，也在“公布”的办理记录里，省级的还在公开网站的考评办法页上。',
    )
  return lines.map(printable).join('\n')
}
