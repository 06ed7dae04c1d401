import type { Result } from '@anjie/kernel'
import { useState } from 'react'
import { commonWords, fileWords as words } from '../../locales/zh-CN/common.ts'
import { isMissingChunk } from '../missingChunk.ts'

/** A file that was read: what it says, and what it is called. */
export type ReadFile<T> = T & { readonly name: string }

/**
 * Reads a chosen file in the browser of whoever chose it: what anybody may have made never reaches our own machines. `reader` loads
 * the program that it needs when it is needed; what it says of a file that it cannot read is shown as it is.
 */
export function useReadFile<T extends object>(reader: (bytes: Uint8Array) => Promise<Result<T, string>>) {
  const [file, setFile] = useState<ReadFile<T> | undefined>(undefined)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [isReading, setReading] = useState(false)
  const read = async (chosen: File): Promise<ReadFile<T> | undefined> => {
    setFault(undefined)
    setFile(undefined)
    setReading(true)
    try {
      const found = await reader(new Uint8Array(await chosen.arrayBuffer()))
      if (found.ok) {
        const named = { ...found.value, name: chosen.name }
        setFile(named)
        return named
      }
      setFault(found.error)
    } catch (thrown) {
      console.error(thrown)
      setFault(isMissingChunk(thrown) ? commonWords.newVersion : words.readFailed)
    } finally {
      setReading(false)
    }
    return undefined
  }
  return { file, fault, isReading, read }
}
