const htmlTags = 'a|b|big|blockquote|br|center|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|kbd|li|ol|p|pre|q|s|samp|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul'
const bbCodes = 'b|i|u|s|code|quote|pre|tt|font|color|size|url|list|indent|noparse|bash|shell|plain|icode'

/**
 * Everything that terminals, mail programs, forums and word processors put between the characters of an output:
 * escape sequences (also those whose ESC got lost), HTML tags and entities, BBCode, Markdown marks, typographic characters.
 */
export const foreign = new RegExp(
  [
    '\\x1b\\[[0-?]*[ -/]*[@-~]', // CSI: colours, cursor, bracketed paste
    '\\x1b\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)', // OSC: window titles
    '\\x1b[()][0-9A-Za-z]',
    '\\x1b.?',
    '\\^\\[\\[[0-9;?]*[A-Za-z]', // the same as `cat -v` shows it
    '\\^M$',
    '\\[(?:\\d{1,3};)*\\d{1,3}m', // a colour code that lost its ESC
    '\\[\\?2004[hl]',
    '.?[\\b]',
    '[\\x00-\\x07\\x0b\\x0c\\x0e-\\x1f\\x7f]',
    '&(?:gt|lt|amp|quot|apos|nbsp|#0?39|#x27|#34|#160|#62|#60);',
    `</?(?:${htmlTags})(?:\\s[^<>]*)?/?>`,
    `\\[/?(?:${bbCodes})(?:=[^\\]]*)?\\]`,
    '(?:`{3,}|~{3,})[\\w+.-]*\\s*$', // a code fence with its language
    '\\*\\*|`',
    // Markdown’s APACHE\_MPM\_DIR; behind a drive the backslash is a path’s: C:\apps\_site
    '\\\\(?=_\\w)(?<=\\w\\\\)(?<!:\\\\\\S{0,200}.)',
    '[\\u00a0\\u00ad\\u2000-\\u200f\\u2010-\\u2015\\u2018-\\u201f\\u2026\\u202a-\\u202f\\u205f\\u2060\\u2066-\\u2069\\u2212\\u3000\\ufeff]',
  ].join('|'),
  'gi',
)

const entities: Readonly<Record<string, string>> = {
  '&gt;': '>', '&lt;': '<', '&amp;': '&', '&quot;': '"', '&apos;': "'", '&nbsp;': ' ', '&#39;': "'", '&#039;': "'",
  '&#x27;': "'", '&#34;': '"', '&#160;': ' ', '&#62;': '>', '&#60;': '<',
}

/** What a foreign sequence stands for; most stand for nothing. */
export function plain(sequence: string): string {
  const entity = entities[sequence.toLowerCase()]
  if (entity !== undefined) return entity
  if (/^<br/i.test(sequence)) return ' '
  if (sequence.length > 1) return ''
  if (/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(sequence)) return ' '
  if (/[\u2018-\u201b]/.test(sequence)) return "'"
  if (/[\u201c-\u201f]/.test(sequence)) return '"'
  if (/[\u2010-\u2015\u2212]/.test(sequence)) return '-'
  if (sequence === '\u2026') return '...'
  return ''
}

/** A stretch of a paste without foreign characters: to look around a value for words, where no place in them is needed. */
export const plainly = (raw: string): string => raw.replace(foreign, plain)
