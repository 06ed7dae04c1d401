import type { Application } from '@anjie/contracts/vocabulary/honours/application'

/** Files of a visit lie under the code of who made it: whoever is above reads them, nobody beside or below. */
export const visitPlace = (
  { id }: Pick<Application, 'id'>,
  jurisdiction: string,
): { readonly id: string; readonly county: string } => ({ id, county: jurisdiction })
