import { Duration, Stack } from 'aws-cdk-lib'
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { accept } from '../accept.ts'
import type { Stage } from '../stages.ts'

/** What the API checks a token against and the console signs in with. */
export interface OidcSettings {
  readonly issuer: string
  readonly audience: string
}

/** Our own user pool. Who a person is comes from here; what they may do never does (see the memberships table). */
export class CognitoIdentity extends Construct {
  readonly oidc: OidcSettings
  readonly pool: UserPool
  readonly client: UserPoolClient
  readonly domain: UserPoolDomain

  constructor(scope: Construct, id: string, props: { stage: Stage; loginDomainPrefix: string; consoleOrigin: string }) {
    super(scope, id)
    const { stage, loginDomainPrefix, consoleOrigin } = props
    this.pool = new UserPool(this, 'UserPool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      // An office without e-mail gives user names; where there is an address, it may be used instead.
      signInAliases: { username: true, email: true },
      // Cannot be changed later: two log-ins must never differ in capitals only.
      signInCaseSensitive: false,
      standardAttributes: { fullname: { required: false, mutable: true } },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      mfa: stage.isPublicCloud ? Mfa.REQUIRED : Mfa.OFF,
      ...(stage.isPublicCloud ? { mfaSecondFactor: { otp: true, sms: false } } : {}),
      deletionProtection: stage.keepsData,
      removalPolicy: stage.removalPolicy,
    })
    accept(
      this.pool,
      'AwsSolutions-COG8',
      'Plus adds risk scoring at a price per user; a second factor is required of everybody instead.',
    )
    this.client = this.pool.addClient('Console', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(30),
      idTokenValidity: Duration.minutes(30),
      refreshTokenValidity: Duration.hours(10),
      // People sign in on the hosted page. On one's own machine tests fetch tokens with administrator credentials besides.
      authFlows: { userSrp: true, adminUserPassword: !stage.isPublicCloud },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [`${consoleOrigin}/signed-in`],
        logoutUrls: [`${consoleOrigin}/signed-out`],
      },
      // An empty list would mean every attribute. Nothing that anybody decides by may be written by the person themselves.
      readAttributes: new ClientAttributes().withStandardAttributes({ email: true, fullname: true, locale: true }),
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    })
    this.domain = this.pool.addDomain('Login', { cognitoDomain: { domainPrefix: loginDomainPrefix } })
    this.oidc = {
      issuer: `https://cognito-idp.${Stack.of(this).region}.${Stack.of(this).urlSuffix}/${this.pool.userPoolId}`,
      audience: this.client.userPoolClientId,
    }
  }
}
