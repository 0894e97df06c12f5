# shellcheck shell=sh
# Finds a JDK 25 or newer for ./altercor and ./verify. Sourced, not run.
#
# find_jdk PROGRAM   sets JAVA_HOME to the first JDK >= 25 that has bin/PROGRAM (java or javac), looking at
#                    $ALTERCOR_JAVA, $JAVA_HOME, the usual folders and the path, in this order.
#                    Says what it found and fails when there is none.

jdk_major() { # HOME -> its major version, from the file every JDK carries; 0 when it carries none
    [ -r "$1/release" ] || { echo 0; return; }
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | grep . || echo 0
}

find_jdk() {
    seen=""
    path_java=$(command -v java 2>/dev/null || true)
    [ -n "$path_java" ] && path_java=$(readlink -f "$path_java")
    for home in "${ALTERCOR_JAVA:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-}"/.sdkman/candidates/java/* \
        "${path_java%/bin/java}"; do
        [ -n "$home" ] || continue
        [ -x "$home/bin/$1" ] || continue
        major=$(jdk_major "$home")
        if [ "$major" -ge 25 ]; then
            JAVA_HOME=$home
            export JAVA_HOME
            return 0
        fi
        seen="$seen
  $home (Java $major)"
    done
    {
        echo "Altercor needs a JDK 25 or newer. Found:${seen:- none}"
        echo "On Raspberry Pi OS trixie or Debian 13: sudo apt install openjdk-25-jdk-headless"
        echo "Elsewhere: unpack one and set ALTERCOR_JAVA to its folder."
    } >&2
    return 1
}
