import { FACTS, type FactDetailsOf, type FactType } from '@anjie/contracts/facts/facts'

/** Details that a fact of this type must have, each with a word in it; for facts whose details a test does not look at. */
export const someDetails = <T extends FactType>(type: T): FactDetailsOf<T> =>
  FACTS[type].details.parse(
    Object.fromEntries(
      Object.entries(FACTS[type].details.shape)
        .filter(([, schema]) => !schema.safeParse(undefined).success)
        .map(([key]) => [key, '某某']),
    ),
    // Parsed by the schema of this very type.
  ) as FactDetailsOf<T>
