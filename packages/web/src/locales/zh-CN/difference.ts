export const differenceWords = {
  title: '与原版本的差异',
  against: (name: string, count: number) => (count === 0 ? `与“${name}”没有差异` : `与“${name}”相比，有${count}处不同`),
  part: '位置',
  kind: '变动',
  kinds: { added: '新增', removed: '删除', changed: '修改' },
  before: '原版本',
  after: '本版本',
  nothing: '无',
} as const
