import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { ApplicationId, BasisId, RoundId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { REPORT_COUNTY } from './demoPeople.ts'
import type { Staff } from './staff.ts'

const { recordBasis, openRound, listUnits, draftApplication, saveApplication, submitApplication } = OPERATIONS
const HOSPITAL = `${REPORT_COUNTY}.hospital`

/** A county's own round for hospitals: the hospital applies by its own log-in, and the reviewer of that sector has it before them. */
export async function seedSector(staff: Staff, today: PlainDate): Promise<void> {
  const basis = await staff.call(`${REPORT_COUNTY}.admin`, recordBasis, {
    body: {
      honour: 'peace-hospital',
      regime: 'creation-demonstration',
      issuer: '县平安建设领导小组',
      issuerKind: 'party-committee',
      issuerLevel: 'county',
      approvedBy: 'province',
      approvalNumber: '安和省创建示范活动目录第7项',
      approvedOn: addDays(today, -300),
      file: '安和省创建示范活动目录',
    },
  })
  const opened = await staff.call(`${REPORT_COUNTY}.admin`, openRound, {
    body: {
      honour: 'peace-hospital',
      name: '县级平安医院创建',
      year: Number(today.slice(0, 4)),
      opensOn: today,
      closesOn: addDays(today, 30),
      noticeWorkingDays: 5,
      validYears: 3,
      basisId: basis.id as BasisId,
      quotas: [{ code: REPORT_COUNTY, places: 3 }],
    },
  })
  const { units } = await staff.call(HOSPITAL, listUnits)
  const [hospital] = units
  if (hospital === undefined) throw new Error('the hospital reads its own entry in the register')
  const drafted = await staff.call(HOSPITAL, draftApplication, {
    body: { roundId: opened.id as RoundId, unitId: hospital.id },
  })
  const params = { applicationId: drafted.id as ApplicationId }
  const answers = HONOUR_TYPES['peace-hospital'].criteria.map(({ code }) => ({
    criterion: code,
    answer: 'met' as const,
  }))
  const statement = '医院设警务室，门诊和住院楼安检全覆盖，医疗纠纷全部由人民调解委员会调处，全年无伤医案件。'
  const saved = await staff.call(HOSPITAL, saveApplication, {
    params,
    body: { answers, statement },
    ifMatch: drafted.version,
  })
  await staff.call(HOSPITAL, submitApplication, { params, ifMatch: saved.version })
}
