import { parseArgs } from 'node:util'
import { ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { type PlatformTarget, platformTarget } from '../platformTarget.ts'

/** What `load <file>` was asked to take over, for which province where that was said, and into which system. */
export interface LoadAsked {
  readonly file: string
  readonly province: ProvinceCode | undefined
  readonly target: PlatformTarget
}

/** Of the commands that load one file into a running system; undefined: they were used wrongly. */
export function readLoadArguments(args: readonly string[]): LoadAsked | 'help' | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        province: { type: 'string' },
        stack: { type: 'string' },
        function: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    if (values.help === true) return 'help'
    const [verb, file, ...rest] = positionals
    const target = platformTarget(values.stack, values.function)
    const province = ProvinceCode.optional().safeParse(values.province)
    if (verb !== 'load' || file === undefined || rest.length > 0) return undefined
    return target === undefined || !province.success ? undefined : { file, province: province.data, target }
  } catch {
    return undefined
  }
}
