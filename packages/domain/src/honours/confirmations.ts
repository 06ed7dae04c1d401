import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'
import { CONFIRMING_OFFICE_NAMES } from './confirmingOfficeNames.ts'

/** 未核实: what its office has not confirmed yet. */
export const unconfirmed = (
  { confirmations = [] }: Pick<Application, 'confirmations'>,
  criteria: HonourType['criteria'],
): readonly string[] =>
  criteria.flatMap(({ code, name, office }) =>
    office === undefined || confirmations.some(({ criterion }) => criterion === code)
      ? []
      : [`${name}（${CONFIRMING_OFFICE_NAMES[office]}）`],
  )
