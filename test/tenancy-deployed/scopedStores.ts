import { Jurisdiction } from '@anjie/contracts/vocabulary/access/people'
import { UnitId } from '@anjie/contracts/vocabulary/ids'
import { PURPOSES, type Purpose, scopeOf } from '@anjie/domain/access/index'
import type { StackFacts } from '@anjie/local/stackFacts'
import { dynamoTables } from '@anjie/store/aws/dynamoTables'
import { scopedCredentials } from '@anjie/store/aws/scopedCredentials'
import type { Reach } from '@anjie/store/record/openRecords'
import { createRecordStore } from '@anjie/store/recordStore'
import type { Tables } from '@anjie/store/tables'
import type { CommandMark, CommandStore } from '@anjie/use-cases/commandStore'
import type { Scope } from '@anjie/use-cases/ports'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { STSClient } from '@aws-sdk/client-sts'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

const LEVELS: Readonly<Record<number, string>> = { 6: 'county', 4: 'city', 2: 'province' }

/** Of a division by the length of its code, or of a unit of a county by its id. */
export const scopeOfCode = (code: string): Scope =>
  code.includes('.')
    ? scopeOf(Jurisdiction.parse({ level: 'county', code: code.slice(0, 6) }), UnitId.parse(code))
    : scopeOf(Jurisdiction.parse({ level: LEVELS[code.length], code }))

/** What a session has to be for, so that it may write a record of this key. */
function purposeOf(pk: string | undefined): Purpose {
  const kind = pk?.split('#')[2]
  const areas = Object.keys(PURPOSES).filter((purpose): purpose is Purpose => purpose in PURPOSES)
  return areas.find((purpose) => PURPOSES[purpose].some((written) => written === kind)) ?? 'read'
}

export interface ScopedStores {
  /** The deployed tables, reached with the credentials of this jurisdiction's session; it reads unless it is for a purpose. */
  tables(code: string, purpose?: Purpose): Tables
  /** A client with the same credentials. */
  client(code: string, purpose?: Purpose): DynamoDBDocumentClient
  /** Each write goes with the session that is for such records, so that only the jurisdiction decides. */
  open(code: string, mark?: CommandMark, reach?: Reach): CommandStore
  credentials: ReturnType<typeof scopedCredentials>
}

export function scopedStores(facts: StackFacts, sts: STSClient): ScopedStores {
  const connection = { region: facts.region, endpoint: facts.endpoint }
  const credentials = scopedCredentials({ sts, roleArns: facts.roles })
  const clients = new Map<string, DynamoDBDocumentClient>()
  const client = (code: string, purpose: Purpose = 'read'): DynamoDBDocumentClient => {
    const scope = scopeOfCode(code)
    const key = `${code} ${purpose}`
    const found =
      clients.get(key) ??
      DynamoDBDocumentClient.from(new DynamoDBClient({ ...connection, credentials: () => credentials(scope, purpose) }))
    clients.set(key, found)
    return found
  }
  const tables = (code: string, purpose?: Purpose): Tables =>
    dynamoTables({ client: client(code, purpose), names: facts.tables })
  return {
    credentials,
    client,
    tables,
    open: (code, mark, reach) =>
      createRecordStore({
        tables: {
          ...tables(code),
          putNew: (item) => tables(code, purposeOf(item.pk)).putNew(item),
          transact: (puts, counters) => tables(code, purposeOf(puts[0]?.item.pk)).transact(puts, counters),
        },
        from: scopeOfCode(code),
        ...(mark === undefined ? {} : { mark }),
        ...(reach === undefined ? {} : { reach }),
      }),
  }
}
