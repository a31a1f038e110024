#!/bin/sh
# Make a Debian package of an installed copy with a Java runtime of its own, of the modules that it needs.
# build.sh INSTALLED VERSION TIMESTAMP TARGET: skips aloud what cannot be made on this machine.
set -eu
installed=$1 version=$2 timestamp=$3 target=$4

skip() { echo "No Debian package: $1" >&2; exit 0; }
command -v dpkg-deb >/dev/null 2>&1 || skip "dpkg-deb is not on PATH (Debian: apt-get install dpkg)"
[ -x "$JAVA_HOME/bin/jlink" ] || skip "the JDK in $JAVA_HOME has no jlink"
[ -x "$JAVA_HOME/bin/jdeps" ] || skip "the JDK in $JAVA_HOME has no jdeps"
"$JAVA_HOME/bin/java" --describe-module jdk.jlink >/dev/null 2>&1 || skip "the JDK in $JAVA_HOME cannot link a runtime"

tree=$target/deb
rm -rf "$tree"
mkdir -p "$tree/usr/lib" "$tree/usr/bin" "$tree/usr/share/doc/assize" "$tree/DEBIAN"
cp -R "$installed" "$tree/usr/lib/assize"
home=$tree/usr/lib/assize
rm "$home/bin/assize.cmd"
ln -s ../lib/assize/bin/assize "$tree/usr/bin/assize"

# jdk.crypto.ec is found by name only: elliptic curves for https under Java 21.
modules=$("$JAVA_HOME/bin/jdeps" --ignore-missing-deps --multi-release 21 -q --print-module-deps \
  --class-path "$home/lib/*" "$home"/lib/*.jar),jdk.crypto.ec
"$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages \
  --output "$home/runtime"
# Archives of the JDK's own classes, without which starts would be slow; with and without compact object headers.
"$home/runtime/bin/java" -XX:+UseSerialGC -Xshare:dump >/dev/null
"$home/runtime/bin/java" -XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions -XX:+UseCompactObjectHeaders -Xshare:dump >/dev/null

{
  echo "Assize is under the Apache License 2.0 (/usr/share/common-licenses/Apache-2.0)."
  echo "What it brings along, and under which licence: /usr/lib/assize/licenses."
  echo "Its Java runtime is OpenJDK; licences of its modules: /usr/lib/assize/runtime/legal."
} >"$tree/usr/share/doc/assize/copyright"
cat >"$tree/DEBIAN/control" <<END
Package: assize
Version: $(printf '%s' "$version" | sed 's/-/~/g')
Architecture: $(dpkg --print-architecture)
Maintainer: The Assize developers <assize@users.noreply.github.com>
Installed-Size: $(du -sk "$tree/usr" | cut -f1)
Depends: libc6, zlib1g
Section: science
Priority: optional
Homepage: https://github.com/assize/assize
Description: judge the output of language models
 Judges the outputs of language models, and says how far the judge can be
 believed. With a Java runtime of its own.
END
find "$tree" -type d -exec chmod 755 {} +
find "$tree" -exec touch -h -d "$timestamp" {} +
SOURCE_DATE_EPOCH=$(date -d "$timestamp" +%s) \
  dpkg-deb --root-owner-group --build "$tree" "$target/assize_${version}_$(dpkg --print-architecture).deb" >/dev/null
rm -rf "$tree"
