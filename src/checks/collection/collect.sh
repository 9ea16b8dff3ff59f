#!/bin/sh
# wsgi-checkup.sh asks this machine what mod_wsgi Checkup reads, and changes nothing:
# it writes no file, starts no server, calls no sudo, and makes no request unless URL= is given.
#
#   sh wsgi-checkup.sh > checkup.txt 2>&1
#   sh wsgi-checkup.sh HTTPD=/opt/apache/bin/httpd MODULE=/opt/wsgi/mod_wsgi.so PYTHON=/opt/python/bin/python3
#   docker exec -i NAME sh < wsgi-checkup.sh > checkup.txt 2>&1
#
# HTTPD, APXS, MODULE, PYTHON and LOG name the file to ask, in place of the one that is found.
# URL is the address of the diagnostic script, if it is mounted.

for given; do
  case $given in
    HTTPD=?*) HTTPD=${given#*=} ;;
    APXS=?*) APXS=${given#*=} ;;
    MODULE=?*) MODULE=${given#*=} ;;
    PYTHON=?*) PYTHON=${given#*=} ;;
    LOG=?*) LOG=${given#*=} ;;
    URL=?*) URL=${given#*=} ;;
    *) echo 'Usage: sh wsgi-checkup.sh [HTTPD=FILE] [APXS=FILE] [MODULE=FILE] [PYTHON=FILE] [LOG=FILE] [URL=ADDRESS]' && exit 2 ;;
  esac
done

# English messages, no .pyc files, and the programs that only root has on the path.
LC_ALL=C PYTHONDONTWRITEBYTECODE=1 PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
export LC_ALL PYTHONDONTWRITEBYTECODE PATH
newline='
'

# "==== $" stands before a command and what it prints, "==== #" before a word of this script.

note() { printf '\n==== # %s\n' "$*"; }

quoted() {
  for word; do
    case $word in
      *[!A-Za-z0-9_./@%+:,=-]*) printf " '%s'" "$(printf '%s' "$word" | sed "s/'/'\\\\''/g")" ;;
      *) printf ' %s' "$word" ;;
    esac
  done
}

show() {
  printf '\n==== $%s\n' "$1"
  if [ -n "$2" ]; then printf '%s\n' "$2"; else printf '==== # It printed nothing.\n'; fi
}

# Nothing may read from standard input, where this script itself may come from.
ask() { show "$(quoted "$@")" "$("$@" 2>&1 </dev/null)"; }

has() { case $1 in */*) [ -f "$1" ] && [ -x "$1" ] ;; *) command -v "$1" >/dev/null 2>&1 ;; esac; }

tool() { has "$1" || { note "Left out: $1 is not here." && false; }; }

first() {
  for one; do
    if [ -n "$one" ] && has "$one"; then command -v "$one" && break; fi
  done
}

# Apache: the one that runs, else what the usual places have.

running() {
  ps -A -o args= 2>/dev/null | while read -r program options; do
    case "$program $options" in
      *' -f '*) ;; # with a configuration of its own, as mod_wsgi-express starts it
      /*/httpd\ * | /*/apache2\ *) echo "$program" && break ;;
    esac
  done
}

envvars=${APACHE_ENVVARS:-/etc/apache2/envvars}
debian=
[ ! -r "$envvars" ] || debian=/usr/sbin/apache2
set -- "$(running)" "$debian" /opt/homebrew/bin/httpd /usr/local/bin/httpd /usr/local/sbin/httpd /opt/local/sbin/httpd \
  /usr/local/apache2/bin/httpd httpd httpd24-httpd /opt/rh/httpd24/root/usr/sbin/httpd /opt/bitnami/apache/bin/httpd \
  /opt/bitnami/apache2/bin/httpd /opt/lampp/bin/httpd apache2ctl apachectl
httpd=${HTTPD:-$(first "$@")}

note "Collected by wsgi-checkup.sh on $(uname -sm); nothing was changed."
[ "$(id -u)" = 0 ] || note "Not run by root: files that only root may read count as missing."
others=
for one; do
  case $one in *ctl) ;; *) if [ -n "$one" ] && has "$one" && [ "$(command -v "$one")" != "${httpd%ctl}" ]; then others="$others $(command -v "$one")"; fi ;; esac
done
[ -z "$others" ] || [ -n "$HTTPD" ] || note "Also here:$others. HTTPD=FILE chooses another."

# Debian's program needs the variables of envvars. Its wrapper sets them, but makes directories that are missing.
case $httpd in
  */apache2 | */apache2ctl)
    if [ -r "$envvars" ]; then
      # shellcheck source=/dev/null
      folders=$(. "$envvars" && [ -d "$APACHE_RUN_DIR/socks" ] && [ -d "$APACHE_LOCK_DIR" ] && echo there)
      httpd=${httpd%ctl}
      if [ -n "$folders" ] && has "${httpd}ctl"; then
        httpd=${httpd}ctl
      else
        # shellcheck source=/dev/null
        . "$envvars"
        APACHE_RUN_DIR=/
        export APACHE_RUN_DIR
        note "apache2ctl would make directories for Apache, so apache2 itself is asked, with the variables of $envvars."
      fi
    fi
    ;;
