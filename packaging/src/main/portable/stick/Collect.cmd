@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Collects this PC onto the stick that this file lies on. All that is asked and said comes from hwhash stick collect.
setlocal EnableExtensions DisableDelayedExpansion

rem A double click starts cmd with /c, and the window closes with it. The second line is for a cmd without CMDCMDLINE.
set "STARTED=%CMDCMDLINE:"=%"
set "STARTED=%STARTED:"=%"
if not "%STARTED:/c =%"=="%STARTED%" goto clicked

if not exist "%~dp0hwhash\hwhash.cmd" goto incomplete
rem Without call, which would take the signs in the path apart once more. It does not come back, and its exit code is ours.
"%~dp0hwhash\hwhash.cmd" stick collect "%~dp0." %*

:clicked
if not exist "%~dp0hwhash\hwhash.cmd" goto incomplete
call "%~dp0hwhash\hwhash.cmd" stick collect "%~dp0." --window %*
set "CODE=%ERRORLEVEL%"
rem Where hwhash did not come to its end, nothing has waited for whoever reads its words.
if "%CODE%"=="70" "%SystemRoot%\System32\timeout.exe" /t 300
exit /b %CODE%

:incomplete
>&2 echo hwhash: error stick-incomplete: the folder hwhash beside Collect.cmd is not whole; prepare the stick again
if exist "%SystemRoot%\System32\timeout.exe" "%SystemRoot%\System32\timeout.exe" /t 60
exit /b 70
