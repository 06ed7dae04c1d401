import type { ArchivePart, ArchiveReport } from '@anjie/domain/scoring/archive'

const partNames: Readonly<Record<ArchivePart, string>> = {
  scheme: '方案',
  period: '期间',
  subjects: '对象与分组',
  values: '数据',
  previous: '上期榜单',
  result: '计分结果',
}

const listed = (codes: readonly string[]): string =>
  `${codes.slice(0, 20).join('、')}${codes.length > 20 ? ` 等 ${codes.length} 个` : ''}`

/** What recomputing an archive showed, in words. */
export function archiveReport(report: ArchiveReport): string {
  const lines = [report.sound ? '档案完好：重算结果与档案逐字节一致。' : '档案有问题：']
  if (report.sealBroken) lines.push('· 封签与各部分的哈希不符，档案中的哈希被改动过')
  for (const part of report.changedParts) lines.push(`· “${partNames[part]}”与当时的哈希不符，已被改动`)
  if (report.changedSubjects.length > 0) lines.push(`· 数据被改动的对象：${listed(report.changedSubjects)}`)
  if (!report.sameResult)
    lines.push(`· 重算结果与档案不同的对象：${listed(report.differingRows) || '（仅汇总或说明不同）'}`)
  if (report.engineOfArchive !== report.engineOfToday) {
    lines.push(`· 档案的引擎版本 ${report.engineOfArchive}，现在的引擎版本 ${report.engineOfToday}`)
  }
  lines.push(`封签 ${report.seal}`)
  return lines.join('\n')
}
