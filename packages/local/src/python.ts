import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { inProject, inWorkFolder } from './paths.ts'
import { mustRun, runCommand, StepFailed } from './runCommand.ts'

const CANDIDATES = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python']
const requirements = inProject('packages/local/emulator/requirements.txt')

/** The first Python of at least 3.10 that can make virtual environments. */
async function findPython(): Promise<string> {
  let tooOld = ''
  let withoutVenv = ''
  for (const candidate of CANDIDATES) {
    const version = await runCommand(candidate, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'])
    if (version.exitCode !== 0) continue
    const [major = 0, minor = 0] = version.output.trim().split('.').map(Number)
    if (major !== 3 || minor < 10) {
      tooOld = version.output.trim()
      continue
    }
    const venv = await runCommand(candidate, ['-c', 'import venv, ensurepip'])
    if (venv.exitCode === 0) return candidate
    withoutVenv = `${major}.${minor}`
  }
  if (withoutVenv !== '') {
    throw new StepFailed(
      `Python ${withoutVenv} is there, but not its venv module. Install it, then run this command again:\n` +
        `  Debian, Ubuntu:  sudo apt-get install -y python${withoutVenv}-venv`,
    )
  }
  throw new StepFailed(
    `Python 3.10 or newer is needed for the local AWS endpoint${tooOld === '' ? '' : ` (found ${tooOld})`}. Install it, then run this command again:\n` +
      '  Debian, Ubuntu:  sudo apt-get install -y python3 python3-venv\n' +
      '  Fedora, openEuler:  sudo dnf install -y python3.11\n' +
      '  macOS:  brew install python@3.13\n' +
      'Or start a LocalStack-compatible endpoint yourself and set AWS_ENDPOINT_URL.',
  )
}

/**
 * The Python of an environment of the project's own that holds the pinned emulator.
 * It is made once, and again when the requirements change.
 */
export async function ensureEmulatorPython(): Promise<string> {
  const folder = inWorkFolder('emulator-python')
  const python = `${folder}/bin/python`
  const wanted = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex')
  const stamp = `${folder}/requirements.sha256`
  const present = await readFile(stamp, 'utf8').catch(() => '')
  if (present === wanted && (await runCommand(python, ['-c', 'import ministack'])).exitCode === 0) return python
  const system = await findPython()
  await rm(folder, { recursive: true, force: true })
  await mustRun(system, ['-m', 'venv', folder])
  await mustRun(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements])
  await writeFile(stamp, wanted)
  return python
}
