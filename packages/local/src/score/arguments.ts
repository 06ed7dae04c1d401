import { parseArgs } from 'node:util'
import { err, ok, type Result } from '@anjie/kernel'

export const scoreUsage = `用法：
  anjie score --scheme <方案.json> --values <数据.csv 或 .xlsx> [选项]     计分
  anjie score <档案.json> [--seal <封签>] [--json]                        核对一份计分档案

计分的选项：
  --groups <分组.csv>       谁参加、在哪个分组；方案只有一个分组、或宽表里有“分组”列时可以不给
  --previous <上期榜单.json> 用来算升降：控制台导出的榜单，或以前的 --json 输出、档案
  --period <期间>           如 2026、2026-H1、2026-Q3、2026-05；年度方案可以不给
  --sheet <工作表>          工作簿里有几张数据表时指定一张
  --receipt <对象>          只输出这一个对象的得分凭据（代码或名称）
  --csv <输出.csv>          把排名表另存为 CSV（UTF-8 带 BOM，表格软件可直接打开）
  --archive <输出.json>     把输入和结果存成计分档案，并给出封签
  --json                    输出 JSON：每个对象、每个指标的名称、权重、数据、过程、得分

数据文件两种写法都认，CSV（UTF-8、UTF-16 带 BOM 或 GB18030/GBK）和 .xlsx 都行：
  长表  一行一个数：subject,item,period,value,status
        状态：reported 已报、missing 未报、not-applicable 不适用、invalid 无效
  宽表  一行一个对象，一列一个数据项：对象,名称,分组,期间,排查纠纷数,化解成功数……（名称、分组、期间可以没有）
        列名用数据项的名称或代码，可带单位或期间，如“排查纠纷数（件）”“排查纠纷数（2025）”
        格子里填数，或填 未报、不适用、无效；空白是没有填，不是零
表头可以在前 10 行的任一行，空行不管。
分组文件的列：subject,group,name

核对档案：
  先按录入时的规矩检查方案和数据，再重算，逐字节比较。--seal 给出公布的封签（64 位，印在公布的排名表和导出的
  工作簿下方，也在“公布”的办理记录和公开网站的考评办法页里），才能发现整份重做的假档案；不给时只说明档案内部是否一致。

不需要任何正在运行的系统。退出码：0 完整结果或档案完好；1 方案、数据或档案有问题；2 用法不对`

export type ScoreArguments =
  | { readonly kind: 'archive'; readonly archive: string; readonly seal: string | null; readonly json: boolean }
  | {
      readonly kind: 'score'
      readonly scheme: string
      readonly values: string
      readonly groups?: string | undefined
      readonly previous?: string | undefined
      readonly period?: string | undefined
      readonly sheet?: string | undefined
      readonly receipt?: string | undefined
      readonly csv?: string | undefined
      readonly archive?: string | undefined
      readonly json: boolean
    }
  | { readonly kind: 'help' }

const OPTIONS = {
  scheme: { type: 'string' },
  values: { type: 'string' },
  groups: { type: 'string' },
  previous: { type: 'string' },
  period: { type: 'string' },
  sheet: { type: 'string' },
  receipt: { type: 'string' },
  csv: { type: 'string' },
  archive: { type: 'string' },
  seal: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

const parse = (args: readonly string[]) => parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS })

/** What Node says of arguments that it cannot read, in Chinese. */
function refusal(args: readonly string[]): string {
  const known = new Map<string, { readonly type: 'string' | 'boolean' }>(Object.entries(OPTIONS))
  for (const [at, arg] of args.entries()) {
    if (arg === '--') break
    if (!/^-./.test(arg)) continue
    const [, name = '', given] = /^--([^=]*)(=.*)?$/s.exec(arg) ?? []
    const option = known.get(name)
    if (option === undefined) return `没有选项“${arg.slice(0, 40)}”`
    const next = args[at + 1]
    if (option.type === 'boolean' && given !== undefined) return `选项 --${name} 后面不带值`
    if (option.type === 'string' && given === undefined && (next === undefined || next.startsWith('-')))
      return `选项 --${name} 后面要有值`
  }
  return '参数看不懂'
}

const SEAL = /^[0-9a-f]{64}$/

/** Reads the arguments of `anjie score`; the error is one Chinese sentence. */
export function readArguments(args: readonly string[]): Result<ScoreArguments, string> {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch {
    return err(refusal(args))
  }
  const { values, positionals } = parsed
  const { json, help, seal, ...rest } = values
  if (help) return ok({ kind: 'help' })
  const empty = Object.entries({ ...rest, seal }).find(([, value]) => value !== undefined && value.trim() === '')
  if (empty !== undefined) return err(`选项 --${empty[0]} 的值是空的`)
  const [file, ...others] = positionals
  if (file !== undefined) {
    if (others.length > 0 || Object.values(rest).some((value) => value !== undefined))
      return err('核对档案时只给一个档案文件，可另加 --seal 和 --json')
    const published = seal?.trim().toLowerCase()
    if (published !== undefined && !SEAL.test(published)) return err('--seal 应为 64 位十六进制的封签，照公布的抄全')
    return ok({ kind: 'archive', archive: file, seal: published ?? null, json })
  }
  const { scheme, values: figures } = rest
  if (scheme === undefined || figures === undefined) return err('要有 --scheme 和 --values，或一个档案文件')
  if (seal !== undefined) return err('--seal 用于核对档案，请给出档案文件')
  return ok({ kind: 'score', ...rest, scheme, values: figures, json })
}
