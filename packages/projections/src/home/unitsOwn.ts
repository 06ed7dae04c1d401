import type { HomeLine } from './homeLine.ts'

/**
 * What a unit's own home page shows of a case: what its county's reporter has to fill waits for the unit as well, what the county is
 * told is said to it too; nobody else's turn is the unit's business.
 */
export function withUnitsOwn(
  lines: readonly HomeLine[],
  county: string,
  unit: string | undefined,
): readonly HomeLine[] {
  if (unit === undefined) return lines
  const own = lines.filter(({ owner, shared }) => owner === county && shared === undefined)
  return [...lines, ...own.map((each) => ({ ...each, owner: unit, line: lineOfUnit(each.line) }))]
}

function lineOfUnit(line: HomeLine['line']): HomeLine['line'] {
  if (line === null || !('role' in line.standing)) return line
  const { standing, row } = line
  const role = 'unit-reporter'
  return standing.role === 'county-reporter'
    ? { standing: { ...standing, role }, row: { ...row, queue: row.queue && { ...row.queue, role } } }
    : null
}
