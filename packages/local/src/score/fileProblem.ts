/** Why a file cannot be opened or written, by the code that the system gives. */
const FILE_PROBLEMS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', '没有这个文件或文件夹'],
  ['ENOTDIR', '没有这个文件或文件夹'],
  ['EISDIR', '是文件夹，不是文件'],
  ['EACCES', '没有权限'],
  ['EPERM', '没有权限'],
  ['ENOSPC', '磁盘已满'],
  ['ENAMETOOLONG', '文件名太长'],
  ['ERR_FS_FILE_TOO_LARGE', '文件超过 2 GB'],
  ['ERR_INVALID_ARG_VALUE', '文件名里有不能用的字符'],
])

/** One Chinese line for a file that could not be opened or written. */
export function fileProblem(file: string, error: unknown, otherwise: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return `${file}：${FILE_PROBLEMS.get(code) ?? otherwise}`
}
