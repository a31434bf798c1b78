@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Starts hwhash with the Java runtime beside it. Nothing else on this PC is used or changed.
setlocal EnableExtensions DisableDelayedExpansion
set "FOLDER=%~dp0"

rem A 32-bit program, such as the agent of Intune, starts a 32-bit cmd, to which Windows tells its own processor here.
set "CPU=%PROCESSOR_ARCHITEW6432%"
if not defined CPU set "CPU=%PROCESSOR_ARCHITECTURE%"
set "RUNTIME=%FOLDER%runtime\x64"
if /i "%CPU%"=="ARM64" if exist "%FOLDER%runtime\arm64\bin\java.exe" set "RUNTIME=%FOLDER%runtime\arm64"
rem In an installed hwhash the one runtime lies beside the folder of the program.
if not exist "%RUNTIME%\bin\java.exe" if exist "%FOLDER%..\runtime\bin\java.exe" set "RUNTIME=%FOLDER%..\runtime"

if /i "%CPU%"=="x86" (
  >&2 echo hwhash: error launcher-processor: this is a 32-bit Windows, and hwhash needs a 64-bit one
  exit /b 70
)
if not exist "%RUNTIME%\bin\java.exe" (
  >&2 echo hwhash: error launcher-runtime: bin\java.exe is missing in the folder runtime; copy the whole folder of hwhash again
  exit /b 70
)

rem What somebody has set for other Java programs, such as an agent for monitoring, must not get in here.
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="

"%RUNTIME%\bin\java.exe" "@%FOLDER%hwhash.options" -jar "%FOLDER%hwhash.jar" %*
set "CODE=%ERRORLEVEL%"
for %%c in (0 10 11 12 13 14 20 21 30 31 32 33 70) do if "%CODE%"=="%%c" exit /b %%c
>&2 echo hwhash: error launcher-failed: Java did not start or broke off, exit code %CODE%; see docs\troubleshooting.md, Java did not start
exit /b 70
