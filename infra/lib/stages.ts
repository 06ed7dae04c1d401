import { RemovalPolicy } from 'aws-cdk-lib'
import { Architecture } from 'aws-cdk-lib/aws-lambda'
import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Node } from 'constructs'

export type StageName = 'local' | 'aws' | 'aws-cn'

/** Who issues the tokens: our own Cognito user pool, or any OIDC provider (AWS's China regions have no user pools). */
export type Identity =
  | { readonly kind: 'cognito'; readonly loginDomainPrefix: string }
  | { readonly kind: 'oidc'; readonly issuer: string; readonly audience: string }

/** All that differs between the places where the one stack runs. */
export interface Stage {
  readonly name: StageName
  /** The province that works here: its lists are what the clock looks through. */
  readonly provinceCode: string
  /** Data outlives the stack, deletion is refused, tables can be restored to any second. */
  readonly keepsData: boolean
  readonly removalPolicy: RemovalPolicy
  /** Undefined: whatever the machine is. */
  readonly architecture: Architecture | undefined
  readonly logRetention: RetentionDays
  readonly identity: Identity
  /** Undefined: the address of the distribution that the stack makes. */
  readonly consoleOrigin: string | undefined
  readonly publicOrigin: string | undefined
  /** Certificate (us-east-1) for the hosts of consoleOrigin and publicOrigin; undefined: the distributions' own names serve. */
  readonly certificateArn: string | undefined
  /** The stack hosts the console and stands before the public site (S3 and CloudFront). */
  readonly hostsFrontends: boolean
  /** TLS only, access logs, alarms to a topic: what a machine of one's own has no use for. */
  readonly isPublicCloud: boolean
  /** Requests that the gateways take, above which they answer 429: from peak and naming day in the handbook's page on cost. */
  readonly requests: { readonly console: RequestCeiling; readonly publicSite: RequestCeiling }
  readonly alarmEmail: string | undefined
  /** Which signing key signs: another number makes another key, and the one before it stays with what it signed. */
  readonly signingKey: number
  /** The address that digests are sent from, verified at SES; undefined: no e-mail. */
  readonly digestSender: string | undefined
  /** The office's own message gateway, and the name of the parameter (SSM) that holds its secret. */
  readonly gatewayUrl: string | undefined
  readonly gatewaySecretName: string | undefined
}

export interface RequestCeiling {
  readonly perSecond: number
  /** At once, before the average counts. */
  readonly burst: number
}

/** A reporting peak needs 120 calls a second; twice as many still pass. */
const CONSOLE_REQUESTS: RequestCeiling = { perSecond: 250, burst: 500 }
/** Behind a cache that keeps a page for a minute: what misses it. */
const CACHED_SITE_REQUESTS: RequestCeiling = { perSecond: 200, burst: 400 }
/** Without one: a million views in an hour are 278 a second on average, and some three times as many in the first minutes. */
const BARE_SITE_REQUESTS: RequestCeiling = { perSecond: 900, burst: 1800 }

/** China's cyber security law (art. 21) wants network logs kept for at least six months; one year leaves room. */
const CLOUD_LOG_RETENTION = RetentionDays.ONE_YEAR

/** Reads the stage from the CDK context: `-c stage=aws-cn -c oidcIssuer=… -c oidcAudience=…`. */
export function readStage(node: Pick<Node, 'tryGetContext'>): Stage {
  const text = (key: string): string | undefined => {
    const value: unknown = node.tryGetContext(key)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const required = (key: string): string => {
    const value = text(key)
    if (value === undefined)
      throw new Error(`stage ${text('stage') ?? ''} needs the context value ${key} (-c ${key}=…)`)
    return value
  }
  /** Half a gateway would keep every letter waiting without a word. */
  const gateway = () => {
    const [gatewayUrl, gatewaySecretName] = [text('gatewayUrl'), text('gatewaySecretName')]
    if ((gatewayUrl === undefined) !== (gatewaySecretName === undefined))
      throw new Error(
        'a message gateway needs both its address and its secret (-c gatewayUrl=… -c gatewaySecretName=…)',
      )
    return { gatewayUrl, gatewaySecretName }
  }
  const signingKey = Number(text('signingKey') ?? '1')
  if (!Number.isInteger(signingKey) || signingKey < 1)
    throw new Error('the context value signingKey is a number from 1 on')
  const name = text('stage') ?? 'local'
  switch (name) {
    case 'local':
      return {
        name,
        provinceCode: text('provinceCode') ?? '99',
        keepsData: false,
        removalPolicy: RemovalPolicy.DESTROY,
        architecture: undefined,
        logRetention: RetentionDays.ONE_WEEK,
        identity: { kind: 'cognito', loginDomainPrefix: 'anjie-local' },
        consoleOrigin: text('consoleOrigin') ?? 'http://localhost:5173',
        publicOrigin: text('publicOrigin') ?? 'http://localhost:5174',
        certificateArn: undefined,
        hostsFrontends: false,
        isPublicCloud: false,
        requests: { console: CONSOLE_REQUESTS, publicSite: CACHED_SITE_REQUESTS },
        signingKey,
        alarmEmail: undefined,
        digestSender: undefined,
        gatewayUrl: undefined,
        gatewaySecretName: undefined,
      }
    case 'aws':
      return {
        name,
        provinceCode: required('provinceCode'),
        keepsData: true,
        removalPolicy: RemovalPolicy.RETAIN,
        architecture: Architecture.ARM_64,
        logRetention: CLOUD_LOG_RETENTION,
        identity: { kind: 'cognito', loginDomainPrefix: required('loginDomainPrefix') },
        consoleOrigin: text('consoleOrigin'),
        publicOrigin: text('publicOrigin'),
        certificateArn: text('certificateArn'),
        hostsFrontends: true,
        isPublicCloud: true,
        requests: { console: CONSOLE_REQUESTS, publicSite: CACHED_SITE_REQUESTS },
        signingKey,
        alarmEmail: text('alarmEmail'),
        digestSender: text('digestSender'),
        ...gateway(),
      }
    case 'aws-cn':
      return {
        name,
        provinceCode: required('provinceCode'),
        keepsData: true,
        removalPolicy: RemovalPolicy.RETAIN,
        // The bundles are plain JavaScript; x86 is what both China regions certainly have.
        architecture: Architecture.X86_64,
        logRetention: CLOUD_LOG_RETENTION,
        identity: { kind: 'oidc', issuer: required('oidcIssuer'), audience: required('oidcAudience') },
        // A site in mainland China needs an ICP filing and its own domain, so its hosting is the operator's.
        consoleOrigin: required('consoleOrigin'),
        publicOrigin: required('publicOrigin'),
        certificateArn: undefined,
        hostsFrontends: false,
        isPublicCloud: true,
        requests: { console: CONSOLE_REQUESTS, publicSite: BARE_SITE_REQUESTS },
        signingKey,
        alarmEmail: text('alarmEmail'),
        digestSender: text('digestSender'),
        ...gateway(),
      }
    default:
      throw new Error(`unknown stage ${name}: local, aws or aws-cn`)
  }
}
