import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'

/** 金牌调解室: rooms are often called after a person; the title is given and published in the name of the office that keeps it. */
export const goldMediationRoom: HonourType = {
  code: 'gold-mediation-room',
  name: '金牌调解室',
  certificateLetters: 'TJ',
  unitKinds: ['justice-office', 'village', 'community'],
  ladder: [{ level: 'county' }, { level: 'city', after: { level: 'county', months: 12 } }],
  // No paper on it was found: these are the demo's own.
  criteria: [
    {
      code: 'mediators',
      name: '调解员在岗',
      clause: '调解室有固定场所和在岗调解员，以所在司法所或村（居）委会名义申报',
    },
    { code: 'performed', name: '协议履行', clause: '申报年度内调解协议履行情况逐件登记，无因调解不当引发的民转刑案件' },
  ],
  reviewingAuthority: '司法行政部门',
  publicAs: 'office',
  noticeWorkingDays: 5,
  validYears: 3,
}
