import type { MachineArea, MachineScope } from '@anjie/contracts/vocabulary/access/people'

const AREA_NAMES = {
  divisions: '行政区划',
  units: '基层单位',
  people: '任职管理',
  catalogue: '数据目录',
  schemes: '考评方案',
  cycles: '考评周期',
  submissions: '数据填报',
  'league-tables': '计分与排名',
  appeals: '申诉',
  intake: '数据导入',
  objections: '异议',
  honours: '平安细胞命名',
  aftercare: '称号动态管理',
  moves: '单位迁移',
  notices: '公示批次',
  home: '首页待办',
  messages: '消息',
  registers: '台账',
  supervision: '督导整改',
  procedure: '考评程序',
  disputes: '矛盾纠纷',
  posts: '岗位',
} as const satisfies Record<MachineArea, string>

/** 接口权限 as people read it: 数据填报（办理）. */
export function machineScopeName(scope: MachineScope): string {
  const [area, right] = scope.split(':')
  // The two halves of which the scope was made.
  return `${AREA_NAMES[area as MachineArea]}（${right === 'write' ? '办理' : '读取'}）`
}
