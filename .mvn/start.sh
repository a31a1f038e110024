# Start Assize: sourced by ./assize of a clone and by bin/assize of an installed copy, so that both start alike.
# It is given JAVA_HOME, class_path, archives (a folder for class archives, empty where none can be written)
# and the user's words in "$@".

# Commands that compute nothing start faster with the small collector and the small compiler only.
# An archive holds the classes of the first command that makes it, so help has one of its own.
case "${1:---help}" in
  -h|--help) jvm="-XX:+UseSerialGC -XX:TieredStopAtLevel=1" archive=help ;;
  # What is read at once dies together: large survivor spaces keep it out of the old generation.
  demo|judge|label|probe|run|resume|replay|agree|compare) archive=full
    jvm="-XX:+UseSerialGC -XX:NewRatio=1 -XX:SurvivorRatio=2 -XX:+IgnoreUnrecognizedVMOptions -XX:+UseCompactObjectHeaders" ;;
  *) jvm="-XX:+UseSerialGC -XX:TieredStopAtLevel=1" archive=small ;;
esac
if [ -n "$archives" ]; then
  exec "$JAVA_HOME/bin/java" $jvm -Xshare:auto -XX:+AutoCreateSharedArchive -Xlog:disable \
    -XX:SharedArchiveFile="$archives/$archive.jsa" --enable-native-access=ALL-UNNAMED \
    -cp "$class_path" io.assize.cli.Main "$@"
fi
exec "$JAVA_HOME/bin/java" $jvm -Xshare:auto --enable-native-access=ALL-UNNAMED \
  -cp "$class_path" io.assize.cli.Main "$@"
