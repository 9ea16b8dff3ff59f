/** Our own words: plain text with `code` and [text](page#anchor) in it, nothing else. */
export type Prose = string

/** A page and section to follow by hand: `user-guides/x#section` in mod_wsgi's documentation, `httpd:mod/core#mutex` in Apache's. */
export type DocsLink = string

/** What a thing means, at three depths. `guide` says where mod_wsgi's guide words it otherwise, and what is right. */
export interface Meaning {
  readonly says: Prose
  readonly more?: Prose
  readonly guide?: Prose
  readonly docs?: readonly DocsLink[]
}
