import { OPERATIONS } from '@anjie/contracts/operations/index'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { CountyHonourContent } from '@anjie/contracts/vocabulary/honours/countyHonour'
import type { CountyHonourId, EvidenceId } from '@anjie/contracts/vocabulary/ids'
import { inParallel } from '@anjie/kernel'
import { REPORT_COUNTY } from './demoPeople.ts'
import type { Staff } from './staff.ts'

const { recordCountyHonour, requestCountyHonourFile, attachCountyHonourFile, submitCountyHonour } = OPERATIONS
const { confirmCountyHonour, returnCountyHonour } = OPERATIONS
const REPORTER = `${REPORT_COUNTY}.reporter`
const AT_ONCE = 4
const FILE = { fileName: '表彰决定.pdf', contentType: 'application/pdf' } as const
const PAPER = new TextEncoder().encode('%PDF-1.4\n% 演示文件\n%%EOF\n')

type Fate = 'confirmed' | 'waiting' | 'returned' | 'draft'
const CITY = { name: '维护社会稳定工作先进县', level: 'city', issuer: '中共岚岭市委' } as const
const PROVINCE = { name: '维护社会稳定先进县', level: 'province', issuer: '中共安和省委' } as const

/** As the county of the report has it: five years running of the city's, twice the province's; and one in every other state. */
const HONOURS: readonly (readonly [Pick<CountyHonourContent, 'name' | 'level' | 'issuer'>, number, Fate])[] = [
  ...[2021, 2022, 2023, 2024, 2025].map((year) => [CITY, year, 'confirmed'] as const),
  [PROVINCE, 2022, 'confirmed'],
  [PROVINCE, 2024, 'confirmed'],
  [PROVINCE, 2025, 'waiting'],
  [{ ...CITY, name: '平安建设先进县' }, 2025, 'returned'],
  [{ ...CITY, name: '平安建设先进县' }, 2024, 'waiting'],
  [{ ...PROVINCE, name: '平安建设先进县' }, 2023, 'draft'],
]

/** 所获荣誉 with the paper that gave each. */
export const seedCountyHonours = (staff: Staff): Promise<unknown> =>
  inParallel(HONOURS, AT_ONCE, async ([honour, year, fate], at) => {
    const { level } = honour
    const made = await staff.call(REPORTER, recordCountyHonour, {
      body: { ...honour, year, documentNumber: `${level === 'city' ? '岚委发' : '安委发'}〔${year + 1}〕${at + 3}号` },
    })
    if (fate === 'draft') return
    const params = { countyHonourId: made.id as CountyHonourId }
    const slot = await staff.call(REPORTER, requestCountyHonourFile, {
      params,
      body: { ...FILE, bytes: PAPER.length },
      ifMatch: made.version,
    })
    await post(slot.upload)
    const kept = await staff.call(REPORTER, attachCountyHonourFile, {
      params: { ...params, evidenceId: slot.id as EvidenceId },
      ifMatch: slot.version,
    })
    const sent = await staff.call(REPORTER, submitCountyHonour, { params, ifMatch: kept.version })
    const decider = level === 'city' ? `${cityCodeOf(REPORT_COUNTY)}.reviewer` : 'province.reviewer'
    if (fate === 'confirmed') await staff.call(decider, confirmCountyHonour, { params, ifMatch: sent.version })
    if (fate === 'returned')
      await staff.call(decider, returnCountyHonour, {
        params,
        body: { reason: '表彰文件不完整，请补传带文号的首页' },
        ifMatch: sent.version,
      })
  })

/** As a browser sends it: the form that was signed, and the file last. */
async function post({ url, fields }: { readonly url: string; readonly fields: Readonly<Record<string, string>> }) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([PAPER], { type: FILE.contentType }))
  const answer = await fetch(url, { method: 'POST', body: form })
  if (!answer.ok) throw new Error(`the demo’s paper was not taken: ${answer.status}`)
}
