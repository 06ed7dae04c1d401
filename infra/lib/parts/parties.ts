import { RemovalPolicy } from 'aws-cdk-lib'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import type { HouseFunction } from '../constructs/houseFunction.ts'
import type { Stage } from '../stages.ts'

/**
 * 当事人摘要: the key from which each county's own is derived. Who may use it can compare names with digests of a record that they read;
 * deleting it makes every digest meaningless, and changes no figure.
 */
export const addPartyKey = (stack: Construct, stage: Stage): Key =>
  new Key(stack, 'PartyKey', {
    keySpec: KeySpec.HMAC_256,
    keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
    description: 'Derives the key by which a county compares parties of disputes',
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })

/** Lets a function turn names into digests. */
export function useParties(user: HouseFunction, key: Key): void {
  user.mayDo(['kms:GenerateMac'], [key.keyArn])
  user.lambda.addEnvironment('PARTY_KEY', key.keyArn)
}
