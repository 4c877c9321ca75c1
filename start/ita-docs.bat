@echo off
rem Double click: opens the page in the browser. The first time it installs the program, which needs Python and a network.
chcp 65001 >nul
cd /d "%~dp0.."
if not exist .venv\Scripts\ita-docs.exe (
    echo กำลังติดตั้งครั้งแรก อาจใช้เวลาหลายนาที
    py -3 -m venv .venv || goto failed
    .venv\Scripts\python -m pip install --quiet --disable-pip-version-check ".[web]" || goto failed
)
.venv\Scripts\ita-docs serve || goto failed
exit /b 0

:failed
echo เปิดโปรแกรมไม่สำเร็จ โปรดแจ้งผู้ดูแลพร้อมข้อความข้างบน (ต้องติดตั้ง Python 3.11 ขึ้นไปจาก www.python.org ก่อน)
pause
exit /b 1