esac

if [ -z "$httpd" ]; then
  note 'No Apache was found. HTTPD=FILE names its program.'
  show ' httpd -V' "$(sh -c 'httpd -V' 2>&1 </dev/null)"
elif ! has "$httpd"; then
  note "$httpd is no program."
  httpd=
fi

# The files of the configuration: those that Apache says it reads, else those around the main one.

build=
[ -z "$httpd" ] || build=$("$httpd" -V 2>/dev/null </dev/null)
defined() { printf '%s\n' "$build" | sed -n "s/^ *-D $1=\"\(.*\)\".*/\1/p"; }

# The values of a directive in text from standard input, without quotation marks.
values() { sed -n "s/^[[:space:]]*$1[[:space:]]\{1,\}\"\{0,1\}\([^\"]*[^\"[:space:]]\)\"\{0,1\}[[:space:]]*\$/\1/p"; }

root=${APACHE_CONFDIR:-$(defined HTTPD_ROOT)}
main=$(defined SERVER_CONFIG_FILE)
case $main in /* | '') ;; *) main=$root/$main ;; esac
[ ! -r "$main" ] || own=$(values ServerRoot <"$main" | head -n 1)
root=${own:-$root}

around() {
  for file in "$main" "${main%/*}"/*-enabled/* "${main%/*}"/*.d/*.conf "${main%/*}"/../conf*.d/*.conf \
    "${main%/*}"/extra/*.conf "${main%/*}"/other/*.conf "${main%/*}"/Includes/*.conf; do
    [ ! -f "$file" ] || printf '%s\n' "$file"
  done
}

files=
if [ -n "$httpd" ]; then
  listed=$("$httpd" -t -D DUMP_INCLUDES 2>/dev/null </dev/null) && files=$(printf '%s\n' "$listed" | sed -n 's/^ *([*0-9]*) //p')
  files=${files:-$(around)}
fi

# The last lines of the error logs come first, for what they tell was before this run.

logs() {
  if [ -n "$LOG" ]; then echo "$LOG" && return; fi
  # shellcheck source=/dev/null
  [ ! -r "$envvars" ] || folder=$(. "$envvars" && echo "$APACHE_LOG_DIR")
  [ -z "$httpd" ] || "$httpd" -S 2>/dev/null </dev/null | sed -n 's/^Main ErrorLog: "\(.*\)".*/\1/p'
  printf '%s\n' "$files" | while read -r file; do
    [ ! -r "$file" ] || values ErrorLog <"$file" | sed "s|\${APACHE_LOG_DIR}|${folder:-/var/log/apache2}|"
  done
  defined DEFAULT_ERRORLOG
}

