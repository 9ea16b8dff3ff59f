/**
 * Asks about another file than `mod_wsgi.so`: a program (`ldd /usr/bin/python3`, `ldd $(which httpd)`), a library, another module.
 * Where the name is a pattern or a variable, it may be the module all the same.
 */
export const anotherFile = (programs: string) =>
  new RegExp(
    `(?:^|[\\s/])(?:${programs})(?=\\s)(?!.{0,300}wsgi)(?:\\s{1,9}-\\S{1,40}){0,9}\\s{1,9}["']?`
      + '(?:(?:\\$\\(|`)\\s{0,9}(?:which|command -v|type -p)\\s|(?![^|;&]{0,300}[$*?`{(])(?:[^\\s"\']{0,300}/)?(?:(?:lib|mod_|_)[^\\s/"\']{1,99}|(?!-)(?:(?!\\.(?:so|dylib|bundle))[^\\s/"\'|;&<>]){1,99})["\']?(?=\\s|$))',
  )
