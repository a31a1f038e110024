@echo off
rem Start an installed Assize on Windows: needs a Java 21 or later in JAVA_HOME or on PATH.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "%~dp0..\lib\*" io.assize.cli.Main %*
