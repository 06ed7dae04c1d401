import type { IntakeRow } from '@anjie/documents/intake/reading'
import type { UnitSheetRow } from '@anjie/domain/intake/planUnitRows'
import { unitSheetRow } from '@anjie/domain/intake/unitSheetRow'

/** The rows of a unit sheet as the plan takes them. */
export const unitSheetRows = (rows: readonly IntakeRow[]): readonly UnitSheetRow[] =>
  rows.map((row) => unitSheetRow(row, row.values))
