import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'

/** 平安家庭: households are persons, so a village answers for how many there are; names are neither taken in nor published. */
export const peaceFamily: HonourType = {
  code: 'peace-family',
  name: '平安家庭创建',
  certificateLetters: 'JT',
  unitKinds: ['village', 'community'],
  ladder: [{ level: 'county' }],
  criteria: [
    {
      code: 'share-of-families',
      name: '平安家庭比例达标',
      clause: '本村（社区）平安家庭比例不低于90%，只填户数和比例，不得填写户主姓名、住址',
      source: '湘阴县2014年乡镇标准',
    },
  ],
  publicAs: 'counts',
  noticeWorkingDays: 5,
  validYears: 3,
}