IFS=$newline
set -f
# shellcheck disable=SC2046
set -- $(logs)
unset IFS
set +f
seen=:
for file; do
  shift
  case $file in /*) ;; \|* | *\$* | syslog*) continue ;; *) file=$root/$file ;; esac
  case $seen in *":$file:"*) continue ;; *) seen=$seen$file: ;; esac
  # Containers link the log to the terminal, which has nothing to read back.
  case $(ls -l "$file" 2>/dev/null) in '' | *'-> /dev/'* | *'-> /proc/'*) continue ;; esac
  if [ -r "$file" ]; then set -- "$@" "$file"; else note "Left out: only root can read $file."; fi
done
if [ $# -gt 0 ]; then ask tail -n 200 "$@"; else note 'Left out: no error log is here, or only root can read it. LOG=FILE names one.'; fi

# Apache itself.

if [ -n "$httpd" ]; then
  ask "$httpd" -V
  ask "$httpd" -l
  ask "$httpd" -M
  ask "$httpd" -t -c 'Mutex xxx'
  ask "$httpd" -t -c 'WSGIAcceptMutex xxx'
  ask "$httpd" -S
  apxs=${APXS:-$(first "${httpd%/*}/apxs" "${httpd%/sbin/*}/bin/apxs" apxs apxs2)}
  if [ -n "$apxs" ]; then
    ask "$apxs" -q installbuilddir
    ask "$apxs" -q HTTPD_VERSION
    nice=$("$apxs" -q installbuilddir 2>/dev/null </dev/null)/config.nice
    if [ -f "$nice" ]; then ask cat "$nice"; else note "Left out: there is no $nice. Most packages have none."; fi
  else
    note 'Left out: apxs is not here. It comes with the development package of Apache.'
  fi
fi

# The lines of the configuration that concern mod_wsgi, and what they stand in.

ours='WSGI|LoadFile|LoadModule[[:space:]]+(wsgi|mpm|python|php)|ServerName|UseCanonical|Listen|(Server|Thread)Limit|ThreadsPerChild|MaxRequestWorkers|MaxClients'
context='<\/?(VirtualHost|Directory|Location|Files|If|WSGI)|Require|Include'

# A line that goes on behind a backslash is taken to its end.
lines() { sed -nE -e :a -e '/\\$/{N;ba' -e '}' -e "/^[[:space:]]*($1)/p" "$2" 2>/dev/null; }

# Split at line ends only, for a name may hold blanks.
IFS=$newline
set -f
# shellcheck disable=SC2086
set -- $files
unset IFS
set +f
for file; do
  shift
  if [ -n "$(lines "$ours" "$file")" ]; then set -- "$@" "$file"; fi
done
config=
if [ $# -gt 0 ]; then
  config=$(for file; do lines "$ours" "$file"; done)
  ask sed -nE -e :a -e '/\\$/{N;ba' -e '}' -e "/^[[:space:]]*($ours|$context)/p" "$@"
fi

# mod_wsgi.so: the file that LoadModule names, else what the usual places have.

module=$MODULE
if [ -z "$module" ]; then
  module=$(printf '%s\n' "$config" | values 'LoadModule[[:space:]]\{1,\}wsgi_module' | head -n 1)
  case $module in /* | '') ;; *\$*) note "The path $module cannot be followed." && module= ;; *) module=$root/$module ;; esac
fi
if [ -z "$module" ]; then
  express=
  if has mod_wsgi-express; then
    ask mod_wsgi-express module-config
    express=$(mod_wsgi-express module-location 2>/dev/null </dev/null)
  fi
  for file in "$express" /usr/lib/apache2/modules/mod_wsgi.so /usr/lib64/httpd/modules/mod_wsgi*.so /usr/lib64/apache2/mod_wsgi.so \
    /usr/lib/httpd/modules/mod_wsgi.so /usr/lib/apache2/mod_wsgi.so /usr/local/libexec/apache24/mod_wsgi.so \
    /opt/homebrew/lib/httpd/modules/mod_wsgi.so /usr/local/lib/httpd/modules/mod_wsgi.so /usr/local/apache2/modules/mod_wsgi.so; do
    if [ -f "$file" ]; then module=$file && note "No LoadModule line was found, but $file is here." && break; fi
  done
fi

# Without Xcode's tools, a Mac would offer to install them.
mac=
[ "$(uname -s)" != Darwin ] || mac=yes
xcode() { [ -z "$mac" ] || xcode-select -p >/dev/null 2>&1 || { note "Left out: $1 needs Xcode's command line tools." && false; }; }

linked=
if [ -z "$module" ]; then
  note 'No mod_wsgi was found. MODULE=FILE names its .so file.'
else
  ask ls -l "$module"
  [ ! -L "$module" ] || ask ls -lL "$module"
fi
if [ -f "$module" ]; then
  if tool file; then ask file -L "$module"; fi
  if [ -n "$mac" ]; then
    if xcode otool; then
      ask otool -L "$module"
      linked=$(otool -L "$module" 2>/dev/null)
    fi
  elif tool ldd; then
    ask env -u LD_LIBRARY_PATH ldd "$module"
    linked=$(env -u LD_LIBRARY_PATH ldd "$module" 2>/dev/null)
  fi
  if [ -z "$mac" ] && tool readelf; then
    show "$(quoted readelf -d "$module") | grep -E 'NEEDED|PATH'" "$(readelf -d "$module" 2>/dev/null | grep -E 'NEEDED|PATH')"
  fi
fi

# Python: the program beside the library that mod_wsgi is linked to, and the one that the configuration names.

version=$(printf '%s\n' "$linked" | sed -n -e 's|.*libpython\([0-9.]*[0-9]\)[a-z]*\.so.*|\1|p' -e 's|.*/Versions/\([0-9.]*\)/Python .*|\1|p' | head -n 1)
place=$(printf '%s\n' "$linked" | sed -n -e 's|.*=> \(/.*\)/lib[^/]*/.*libpython.*|\1|p' -e 's|^[[:space:]]*\(/.*/Versions/[0-9.]*\)/Python .*|\1|p' | head -n 1)
home=$(printf '%s\n' "$config" | values WSGIPythonHome | head -n 1)
home=${home:-$(printf '%s\n' "$config" | sed -n 's/.*python-home="\{0,1\}\([^ "]*\).*/\1/p' | head -n 1)}

prefix() { ask "$1" -c 'import sys; print(sys.version); print(sys.prefix)'; }

if [ -n "$PYTHON" ]; then
  if has "$PYTHON"; then prefix "$PYTHON"; else note "$PYTHON is no program."; fi
else
  if [ -n "$version" ]; then
    python=$(first ${place:+"$place/bin/python$version"} "/usr/bin/python$version" "/usr/local/bin/python$version" "python$version")
    if [ -n "$python" ]; then prefix "$python"; else note "Left out: python$version, which mod_wsgi is linked to, has no program here."; fi
  elif [ -z "$home" ] && tool python3 && xcode python3; then
    prefix "$(command -v python3)"
  fi
  if [ -n "$home" ]; then
    python=$(first "$home/bin/python" "$home/bin/python3")
    if [ -n "$python" ]; then prefix "$python"; else note "The configuration names $home as Python's home, but no bin/python is in it."; fi
  fi
fi

# The page of the diagnostic script.

if [ -n "$URL" ]; then
  if has curl; then ask curl -sS --max-time 10 "$URL"; elif tool wget; then ask wget -q -O - -T 10 "$URL"; fi
fi

note 'The end. Paste all of this into "Paste everything" of mod_wsgi Checkup, or drop the file on its page.'
