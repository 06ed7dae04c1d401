import type { DivisionList } from '@anjie/documents/divisions/readDivisionList'
import { useState } from 'react'
import { isMissingChunk } from '../../../app/missingChunk.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { divisionFileWords as words } from '../../../locales/zh-CN/divisions.ts'

export interface DivisionFile extends DivisionList {
  readonly name: string
  /** How many files were chosen before it. */
  readonly number: number
}

/** Reads a file of divisions in the browser of whoever chose it; the reader is loaded when it is needed. */
export function useDivisionFile(province: string) {
  const [file, setFile] = useState<DivisionFile | undefined>(undefined)
  const [number, setNumber] = useState(1)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [isReading, setReading] = useState(false)
  const read = async (chosen: File): Promise<void> => {
    setFault(undefined)
    setFile(undefined)
    setReading(true)
    setNumber(number + 1)
    try {
      const { readDivisionList } = await import('@anjie/documents/divisions/readDivisionList')
      const list = await readDivisionList(new Uint8Array(await chosen.arrayBuffer()), province)
      if (list.ok) setFile({ ...list.value, name: chosen.name, number })
      else setFault(list.error)
    } catch (thrown) {
      console.error(thrown)
      setFault(isMissingChunk(thrown) ? commonWords.newVersion : words.readFailed)
    } finally {
      setReading(false)
    }
  }
  return { file, fault, isReading, read }
}
