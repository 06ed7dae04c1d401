import { BATCH_TAG, JOINING_TAG } from '@anjie/domain/access/index'
import { Duration } from 'aws-cdk-lib'
import { ArnPrincipal, PolicyDocument, PolicyStatement, Role, SessionTagsPrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { importerFile, importerReads, importerWrites, onKeys } from '../accessPatterns.ts'
import { HouseAlarm } from '../constructs/houseAlarm.ts'
import { HouseFunction } from '../constructs/houseFunction.ts'
import { HouseQueue } from '../constructs/houseQueue.ts'
import type { House, HouseTables } from './house.ts'
import { useParties } from './parties.ts'

const ULID = '?'.repeat(26)

/**
 * 导入: the one function that opens what somebody made at a desk. Its own role reads no table and no file; for each order it takes on a
 * session that is tagged with one batch, and reads that batch's file and writes that batch's reading with it.
 */
export function addImporter(
  stack: Construct,
  house: House,
  { records, views }: HouseTables,
  files: Bucket,
  api: HouseFunction,
  partyKey: Key,
): { readonly importer: HouseFunction; readonly importOrders: HouseQueue; readonly importRole: Role } {
  const parkedImports = new HouseQueue(stack, 'ParkedImports', house.stage)
  const importOrders = new HouseQueue(stack, 'ImportOrders', house.stage, {
    // The second delivery notes that the first one died; a third is tried where even that failed.
    deadLetterQueue: { queue: parkedImports, maxReceiveCount: 3 },
    visibilityTimeout: Duration.minutes(3),
  })
  const importer = new HouseFunction(stack, 'Importer', {
    ...house,
    functionName: 'importer',
    errorImpact: 'Files that officials bring in are not read; nothing is lost, and each can be handed over again.',
    timeout: Duration.minutes(2),
    // 5,000 rows × 40 columns take 300 MB; the largest file that the reader takes, less than a gigabyte.
    memorySize: 1536,
    environment: {
      RECORDS_TABLE: records.tableName,
      VIEWS_TABLE: views.tableName,
      FILES_BUCKET: files.bucketName,
    },
  })
  const importRole = new Role(stack, 'ImportSession', {
    description: 'What is reached while one file is read, by the tags of the session',
    assumedBy: new SessionTagsPrincipal(
      new ArnPrincipal(importer.role.roleArn).withConditions({
        StringLike: {
          [`aws:RequestTag/${BATCH_TAG}`]: [`??*.${ULID}`, `??????.${ULID}-${ULID}`],
          [`aws:RequestTag/${JOINING_TAG}`]: '??*',
        },
        'ForAllValues:StringEquals': { 'aws:TagKeys': [BATCH_TAG, JOINING_TAG] },
      }),
    ),
    inlinePolicies: {
      OneBatch: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: 'ReadFile',
            actions: ['s3:GetObject'],
            resources: [files.arnForObjects(importerFile)],
          }),
          new PolicyStatement({
            // What names persons is gone as soon as it was read.
            sid: 'RemoveFile',
            actions: ['s3:DeleteObject'],
            resources: [files.arnForObjects(importerFile)],
          }),
          new PolicyStatement({
            sid: 'ReadForm',
            actions: ['dynamodb:GetItem'],
            resources: [records.tableArn],
            conditions: onKeys(importerReads),
          }),
          new PolicyStatement({
            sid: 'WriteReading',
            actions: ['dynamodb:GetItem', 'dynamodb:PutItem'],
            resources: [records.tableArn],
            conditions: onKeys(importerWrites),
          }),
        ],
      }),
    },
  })
  useParties(importer, partyKey)
  importer.mayDo(['sts:AssumeRole', 'sts:TagSession'], [importRole.roleArn])
  importer.lambda.addEnvironment('IMPORT_ROLE_ARN', importRole.roleArn)
  importOrders.grantConsumeMessages(importer.role)
  importOrders.grantSendMessages(api.role)
  api.lambda.addEnvironment('IMPORT_ORDERS_URL', importOrders.queueUrl)
  new EventSourceMapping(stack, 'FilesToRead', {
    target: importer.lambda,
    eventSourceArn: importOrders.queueArn,
    batchSize: 1,
  })
  new HouseAlarm(stack, 'ParkedImportsAlarm', {
    metric: parkedImports.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: 'Maximum',
    }),
    threshold: 1,
    evaluationPeriods: 1,
    impact:
      'A file was handed over and its batch cannot even say that it was not read; the page offers to hand it over again.',
    runbook: { page: 'importer', heading: 'parked-imports' },
    topic: house.topic,
  })
  return { importer, importOrders, importRole }
}
