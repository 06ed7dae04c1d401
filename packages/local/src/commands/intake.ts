import { parseArgs } from 'node:util'
import { faultText } from '@anjie/contracts/vocabulary/faultText'
import { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { readIntake } from '@anjie/documents/intake/readIntake'
import { err, ok, type Result } from '@anjie/kernel'
import { readingJson } from '../intake/readingJson.ts'
import { readingText } from '../intake/readingText.ts'
import { printable, printableJson } from '../score/printable.ts'
import { readJson, schemaProblems } from '../score/readJson.ts'
import { bytesOf, type ScoreIo } from './score.ts'

const usage = `用法：
  anjie intake read <文件.xlsx 或 .csv> --form <导入表.json> [--sheet <工作表>] [--json]

照导入表读一份文件：读得准的行列出来，读不准的逐格说明哪里不对、怎么改；标题、合计、说明行略过并注明。
导入表的写法和例子见 contracts/examples/README.md。文件可以是 .xlsx，或 CSV（UTF-8、UTF-16、GB18030；逗号、分号、制表符）。

不需要任何正在运行的系统。退出码：0 全部读入；1 有内容没有读入，或文件、导入表有问题；2 用法不对`

const EXIT = { complete: 0, incomplete: 1, usage: 2 } as const

interface Asked {
  readonly file: string
  readonly form: string
  readonly sheet: string | undefined
  readonly json: boolean
}

/** `anjie intake read`: what a file says by a form, offline; the same reader as in the console. */
export async function runIntake(args: readonly string[], io: ScoreIo): Promise<number> {
  const asked = readArguments(args)
  if (asked === 'help') {
    await io.out([`${usage}\n`])
    return EXIT.complete
  }
  if (asked === undefined) {
    io.report(usage)
    return EXIT.usage
  }
  const form = await formOf(asked.form, io)
  const bytes = await bytesOf(asked.file, io)
  const problems = [...(form.ok ? [] : form.error), ...(bytes.ok ? [] : bytes.error)]
  if (!form.ok || !bytes.ok) {
    for (const problem of problems) io.report(printable(problem))
    return EXIT.incomplete
  }
  const reading = await readIntake(bytes.value, form.value, { sheet: asked.sheet })
  if (!reading.ok) {
    io.report(printable(`${asked.file}：${reading.error}`))
    if (asked.json)
      await io.out([`${printableJson(JSON.stringify({ complete: false, fault: reading.error }, null, 2))}\n`])
    return EXIT.incomplete
  }
  const pieces = asked.json ? readingJson(reading.value) : readingText(reading.value, form.value)
  await io.out(asked.json ? jsonPieces(pieces) : pieces)
  return reading.value.refusals.length === 0 && reading.value.leftOut === 0 ? EXIT.complete : EXIT.incomplete
}

function* jsonPieces(pieces: Iterable<string>): Iterable<string> {
  for (const piece of pieces) yield printableJson(piece)
}

async function formOf(file: string, io: ScoreIo): Promise<Result<IntakeForm, readonly string[]>> {
  const bytes = await bytesOf(file, io)
  if (!bytes.ok) return bytes
  const json = readJson(file, bytes.value)
  if (!json.ok) return json
  const form = IntakeForm.safeParse(withoutNotes(json.value), { error: faultText })
  return form.success ? ok(form.data) : err(schemaProblems(file, form.error))
}

/** Keys that start with `//` or `$` are for whoever reads the file. */
const withoutNotes = (json: unknown): unknown =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
    ? Object.fromEntries(Object.entries(json).filter(([key]) => !/^(\/\/|\$)/.test(key)))
    : json

function readArguments(args: readonly string[]): Asked | 'help' | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        form: { type: 'string' },
        sheet: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return 'help'
    const [verb, file, ...rest] = positionals
    if (verb !== 'read' || file === undefined || rest.length > 0 || values.form === undefined) return undefined
    return { file, form: values.form, sheet: values.sheet, json: values.json }
  } catch {
    return undefined
  }
}
