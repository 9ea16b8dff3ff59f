/** Came with 2.4 (httpd docs/manual/developer/new_api_2_4.xml; `ap_log_error` became a macro around `ap_log_error_`). */
const since24 = /^(?:ap_get_scoreboard_worker_from_indexes|ap_log_[a-z]*error_|ap_unixd_config|ap_get_server_name_for_url|ap_state_query|ap_mutex_register|ap_(?:global|proc)_mutex_create)$/
/** Gone in 2.4, as the same page says. */
const until22 = /^(?:unixd_config|ap_log_[a-z]*error|ap_requires|ap_default_type|ap_max_daemons_limit|ap_my_generation|ap_threads_per_child|ap_mpm_run|ap_graceful_stop_signalled)$/

/** Which side is of Apache 2.2, where the missing symbol tells. */
export function oldApache(text: string): 'server' | 'module' | undefined {
  const symbol = /undefined symbol: \W*(\w+)/.exec(text)?.[1] ?? ''
  return since24.test(symbol) ? 'server' : until22.test(symbol) ? 'module' : undefined
}
