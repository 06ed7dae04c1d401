import { parseArgs } from 'node:util'
import { type ImportReport, importListing } from '../listing/importListing.ts'
import { readDivisionFile } from '../listing/readDivisionFile.ts'
import { readListing } from '../listing/readListing.ts'
import { type PlatformCommandIo, type PlatformTarget, platformCommandIo, platformTarget } from '../platformTarget.ts'

const usage = `用法：
  anjie import <名单.csv> --divisions <区划.json>                     导入本机开发系统（pnpm dev）
  anjie import <名单.csv> --divisions <区划.json> --stack test        导入本机测试系统
  anjie import <名单.csv> --divisions <区划.json> --function <名称>   导入云上系统：按AWS环境变量登录，名称见堆栈输出 PlatformFunction

  名单的表头：year,level,honour,city,county,township,unit,source_url（或相应中文），CSV（UTF-8、UTF-16 或 GBK）或 .xlsx 均可；合计行、标题行略过，
  另可有 issuer（命名机关）一栏；撤销、续期的名单有“变动”一栏（撤销另填变动日期、文号、事由，续期另填有效期至、原命名年度）。区划文件里的市、县可写 formerNames（曾用名），文件末可写 readings（地名读音：
  代码、名称、带声调的拼音、来源），公众按当地读法也能查到。
  区划文件用通行的公开区划表（代码、名称、下级）也行，含几个省时加 --province <省级代码>。
  名单含外省的行时加 --leave <市名,市名>：这些市的行略过，其余认不出的都算未能导入。
  重复导入不会改变任何内容。退出码：0 全部导入；1 有行未能导入，或者导入失败；2 用法不对`

const EXIT = { complete: 0, incomplete: 1, usage: 2 } as const
const ROWS_SHOWN = 30

/** `anjie import`: takes a public listing over into a system, and says line by line what came of it. */
export async function runImport(args: readonly string[], io: PlatformCommandIo = platformCommandIo): Promise<number> {
  const asked = readArguments(args)
  if (asked === 'help') {
    io.out(usage)
    return EXIT.complete
  }
  if (asked === undefined) {
    io.report(usage)
    return EXIT.usage
  }
  try {
    const divisions = readDivisionFile(asked.divisions, await io.read(asked.divisions), asked.province)
    const listing = await readListing(asked.listing, await io.read(asked.listing))
    const problems = [...(divisions.ok ? [] : divisions.error), ...(listing.ok ? [] : listing.error)]
    if (!divisions.ok || !listing.ok) {
      for (const problem of problems) io.report(problem)
      return EXIT.incomplete
    }
    const platform = await io.platform(asked.target)
    const report = await importListing(listing.value, divisions.value, platform, asked.leave)
    for (const line of resultTable(divisions.value.province.name, report)) io.out(line)
    return report.refused.length === 0 ? EXIT.complete : EXIT.incomplete
  } catch (error) {
    io.report(`导入没有完成：${error instanceof Error ? error.message : String(error)}`)
    return EXIT.incomplete
  }
}

function resultTable(province: string, { created, unchanged, refused, leftOut }: ImportReport): string[] {
  return [
    `${province}公开名单导入结果`,
    `  新增或变动  ${created}`,
    `  已有，未变  ${unchanged}`,
    `  未能导入    ${refused.length}`,
    ...shown(refused.map(({ row, reason }) => `第${row}行：${reason}`)),
    ...(leftOut.length === 0 ? [] : [`  外省，略过  ${leftOut.length}`]),
    ...shown([...new Set(leftOut.map(({ place }) => place))]),
  ]
}

const shown = (lines: readonly string[]): string[] => [
  ...lines.slice(0, ROWS_SHOWN).map((line) => `    ${line}`),
  ...(lines.length > ROWS_SHOWN ? [`    另有${lines.length - ROWS_SHOWN}项`] : []),
]

interface Asked {
  readonly listing: string
  readonly divisions: string
  /** Code of the province, where the file of divisions has several. */
  readonly province: string | undefined
  readonly target: PlatformTarget
  /** Cities of other provinces. */
  readonly leave: ReadonlySet<string>
}

const namesIn = (list: string | undefined): ReadonlySet<string> =>
  new Set(
    (list ?? '')
      .split(/[,，、]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )

function readArguments(args: readonly string[]): Asked | 'help' | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        divisions: { type: 'string' },
        province: { type: 'string' },
        stack: { type: 'string' },
        function: { type: 'string' },
        leave: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    if (values.help === true) return 'help'
    const [listing, ...rest] = positionals
    const target = platformTarget(values.stack, values.function)
    if (listing === undefined || rest.length > 0 || values.divisions === undefined || target === undefined) {
      return undefined
    }
    return { listing, divisions: values.divisions, province: values.province, target, leave: namesIn(values.leave) }
  } catch {
    return undefined
  }
}
