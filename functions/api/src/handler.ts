import { randomUUID } from 'node:crypto'
import { issuerKeys, jsonRequestLog, keptDivisionTree, tokenVerifier } from '@anjie/http'
import { settingsOf } from '@anjie/kernel'
import { awsStores, digest, newCheckCode, newInvitationSecret, openStore, storeSettings } from '@anjie/store'
import { kmsPartyDigests } from '@anjie/store/aws/kmsPartyDigests'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { KMSClient } from '@aws-sdk/client-kms'
import { SQSClient } from '@aws-sdk/client-sqs'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { ulid } from 'ulid'
import { cognitoAccounts } from './cognitoAccounts.ts'
import { createApi } from './createApi.ts'
import { bindingsOf, requestOf, resultOf } from './gatewayEvent.ts'
import { sqsImportOrders } from './sqsImportOrders.ts'

const stores = awsStores(storeSettings(process.env))
const settings = settingsOf(
  process.env,
  ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'IMPORT_ORDERS_URL', 'PARTY_KEY'],
  ['STAGE', 'AWS_ENDPOINT_URL', 'USER_POOL_ID'],
)
const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = settings
/** Only where the system has a user pool of its own. */
const poolId = settings.USER_POOL_ID

const app = createApi({
  verifyToken: tokenVerifier({
    issuer,
    audience,
    keys: issuerKeys(issuer, settings.AWS_ENDPOINT_URL),
  }),
  memberships: stores.memberships,
  openStore: (scope, mark) => openStore(stores, scope, mark),
  openJoiningStore: stores.openJoiningStore,
  logIns: stores.logIns,
  machineCalls: stores.machineCalls,
  accounts: poolId === undefined ? undefined : cognitoAccounts(new CognitoIdentityProviderClient({}), poolId),
  importOrders: sqsImportOrders(new SQSClient({}), settings.IMPORT_ORDERS_URL),
  partyDigests: kmsPartyDigests(new KMSClient({}), settings.PARTY_KEY),
  issuer,
  evidenceFiles: stores.evidenceFiles,
  divisionTree: keptDivisionTree(),
  clock: { now: () => new Date().toISOString() },
  newId: () => ulid(),
  newCheckCode,
  newInvitationSecret,
  digest,
  newCorrelationId: randomUUID,
  log: jsonRequestLog('api'),
})

/** The Lambda behind the signed-in API. */
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
  resultOf(await app.fetch(requestOf(event), bindingsOf(event, settings.STAGE)))
