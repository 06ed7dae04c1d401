import { randomInt } from 'node:crypto'
import type { Accounts } from '@anjie/use-cases/ports'
import {
  AdminCreateUserCommand,
  type CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider'

/** Of each kind that the pool's rule asks for, without characters that are mistaken for each other on paper. */
const KINDS = ['ABCDEFGHJKMNPQRSTUVWXYZ', 'abcdefghjkmnpqrstuvwxyz', '23456789', '-+=@'] as const
const EACH = 4

const drawn = (characters: string): string => characters.charAt(randomInt(characters.length))

/** A first password: sixteen characters, in any order. Whoever signs in with it is asked for one of their own. */
export function firstPassword(): string {
  const characters = KINDS.flatMap((kind) => Array.from({ length: EACH }, () => drawn(kind)))
  for (let last = characters.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const kept = characters[last] ?? ''
    characters[last] = characters[other] ?? ''
    characters[other] = kept
  }
  return characters.join('')
}

/** Accounts in our user pool. Nothing is sent by the pool: the administrator hands name, password and code over. */
export const cognitoAccounts = (client: CognitoIdentityProviderClient, userPoolId: string): Accounts => ({
  create: async (accountName) => {
    const password = firstPassword()
    try {
      await client.send(
        new AdminCreateUserCommand({
          UserPoolId: userPoolId,
          Username: accountName,
          TemporaryPassword: password,
          MessageAction: 'SUPPRESS',
        }),
      )
      return { firstPassword: password }
    } catch (thrown) {
      if (thrown instanceof UsernameExistsException) return 'taken'
      throw thrown
    }
  },
})
