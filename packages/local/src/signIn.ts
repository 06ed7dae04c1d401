import { AdminInitiateAuthCommand, type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'

/**
 * An access token for scripts and tests, without a browser. Local stages only: nowhere else does the app client
 * take a password from an administrator's call. People sign in on the hosted page.
 */
export async function signInForScript(
  cognito: CognitoIdentityProviderClient,
  pool: { readonly userPoolId: string; readonly clientId: string },
  userName: string,
  password: string,
): Promise<string> {
  const answer = await cognito.send(
    new AdminInitiateAuthCommand({
      UserPoolId: pool.userPoolId,
      ClientId: pool.clientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: userName, PASSWORD: password },
    }),
  )
  const token = answer.AuthenticationResult?.AccessToken
  if (token === undefined) throw new Error(`${userName} could not sign in: ${answer.ChallengeName ?? 'no token'}`)
  return token
}
