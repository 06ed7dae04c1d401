import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'

/** 平安校园: self-assessment, expert review and a negative list, as Shaanxi (2022) and Ruian (2023) run them. */
export const peaceCampus: HonourType = {
  code: 'peace-campus',
  name: '平安校园',
  certificateLetters: 'XY',
  unitKinds: ['campus'],
  // Ruian (2023): up to 4A by the county, 5A by the city.
  ladder: [
    { level: 'county', grade: '3A级' },
    { level: 'county', grade: '4A级', after: { level: 'county', grade: '3A级', months: 12 } },
    { level: 'city', grade: '5A级', after: { level: 'county', grade: '4A级', months: 12 } },
    { level: 'province' },
  ],
  criteria: [
    {
      code: 'self-assessed',
      name: '自评达标',
      clause: '按创建标准完成自评，自评得分达到申报等次的合格线',
      source: '陕西省2022年、瑞安市2023年平安校园创建办法',
    },
    {
      code: 'no-negative-event',
      name: '未触及负面清单',
      clause: '申报年度内未发生师生刑事案件、重大安全责任事故、重大校园欺凌事件和群体性食品安全事件',
      source: '陕西省2022年、瑞安市2023年平安校园创建办法',
    },
    {
      code: 'guards-and-devices',
      name: '安防建设达标',
      clause: '专职保安员配备、一键式报警、视频监控联网和封闭化管理全部达标',
      source: '陕西省2022年、瑞安市2023年平安校园创建办法',
    },
    {
      code: 'surroundings',
      name: '周边环境有序',
      clause: '校园周边护学岗、交通、经营秩序由公安、城管、市场监管等部门落实责任',
      source: '陕西省2022年、瑞安市2023年平安校园创建办法',
    },
    {
      code: 'safety-education',
      name: '安全教育落实',
      clause: '安全、法治、心理健康教育列入课程，应急疏散演练中小学每月、幼儿园每季度至少一次',
      source: '陕西省2022年、瑞安市2023年平安校园创建办法',
    },
  ],
  negativeList: ['发生师生刑事案件', '发生重大安全责任事故', '发生重大校园欺凌事件', '发生群体性食品安全事件'],
  reviewingAuthority: '教育部门',
  noticeWorkingDays: 5,
  validYears: 3,
}
