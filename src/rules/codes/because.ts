const inited = 'python-init-log'
const entered = [inited, 'p13-interpreter-not-made', 'p01-process-without-python', 'p02-standard-library-not-found', 'p10-embedded-without-python']
const ended = ['d15-daemon-crashed', 'r16-process-crashed', 'd16-deadlock', 'd11-restart-limit']

/** Lines that follow from another one, mostly the one right above. */
const because: Readonly<Record<number, readonly string[]>> = {
  2: [inited], 29: [inited], 174: ['r10-script-not-loaded', 'wsgi0105', 'wsgi0107', 'wsgi0109'],
  40: entered, 42: entered, 45: entered, 48: entered, 54: entered, 86: entered, 87: entered,
  119: ended, 121: ended, 125: ended, 127: ended, 129: ended,
}

/** Rows that speak of these numbers and show a few of their lines, the live ones: the others stand beneath. */
const rows: readonly (readonly [first: number, last: number, row: string])[] = [
  [1, 1, 'p01-process-without-python'], [28, 28, 'p01-process-without-python'], [36, 36, 'p02-standard-library-not-found'], [210, 210, 'p10-embedded-without-python'],
  [3, 11, 'd04-daemon-identity'], [25, 25, 'd04-daemon-identity'], [12, 15, 'd05-daemon-socket-not-made'], [64, 64, 'd05-daemon-socket-not-made'],
  [26, 26, 'd06-accept-lock-not-made'], [30, 32, 'd06-accept-lock-not-made'], [105, 110, 'r10-script-not-loaded'], [149, 152, 'd12-unknown-process-group'],
  [153, 173, 'd18-script-owner'], [198, 205, 'p16-gil-directive-unfit'],
]

/** The rules whose finding explains one of mod_wsgi’s numbers, `WSGI0087`. */
export function causesOf(code: string): readonly string[] {
  const number = Number(code.slice(4))
  return because[number] ?? rows.flatMap(([first, last, row]) => (first <= number && number <= last ? row : []))
}
