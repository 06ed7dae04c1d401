/** Whether two objects have the same fields with the very same values. */
export function isShallowEqual(a: object, b: object): boolean {
  const entries = Object.entries(a)
  const others = new Map(Object.entries(b))
  return entries.length === others.size && entries.every(([key, value]) => Object.is(value, others.get(key)))
}
