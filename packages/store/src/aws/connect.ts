import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { codeOf, type Purpose, type Standpoint } from '@anjie/domain/access/index'
import { settingsOf } from '@anjie/kernel'
import type { CommandMark, CommandStore } from '@anjie/use-cases/commandStore'
import type { EvidenceFiles, LogIns, MachineCalls, Scope } from '@anjie/use-cases/ports'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { STSClient } from '@aws-sdk/client-sts'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { clamdScanner } from '../clamdScanner.ts'
import { keptMemberships, type Memberships } from '../memberships.ts'
import { keptForGood } from '../record/kept.ts'
import { createRecordStore } from '../recordStore.ts'
import { noScanner, type Scanner } from '../scanner.ts'
import { joiningAt, type OverseerScope, type Stores, type TenantScope, type UnitScope } from '../stores.ts'
import type { Tables } from '../tables.ts'
import { dynamoLogIns } from './dynamoLogIns.ts'
import { dynamoMachineCalls } from './dynamoMachineCalls.ts'
import { dynamoTables } from './dynamoTables.ts'
import { s3EvidenceFiles } from './s3EvidenceFiles.ts'
import { type SessionStandpoint, scopedCredentials } from './scopedCredentials.ts'

/** Names of what the stack made, from the Lambda's environment. */
export interface StoreSettings {
  readonly recordsTable: string
  readonly viewsTable: string
  readonly membershipsTable: string
  readonly evidenceBucket: string
  readonly roleArns: Readonly<Record<SessionStandpoint['level'], string>>
  /** A local endpoint has no host name for each bucket. */
  readonly hasLocalEndpoint: boolean
  readonly scanner: Scanner
}

/** Reads the settings; missing ones are named. */
export function storeSettings(environment: Readonly<Record<string, string | undefined>>): StoreSettings {
  const settings = settingsOf(
    environment,
    [
      'RECORDS_TABLE',
      'VIEWS_TABLE',
      'MEMBERSHIPS_TABLE',
      'EVIDENCE_BUCKET',
      'UNIT_ROLE_ARN',
      'COUNTY_ROLE_ARN',
      'CITY_ROLE_ARN',
      'PROVINCE_ROLE_ARN',
      'JOINING_ROLE_ARN',
    ],
    ['AWS_ENDPOINT_URL', 'SCANNER'],
  )
  return {
    recordsTable: settings.RECORDS_TABLE,
    viewsTable: settings.VIEWS_TABLE,
    membershipsTable: settings.MEMBERSHIPS_TABLE,
    evidenceBucket: settings.EVIDENCE_BUCKET,
    roleArns: {
      unit: settings.UNIT_ROLE_ARN,
      county: settings.COUNTY_ROLE_ARN,
      city: settings.CITY_ROLE_ARN,
      province: settings.PROVINCE_ROLE_ARN,
      joining: settings.JOINING_ROLE_ARN,
    },
    hasLocalEndpoint: settings.AWS_ENDPOINT_URL !== undefined,
    scanner: settings.SCANNER === undefined ? noScanner : scannerAt(settings.SCANNER),
  }
}

/** `SCANNER=host:port` of a clamd that the function can reach. */
function scannerAt(address: string): Scanner {
  const [host = '', port = ''] = address.split(':')
  if (host === '' || !/^\d{1,5}$/.test(port)) throw new Error(`SCANNER is host:port, not “${address}”`)
  return clamdScanner(host, Number(port))
}

const documentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: false } })

/** Tables that are reached with the role of the running function itself: for the platform, the clock and the projector. */
const ownTables = (names: { readonly recordsTable: string; readonly viewsTable: string }): Tables =>
  dynamoTables({
    client: documentClient(new DynamoDBClient({})),
    names: { records: names.recordsTable, views: names.viewsTable },
  })

/** Stores over DynamoDB and S3. Each scope has clients of its own for each purpose, whose credentials the tables check once more. */
export function awsStores(
  settings: StoreSettings,
): Stores & { readonly memberships: Memberships; readonly logIns: LogIns; readonly machineCalls: MachineCalls } {
  const base = new DynamoDBClient({})
  const own = documentClient(base)
  const ownRecords = dynamoTables({
    client: own,
    names: { records: settings.recordsTable, views: settings.viewsTable },
  })
  const logIns = dynamoLogIns(own, settings.membershipsTable)
  const s3 = new S3Client({ forcePathStyle: settings.hasLocalEndpoint })
  const rules = keptForGood<Scheme>()
  const keptParts = keptForGood<unknown>()
  const credentialsOf = scopedCredentials({ sts: new STSClient({}), roleArns: settings.roleArns })
  const clients = new Map<string, { readonly tables: Tables; readonly evidence: EvidenceFiles }>()

  const clientsOf = (scope: SessionStandpoint, purpose: Purpose) => {
    const key = `${scope.level} ${codeOf(scope)} ${purpose}`
    const found = clients.get(key)
    if (found !== undefined) return found
    const credentials = () => credentialsOf(scope, purpose)
    // All clients send through the same kept-alive connections.
    const dynamo = new DynamoDBClient({ credentials, requestHandler: base.config.requestHandler })
    const files = new S3Client({
      forcePathStyle: settings.hasLocalEndpoint,
      credentials,
      requestHandler: s3.config.requestHandler,
    })
    const made = {
      tables: dynamoTables({
        client: documentClient(dynamo),
        names: { records: settings.recordsTable, views: settings.viewsTable },
      }),
      evidence: s3EvidenceFiles(files, settings.evidenceBucket, settings.scanner),
    }
    clients.set(key, made)
    return made
  }

  const open = (from: SessionStandpoint, mark?: CommandMark): CommandStore =>
    createRecordStore({
      tables: clientsOf(from, mark?.purpose ?? 'read').tables,
      from,
      rules,
      keptParts,
      ...(mark === undefined ? {} : { mark }),
    })

  return {
    openUnitStore: (scope: UnitScope, mark) => open(scope, mark),
    openTenantStore: (scope: TenantScope, mark) => open(scope, mark),
    openOverseerStore: (scope: OverseerScope, mark) => open(scope, mark),
    evidenceFiles: (scope, purpose) => clientsOf(scope, purpose).evidence,
    openJoiningStore: (jurisdiction, mark) => open(joiningAt(jurisdiction), mark),
    logIns,
    machineCalls: dynamoMachineCalls(own, settings.membershipsTable),
    memberships: keptMemberships({
      logIns,
      // With the function's own rights, which reach posts and nothing else: until they are read nobody has a scope.
      posts: async (ids) => {
        const [province] = ids.map(provinceCodeOf)
        if (province === undefined) return new Map()
        const from: Standpoint = { level: 'platform', province }
        return createRecordStore({ tables: ownRecords, from }).getMany('membership', ids)
      },
    }),
  }
}

/** Reads with the role of the running function what a post of this scope reads and nothing else: for the clock, which sends it to that post. */
export const openScopedReader = (
  names: { readonly recordsTable: string; readonly viewsTable: string },
  scope: Scope,
): CommandStore => createRecordStore({ tables: ownTables(names), from: scope })

/**
 * The operator's store of one province: reaches every record of it with the role of the running function. For on-boarding,
 * imports, the clock and rebuilding; never for a signed-in person.
 */
export function openPlatformStore(
  names: { readonly recordsTable: string; readonly viewsTable: string; readonly province: string },
  mark?: CommandMark,
): CommandStore {
  const from: Standpoint = { level: 'platform', province: names.province }
  return createRecordStore({ tables: ownTables(names), from, ...(mark === undefined ? {} : { mark }) })
}
