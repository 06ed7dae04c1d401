import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'

/** 枫桥式公安派出所: the goal line of the ministry's campaign (sound basis, few incidents, good order, people satisfied). */
export const fengqiaoPoliceStation: HonourType = {
  code: 'fengqiao-police-station',
  name: '枫桥式公安派出所',
  certificateLetters: 'PC',
  unitKinds: ['police-station'],
  ladder: [
    { level: 'county' },
    { level: 'city', after: { level: 'county', months: 12 } },
    { level: 'province', after: { level: 'city', months: 12 } },
    { level: 'national' },
  ],
  criteria: [
    {
      code: 'sound-basis',
      name: '基础牢',
      source: '枫桥式公安派出所创建目标“基础牢”',
      clause: '警力下沉、社区民警专职化，“一村一辅警”和警务室配备到位，实有人口底数清楚',
    },
    {
      code: 'few-incidents',
      name: '出事少',
      source: '枫桥式公安派出所创建目标“出事少”',
      clause: '申报年度内辖区未发生因工作失职引发的命案、重大治安灾害事故和个人极端案事件',
    },
    {
      code: 'good-order',
      name: '治安好',
      source: '枫桥式公安派出所创建目标“治安好”',
      clause: '刑事和治安警情总量较上年下降，或低于全县平均水平',
    },
    {
      code: 'satisfied',
      name: '党和人民满意',
      source: '枫桥式公安派出所创建目标“党和人民满意”',
      clause: '群众安全感、满意度测评居全县前列，接受辖区群众和人大代表、政协委员评议',
    },
    {
      code: 'disputes-settled-locally',
      name: '矛盾就地化解',
      clause: '矛盾纠纷联调机制健全，纠纷“民转刑”命案零发生，不把矛盾上交',
    },
    {
      code: 'clean-force',
      name: '队伍过硬',
      clause: '申报年度内无民警、辅警违纪违法受到党纪政务处分以上处理',
    },
  ],
  reviewingAuthority: '公安机关',
  noticeWorkingDays: 5,
  validYears: null,
}
