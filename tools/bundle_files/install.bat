@echo off
rem Double click: installs the program of this folder for this user. No network is needed. Python speaks the Thai.
setlocal
cd /d "%~dp0"
chcp 65001 >nul
if not exist program\install.py goto extract
call :find
if defined PYTHON goto install
if not exist program\python-installer.exe goto missing
echo Installing Python @PYTHON@ ...
start "" /wait program\python-installer.exe /passive InstallAllUsers=0 InstallLauncherAllUsers=0 Include_test=0 Include_doc=0
call :find
if not defined PYTHON goto missing

:install
%PYTHON% -X utf8 program\install.py
set CODE=%ERRORLEVEL%
pause
exit /b %CODE%

:missing
echo Python @PYTHON@ (64-bit) is not on this machine. See the page that opens now: program\no-python.html
start "" program\no-python.html
pause
exit /b 3

:extract
echo This folder is not whole. Right-click the zip file, choose Extract All, and open install.bat in the folder made.
pause
exit /b 3

:find
set PYTHON=
for %%P in ("%LOCALAPPDATA%\Programs\Python\Python@DIGITS@\python.exe" "%ProgramFiles%\Python@DIGITS@\python.exe") do (
    if not defined PYTHON if exist %%P set PYTHON=%%P
)
if defined PYTHON exit /b 0
py -@PYTHON@ -c "" >nul 2>nul
if not errorlevel 1 set PYTHON=py -@PYTHON@
exit /b 0
