# Sourced by mvnw and by the scripts in deploy/: exports JAVA_HOME of a JDK 25 or newer, or says what is missing and ends the script.

# The feature release of the JDK in folder $1; 0 if there is none.
huiyin_jdk_release() {
  huiyin_release=''
  if [ -x "$1/bin/javac" ]; then
    if [ -r "$1/release" ]; then
      huiyin_release=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    else
      huiyin_release=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    fi
  fi
  printf '%s\n' "${huiyin_release:-0}"
}

# Prints the home of the JDK to use: JAVA_HOME, else the one on the PATH, else the newest where JDKs are usually installed.
huiyin_find_jdk() (
  set +efu
  wanted=25
  on_path=$(command -v javac)
  [ -z "$on_path" ] || on_path=$(readlink -f "$on_path" 2>/dev/null)
  for home in "$JAVA_HOME" "${on_path%/bin/javac}"; do
    if [ -n "$home" ] && [ "$(huiyin_jdk_release "$home")" -ge "$wanted" ]; then
      printf '%s\n' "$home"
      exit 0
    fi
  done
  newest='' newest_release=0
  for home in /usr/lib/jvm/* /opt/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    release=$(huiyin_jdk_release "$home")
    if [ "$release" -ge "$wanted" ] && [ "$release" -gt "$newest_release" ]; then
      newest=$home newest_release=$release
    fi
  done
  [ -n "$newest" ] && printf '%s\n' "$newest"
)

if ! JAVA_HOME=$(huiyin_find_jdk); then
  echo "Huiyin needs a JDK 25 or newer and found none: install one (https://adoptium.net) or set JAVA_HOME to it." >&2
  exit 1
fi
export JAVA_HOME
