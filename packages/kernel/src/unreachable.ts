/** Makes the compiler name a forgotten case; at run time it reports a broken assumption. */
export function unreachable(value: never): never {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`)
}
