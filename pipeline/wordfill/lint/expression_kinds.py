"""What may be wrong with an expression: the kinds of mistakes that ``expressions`` and ``scopes`` find."""

from __future__ import annotations

from officefiles.problems import Kind, Severity

UNKNOWN = Kind(
    "name-unknown",
    "ไม่รู้จักชื่อข้อมูล {name} ในแท็ก {found}",
    "{meant}",
    "ชื่อที่ไม่มีในรายการชื่อข้อมูล",
)
UNKNOWN_ASKED = Kind(
    "name-unknown-asked",
    "ไม่รู้จักชื่อข้อมูล {name} ในแท็ก {found} เงื่อนไขนี้จึงถือว่าไม่มีข้อมูลเสมอ",
    "{meant}",
    "ชื่อที่ไม่มีในรายการ แต่ใช้ในเงื่อนไข is defined",
    Severity.WARNING,
)
OUTSIDE_LOOP = Kind(
    "name-outside-loop",
    "ชื่อ {name} ในแท็ก {found} ใช้ได้เฉพาะในคำสั่งวนรอบ {other} แต่อยู่นอกคำสั่งนั้น",
    "ย้ายแท็กเข้าไประหว่าง {other} กับ endfor ที่คู่กัน",
    "ตัวแปรของ for ที่ใช้นอก for",
)
NEEDS_LOOP = Kind(
    "name-needs-loop",
    "{name} ในแท็ก {found} เป็นรายการที่มีหลายข้อ จึงเรียก .{part} โดยตรงไม่ได้",
    "วนรอบก่อน เช่น {{% for item in {name} %}} แล้วใช้ {{{{ item.{part} }}}}",
    "เรียกชื่อย่อยของรายการโดยไม่วนรอบ",
)
NOT_A_LIST = Kind(
    "name-not-a-list",
    "{name} ในแท็ก {found} ไม่ใช่รายการ จึงวนรอบหรือใช้ตัวกรองของรายการไม่ได้",
    "วนรอบได้เฉพาะชื่อที่เป็นรายการ{meant}",
    "for กับชื่อที่เป็นข้อความ",
)
LIST_AS_TEXT = Kind(
    "value-list-as-text",
    "{name} ในแท็ก {found} เป็นรายการที่มีหลายข้อ พิมพ์เป็นข้อความไม่ได้",
    "วนรอบด้วย {{% for item in {name} %}} … {{% endfor %}} แล้วพิมพ์ทีละข้อ",
    "พิมพ์รายการทั้งรายการเป็นข้อความ",
)
GROUP_AS_TEXT = Kind(
    "value-group-as-text",
    "{name} ในแท็ก {found} เป็นกลุ่มของชื่อข้อมูล พิมพ์เป็นข้อความไม่ได้",
    "ระบุชื่อย่อยให้ครบ เช่น {meant}",
    "พิมพ์กลุ่มของชื่อข้อมูล เช่น office แทน office.name",
)
PICTURE_AS_TEXT = Kind(
    "value-picture-as-text",
    "{name} ในแท็ก {found} เป็นรูปภาพ พิมพ์เป็นข้อความไม่ได้",
    "ระบุขนาดที่ใหญ่ที่สุดเป็นเซนติเมตร (กว้าง, สูง) เช่น {{{{ {name} | fit(15, 8.5) }}}}",
    "รูปภาพที่ไม่ได้ใช้ตัวกรอง fit",
)
TEXT_AS_PICTURE = Kind(
    "value-text-as-picture",
    "{name} ในแท็ก {found} ไม่ใช่รูปภาพ จึงใช้ fit ไม่ได้",
    "ลบ | fit(…) ออก หรือใช้ชื่อข้อมูลที่เป็นรูปภาพ",
    "ตัวกรอง fit กับชื่อที่ไม่ใช่รูปภาพ",
)
FLAG_AS_TEXT = Kind(
    "value-flag-as-text",
    "{name} ในแท็ก {found} เป็นค่าใช่หรือไม่ใช่ พิมพ์เป็นข้อความไม่ได้",
    "ใช้เป็นเงื่อนไข เช่น {{% if {name} %}} … {{% endif %}}",
    "พิมพ์ค่าใช่/ไม่ใช่เป็นข้อความ",
)
FILTER = Kind(
    "filter-unknown",
    "ตัวกรอง {name} ในแท็ก {found} ใช้ไม่ได้",
    "ใช้ได้เฉพาะ {allowed}{meant}",
    "ตัวกรองที่ไม่มีหรือไม่อนุญาตในแม่แบบ",
)
TEST = Kind(
    "test-unknown",
    "เงื่อนไข is {name} ในแท็ก {found} ใช้ไม่ได้",
    "ใช้ is defined หรือเปรียบเทียบด้วย == แทน",
    "คำหลัง is ที่ไม่มีอยู่",
)
CALL = Kind(
    "call-refused",
    "แท็ก {found} เรียกใช้ฟังก์ชัน ซึ่งแม่แบบไม่รองรับ",
    "ใช้ชื่อข้อมูลโดยตรง ไม่ต้องมีวงเล็บ",
    "การเรียกฟังก์ชันในแท็ก",
)
SYNTAX = Kind(
    "tag-syntax",
    "เขียนแท็ก {found} ไม่ถูกรูปแบบ",
    "{advice}",
    "แท็กที่เขียนผิดรูปแบบ เช่น ลืมจุด ลืมวงเล็บ หรือใช้ = แทน ==",
)
OPERATOR = Kind(
    "operator-refused",
    "แท็ก {found} คำนวณด้วยเครื่องหมาย {name} ซึ่งแม่แบบไม่รองรับ",
    "แม่แบบมีไว้จัดวางข้อความ ให้คำนวณในแบบกรอก",
    "การคูณ หาร หรือยกกำลังในแท็ก",
)
RAW = Kind(
    "value-raw",
    "แท็ก {found} มีอักษรนำหน้า ซึ่งใช้กับแท็กที่พิมพ์ข้อความไม่ได้",
    "ตัดอักษรนำหน้าออก หมายถึง {meant} หรือไม่",
    "แท็กชนิด {{p, {{r, {{tr หรือ {{tc ของ docxtpl ซึ่งรับเฉพาะข้อความที่จัดรูปแบบมาแล้ว",
)
