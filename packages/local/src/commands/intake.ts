import { parseArgs } from 'node:util'
import { faultText } from '@anjie/contracts/vocabulary/faultText'
import { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { readIntake } from '@anjie/documents/intake/readIntake'
import { templateWorkbook } from '@anjie/documents/intake/templateWorkbook'
import { divisionForm, divisionHistoryForm } from '@anjie/domain/intake/divisionForm'
import { listingForm } from '@anjie/domain/intake/listingForm'
import { postsForm } from '@anjie/domain/intake/postsForm'
import { unitForm } from '@anjie/domain/intake/unitForm'
import { err, ok, type Result } from '@anjie/kernel'
import { readingJson } from '../intake/readingJson.ts'
import { readingText } from '../intake/readingText.ts'
import { printable, printableJson } from '../score/printable.ts'
import { readJson, schemaProblems } from '../score/readJson.ts'
import { bytesOf, type ScoreIo } from './score.ts'

/** Forms of the system itself, by the names that one types. */
const OWN_FORMS = {
  units: unitForm,
  divisions: divisionForm,
  'division-history': divisionHistoryForm,
  listing: listingForm,
  posts: postsForm({ ofPlaces: true }),
} as const satisfies Record<string, IntakeForm>

const usage = `用法：
  anjie intake read <文件.xlsx 或 .csv> --form <导入表> [--sheet <工作表>] [--json]
  anjie intake template --form <导入表> --out <文件.xlsx>

照导入表读一份文件：读得准的行列出来，读不准的逐格说明哪里不对、怎么改；标题、合计、说明行略过并注明。
导入表是一份 .json，写法和例子见 contracts/examples/README.md；或用现成的：${Object.keys(OWN_FORMS).join('、')}。
template 写出照这份导入表填写的模板：表头、可选内容、填写说明，填好后 read 读得回来。文件可以是 .xlsx，或 CSV（UTF-8、UTF-16、GB18030；逗号、分号、制表符）。

不需要任何正在运行的系统。退出码：0 全部读入；1 有内容没有读入，或文件、导入表有问题；2 用法不对`

const EXIT = { complete: 0, incomplete: 1, usage: 2 } as const

interface Asked {
  /** To read; or to write a template to. */
  readonly verb: 'read' | 'template'
  readonly file: string
  readonly form: string
  readonly sheet: string | undefined
  readonly json: boolean
}

/** `anjie intake`: what a file says by a form, offline, by the same reader as in the console; and the template of a form. */
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
  if (asked.verb === 'template') return writeTemplate(asked.file, form, io)
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

async function writeTemplate(file: string, form: Result<IntakeForm, readonly string[]>, io: ScoreIo): Promise<number> {
  if (!form.ok) {
    for (const problem of form.error) io.report(printable(problem))
    return EXIT.incomplete
  }
  await io.write(file, [await templateWorkbook({ form: form.value })])
  await io.out([`${file}：“${form.value.name}”的模板，${form.value.fields.length} 列\n`])
  return EXIT.complete
}

function* jsonPieces(pieces: Iterable<string>): Iterable<string> {
  for (const piece of pieces) yield printableJson(piece)
}

async function formOf(file: string, io: ScoreIo): Promise<Result<IntakeForm, readonly string[]>> {
  const own = new Map<string, IntakeForm>(Object.entries(OWN_FORMS)).get(file)
  if (own !== undefined) return ok(own)
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
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return 'help'
    const [verb, file, ...rest] = positionals
    if (values.form === undefined || rest.length > 0) return undefined
    if (verb === 'template' && file === undefined && values.out !== undefined)
      return { verb, file: values.out, form: values.form, sheet: undefined, json: false }
    if (verb !== 'read' || file === undefined || values.out !== undefined) return undefined
    return { verb, file, form: values.form, sheet: values.sheet, json: values.json }
  } catch {
    return undefined
  }
}
