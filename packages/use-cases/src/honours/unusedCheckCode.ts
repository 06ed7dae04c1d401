import type { Title } from '@anjie/contracts/vocabulary/honours/title'

/** Four characters that no certificate of this title ends with. Two draws alike are rare; a third is not waited for in vain. */
export function unusedCheckCode({ serial, corrections = [] }: Title, draw: () => string): string {
  const used = new Set([serial, ...corrections.map((each) => each.serial)].map((each) => each?.slice(-4)))
  let code = draw()
  while (used.has(code)) code = draw()
  return code
}
