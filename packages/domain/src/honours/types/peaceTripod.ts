import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'

/**
 * 平安鼎, after Zhejiang's ladder: 3, 6, 9 and 12 years without a break, each step three years after the one below. It is applied for, put on
 * notice and named like any other honour; a published table of the assessment gives nobody one.
 */
export const peaceTripod: HonourType = {
  code: 'peace-tripod',
  name: '平安鼎',
  certificateLetters: 'PD',
  unitKinds: ['township'],
  ladder: [
    { level: 'county', grade: '平安鼎' },
    { level: 'county', grade: '铜鼎', after: { level: 'county', grade: '平安鼎', months: 36 } },
    { level: 'county', grade: '银鼎', after: { level: 'county', grade: '铜鼎', months: 36 } },
    { level: 'county', grade: '金鼎', after: { level: 'county', grade: '银鼎', months: 36 } },
    { level: 'county', grade: '一星金鼎', after: { level: 'county', grade: '金鼎', months: 36 } },
    { level: 'county', grade: '二星金鼎', after: { level: 'county', grade: '一星金鼎', months: 36 } },
  ],
  criteria: [
    {
      code: 'years-without-break',
      name: '连续达标',
      clause: '截至申报上一年度，连续三年（每升一级再连续三年）年度考核为最好等次，以已公布的年度结果为准',
      source: '浙江省平安鼎：3、6、9、12年，此后每三年加一星',
    },
  ],
  noticeWorkingDays: 5,
  validYears: null,
}
