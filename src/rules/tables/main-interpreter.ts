/** The remedy for code that works in Python’s main interpreter only, and what it costs. */
export const mainInterpreter =
  'Run the application in the main interpreter: `WSGIApplicationGroup %{GLOBAL}`. If a second one runs in the same processes, first give each its own `WSGIDaemonProcess` group (not on Windows): in one interpreter they share every module and setting.'
