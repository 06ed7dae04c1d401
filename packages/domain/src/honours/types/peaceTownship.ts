import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'

/** 平安乡镇（街道）: after the township rules of Xiangyin (four withouts, share of villages, survey) and the pass mark of 80. */
export const peaceTownship: HonourType = {
  code: 'peace-township',
  name: '平安乡镇（街道）',
  certificateLetters: 'XZ',
  unitKinds: ['township'],
  ladder: [{ level: 'county' }, { level: 'city', after: { level: 'county', months: 12 } }, { level: 'province' }],
  criteria: [
    {
      code: 'score-passed',
      name: '年度考核达标',
      clause: '平安建设年度考核得分不低于80分（百分制），以县级考核结果为准',
      source: '平安乡镇创建标准范本（百分制，80分合格）',
    },
    {
      code: 'no-serious-event',
      name: '无重大案事件',
      clause: '申报年度内未发生重大恶性刑事案件、重大公共安全事故、重大群体性事件和暴力恐怖案件',
      source: '湘阴县2014年乡镇“四无”',
    },
    {
      code: 'cells-established',
      name: '基层平安创建达标',
      clause: '辖区平安家庭比例不低于90%',
      source: '湘阴县2014年乡镇标准（平安村95%是全县三年目标，不作单个乡镇的条件）',
    },
    {
      code: 'survey-passed',
      name: '群众安全感达标',
      clause: '群众安全感测评结果不低于上级下达的目标值',
      source: '湘阴县2014年乡镇标准',
    },
    {
      code: 'governance-centre',
      name: '综治中心规范运行',
      clause: '乡镇（街道）综治中心建成并实体运行，矛盾纠纷有排查、有登记、有办结',
    },
  ],
  noticeWorkingDays: 5,
  validYears: 2,
}
