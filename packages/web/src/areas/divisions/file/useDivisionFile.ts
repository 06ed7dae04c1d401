import type { DivisionList } from '@anjie/documents/divisions/readDivisionList'
import { type ReadFile, useReadFile } from '../../../app/files/useReadFile.ts'

export type DivisionFile = ReadFile<DivisionList>

export const useDivisionFile = (province: string) =>
  useReadFile<DivisionList>(async (bytes) => {
    const { readDivisionList } = await import('@anjie/documents/divisions/readDivisionList')
    return readDivisionList(bytes, province)
  })
