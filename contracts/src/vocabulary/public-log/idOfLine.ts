import { z } from 'zod'

const Line = z.looseObject({ id: z.string() })

/** Of which fact a line of the log tells: `<record id>@<version>`; undefined of a line that is none. */
export function idOfLine(line: string): string | undefined {
  try {
    return Line.safeParse(JSON.parse(line)).data?.id
  } catch {
    return undefined
  }
}
