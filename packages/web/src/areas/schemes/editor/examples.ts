/** The worked examples of the contracts room: their names with the editor, their content only when one is chosen. */
const names = import.meta.glob<string>('../../../../../../contracts/examples/*.scheme.json', {
  import: 'name',
  eager: true,
})
const contents = import.meta.glob<unknown>('../../../../../../contracts/examples/*.scheme.json', { import: 'default' })

export const exampleNames = (): { readonly path: string; readonly name: string }[] =>
  Object.entries(names).map(([path, name]) => ({ path, name }))

export async function loadExample(path: string): Promise<unknown> {
  return contents[path]?.()
}
