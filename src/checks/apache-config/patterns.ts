/** `grep` writes the file’s name, and perhaps the line’s number, in front. */
export const file = '(?:(?:[\\w.~/:\\\\-]*[/\\\\])?[\\w.-]+:(?:\\d+[:-])?\\s*)?'

/** Between the marks nothing but the mark itself ends a text. */
const quoted = `"[^"]*"|'[^']*'`

/** A path, also a relative one; a backslash at its end would be a line that goes on. */
export const path = `(?:${quoted}|(?:/|[A-Za-z]:[\\\\/]|~|\\$\\{|%\\{|[\\w.-]+/)[^\\s"'=]*(?<!\\\\))`

/** A word, but not the next one of a sentence about the directive. */
export const word = `(?!(?:directives?|lines?|options?|settings?|values?|is|was|are|in|to|and|or|for|with|from|but|should|must|can|needs?|which|that|the|a|an|as|at|has|have|does|not|instead|here|too|only)\\b)(?:${quoted}|[^\\s,;"'\\\\=]+)`

/** `processes=2`, `python-home="/srv/my app"`. */
export const options = `(?:\\s+[A-Za-z][\\w-]*=(?:${quoted}|[^\\s"'=\\\\]*))*`

/** One option in a list of them, with its place. */
export const option = /(?<![\w-])([A-Za-z][\w-]{0,40}=(?:"[^"]*"|'[^']*'|[^\s"'\\]*))/

export const unquoted = (text: string | undefined) => text?.trim().replace(/^(["'])(.*)\1$/, '$2')

/** Names as alternatives of a pattern. */
export const anyOf = (names: readonly string[]) => `(?:${names.join('|')})`
