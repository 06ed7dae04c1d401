import { OneAnswer } from '@anjie/contracts/platform/command'
import { faultText } from '@anjie/contracts/vocabulary/faultText'
import { YearPlan } from '@anjie/contracts/vocabulary/notices/calendar'
import { err, ok, type Result } from '@anjie/kernel'
import { type PlatformCommandIo, platformCommandIo } from '../platformTarget.ts'
import { readJson, schemaProblems } from '../score/readJson.ts'
import { readLoadArguments } from './loadArguments.ts'

const usage = `用法：
  anjie calendar load <年份.json>                     导入本机开发系统（pnpm dev）
  anjie calendar load <年份.json> --stack test        导入本机测试系统
  anjie calendar load <年份.json> --function <名称>   导入云上系统：按AWS环境变量登录，名称见堆栈输出 PlatformFunction
  anjie calendar load <年份.json> --province <代码>   不是本系统所在省的，另写两位省级代码

  文件照国务院办公厅的通知填写，例：
  {
    "year": 2026,
    "source": { "title": "国务院办公厅关于2026年部分节假日安排的通知", "documentNumber": "国办发明电〔2025〕7号",
                "publishedOn": "2025-11-04", "url": "https://www.gov.cn/…" },
    "holidays": [{ "name": "元旦", "from": "2026-01-01", "to": "2026-01-03", "makeUpDays": ["2026-01-04"] }, …]
  }
  source（通知名称、文号、发布日期）必须填写，网址可以不填。系统照常运行，导入后即按新安排计算；重复导入不会改变任何内容。
  退出码：0 完成；1 未能导入；2 用法不对`

const EXIT = { complete: 0, refused: 1, usage: 2 } as const

/** `anjie calendar load`: takes an announced year over into a running system. */
export async function runCalendar(args: readonly string[], io: PlatformCommandIo = platformCommandIo): Promise<number> {
  const asked = readLoadArguments(args)
  if (asked === 'help') {
    io.out(usage)
    return EXIT.complete
  }
  if (asked === undefined) {
    io.report(usage)
    return EXIT.usage
  }
  try {
    const json = readJson(asked.file, await io.read(asked.file))
    const plan = json.ok ? readPlan(asked.file, json.value) : json
    if (!plan.ok) {
      for (const problem of plan.error) io.report(problem)
      return EXIT.refused
    }
    const invoke = await io.platform(asked.target)
    const answer = await invoke({ command: 'loadCalendar', province: asked.province, plan: plan.value })
    if (!answer.ok) {
      io.report(`没有导入：${answer.detail}`)
      return EXIT.refused
    }
    const { year, source } = plan.value
    const { changed } = OneAnswer.parse(answer)
    io.out(
      `${year}年节假日安排${changed ? '已导入' : '早已导入，没有变化'}：${source.title}（${source.documentNumber}）`,
    )
    return EXIT.complete
  } catch (error) {
    io.report(`没有导入：${error instanceof Error ? error.message : String(error)}`)
    return EXIT.refused
  }
}

function readPlan(file: string, content: unknown): Result<YearPlan, readonly string[]> {
  const plan = YearPlan.safeParse(content, { error: faultText })
  return plan.success ? ok(plan.data) : err(schemaProblems(file, plan.error))
}
