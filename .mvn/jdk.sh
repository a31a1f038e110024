# Find the Java that builds and runs Assize; sourced by ./mvnw, ./assize and the bin/assize of an installed copy.
# JAVA_HOME if it is 21 or later, else the newest of 21 to 25 that is found, else an explanation and exit 4.
# What only runs sets assize_needs=java: then a JRE serves as well, and one newer than 25 does.
# Sets and exports JAVA_HOME.

assize_needs=${assize_needs:-javac}
case $assize_needs in
  java) assize_newest=999 assize_what="Java 21 or later" assize_package=openjdk-21-jre-headless ;;
  *) assize_newest=25 assize_what="JDK from 21 to 25" assize_package=openjdk-21-jdk ;;
esac

assize_jdk_version() { # assize_jdk_version HOME: print its feature version, nothing where there is none
  [ -x "$1/bin/$assize_needs" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

assize_find_jdk() {
  if [ -n "${JAVA_HOME:-}" ]; then
    v=$(assize_jdk_version "$JAVA_HOME")
    if [ -n "$v" ] && [ "$v" -ge 21 ]; then export JAVA_HOME; return 0; fi
  fi
  best=0 found=
  on_path=$(command -v "$assize_needs" 2>/dev/null || true)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")")")
  for home in "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$home" ] && [ -d "$home" ] || continue
    v=$(assize_jdk_version "$home")
    [ -n "$v" ] && [ "$v" -ge 21 ] && [ "$v" -le "$assize_newest" ] && [ "$v" -gt "$best" ] && { best=$v; found=$home; }
  done
  if [ -z "$found" ]; then
    echo "No $assize_what was found (JAVA_HOME is ${JAVA_HOME:-not set})." >&2
    echo "  looked in: JAVA_HOME, the $assize_needs on PATH, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks" >&2
    echo "  fix: install one (Debian: apt-get install $assize_package) or set JAVA_HOME to it" >&2
    exit 4
  fi
  JAVA_HOME=$found; export JAVA_HOME
}

assize_find_jdk
