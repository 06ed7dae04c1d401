import type { Role } from '../access/people.ts'

/**
 * 可以整表导入的清单, one line each: what it is called, who may bring it in (whoever may do by hand what its rows do), and whether it
 * is of something that is chosen first, such as one form. A further list is a line here and a file in `use-cases/src/intake/lists`.
 */
export const IMPORT_LISTS = {
  units: { name: '单位登记和变动', roles: ['county-admin'], target: false },
  form: { name: '填报表', roles: ['county-reporter', 'unit-reporter'], target: true },
  figures: { name: '考评方数据', roles: ['province-admin', 'county-admin'], target: true },
  'duty-posts': { name: '岗位名册', roles: ['county-admin', 'county-reviewer'], target: false },
  posts: { name: '任职名单', roles: ['province-admin', 'county-admin'], target: false },
  titles: { name: '公开名单', roles: ['province-admin'], target: false },
  register: {
    name: '台账',
    roles: ['county-admin', 'county-reviewer', 'county-reporter', 'unit-reporter'],
    target: true,
  },
  places: { name: '名额分配表', roles: ['province-admin', 'city-reviewer', 'county-admin'], target: true },
  disputes: {
    name: '矛盾纠纷导出',
    roles: ['county-admin', 'county-reviewer', 'county-reporter'],
    target: true,
  },
} as const satisfies Record<
  string,
  { readonly name: string; readonly roles: readonly Role[]; readonly target: boolean }
>

export type ImportListCode = keyof typeof IMPORT_LISTS
// `keys` of a table that is written out in full: exactly its codes.
export const IMPORT_LIST_CODES = Object.keys(IMPORT_LISTS) as [ImportListCode, ...ImportListCode[]]
