import { YearPlan } from '@anjie/contracts/vocabulary/notices/calendar'

/** 2027 as it might be announced. Made up: no test may be taken for the announcement itself. */
export const PLAN_2027: YearPlan = YearPlan.parse({
  year: 2027,
  source: { title: '测试用的2027年安排（虚构）', documentNumber: '测试〔2026〕0号', publishedOn: '2026-11-20' },
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03', makeUpDays: ['2026-12-27'] },
    { name: '春节', from: '2027-02-05', to: '2027-02-12', makeUpDays: ['2027-01-31', '2027-02-14'] },
    { name: '清明节', from: '2027-04-03', to: '2027-04-05', makeUpDays: [] },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05', makeUpDays: ['2027-05-08'] },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09', makeUpDays: [] },
    { name: '国庆节、中秋节', from: '2027-10-01', to: '2027-10-07', makeUpDays: ['2027-09-26'] },
  ],
})
