import { Jurisdiction } from '@anjie/contracts/vocabulary/access/people'
import { scopeOf } from '@anjie/domain/access/index'
import type { StackFacts } from '@anjie/local/stackFacts'
import { dynamoTables } from '@anjie/store/aws/dynamoTables'
import { scopedCredentials } from '@anjie/store/aws/scopedCredentials'
import { createRecordStore, type Reach } from '@anjie/store/recordStore'
import type { Tables } from '@anjie/store/tables'
import type { CommandMark, CommandStore } from '@anjie/use-cases/commandStore'
import type { Scope } from '@anjie/use-cases/ports'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { STSClient } from '@aws-sdk/client-sts'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

const LEVELS: Readonly<Record<number, string>> = { 6: 'county', 4: 'city', 2: 'province' }

export const scopeOfCode = (code: string): Scope => scopeOf(Jurisdiction.parse({ level: LEVELS[code.length], code }))

export interface ScopedStores {
  /** The deployed tables, reached with the credentials of this jurisdiction's session. */
  tables(code: string): Tables
  /** A client with the same credentials. */
  client(code: string): DynamoDBDocumentClient
  open(code: string, mark?: CommandMark, reach?: Reach): CommandStore
  credentials: ReturnType<typeof scopedCredentials>
}

export function scopedStores(facts: StackFacts, sts: STSClient): ScopedStores {
  const connection = { region: facts.region, endpoint: facts.endpoint }
  const credentials = scopedCredentials({ sts, roleArns: facts.roles })
  const clients = new Map<string, DynamoDBDocumentClient>()
  const client = (code: string): DynamoDBDocumentClient => {
    const scope = scopeOfCode(code)
    const found =
      clients.get(code) ??
      DynamoDBDocumentClient.from(new DynamoDBClient({ ...connection, credentials: () => credentials(scope) }))
    clients.set(code, found)
    return found
  }
  const tables = (code: string): Tables => dynamoTables({ client: client(code), names: facts.tables })
  return {
    credentials,
    client,
    tables,
    open: (code, mark, reach) =>
      createRecordStore({
        tables: tables(code),
        from: scopeOfCode(code),
        ...(mark === undefined ? {} : { mark }),
        ...(reach === undefined ? {} : { reach }),
      }),
  }
}
