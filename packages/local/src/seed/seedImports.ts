import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { ImportBatchId } from '@anjie/contracts/vocabulary/ids'
import type { ImportListCode } from '@anjie/contracts/vocabulary/intake/importList'
import { REPORT_COUNTY } from './demoPeople.ts'
import { onceIs } from './onceThere.ts'
import type { Staff } from './staff.ts'

const { beginImport, readImport, planImport, confirmImport, carryImportOn, putImportBack, getImportBatch } = OPERATIONS
const CLERK = `${REPORT_COUNTY}.admin`
const REPORTER = `${REPORT_COUNTY}.reporter`
const UNITS = { list: 'units' } as const
const HEAD = '乡镇（街道）,单位名称,类型,设立日期,变动,新名称或并入单位,变动日期,批准依据'

const lines = (...rows: readonly string[]): Uint8Array => new TextEncoder().encode(`\uFEFF${rows.join('\r\n')}\r\n`)
const sheet = (...rows: readonly string[]): Uint8Array => lines(HEAD, ...rows)

/** A register of one township with two rows that cannot be taken. */
const PARTLY = sheet(
  '望岫镇,望岫村,村,2020-01-01,,,,',
  '望岫镇,南坡村,村,2020-01-01,,,,',
  '望岫镇,北坡村,村,2020-01-01,,,,',
  '望山镇,东坡村,村,2020-01-01,,,,',
  '望岫镇,西坡村,行政村组,2020-01-01,,,,',
  '合计,5,,,,,,',
)
const BY_MISTAKE = sheet(
  '藕塘乡,莲池村,村,2020-01-01,,,,',
  '藕塘乡,荷塘村,村,2020-01-01,,,,',
  '藕塘乡,菱角村,村,2020-01-01,,,,',
)
/** What a county sends after a reform: new ones, a renamed one, one that was merged, and the rest as it is. */
const WAITING = sheet(
  '望岫镇,望岫村,村,2020-01-01,,,,',
  '望岫镇,南坡村,村,,更名,南坪村,2026-10-01,榆政发〔2026〕12号',
  '望岫镇,北坡村,村,,并入,望岫村,2026-10-01,榆政发〔2026〕12号',
  '月坪镇,月坪村,村,2020-01-01,,,,',
  '月坪镇,新月社区,社区,2026-09-01,,,,',
  '澄江镇,澄江村,村,2020-01-01,,,,',
  '澄江镇,江口村,村,二〇二六年,,,,',
)
/** Figures of the running year as they come out of another system: one changed, one as it was, one that the register counts. */
const FIGURES = lines(
  '数据项代码,数据项,计量单位,数值',
  'ACCIDENT_3_5,,,1',
  'HOMICIDE_3_4,,,0',
  'CENTERS_TOTAL,,万个,0.05',
  'CITY_UNRECTIFIED,,,未报',
)
const FUNDS = lines(
  '项目,用途,金额（万元）',
  '乡镇综治中心规范化建设,综治中心,120',
  '村（社区）视频补点,视频监控,"1,036.50"',
  '巡逻车辆,购车,30',
)
const POSTS = lines(
  '姓名,职务,所在单位,岗位,有效期',
  '施守正,县平安办综合股股长,,县级填报人,2027-12-31',
  '曹允文,镇平安办主任,霜台镇,,2027-12-31',
  '严立言,镇平安办干事,霜台乡,,2027-12-31',
)
/** A page of the web under the name of a sheet. */
const NO_SHEET = new TextEncoder().encode('<html><body><p>导出失败，请重新登录</p></body></html>')

/**
 * 导入: one batch that was carried out but for two rows, one that was put back, some that wait for a person (units, a form, a register,
 * posts), and a file that is none.
 */
export async function seedImports(staff: Staff): Promise<void> {
  const partly = await staged(staff, CLERK, UNITS, '望岫镇村名册.csv', PARTLY)
  await carriedOut(staff, CLERK, partly)
  const mistake = await staged(staff, CLERK, UNITS, '藕塘乡村名册（旧）.csv', BY_MISTAKE)
  await carriedOut(staff, CLERK, mistake)
  const { version } = await staff.call(CLERK, getImportBatch, { params: { batchId: mistake } })
  await staff.call(CLERK, putImportBack, {
    params: { batchId: mistake },
    body: { reason: '用了几年前的名册，三个村早已更名' },
    ifMatch: version,
  })
  await carryOn(staff, CLERK, mistake)
  // The register is a list, which follows by a moment: what was carried out is to be seen as it is.
  await onceIs('the villages that were imported', async () => {
    const { units } = await staff.call(CLERK, OPERATIONS.listUnits, { query: { kind: 'village' } })
    return units.some(({ name }) => name === '北坡村') && !units.some(({ name }) => name === '菱角村')
      ? true
      : undefined
  })
  await staged(staff, CLERK, UNITS, '行政区划调整后名册.csv', WAITING)
  await staged(staff, CLERK, UNITS, '系统导出.xls', NO_SHEET)
  await staged(staff, CLERK, { list: 'posts' }, '任职名单.csv', POSTS)
  await staged(staff, REPORTER, { list: 'register', target: '99.funds' }, '资金安排表.csv', FUNDS)
  const { rows } = await staff.call(REPORTER, OPERATIONS.listSubmissions, { query: { status: 'draft' } })
  // The county's own: the id of a unit's form begins with the unit's.
  const draft = rows.find(({ id, fields }) => fields.county === REPORT_COUNTY && !id.includes('-'))
  if (draft !== undefined)
    await staged(staff, REPORTER, { list: 'form', target: draft.id }, '平安数据导出.csv', FIGURES)
}

export async function staged(
  staff: Staff,
  who: string,
  of: { readonly list: ImportListCode; readonly target?: string },
  fileName: string,
  file: Uint8Array,
): Promise<ImportBatchId> {
  const begun = await staff.call(who, beginImport, { body: { ...of, fileName, bytes: file.byteLength } })
  const params = { batchId: begun.id as ImportBatchId }
  await send(begun.upload, file)
  const { version } = await staff.call(who, readImport, { params, ifMatch: begun.version })
  await onceIs(`the reading of ${fileName}`, async () => {
    const { reading } = await staff.call(who, getImportBatch, { params })
    return reading
  })
  await staff.call(who, planImport, { params, ifMatch: version })
  return params.batchId
}

export async function carriedOut(staff: Staff, who: string, batchId: ImportBatchId): Promise<void> {
  const params = { batchId }
  const { version } = await staff.call(who, getImportBatch, { params })
  await staff.call(who, confirmImport, { params, ifMatch: version })
  await carryOn(staff, who, batchId)
}

export async function carryOn(staff: Staff, who: string, batchId: ImportBatchId): Promise<void> {
  let status = 'applying'
  while (status === 'applying' || status === 'putting-back')
    status = (await staff.call(who, carryImportOn, { params: { batchId } })).status
}

/** As a browser sends it: the form that was signed, and the file last. */
async function send(
  { url, fields }: { readonly url: string; readonly fields: Readonly<Record<string, string>> },
  file: Uint8Array,
): Promise<void> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(file)]))
  const answer = await fetch(url, { method: 'POST', body: form })
  if (!answer.ok) throw new Error(`the demo’s file was not taken: ${answer.status}`)
}
