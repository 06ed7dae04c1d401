import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { BATCH_TAG, JOINING_TAG } from '@anjie/domain/access/index'
import type { CommandStore } from '@anjie/use-cases/commandStore'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createRecordStore } from '../recordStore.ts'
import { dynamoTables } from './dynamoTables.ts'

export interface ImportSessionSettings {
  readonly recordsTable: string
  readonly viewsTable: string
  readonly filesBucket: string
  readonly roleArn: string
  readonly hasLocalEndpoint: boolean
}

export interface ImportSession {
  readonly store: CommandStore
  /** Undefined when the file under this key is not the one with this ETag any more. */
  fetchFile(key: string, mark: string): Promise<Uint8Array | undefined>
  removeFile(key: string): Promise<void>
}

/** The tags of the session for one batch: it reaches this batch of this owner and nothing else. */
export const importTags = (batchId: string): Readonly<Record<string, string>> => ({
  [BATCH_TAG]: batchId,
  [JOINING_TAG]: batchId.slice(0, batchId.indexOf('.')),
})

const SESSION_SECONDS = 900
const SYSTEM = {
  personId: 'system',
  personName: '系统',
  post: '导入读取',
  level: 'system',
  jurisdiction: 'system',
  jurisdictionName: '系统',
} as const

/** Opens for each batch a session of its own, with credentials that the importer's role may take on for one batch at a time. */
export function importSessions(settings: ImportSessionSettings) {
  const sts = new STSClient({})
  return async (
    batchId: string,
    { correlationId, now }: { readonly correlationId: string; readonly now: string },
  ): Promise<ImportSession> => {
    const { Credentials: given } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: settings.roleArn,
        RoleSessionName: `anjie-import-${batchId.slice(-26)}`,
        DurationSeconds: SESSION_SECONDS,
        Tags: Object.entries(importTags(batchId)).map(([Key, Value]) => ({ Key, Value })),
      }),
    )
    const { AccessKeyId, SecretAccessKey, SessionToken } = given ?? {}
    if (!AccessKeyId || !SecretAccessKey || !SessionToken) throw new Error('STS gave no credentials')
    const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken }
    const s3 = new S3Client({ forcePathStyle: settings.hasLocalEndpoint, credentials })
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({ credentials }))
    return {
      store: createRecordStore({
        tables: dynamoTables({ client, names: { records: settings.recordsTable, views: settings.viewsTable } }),
        from: { level: 'platform', province: provinceCodeOf(batchId) },
        mark: { actor: SYSTEM, correlationId, now, idempotencyKey: correlationId, requestHash: '' },
      }),
      fetchFile: async (key, mark) => {
        try {
          const { Body } = await s3.send(
            new GetObjectCommand({ Bucket: settings.filesBucket, Key: key, IfMatch: mark }),
          )
          return await Body?.transformToByteArray()
        } catch (thrown) {
          if (thrown instanceof Error && ['PreconditionFailed', 'NoSuchKey', '412'].includes(thrown.name))
            return undefined
          throw thrown
        }
      },
      removeFile: async (key) => {
        await s3.send(new DeleteObjectCommand({ Bucket: settings.filesBucket, Key: key }))
      },
    }
  }
}
