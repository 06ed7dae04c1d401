/** What is found first, looking in one place after the other. */
export async function firstOf<P, T>(
  places: readonly P[],
  find: (place: P) => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const place of places) {
    const found = await find(place)
    if (found !== undefined) return found
  }
  return undefined
}
