/**
 * Asks about another file than `mod_wsgi.so`: a program (`ldd /usr/bin/python3`, `ldd $(which httpd)`), a library, another module.
 * Where the name is a pattern or a variable, it may be the module all the same.
 */
export const anotherFile = (programs: string) =>
  new RegExp(
    `(?:^|[\\s/])(?:${programs})(?=\\s)(?!.*wsgi)(?:\\s+-\\S+)*\\s+["']?`
      + '(?:(?:\\$\\(|`)\\s*(?:which|command -v|type -p)\\s|(?!.*[$*?`{(])(?:[^\\s"\']*/)?(?:(?:lib|mod_|_)[^\\s/"\']+|(?!-)(?:(?!\\.(?:so|dylib|bundle))[^\\s/"\'|;&<>])+)["\']?(?=\\s|$))',
  )
