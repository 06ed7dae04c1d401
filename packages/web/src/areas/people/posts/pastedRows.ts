import type { PostRow } from '@anjie/contracts/vocabulary/people/postRow'

/** 姓名、职务、所在单位、岗位、有效期、登录名, as a sheet is pasted; a heading and empty lines are passed over. */
export function pastedRows(text: string): PostRow[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter(([first = '', ...rest]) => first !== '姓名' && [first, ...rest].some((cell) => cell !== ''))
    .map(([personName = '', post = '', unitNames = '', roleNames = '', validUntil = '', accountName = '']) => ({
      personName,
      post,
      unitNames,
      roleNames,
      validUntil,
      ...(accountName === '' ? {} : { accountName }),
    }))
}
