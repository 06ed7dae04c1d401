import type { Accounts } from '../ports.ts'

/** The account and its first password, where a pool of ours is there and one was asked for. */
export async function makeAccount(
  accounts: Accounts | undefined,
  accountName: string | undefined,
): Promise<{ readonly accountName?: string; readonly firstPassword?: string; readonly refused?: string }> {
  if (accountName === undefined) return {}
  if (accounts === undefined) return { refused: '本系统使用统一身份认证，账号由其管理员开通；凭邀请码即可加入' }
  const made = await accounts.create(accountName)
  return made === 'taken'
    ? { refused: `登录名${accountName}已被使用；本人已有账号的，直接凭邀请码加入` }
    : { accountName, firstPassword: made.firstPassword }
}
