/**
 * The settings of a running function, read once when it starts. All that are missing or empty are named together, so that a
 * deployment that lacks two is mended once.
 */
export function settingsOf<const Name extends string>(
  environment: Readonly<Record<string, string | undefined>>,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const missing = names.filter((name) => (environment[name] ?? '') === '')
  if (missing.length > 0) throw new Error(`the environment lacks ${missing.join(', ')}`)
  return Object.fromEntries(names.map((name) => [name, environment[name] ?? ''])) as Record<Name, string>
}
