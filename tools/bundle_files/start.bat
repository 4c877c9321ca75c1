@echo off
rem Double click: opens the page in the browser. What is kept goes into the folder "outputs" beside this file.
setlocal
cd /d "%~dp0"
chcp 65001 >nul
if not exist "%LOCALAPPDATA%\ita-docs\installed.txt" call install.bat
if not exist "%LOCALAPPDATA%\ita-docs\installed.txt" exit /b 3
"%LOCALAPPDATA%\ita-docs\venv\Scripts\python.exe" -X utf8 -m ita_docs serve
if errorlevel 1 pause
