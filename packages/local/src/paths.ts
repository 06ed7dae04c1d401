import { fileURLToPath } from 'node:url'

/** The project's folder, with a slash at its end. */
export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url))

/** A path inside the project. */
export const inProject = (path: string): string => `${projectRoot}${path}`

/** A path inside `.anjie/`, where everything that a run leaves behind lives (state, logs, environments); never committed. */
export const inWorkFolder = (path: string): string => inProject(`.anjie/${path}`)

/** The `PATH` of every child process: the pinned Node first, then the project's own commands, then the machine's. */
export function childPath(): string {
  const node = process.execPath.slice(0, process.execPath.lastIndexOf('/'))
  return [node, inProject('node_modules/.bin'), process.env['PATH'] ?? ''].join(':')
}
