import type { ZipPart } from './zipDirectory.ts'

/** Parts by which a workbook does more than hold values, with what to do about each. */
const ACTIVE: readonly (readonly [RegExp, string])[] = [
  [
    /(^|\/)vbaProject\.bin$|\/macrosheets\//i,
    '工作簿里有宏，没有读取；请另存为“Excel 工作簿（.xlsx）”（不带宏的那一种）再导入',
  ],
  [/\/activeX\//i, '工作簿里有 ActiveX 控件，没有读取；请删去控件，或把数据复制到新的工作簿再导入'],
  [
    /\/externalLinks\//i,
    '工作簿引用了别的文件，数可能不是最新的，没有读取；请在“数据—编辑链接”里断开链接，或以“粘贴为数值”复制到新的工作簿再导入',
  ],
  [
    /(^|\/)connections\.xml$|\/queryTables\//i,
    '工作簿带有外部数据查询，没有读取；请删去查询，或以“粘贴为数值”复制到新的工作簿再导入',
  ],
]

/** Why a workbook is more than data, in Chinese with the remedy; undefined when it is plain. Looks at names of parts only. */
export function activeContent(parts: ReadonlyMap<string, ZipPart>): string | undefined {
  for (const name of parts.keys()) {
    const found = ACTIVE.find(([pattern]) => pattern.test(name))
    if (found !== undefined) return found[1]
  }
  return undefined
}
