import { randomInt, randomUUID } from 'node:crypto'
import { issuerKeys, jsonRequestLog, keptDivisionTree, tokenVerifier } from '@anjie/http'
import { awsStores, digest, openStore, storeSettings } from '@anjie/store'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { ulid } from 'ulid'
import { createApi } from './createApi.ts'
import { requestOf, resultOf } from './gatewayEvent.ts'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHECK_CODE_LENGTH = 4

const environment = (name: string): string => {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`the environment lacks ${name}`)
  return value
}

const stores = awsStores(storeSettings(process.env))
const issuer = environment('OIDC_ISSUER')

const app = createApi({
  verifyToken: tokenVerifier({
    issuer,
    audience: environment('OIDC_AUDIENCE'),
    keys: issuerKeys(issuer, process.env['AWS_ENDPOINT_URL']),
  }),
  memberships: stores.memberships,
  openStore: (scope, mark) => openStore(stores, scope, mark),
  evidenceFiles: stores.evidenceFiles,
  divisionTree: keptDivisionTree(),
  clock: { now: () => new Date().toISOString() },
  newId: () => ulid(),
  newCheckCode: () => Array.from({ length: CHECK_CODE_LENGTH }, () => CROCKFORD[randomInt(CROCKFORD.length)]).join(''),
  digest,
  newCorrelationId: randomUUID,
  log: jsonRequestLog('api'),
})

/** The Lambda behind the signed-in API. */
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
  resultOf(await app.fetch(requestOf(event), { requestId: event.requestContext.requestId }))
