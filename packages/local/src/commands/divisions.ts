import { OneAnswer } from '@anjie/contracts/platform/command'
import { readDivisionFile } from '../listing/readDivisionFile.ts'
import { type PlatformCommandIo, platformCommandIo } from '../platformTarget.ts'
import { readLoadArguments } from './loadArguments.ts'

const usage = `用法：
  anjie divisions load <区划.json>                     载入本机开发系统（pnpm dev）
  anjie divisions load <区划.json> --stack test        载入本机测试系统
  anjie divisions load <区划.json> --function <名称>   载入云上系统：按AWS环境变量登录，名称见堆栈输出 PlatformFunction

  文件用通行的公开区划表（代码、名称、下级），含几个省时加 --province <省级代码>。空的系统由此开始：载入后才能登记第一位省级管理员；
  此后也可以由省级管理员在“行政区划沿革”页用文件补充。已登记的区划变更不受影响；重复载入不会改变任何内容。
  退出码：0 完成；1 未能载入；2 用法不对`

const EXIT = { complete: 0, refused: 1, usage: 2 } as const

/** `anjie divisions load`: takes a province's tree over into a system, an empty one too. */
export async function runDivisions(
  args: readonly string[],
  io: PlatformCommandIo = platformCommandIo,
): Promise<number> {
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
    const tree = readDivisionFile(asked.file, await io.read(asked.file), asked.province)
    if (!tree.ok) {
      for (const problem of tree.error) io.report(problem)
      return EXIT.refused
    }
    const invoke = await io.platform(asked.target)
    const answer = await invoke({ command: 'loadDivisions', divisions: tree.value })
    if (!answer.ok) {
      io.report(`没有载入：${answer.detail}`)
      return EXIT.refused
    }
    const { changed } = OneAnswer.parse(answer)
    const { province, cities, counties } = tree.value
    io.out(
      `${province.name}行政区划${changed ? '已载入' : '早已载入，没有变化'}：市级 ${cities.length} 个，县级 ${counties.length} 个`,
    )
    return EXIT.complete
  } catch (error) {
    io.report(`没有载入：${error instanceof Error ? error.message : String(error)}`)
    return EXIT.refused
  }
}
