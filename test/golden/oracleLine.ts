import { writeSync } from 'node:fs'

/** One case of a source that nobody here wrote. */
export interface OracleCase {
  readonly id: string
  /** Undefined when ours agrees; otherwise how it differs, or why the case is left out. */
  readonly differs?: string
  /** The construct that our side leaves out on purpose. */
  readonly leftOut?: string
}

/** Prints `oracle <name> <agreeing>/<total>` and what is left out, by reason. Straight to stdout, past the test reporter. */
export function printOracle(name: string, cases: readonly OracleCase[]): void {
  const agreeing = cases.filter((one) => one.differs === undefined && one.leftOut === undefined)
  const reasons = new Map<string, string[]>()
  for (const { id, leftOut } of cases) {
    if (leftOut !== undefined) reasons.set(leftOut, [...(reasons.get(leftOut) ?? []), id])
  }
  const lines = [`oracle ${name} ${agreeing.length}/${cases.length}`]
  for (const [reason, ids] of reasons) lines.push(`  left out ${ids.length}: ${reason} (${ids.join(' ')})`)
  for (const { id, differs } of cases) if (differs !== undefined) lines.push(`  DIFFERS ${id}: ${differs}`)
  writeSync(1, `${lines.join('\n')}\n`)
}
