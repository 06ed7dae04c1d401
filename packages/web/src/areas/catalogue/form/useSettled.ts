import { useEffect, useState } from 'react'

/** A value once it has stayed the same for a moment: what is asked of the server while somebody types. */
export function useSettled<V>(value: V, milliseconds = 400): V {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
