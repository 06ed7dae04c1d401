import { parseArgs } from 'node:util'
import { err, ok, type Result } from '@anjie/kernel'

export const scoreUsage = `用法：
  anjie score --scheme <方案.json> --values <数据.csv> [--groups <分组.csv>] [--previous <上期榜单.json>]
              [--period <期间>] [--archive <输出的档案.json>] [--json]
  anjie score <档案.json>

  数据.csv 的列：subject,item,period,value,status（reported 已报、missing 未报、not-applicable 不适用、invalid 无效）
  分组.csv 的列：subject,group,name；方案只有一个分组时可以不给
  不需要任何正在运行的系统。退出码：0 完整结果；1 方案、数据或档案有问题；2 用法不对`

export type ScoreArguments =
  | { readonly kind: 'archive'; readonly archive: string; readonly json: boolean }
  | {
      readonly kind: 'score'
      readonly scheme: string
      readonly values: string
      readonly groups?: string | undefined
      readonly previous?: string | undefined
      readonly period?: string | undefined
      readonly archive?: string | undefined
      readonly json: boolean
    }
  | { readonly kind: 'help' }

export function readArguments(args: readonly string[]): Result<ScoreArguments, string> {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  if (values.help) return ok({ kind: 'help' })
  const { scheme, values: figures, groups, previous, period, archive, json } = values
  const [file, ...others] = positionals
  if (file !== undefined) {
    const alone =
      others.length === 0 && [scheme, figures, groups, previous, period, archive].every((one) => one === undefined)
    return alone ? ok({ kind: 'archive', archive: file, json }) : err('核对档案时只给一个档案文件')
  }
  if (scheme === undefined || figures === undefined) return err('要有 --scheme 和 --values，或一个档案文件')
  return ok({ kind: 'score', scheme, values: figures, groups, previous, period, archive, json })
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      scheme: { type: 'string' },
      values: { type: 'string' },
      groups: { type: 'string' },
      previous: { type: 'string' },
      period: { type: 'string' },
      archive: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
