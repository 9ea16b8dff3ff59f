/** The names under which Apache's program and its wrappers are called. */
export const apachePrograms = 'httpd(?:24-httpd|2?[-.](?:prefork|worker|event|itk))?(?:\\.exe)?|httpd2|apache2(?:ctl)?|apache2?tctl|apachectl|apache2?ctl2?|Apache(?:\\.exe)?'

/** A call of Apache's program with one of these options. */
export const apacheCall = (options: string) => new RegExp(`(?:^|[\\s/\\\\"'(])(?:${apachePrograms})["']?(?:\\s+-[dfDCceE]\\s+\\S+|\\s+-X)*\\s+(?:${options})(?=$|[\\s)|;&"'])`)
