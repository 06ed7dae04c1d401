/** A sub-command: its arguments in, the exit code out. */
type SubCommand = (args: readonly string[]) => Promise<number>

/** Sub-commands by name. Each is loaded when it is called, so that one command does not wait for the tools of another. */
const subCommands: ReadonlyMap<string, { readonly about: string; readonly load: () => Promise<SubCommand> }> = new Map([
  [
    'score',
    {
      about: '离线计分，或核对一份计分档案',
      load: async () => {
        const { fileIo, runScore } = await import('./score.ts')
        return (args) => runScore(args, fileIo)
      },
    },
  ],
  [
    'import',
    {
      about: '导入公开名单和所在省的行政区划',
      load: async () => {
        const { runImport } = await import('./import.ts')
        return (args) => runImport(args)
      },
    },
  ],
  [
    'divisions',
    {
      about: '载入一个省的行政区划',
      load: async () => {
        const { runDivisions } = await import('./divisions.ts')
        return (args) => runDivisions(args)
      },
    },
  ],
  [
    'intake',
    {
      about: '离线读一份表格，逐格说明读不准的地方',
      load: async () => {
        const [{ fileIo }, { runIntake }] = await Promise.all([import('./score.ts'), import('./intake.ts')])
        return (args) => runIntake(args, fileIo)
      },
    },
  ],
  [
    'calendar',
    {
      about: '导入一年的节假日安排',
      load: async () => {
        const { runCalendar } = await import('./calendar.ts')
        return (args) => runCalendar(args)
      },
    },
  ],
  [
    'audit',
    {
      about: '核对全部办理记录是否被改动',
      load: async () => {
        const { runAudit } = await import('./audit.ts')
        return (args) => runAudit(args)
      },
    },
  ],
  [
    'disputes',
    {
      about: '核对几个系统导出的矛盾纠纷',
      load: async () => {
        const [{ runDisputes }, { fileIo }] = await Promise.all([import('./disputes.ts'), import('./score.ts')])
        return (args) => runDisputes(args, fileIo)
      },
    },
  ],
  [
    'certificate',
    {
      about: '离线核对证书的签名和内容',
      load: async () => {
        const { runCertificate } = await import('./certificate.ts')
        return (args) => runCertificate(args)
      },
    },
  ],
  [
    'log',
    {
      about: '核对公开日志是否被改动',
      load: async () => {
        const { runLog } = await import('./log.ts')
        return (args) => runLog(args)
      },
    },
  ],
  [
    'outbox',
    {
      about: '本机系统发出的汇总和急件',
      load: async () => {
        const { runOutbox } = await import('./outbox.ts')
        return (args) => runOutbox(args)
      },
    },
  ],
  [
    'rebuild',
    {
      about: '由记录重建全部列表和公开数据',
      load: async () => {
        const { runRebuild } = await import('./rebuild.ts')
        return (args) => runRebuild(args)
      },
    },
  ],
])

async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args
  const subCommand = subCommands.get(name)
  if (subCommand === undefined) {
    const asked = ['', 'help', '--help'].includes(name)
    if (!asked) console.error(`没有子命令“${name}”`)
    console.log('用法：anjie <子命令> …')
    for (const [known, { about }] of subCommands) console.log(`  ${known.padEnd(13)}${about}`)
    return asked ? 0 : 2
  }
  try {
    const run = await subCommand.load()
    return await run(rest)
  } catch (error) {
    // Said in Chinese, it is a reason that whoever called can act on.
    if (error instanceof Error && /\p{Script=Han}/u.test(error.message)) {
      console.error(error.message)
      return 1
    }
    // A fault of ours and not of the input: one sentence for whoever called, the rest for whoever mends it.
    console.error(`anjie ${name} 出了意外的错，请把命令和文件交给维护人员（设 ANJIE_DEBUG=1 重做一次可看详情）`)
    if (process.env['ANJIE_DEBUG'] !== undefined) console.error(error)
    return 70
  }
}

process.exitCode = await main(process.argv.slice(2))
