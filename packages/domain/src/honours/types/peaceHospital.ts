import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'

/** 平安医院: the "three zeros" and the police room of the joint guidance that Kaifeng issued in 2023. */
export const peaceHospital: HonourType = {
  code: 'peace-hospital',
  name: '平安医院',
  certificateLetters: 'YY',
  unitKinds: ['hospital'],
  ladder: [{ level: 'county' }, { level: 'city', after: { level: 'county', months: 12 } }, { level: 'province' }],
  criteria: [
    {
      code: 'no-petition',
      name: '涉医信访零发生',
      clause: '申报年度内未发生因医疗纠纷处置不当引发的集体上访、越级上访',
      source: '开封市2023年平安医院创建指导意见',
    },
    {
      code: 'no-case',
      name: '涉医案件零发生',
      clause: '申报年度内未发生伤医、扰医刑事案件和重大治安案件，以公安机关立案为准',
      source: '开封市2023年平安医院创建指导意见',
    },
    {
      code: 'no-accident',
      name: '安全事故零发生',
      clause: '申报年度内未发生一般以上安全生产责任事故和火灾事故',
      source: '开封市2023年平安医院创建指导意见',
    },
    {
      code: 'police-room',
      name: '警务室达标',
      clause: '二级以上医院设立警务室并有警力驻守；一级及以下医疗机构与属地派出所建立联防机制',
      source: '开封市2023年平安医院创建指导意见',
      evidence: 'optional',
    },
    {
      code: 'dispute-mediation',
      name: '医疗纠纷有效化解',
      clause: '建立医疗纠纷预防与处理制度，纠纷依法经人民调解、行政调解或诉讼途径处理',
      source: '开封市2023年平安医院创建指导意见',
      evidence: 'optional',
    },
  ],
  reviewingAuthority: '卫生健康部门',
  noticeWorkingDays: 5,
  validYears: 3,
}
