import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { onKeys, signerReads, signerViews, signerWrites } from '../accessPatterns.ts'
import { HouseFunction } from '../constructs/houseFunction.ts'
import { type House, type HouseTables, SINGLE_ITEM_READ, SINGLE_ITEM_WRITE } from './house.ts'

/**
 * The one function that signs: certificates, and the head of the public log. Its key is used by nobody else. A key is never replaced, it
 * is followed by another (`signingKey`); this one is kept, and its public half stays on the public site.
 */
export function addSigner(
  stack: Construct,
  house: House,
  { records, views }: HouseTables,
  publicOrigin: string,
): { readonly signer: HouseFunction; readonly signingKey: Key } {
  const { stage } = house
  const signingKey = new Key(stack, `SigningKey${stage.signingKey}`, {
    keySpec: KeySpec.ECC_NIST_P256,
    keyUsage: KeyUsage.SIGN_VERIFY,
    description: `Signs certificates and the public log (${stage.signingKey})`,
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })
  const signer = new HouseFunction(stack, 'Signer', {
    ...house,
    functionName: 'signer',
    errorImpact: 'Named units get no certificate, or the public log gets no new line and no head of the day.',
    timeout: Duration.minutes(2),
    memorySize: 512,
    environment: {
      RECORDS_TABLE: records.tableName,
      VIEWS_TABLE: views.tableName,
      PROVINCE_CODE: stage.provinceCode,
      PUBLIC_ORIGIN: publicOrigin,
      SIGNING_KEY: signingKey.keyArn,
    },
  })
  signer.mayDo(['kms:Sign', 'kms:GetPublicKey'], [signingKey.keyArn])
  signer.mayDo(
    ['dynamodb:Query', 'dynamodb:BatchGetItem'],
    [views.tableArn, `${views.tableArn}/index/open`],
    onKeys(signerViews),
  )
  signer.mayDo([...SINGLE_ITEM_READ, ...SINGLE_ITEM_WRITE], [records.tableArn], onKeys(signerWrites))
  signer.mayDo(SINGLE_ITEM_READ, [records.tableArn], onKeys(signerReads))
  new Rule(stack, 'EveryMinute', {
    description: 'Signs what waits',
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaTarget(signer.lambda, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
  })
  return { signer, signingKey }
}
