import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider'
import { DEMO_PASSWORD } from './demoPeople.ts'

/** Makes the log-in if it is not there, and answers with the subject that its tokens will carry. */
export async function ensureAccount(
  cognito: CognitoIdentityProviderClient,
  userPoolId: string,
  userName: string,
): Promise<string> {
  try {
    await cognito.send(
      new AdminCreateUserCommand({
        UserPoolId: userPoolId,
        Username: userName,
        MessageAction: 'SUPPRESS',
        UserAttributes: [
          { Name: 'email', Value: `${userName}@anjie.example` },
          { Name: 'email_verified', Value: 'true' },
        ],
      }),
    )
    await cognito.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: userPoolId,
        Username: userName,
        Password: DEMO_PASSWORD,
        Permanent: true,
      }),
    )
  } catch (error) {
    if (!(error instanceof UsernameExistsException)) throw error
  }
  const user = await cognito.send(new AdminGetUserCommand({ UserPoolId: userPoolId, Username: userName }))
  const subject = user.UserAttributes?.find(({ Name }) => Name === 'sub')?.Value
  if (subject === undefined) throw new Error(`the log-in ${userName} has no subject`)
  return subject
}
