/**
 * The settings of a running function, read once when it starts. All that are missing or empty are named together, so that a
 * deployment that lacks two is mended once. Optional ones are there where the stage has them.
 */
export function settingsOf<const Name extends string, const Optional extends string = never>(
  environment: Readonly<Record<string, string | undefined>>,
  names: readonly Name[],
  optional: readonly Optional[] = [],
): Readonly<Record<Name, string> & Partial<Record<Optional, string>>> {
  const isSet = (name: string): boolean => (environment[name] ?? '') !== ''
  const missing = names.filter((name) => !isSet(name))
  if (missing.length > 0) throw new Error(`the environment lacks ${missing.join(', ')}`)
  const given = [...names, ...optional.filter(isSet)].map((name) => [name, environment[name]])
  // Every required name was just found, and the others are optional in the type.
  return Object.fromEntries(given) as Record<Name, string> & Partial<Record<Optional, string>>
}
