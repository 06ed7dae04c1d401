import type { PlaceReading } from '@anjie/contracts/vocabulary/divisions/placeReading'
import readings from '../../data/placeReadings.json' with { type: 'json' }

/** Place names that are read otherwise than their characters usually are, each with its source; what every copy of the system knows. */
export const PLACE_READINGS: readonly PlaceReading[] = readings

/** Readings that hold within a county: its own, its city's, and those of places in them. */
export const readingsWithin = (county: string): ReadonlyMap<string, string> =>
  new Map(
    PLACE_READINGS.filter(({ code }) => county === code || (code.length === 4 && county.startsWith(code))).map(
      ({ name, reading }) => [name, reading],
    ),
  )
