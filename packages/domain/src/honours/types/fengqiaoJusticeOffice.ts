import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'

/** 枫桥式司法所: from the sections that are known of Shaoxing's 2021 sheet, and the mediation figures of Lucheng's of 2015. */
export const fengqiaoJusticeOffice: HonourType = {
  code: 'fengqiao-justice-office',
  name: '枫桥式司法所',
  certificateLetters: 'SF',
  unitKinds: ['justice-office'],
  ladder: [
    { level: 'county' },
    { level: 'city', after: { level: 'county', months: 12 } },
    { level: 'province', after: { level: 'city', months: 12 } },
    { level: 'national' },
  ],
  criteria: [
    {
      code: 'organised',
      name: '组织保障到位',
      clause: '配有所长，政法专项编制人员在岗、不被借调，创建工作经县级司法局与乡镇（街道）专题研究',
      source: '绍兴市2021年枫桥式司法所评分表、鹿城区2015年调解指标',
    },
    {
      code: 'funded',
      name: '经费落实',
      clause: '人民调解以奖代补、社区矫正、安置帮教、法律援助四类经费足额落实',
      source: '绍兴市2021年枫桥式司法所评分表、鹿城区2015年调解指标',
    },
    {
      code: 'premises',
      name: '功能用房齐备',
      clause: '调解室、社区矫正宣告室、公共法律服务窗口、档案室等功能用房齐备并实际使用',
      source: '绍兴市2021年枫桥式司法所评分表、鹿城区2015年调解指标',
    },
    {
      code: 'mediation',
      name: '调解质效达标',
      clause: '纠纷按月和重要节点排查，调处率100%、成功率98%以上，调解协议无被法院撤销情形',
      source: '绍兴市2021年枫桥式司法所评分表、鹿城区2015年调解指标',
    },
    {
      code: 'no-lost-control',
      name: '无脱管漏管',
      clause: '社区矫正对象和安置帮教对象无脱管、漏管，无因监管失职造成的再犯罪',
      source: '绍兴市2021年枫桥式司法所评分表、鹿城区2015年调解指标',
    },
  ],
  reviewingAuthority: '司法行政部门',
  noticeWorkingDays: 5,
  validYears: 3,
}
