/** What the console learns when it starts, from `/config.json`; one build serves every stage. */
export interface ConsoleConfig {
  /** Origin (or base address) of the API, without a slash at its end. */
  readonly apiOrigin: string
  /** The OIDC authority: Cognito's pool address, or any other provider's issuer. */
  readonly oidcIssuer: string
  readonly oidcClientId: string
  readonly redirectUri: string
  /** The public notice board, for links to notices and certificate checks. */
  readonly publicOrigin: string
  /** What stands beside the name in the top bar, such as 演示数据. */
  readonly environmentName: string
  /** Endpoints of the provider where its discovery document cannot be used (a local emulator names other addresses there). */
  readonly metadata: Readonly<Record<string, unknown>> | undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads the configuration out of a parsed `/config.json`; throws and names the field that is missing. */
export function readConfig(given: unknown): ConsoleConfig {
  if (!isRecord(given)) throw new Error('config.json is not an object')
  const text = (field: string): string => {
    const value = given[field]
    if (typeof value !== 'string' || value === '') throw new Error(`config.json has no ${field}`)
    return value
  }
  const metadata = given['metadata']
  return {
    apiOrigin: text('apiOrigin').replace(/\/+$/, ''),
    oidcIssuer: text('oidcIssuer'),
    oidcClientId: text('oidcClientId'),
    redirectUri: text('redirectUri'),
    publicOrigin: text('publicOrigin').replace(/\/+$/, ''),
    environmentName: typeof given['environmentName'] === 'string' ? given['environmentName'] : '',
    metadata: isRecord(metadata) ? metadata : undefined,
  }
}

export async function loadConfig(): Promise<ConsoleConfig> {
  const response = await fetch('/config.json', { cache: 'no-cache' })
  if (!response.ok) throw new Error(`config.json: ${response.status}`)
  return readConfig(await response.json())
}
