const names = new Set(['href', 'src', 'cite', 'action', 'poster', 'longdesc', 'background', 'usemap', 'data'])

/** Whether an HTML attribute of this name (lower case) holds an URL. */
export function isLinkAttribute(name: string): boolean {
  return names.has(name)
}
