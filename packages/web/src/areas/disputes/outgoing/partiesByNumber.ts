import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { numberKey } from '@anjie/domain/disputes/caseNumbers'
import { ok, type Result } from '@anjie/kernel'
import { disputeWords as words } from '../../../locales/zh-CN/disputes.ts'

interface Headings {
  readonly numberHeadings: readonly string[]
  readonly nameHeadings: readonly string[]
  /** The party columns of the file that is made. */
  readonly wanted: readonly string[]
}

const unique = (list: readonly string[], not: string): string[] => [...new Set(list)].filter((each) => each !== not)

/** Who is named under which number in a clerk's own file. It is read here and sent nowhere. */
export async function partiesByNumber(
  file: File,
  { numberHeadings, nameHeadings, wanted }: Headings,
): Promise<Result<ReadonlyMap<string, ReadonlyMap<string, string>>, string>> {
  const form: IntakeForm = {
    code: 'parties',
    name: words.partiesFile,
    fields: [
      { code: 'number', name: words.number, also: unique(numberHeadings, words.number), type: 'text', required: true },
      ...wanted.map((heading, at) => ({
        code: `party${at}`,
        name: heading,
        // The first of them takes what another system's file writes into one column.
        ...(at === 0 ? { also: unique(nameHeadings, heading).filter((each) => !wanted.includes(each)) } : {}),
        type: 'text' as const,
        longest: 400,
      })),
    ],
  }
  const { openIntake, readTables } = await import('@anjie/documents/intake/readIntake')
  const opened = await openIntake(new Uint8Array(await file.arrayBuffer()))
  const read = opened.ok ? readTables(opened.value, form) : opened
  if (!read.ok) return read
  return ok(
    new Map(
      read.value.rows.map(({ values }) => [
        numberKey(String(values.get('number') ?? '')),
        new Map(
          wanted.flatMap((heading, at) => {
            const cell = values.get(`party${at}`)
            return typeof cell === 'string' ? [[heading, cell] as const] : []
          }),
        ),
      ]),
    ),
  )
}
