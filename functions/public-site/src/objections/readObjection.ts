import {
  MAX_OBJECTION_BYTES,
  MAX_OBJECTION_FILES,
  OBJECTION_FILE_TYPES,
  type ObjectionFile,
} from '@anjie/contracts/vocabulary/objections/objection'
import type { PublicNotice } from '@anjie/contracts/vocabulary/publicRecords'
import { line, lines } from '@anjie/contracts/vocabulary/text'
import { agreesWithType } from '@anjie/domain/submissions/fileSignature'
import { hideIdentityNumbers, printableText } from '@anjie/kernel'

/** What somebody typed, as it is shown again when something is missing. */
export interface TypedFields {
  readonly ticket: string
  readonly unit: string
  readonly who: string
  readonly name: string
  readonly contact: string
  readonly text: string
}

export interface TypedObjection {
  readonly ticket: string
  /** Place of the unit in the list; without one it is about the list as a whole. */
  readonly at: number | undefined
  readonly anonymous: boolean
  readonly name: string | undefined
  readonly contact: string | undefined
  readonly text: string
  readonly files: readonly { readonly file: ObjectionFile; readonly bytes: Uint8Array }[]
}

export type FieldFaults = { readonly [F in 'unit' | 'name' | 'contact' | 'text' | 'files']?: string }

const TICKET = /^[0-9A-HJKMNP-TV-Z]{26}$/
const textIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 5000) : ''
}

export const fieldsOf = (form: FormData): TypedFields => ({
  ticket: textIn(form, 'ticket'),
  unit: textIn(form, 'unit'),
  who: textIn(form, 'who'),
  name: textIn(form, 'name'),
  contact: textIn(form, 'contact'),
  text: textIn(form, 'text'),
})

/** An objection out of the form, or what has to be put right in each field. A name is asked for and one contact, and no identity number. */
export async function readObjection(
  form: FormData,
  notice: PublicNotice,
): Promise<
  { readonly ok: true; readonly objection: TypedObjection } | { readonly ok: false; readonly faults: FieldFaults }
> {
  const typed = fieldsOf(form)
  const anonymous = typed.who === 'anonymous'
  const unit = typed.unit === '' ? undefined : Number(typed.unit) - 1
  const files = anonymous ? { ok: true as const, files: [] } : await filesIn(form)
  const [name, contact, text] = [
    line({ min: 2, max: 40 }).safeParse(typed.name),
    line({ min: 5, max: 60 }).safeParse(typed.contact),
    lines({ min: 5, max: 2000 }).safeParse(typed.text),
  ]
  const faults: FieldFaults = {
    ...(unit === undefined || notice.entries[unit] !== undefined ? {} : { unit: '名单上没有这个单位，请从公示页选择' }),
    ...(anonymous || name.success ? {} : { name: '请填写姓名或单位名称（2至40个字），不愿署名的请选“匿名”' }),
    ...(anonymous || contact.success ? {} : { contact: '请填写一种联系方式（5至60个字），以便答复' }),
    ...(text.success ? {} : { text: '请写明对哪件事有异议（5至2000个字，不能有看不见的字符）' }),
    ...(files.ok ? {} : { files: files.fault }),
    ...identityFaults({ name: anonymous ? '' : typed.name, contact: anonymous ? '' : typed.contact, text: typed.text }),
  }
  if (Object.keys(faults).length > 0 || !text.success || !files.ok) return { ok: false, faults }
  if (!TICKET.test(typed.ticket)) return { ok: false, faults: { text: '页面已过期，请回到公示页重新打开表单' } }
  return {
    ok: true,
    objection: {
      ticket: typed.ticket,
      at: unit,
      anonymous,
      name: name.success ? name.data : undefined,
      contact: contact.success ? contact.data : undefined,
      text: text.data,
      files: files.files,
    },
  }
}

const identityFaults = (texts: Readonly<Record<'name' | 'contact' | 'text', string>>): FieldFaults =>
  Object.fromEntries(
    Object.entries(texts)
      .filter(([, text]) => hideIdentityNumbers(text) !== text)
      .map(([field]) => [field, '请删去身份证号码：本表不收集身份证号码']),
  )

type Files =
  | { readonly ok: true; readonly files: TypedObjection['files'] }
  | { readonly ok: false; readonly fault: string }

/** Attached files, by what is in them: what a browser calls them counts for nothing. */
async function filesIn(form: FormData): Promise<Files> {
  const given = form.getAll('files').filter((file): file is File => file instanceof File && file.size > 0)
  if (given.length > MAX_OBJECTION_FILES) return { ok: false, fault: `附件最多${MAX_OBJECTION_FILES}个` }
  if (given.reduce((sum, { size }) => sum + size, 0) > MAX_OBJECTION_BYTES)
    return { ok: false, fault: `附件合计不能超过${MAX_OBJECTION_BYTES / 1_000_000}MB，请压缩后再传` }
  const files: { file: ObjectionFile; bytes: Uint8Array }[] = []
  for (const each of given) {
    const bytes = new Uint8Array(await each.arrayBuffer())
    const contentType = OBJECTION_FILE_TYPES.find((type) => agreesWithType(bytes.slice(0, 4096), type))
    const name = nameOf(each.name)
    if (contentType === undefined) return { ok: false, fault: `附件“${name}”不是PDF、JPEG或PNG文件` }
    files.push({ file: { name, contentType, bytes: bytes.byteLength }, bytes })
  }
  return { ok: true, files }
}

const MAX_NAME = 100
function nameOf(name: string): string {
  const read = line({ min: 1, max: 120 }).safeParse(printableText(name.replace(/[\r\n\t]/g, ' ')).slice(-MAX_NAME))
  return read.success ? read.data : '附件'
}
