import { access, constants, readFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { inProject } from './paths.ts'
import { runCommand } from './runCommand.ts'

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

export type BrowserSearch =
  | { readonly found: true; readonly program: string; readonly how: string }
  | { readonly found: false; readonly advice: string }

/**
 * A browser for the tests: an installed one, else the one that Playwright downloads, else Debian's packages where this process
 * may install them. Chinese fonts come along where they can; a page drawn without them would prove nothing.
 */
export async function findBrowser(): Promise<BrowserSearch> {
  const installed = await installedBrowser()
  if (installed !== undefined) {
    const fonts = await ensureChineseFonts()
    return { found: true, program: installed, how: fonts ? 'installed' : 'installed, without Chinese fonts' }
  }
  const download = await runCommand(
    process.execPath,
    [inProject('packages/local/node_modules/playwright-core/cli.js'), 'install', 'chromium'],
    { env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' } },
  )
  if (download.exitCode === 0 && (await isProgram(chromium.executablePath()))) {
    await ensureChineseFonts()
    return { found: true, program: chromium.executablePath(), how: "Playwright's" }
  }
  if (await mayInstallPackages()) {
    await installPackages(['chromium', 'fonts-noto-cjk'])
    const added = await installedBrowser()
    if (added !== undefined) return { found: true, program: added, how: "Debian's, installed now" }
  }
  return {
    found: false,
    advice:
      'No browser was found for the browser tests. Install one, then run this command again:\n' +
      '  Debian, Ubuntu:  sudo apt-get install -y chromium fonts-noto-cjk\n' +
      '  Fedora, openEuler:  sudo dnf install -y chromium google-noto-sans-cjk-fonts\n' +
      '  macOS:  brew install --cask google-chrome\n' +
      'Or name one: ANJIE_BROWSER=/path/to/chrome',
  }
}

async function installedBrowser(): Promise<string | undefined> {
  const named = process.env['ANJIE_BROWSER']
  if (named !== undefined && named !== '') return named
  for (const command of COMMANDS) {
    const { exitCode, output } = await runCommand('sh', ['-c', `command -v ${command}`])
    if (exitCode === 0) return output.trim()
  }
  for (const application of [...APPLICATIONS, chromium.executablePath()]) {
    if (await isProgram(application)) return application
  }
  return undefined
}

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

async function ensureChineseFonts(): Promise<boolean> {
  if (process.platform !== 'linux' || (await hasChineseFonts())) return true
  if (await mayInstallPackages()) await installPackages(['fonts-noto-cjk'])
  return hasChineseFonts()
}

async function hasChineseFonts(): Promise<boolean> {
  const { exitCode, output } = await runCommand('fc-list', [':lang=zh-cn'])
  return exitCode === 0 && output.trim() !== ''
}

async function mayInstallPackages(): Promise<boolean> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '')
  return /^ID(_LIKE)?=.*debian/m.test(release) && process.getuid?.() === 0
}

async function installPackages(names: readonly string[]): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runCommand('apt-get', ['update', '-qq'], { env })
  await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env })
}
