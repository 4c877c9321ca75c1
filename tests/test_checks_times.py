"""Checks of time and numbers: days of another date or year, numbers that cannot be, another year's scheme."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

import made
from checked import Reported, hints, reported
from ita_docs.model import Submission

ACTIVITIES = "กิจกรรม"


def remarked(text: str, fiscal_year: int = 2566) -> list[Reported]:
    """What is told of a remark on a measure, in K4, that only checks of texts look at."""
    whole = made.submission()
    others = {**whole.measures[2].others, "remarks": text}
    whole = made.with_record(whole, "measures", 2, others=others)
    return [one for one in reported(replace(whole, fiscal_year=fiscal_year)) if one[3] == "K4"]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("ประชุมวันจันทร์ที่ ๑๘ ธันวาคม ๒๕๖๕", "weekday-of-another-date", "วันจันทร์ที่ ๑๘ ธันวาคม ๒๕๖๕"),
        ("วันพฤหัสบดีที่ 16 ธ.ค. 2565", "weekday-of-another-date", "วันพฤหัสบดีที่ 16 ธ.ค. 2565"),
        ("วันพุธ 1 มีนาคม 66 และวันศุกร์ที่ 2 มีนาคม 66", "weekday-of-another-date", "วันศุกร์ที่ 2 มีนาคม 66"),
        ("วันอังคารที่ 5 - วันศุกร์ที่ 9 ธันวาคม 2565", "weekday-of-another-date", "วันอังคารที่ 5 - วันศุกร์ที่ 9 ธันวาคม 2565"),
        ("วันพุธที่ 5 ถึง 9 ธันวาคม 2565", "weekday-of-another-date", "วันพุธที่ 5 ถึง 9 ธันวาคม 2565"),
        ("ลงวันที่ 31-04-2566", "date-impossible", "31-04-2566"),
        ("ลงวันที่ ๓๐.๒.๒๕๖๖", "date-impossible", "๓๐.๒.๒๕๖๖"),
        ("แผนปี 63", "period-of-another-year", "ปี 63"),
        ("ตามพระราชกฤษฎีกาว่าด้วยหลักเกณฑ์ใหม่ พ.ศ. 2567", "year-left-over", "2567"),
        ("ตามมติคณะรัฐมนตรีเมื่อวันที่ 5 มกราคม 2568", "year-left-over", "2568"),
        ("ตั้งแต่เดือนที่ 13 ของแผน", "number-beyond", "เดือนที่ 13"),
        ("รายงานภายใน 31 เมษายน", "date-impossible", "31 เมษายน"),
        ("๓๐ กุมภาพันธ์", "date-impossible", "๓๐ กุมภาพันธ์"),
        ("วันที่ 29 กุมภาพันธ์ พ.ศ. 2566", "date-impossible", "29 กุมภาพันธ์ พ.ศ. 2566"),
        ("วันที่ 1 - 31 มิ.ย. 2566", "date-impossible", "31 มิ.ย. 2566"),
        ("วันที่ 32 มกราคม 2566", "date-impossible", "32 มกราคม 2566"),
        ("วันที่ 39 มกราคม 2566", "date-impossible", "39 มกราคม 2566"),
        ("ลงวันที่ 31/02/2566", "date-impossible", "31/02/2566"),
        ("รายงานในไตรมาสที่ 5", "number-beyond", "ไตรมาสที่ 5"),
        ("ไตรมาสที่ ๑ - ๖", "number-beyond", "ไตรมาสที่ ๑ - ๖"),
        ("รายงานผลครบทั้ง ๕ ไตรมาส", "number-beyond", "ครบทั้ง ๕ ไตรมาส"),
        ("จัดประชุมปีละ 0 ครั้ง", "number-beyond", "ปีละ 0 ครั้ง"),
        ("ผู้ตอบแบบสอบถาม 420 ราย พึงพอใจ 480 ราย", "share-wrong", "ผู้ตอบแบบสอบถาม 420 ราย พึงพอใจ 480 ราย"),
        ("แจกแบบสอบถาม ๑๐๐ ชุด ได้รับคืน ๑๒๐ ชุด", "share-wrong", "แจกแบบสอบถาม ๑๐๐ ชุด ได้รับคืน ๑๒๐ ชุด"),
        ("มีผู้ร่วม 420 ราย 8 ครั้ง เฉลี่ยครั้งละ 62 ราย", "average-wrong", "420 ราย 8 ครั้ง เฉลี่ยครั้งละ 62 ราย"),
        ("ไตรมาส 0", "number-beyond", "ไตรมาส 0"),
        ("ดำเนินการ ก.ย. ๒๕๖๖ – ต.ค. ๒๕๖๕ ทุกฝ่าย", "period-backwards", "ก.ย. ๒๕๖๖ – ต.ค. ๒๕๖๕"),
        ("ระหว่างวันที่ 6 มกราคม 2566 ถึงวันที่ 5 มกราคม 2566", "period-backwards", "6 มกราคม 2566 ถึงวันที่ 5 มกราคม 2566"),
        ("ตามแผนปี 2566 - 2565", "period-backwards", "2566 - 2565"),
        ("เวลา 16.00 – 09.00 น.", "period-backwards", "16.00 – 09.00 น."),
        ("ผู้เข้าร่วม ๑,๒๐๐๐ คน", "amount-misgrouped", "๑,๒๐๐๐ คน"),
        ("ตอบ 50 คน จาก 100 คน คิดเป็นร้อยละ 60", "share-wrong", "50 คน จาก 100 คน คิดเป็นร้อยละ 60"),
        ("ตอบ 120 คน จากทั้งหมด 100 คน", "share-wrong", "120 คน จากทั้งหมด 100 คน"),
        ("วงเงิน ๑๐๐,๐๐๐ บาท (ห้าหมื่นบาทถ้วน)", "amount-in-other-words", "๑๐๐,๐๐๐ บาท (ห้าหมื่นบาทถ้วน)"),
        ("งบประมาณห้าหมื่นบาท (5,000 บาท)", "amount-in-other-words", "งบประมาณห้าหมื่นบาท (5,000 บาท)"),
        ("งบประมาณ 1.5 ล้านบาท (หนึ่งล้านบาทถ้วน)", "amount-in-other-words", "1.5 ล้านบาท (หนึ่งล้านบาทถ้วน)"),
        ("อบรม ๕ (หก) ครั้ง", "amount-in-other-words", "๕ (หก)"),
        ("๕๐ คน คนละ ๑๐๐ บาท รวมเป็นเงิน ๕๐,๐๐๐ บาท", "amount-miscounted", "๕๐ คน คนละ ๑๐๐ บาท รวมเป็นเงิน ๕๐,๐๐๐ บาท"),
        ("35 บาท x 20 คน x 2 มื้อ = 800 บาท", "amount-miscounted", "35 บาท x 20 คน x 2 มื้อ = 800 บาท"),
        ("ประชุมไตรมาสที่ 2 (ต.ค. – ธ.ค. 65)", "months-of-another-part", "ไตรมาสที่ 2 (ต.ค. – ธ.ค."),
        ("รอบ ๖ เดือนหลัง ตุลาคมถึงมีนาคม", "months-of-another-part", "๖ เดือนหลัง ตุลาคมถึงมีนาคม"),
        ("ไตรมาส 1 ปี 2566: 1 ตุลาคม – 31 มกราคม", "months-of-another-part", "ไตรมาส 1 ปี 2566: 1 ตุลาคม – 31 มกราคม"),
        ("ได้ 62 ราย จากเป้าหมาย: รับ 64 ราย คืน 62 ราย คิดเป็นร้อยละ 86", "share-wrong", "62 ราย คิดเป็นร้อยละ 86"),
        ("จัดแล้ว 28 จาก 32 ชุมชน คิดเป็นร้อยละ 78.50", "share-wrong", "28 จาก 32 ชุมชน คิดเป็นร้อยละ 78.50"),
        ("ลดลงร้อยละ 67 (จาก 30 นาที เหลือ 20 นาที)", "share-wrong", "ลดลงร้อยละ 67 (จาก 30 นาที เหลือ 20"),
        ("ตอบแบบวัด IIT รายข้อ (O1 – O35)", "indicator-of-another-instrument", "IIT รายข้อ (O1"),
        ("แก้ไขข้อ e3 (IIT)", "indicator-of-another-instrument", "e3 (IIT)"),
        ("900 บาท (ค่าอาหาร 20 คน x 50 บาท)", "amount-miscounted", "900 บาท (ค่าอาหาร 20 คน x 50 บาท)"),
        ("๓๒ ชุมชน ๆ ละ ๓๐ คน รวม ๙๙๐ คน", "amount-miscounted", "๓๒ ชุมชน ๆ ละ ๓๐ คน รวม ๙๙๐ คน"),
        ("2 รุ่น รุ่นละ 60 คน รวมทั้งสิ้น 100 คน", "amount-miscounted", "2 รุ่น รุ่นละ 60 คน รวมทั้งสิ้น 100 คน"),
        ("85 บาท แบ่งเป็นค่าระบบ 60 บาท และค่าอบรม 35 บาท", "sum-wrong", "85 บาท แบ่งเป็นค่าระบบ 60 บาท และค่าอบรม 35 บาท"),
        ("อบรมเจ้าหน้าที่ 50 คน ชาย 20 คน หญิง 25 คน", "sum-wrong", "50 คน ชาย 20 คน หญิง 25 คน"),
        ("อบรม 60 คน (ชาย 28 คน หญิง 30 คน)", "sum-wrong", "60 คน (ชาย 28 คน หญิง 30 คน"),
        ("ก่อนอบรม 11.25 หลังอบรม 16.80 เพิ่มขึ้น 6.55", "change-miscounted", "ก่อนอบรม 11.25 หลังอบรม 16.80 เพิ่มขึ้น 6.55"),
        ("จากเดิม ๔๕ นาที เหลือ ๓๐ นาที ลดลง ๒๕ นาที", "change-miscounted", "จากเดิม ๔๕ นาที เหลือ ๓๐ นาที ลดลง ๒๕"),
        ("ลดจาก 12 เรื่อง เป็น 9 เรื่อง ลดลงร้อยละ 35", "change-miscounted", "จาก 12 เรื่อง เป็น 9 เรื่อง ลดลงร้อยละ 35"),
        ("ภายใน 30 วัน (สามสิบเอ็ดวัน)", "amount-in-other-words", "30 วัน (สามสิบเอ็ดวัน)"),
        ("พึงพอใจเฉลี่ย 5.62 จากคะแนนเต็ม 5", "share-wrong", "5.62 จากคะแนนเต็ม 5"),
        ("รวบรวมข้อมูล OIT จำนวน 48 ข้อ", "item-of-another-year", "OIT จำนวน 48 ข้อ"),
        ("ชาย 20 คน และหญิง 30 คน รวม 60 คน", "sum-wrong", "20 คน และหญิง 30 คน รวม 60 คน"),
        ("ร้อยละ 81 เพิ่มขึ้นจากปี 2565 ซึ่งอยู่ที่ร้อยละ 88", "change-backwards", "ร้อยละ 81 เพิ่มขึ้นจากปี 2565 ซึ่งอยู่ที่ร้อยละ 88"),
        ("ชาย ๒๐ คน หญิง ๓๐ คน รวมทั้งสิ้น ๖๐ คน", "sum-wrong", "๒๐ คน หญิง ๓๐ คน รวมทั้งสิ้น ๖๐ คน"),
        ("ค่าอาหาร 1,500 บาท ค่าวิทยากร 600 บาท รวม 2,000 บาท", "sum-wrong", "1,500 บาท ค่าวิทยากร 600 บาท รวม 2,000 บาท"),
        ("เพิ่มขึ้นจากร้อยละ 80 เป็นร้อยละ 75", "change-backwards", "เพิ่มขึ้นจากร้อยละ 80 เป็นร้อยละ 75"),
        ("ลดระยะเวลาจาก ๓ วัน เหลือ ๕ วัน", "change-backwards", "ลดระยะเวลาจาก ๓ วัน เหลือ ๕ วัน"),
        ("แนวทาง 4 ข้อ ดังนี้ 1) วางแผน 2) ดำเนินการ 3) สรุปผล", "list-miscounted", "4 ข้อ ดังนี้"),
        ("ระยะเวลา 6 เดือน (ต.ค. 65 – ก.ย. 66)", "span-of-other-length", "6 เดือน (ต.ค. 65 – ก.ย."),
        ("วันที่ 31 มกราคม 2566 (วันพุธ)", "weekday-of-another-date", "31 มกราคม 2566 (วันพุธ"),
        ("ทุกวันที่ 32 ของเดือน", "number-beyond", "วันที่ 32"),
        ("สอบถามที่ โทร. 0 2541 256", "telephone-digits", "0 2541 256"),
        ("ปีงบประมาณ ๒ ๕ ๖ ๖", "misspelling", "๒ ๕ ๖ ๖"),
        ("ปีงบประมาณ พ. ศ. 2566", "misspelling", "พ. ศ."),
        ("ตอบ 50 คน จากบุคลากรทั้งหมด 45 คน", "share-wrong", "50 คน จากบุคลากรทั้งหมด 45 คน"),
        ("ภาคเรียนที่ 4", "number-beyond", "ภาคเรียนที่ 4"),
        ("ผู้ตอบไม่น้อยกว่าร้อยละ 120", "number-beyond", "ร้อยละ 120"),
        ("ผู้ตอบครบ ๑๐๕.๕๐ %", "number-beyond", "๑๐๕.๕๐ %"),
        ("เวลา 25.00 น.", "number-beyond", "25.00 น."),
        ("เวลา 9:75 น.", "number-beyond", "9:75 น."),
        ("วันที่ 15 มิถุนายน 25656", "number-beyond", "15 มิถุนายน 25656"),
        ("ตามระเบียบ พ.ศ. ๒๕๖", "number-beyond", "พ.ศ. ๒๕๖"),
        ("ระหว่างเวลา 13.00 16.00 น.", "clock-written", "13.00 16.00 น."),
        ("ประชุมเวลา ๐๙๐๐ น.", "clock-written", "๐๙๐๐ น."),
        ("ประชุมเวลา 09.00 น ที่ห้องประชุม", "clock-written", "09.00 น"),
        ("ภายใน 30 กันยาคม", "misspelling", "กันยาคม"),
        ("เผยแพร่ ต.ค. 62", "period-of-another-year", "ต.ค. 62"),
        ("ลงวันที่ 3/2/63", "period-of-another-year", "3/2/63"),
        ("ตามแผนปีงบประมาณ 63", "period-of-another-year", "ปีงบประมาณ 63"),
        ("ตอบข้อ O1 – O48", "item-of-another-year", "O1 – O48"),
        ("ตามข้อ o44", "item-of-another-year", "o44"),
        ("ชี้แจงตัวชี้วัดที่ ๓ “การใช้งบประมาณ” แก่บุคลากร", "indicator-named-otherwise", "ตัวชี้วัดที่ ๓ “การใช้งบประมาณ"),
        ("ตัวชี้วัดที่ 4 ด้านการใช้อำนาจหน้าที่", "indicator-named-otherwise", "ตัวชี้วัดที่ 4 ด้านการใช้อำนาจหน้าที่"),
        (
            "O๔๓ มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
            "item-of-another-title",
            "O๔๓ มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        ),
        ("ตามข้อ 042 ของปี", "misspelling", "ข้อ 042"),
        ("เผยแพร่ที่ http:/www.donsai.go.th", "address-broken", "http:/www.donsai.go.th"),
        ("เผยแพร่ที่ https//donsai.go.th", "address-broken", "https//donsai.go.th"),
        ("เผยแพร่ที่ www.donsai", "address-broken", "www.donsai"),
        ("เผยแพร่ที่ www.donsai..go.th", "address-broken", "www.donsai..go.th"),
        ("ส่งที่ saraban@donsai,go.th", "address-broken", "saraban@donsai,go.th"),
        ("ส่งที่ saraban@donsai.go. th", "address-broken", "saraban@donsai.go. th"),
        ("IIT มีค่าน้ำหนักร้อยละ ๔๐", "weight-wrong", "IIT มีค่าน้ำหนักร้อยละ ๔๐"),
        ("ระดับ AA ตั้งแต่ 90 คะแนนขึ้นไป", "level-threshold-wrong", "ระดับ AA ตั้งแต่ 90 คะแนนขึ้นไป"),
        ("ระดับผ่านดี 80 คะแนนขึ้นไป", "level-threshold-wrong", "ระดับผ่านดี 80 คะแนนขึ้นไป"),
        ("แบบวัด EIT ตัวชี้วัดที่ ๙", "indicator-of-another-instrument", "แบบวัด EIT ตัวชี้วัดที่ ๙"),
        ("การใช้อำนาจหน้าที่ (EIT)", "indicator-of-another-instrument", "การใช้อำนาจหน้าที่ (EIT)"),
        ("ชี้แจงตัวชี้วัดที่ 11", "item-of-another-year", "ตัวชี้วัดที่ 11"),
        ("ชี้แจงทั้ง ๑๑ ตัวชี้วัด", "number-beyond", "ทั้ง ๑๑ ตัวชี้วัด"),
        ("ประเมินด้วยเครื่องมือทั้ง 4 เครื่องมือ", "number-beyond", "ทั้ง 4 เครื่องมือ"),
    ],
)
def test_what_cannot_be_is_told(text: str, kind: str, found: str) -> None:
    assert remarked(text) == [("warning", kind, "มาตรการ", "K4", found)]


@pytest.mark.parametrize(
    "text",
    [
        "วันอาทิตย์ที่ 18 ธันวาคม 2565 วันพฤหัสที่ 15 ธ.ค. 65 วันจันทร์ที่ 5 มิถุนายน",
        "วันจันทร์ที่ 5 – วันศุกร์ที่ 9 ธันวาคม 2565 วันจันทร์ที่ 5 และ 6 ธันวาคม 2565 รุ่น 1.31.2566 เดือนที่ 12",
        "29 กุมภาพันธ์ และ 31 ธันวาคม ร้อยละ 40 มกราคม ปี 66 ตุลาคม 28 กุมภาพันธ์ - 1 มีนาคม 2566",
        "30/4/66 ที่ กท 5501/25 คะแนน 9.31 มกราคม",
        "ไตรมาสที่ 1-4 ไตรมาส 4/2566 ทุกไตรมาส 12 ครั้ง ไตรมาส 2 และไตรมาส 4 ภาคเรียนที่ 2/2565",
        "ร้อยละ 100 เพิ่มขึ้นร้อยละ 120 จำนวน 1,200 คน (ร้อยละ 85.50)",
        "เวลา 09.00 - 24.00 น. และ 8:30 น. เวร 20.00 – 06.00 น.",
        "เพิ่มขึ้นเป็น 120 คน จาก 100 คน ข้อ 1,2 ครั้ง ตอบ 25 คน จาก 60 คน (คิดเป็นร้อยละ 41.67) จัด 3 ครั้ง ใน 2 แห่ง",
        "ต.ค. 64 – ก.ย. 66 มีนาคม 66 จำนวน 5 ตุลาคม 60 คน",
        "มติคณะรัฐมนตรี เมื่อวันที่ 3 ก.พ. 47",
        "ข้อ O42 O43 MOIT 45 PM2.5 A4 F99 ระดับต่าง ๆ ระดับ C8 อยู่ในระดับดี",
        "ระดับ A ในปี 2565 เป้าหมายระดับผ่านดี",
        "IIT มีน้ำหนักร้อยละ 30 OIT น้ำหนัก 40 ระดับ A (85.00 – 94.99 คะแนน) ระดับผ่านดี 85 คะแนนขึ้นไป ระดับ A ในปี 66 - 67",
        "แบบวัด EIT ตัวชี้วัดคุณภาพการดำเนินงาน ตัวชี้วัดที่ 3 (IIT) ตามแผน ตัวชี้วัดที่ 14 (OIT) การเปิดเผยข้อมูล (OIT)",
        "โทร. 0 2541 2566 ต่อ 12 โทรศัพท์ 08 1234 5678 โทร. 1555 วันที่ 31 มกราคม 2566 (วันอังคาร) วันที่ 45/2566",
        "ชาย 20 คน หญิง 30 คน รวม 50 คน บุคลากร 50 คน ได้แก่ ผู้บริหาร 10 คน ครู 40 คน รวม 50 คน 2 รุ่น รุ่นละ 20 คน รวม 40 คน",
        "เพิ่มขึ้นจากปี 2565 เป็น 90 ลดจาก 5 วัน เหลือ 3 วัน ลดจาก 2 วัน เหลือ 30 นาที เพิ่มจาก 2 เป็น 4 ช่องทาง",
        "ลดการใช้ไฟฟ้าจากเดือนก่อน 5 หน่วย เหลือ 120 หน่วย",
        "แนวทาง 3 ข้อ ดังนี้ 1) วางแผน 2) ดำเนินการ 3) สรุปผล",
        "แนวทาง 5 ข้อ ได้แก่ 1) รับเรื่อง",
        "ลดลงร้อยละ 33.33 (จาก 30 นาที เหลือ 20 นาที) เพิ่มขึ้นร้อยละ 20 จาก 50 คน เป็น 60 คน เพิ่มขึ้นร้อยละ 5 จาก 80 เป็น 85",
        "OIT (ข้อ O1 – O26) IIT (i1 – i15) และ EIT (ข้อที่ 1) ข้อ o12 (OIT) EIT (1)",
        "ยืม 64 ราย คืน 62 ราย คิดเป็นร้อยละ 96.88 อบรม 52 คน จาก 60 คน (เป้าหมาย) พึงพอใจ 45 คน คิดเป็นร้อยละ 86.54",
        "ตอบ 45 คน คิดเป็นร้อยละ 30 ของบุคลากร ชาย 15 คน คิดเป็นร้อยละ 25 หญิง 45 คน คิดเป็นร้อยละ 75",
        "85 บาท แบ่งเป็น 60 บาท (งวดแรก 30 บาท งวดหลัง 30 บาท) และ 25 บาท 100 คน (ไม่น้อยกว่า 50 คน ไม่เกิน 80 คน)",
        "36,000 บาท (1,800 ฉบับ x 5 บาท x 4 ครั้ง) 9,500 บาท (30 คน x 100 บาท, 65 คน x 100 บาท) 3 รุ่น ๆ ละ 30 คน รวม 90 คน",
        "ร้อยละ 91 เพิ่มขึ้นจากปี 2565 ซึ่งอยู่ที่ร้อยละ 88 และร้อยละ 20 ลดลงจากปี 2565 ร้อยละ 30",
        "12 เดือน (ต.ค. 65 – ก.ย. 66) รอบ 12 เดือน (เม.ย. – ก.ย. 66) 24 เดือน (ตุลาคม – กันยายน)",
        "O42 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ข้อ 01 ข้อ 042.1 ข้อ O29",
        "https://www.donsai.go.th/ita, www.donsai.com (http://bit.ly/3xYz) a@donsai.go.th. www.ดอน.ไทย log.in the",
        "ทั้ง 10 ตัวชี้วัด 3 เครื่องมือ ตัวชี้วัดที่ 10 ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของทางราชการ ทั้ง 43 ตัวชี้วัดย่อย ตัวชี้วัดที่ 11.2",
        "ตัวชี้วัดที่ 14 ของแผนปฏิบัติการ และตัวชี้วัดทั้ง 25 ตัวชี้วัดของแผน",
        "ตาม พ.ร.ป. ว่าด้วยการป้องกันและปราบปรามการทุจริต พ.ศ. 2561 และหนังสือ ลงวันที่ 5 มกราคม 2566",
        "ก่อนอบรม 11.25 หลังอบรม 16.80 เพิ่มขึ้น 5.55 จากเดิม 45 นาที เหลือ 30 นาที ลดลง 15 นาที (ลดลงร้อยละ 33.33)",
        "จาก 12 เรื่อง เป็น 9 เรื่อง ลดลงร้อยละ 25 และจาก 10 คน เป็น 20 คน เพิ่มขึ้น 2 เท่า",
        "ภายใน 30 วัน (สามสิบวัน) จำนวน 5 ครั้ง (ห้าครั้ง) 3 วัน (วันจันทร์)",
        "พึงพอใจเฉลี่ย 4.62 จากคะแนนเต็ม 5 เปิดเผยข้อมูลสาธารณะครบ 43 ข้อ และข้อมูลสาธารณะรวม 60 ข้อความ",
        "ตามเกณฑ์จริยธรรมว่าด้วยการจัดซื้อจัดหายาของกระทรวง พ.ศ. 2564",
    ],
)
def test_what_can_be_is_no_fault(text: str) -> None:
    assert remarked(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("เป้าหมายระดับ AA", "level-in-text-of-another-year", "ระดับ AA"),
        ("ได้ระดับ “B", "level-in-text-of-another-year", "ระดับ “B"),
        ("ผล ITA (AA)", "level-in-text-of-another-year", "AA"),
        ("ตอบแบบวัด O1-O43", "item-of-another-year", "O1-O43"),
        ("ตอบข้อ O๓๖", "item-of-another-year", "O๓๖"),
    ],
)
def test_another_years_scheme_is_told(text: str, kind: str, found: str) -> None:
    problems = [one for one in remarked(text, 2568) if one[1] != "brackets"]
    assert problems == [("warning", kind, "มาตรการ", "K4", found)]


def test_the_whole_run_of_last_years_items_is_told_of_what_is_done_this_year() -> None:
    assert [one[4] for one in remarked("ตรวจข้อมูล O1 – O28", 2569)] == ["O1 – O28"]
    assert remarked("ตรวจข้อมูล O1 – O26 ปรับปรุงข้อ O28 ผลของปี 2568 (O1 – O28)", 2569) == []


@pytest.mark.parametrize("text", ["เป้าหมายระดับผ่านดีเยี่ยม", "ตอบข้อ O35", "อยู่ในระดับดี", "ระดับผ่านเกณฑ์"])
def test_the_own_scheme_is_no_fault(text: str) -> None:
    assert remarked(text, 2568) == []


def test_the_new_levels_are_told_in_a_pack_of_old_years() -> None:
    assert [one[1:] for one in remarked("เป้าหมายระดับผ่านดีเยี่ยม", 2565)] == [
        ("level-in-text-of-another-year", "มาตรการ", "K4", "ระดับผ่านดีเยี่ยม")
    ]


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("ต.ค. 65 - ก.ย. 66", []),
        ("ต.ค. 64 – ก.ย. 65", ["ต.ค. 64"]),
        ("ต.ค. 66 – ก.ย. 67", ["ต.ค. 66"]),
        ("ตุลาคม 65 – กันยายน 68", []),
        ("มกราคม 2565", ["มกราคม 2565"]),
        ("1/10/64 - 30/9/65", ["1/10/64"]),
        ("ปีงบประมาณ 65", ["ปีงบประมาณ 65"]),
        ("ตลอดปีงบประมาณ พ.ศ. 2565", ["ปีงบประมาณ พ.ศ. 2565"]),
        ("ตลอดปีงบประมาณ พ.ศ. 2566 ต่อจากปี 2565", []),
        ("ตลอดปีงบประมาณ", []),
        ("ไตรมาส 1/2565", ["ไตรมาส 1/2565"]),
        ("ไตรมาสที่ 2/66 และไตรมาสที่ 4/66", []),
        ("ภาคเรียนที่ 1/2565", ["ภาคเรียนที่ 1/2565"]),
        ("ภาคเรียนที่ 2/2565", []),
        ("ภาคเรียนที่ 1/2566", []),
        ("ภาคเรียนที่ 1/2565 ถึงภาคเรียนที่ 2/2565", []),
    ],
)
def test_a_measure_is_carried_out_in_the_packs_year(period: str, found: list[str]) -> None:
    whole = made.with_record(made.submission(), "measures", 2, period=period)
    assert reported(whole) == [("warning", "period-of-another-year", "มาตรการ", "H4", one) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("คะแนนเพิ่มขึ้นจากปีงบประมาณ พ.ศ. ๒๕๖๔", []),
        ("เมื่อเทียบกับปี 2564 ซึ่งได้คะแนนเท่าเดิม", []),
        ("ในปี 2564 หน่วยงานได้พัฒนาการเปิดเผยข้อมูล", ["2564"]),
        ("คะแนนเพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2563", ["2563"]),
    ],
)
def test_the_analysis_may_compare_with_the_year_before(text: str, found: list[str]) -> None:
    whole = made.with_record(made.submission(), "overrides", 0, text=text)
    told = [one for one in reported(whole) if one[1] == "year-left-over"]
    assert told == [("warning", "year-left-over", "ข้อความวิเคราะห์", "B2", one) for one in found]


@pytest.mark.parametrize(
    ("field", "text", "found"),
    [
        ("reporting", "รายงานผลภายในวันที่ 30 กันยายน 2565", ["กันยายน 2565"]),
        ("reporting", "รายงานผลภายใน 31 ต.ค. 66 และเม.ย. 66", []),
        ("reporting", "รายงานผลเปรียบเทียบกับปี 2565", []),
        ("frequency", "ภายในเดือนมีนาคม 2565", ["มีนาคม 2565"]),
        ("steps", "นำผลสำรวจเดือนกันยายน 2565 มาทบทวน", []),
    ],
)
def test_no_measure_is_due_before_the_packs_year(field: str, text: str, found: list[str]) -> None:
    whole = made.with_record(made.submission(), "measures", 2, **{field: text})
    told = [one for one in reported(whole) if one[1] == "period-of-another-year"]
    assert [one[4] for one in told] == found


@pytest.mark.parametrize(
    ("field", "text", "found"),
    [
        ("result", "ผู้รับบริการพึงพอใจร้อยละ 91.20 เพิ่มขึ้นจากปี 2564 ซึ่งอยู่ที่ร้อยละ 88.45", []),
        ("result", "มีผู้เข้าอ่าน 310 ครั้ง เพิ่มขึ้นจากปี 2563", ["2563"]),
        ("result", "มีผู้เข้าอ่าน 310 ครั้ง ในปี 2564", ["2564"]),
        ("suggestion", "ควรเพิ่มช่องทางตามปี 2564", ["2564"]),
    ],
)
def test_last_years_results_may_compare_with_the_year_before(field: str, text: str, found: list[str]) -> None:
    whole = made.with_record(made.submission(), "results", 0, **{field: text})
    assert [one[4] for one in reported(whole) if one[1] == "year-left-over"] == found


def test_last_years_measures_were_carried_out_from_october_of_the_year_before() -> None:
    whole = made.with_record(made.submission(), "results", 0, period="ตุลาคม 2564 – กันยายน 2565 (ต.ค. 64)")
    assert reported(whole) == []
    whole = made.with_record(made.submission(), "results", 0, period="กันยายน 2564")
    assert [one[1:] for one in reported(whole)] == [("year-left-over", "ผลการดำเนินการ", "E2", "2564")]


def met(day: datetime.date, caption: str) -> Submission:
    return made.with_record(made.submission(), "activities", 0, date=day, caption=caption)


def test_a_working_group_does_not_meet_before_it_is_appointed() -> None:
    whole = met(datetime.date(2022, 11, 14), "ประชุมคณะทำงานเพื่อวิเคราะห์ผล")
    assert reported(whole) == [("warning", "meeting-before-order", ACTIVITIES, "B2", "14 พฤศจิกายน 2565")]
    assert "15 พฤศจิกายน 2565" in hints(whole)


@pytest.mark.parametrize(
    ("day", "caption"),
    [
        (datetime.date(2022, 11, 15), "ประชุมคณะทำงานเพื่อวิเคราะห์ผล"),
        (datetime.date(2022, 11, 14), "ประชุมเจ้าหน้าที่เพื่อวิเคราะห์ผล"),
        (datetime.date(2022, 11, 14), "ประชุมคณะกรรมการเพื่อพิจารณาแต่งตั้งคณะทำงาน"),
    ],
)
def test_other_meetings_may_be_held_before_the_order(day: datetime.date, caption: str) -> None:
    assert reported(met(day, caption)) == []


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (datetime.date(2023, 3, 6), "วันมาฆบูชา"),
        (datetime.date(2023, 6, 5), "วันหยุดชดเชย"),
        (datetime.date(2022, 12, 12), "วันหยุดชดเชย"),
        (datetime.date(2023, 8, 1), "วันอาสาฬหบูชา"),
        (datetime.date(2023, 5, 17), "วันพืชมงคล"),
    ],
)
def test_holidays_of_the_moon_and_days_in_lieu_are_told(day: datetime.date, name: str) -> None:
    whole = made.with_record(made.submission(), "activities", 1, date=day)
    (problem,) = [one for one in reported(whole) if one[1] == "activity-day-off"]
    assert problem[3] == "B3"
    assert name in hints(whole)


@pytest.mark.parametrize(
    "text",
    [
        "ต.ค. 2565 – ก.ย. 2566",
        "ต.ค. 2565 – 5 ต.ค. 2565",
        "ธ.ค. 2565 - พ.ย. 2566 และ 31 มี.ค. 66 – 1 เม.ย. 66",
        "วงเงิน ๑,๒๕๐,๐๐๐.๐๐ บาท (หนึ่งล้านสองแสนห้าหมื่นบาทถ้วน)",
        "ยี่สิบเอ็ดบาท (21 บาท) และสิบเอ็ดบาท (๑๑.- บาท)",
        "ค่าอาหาร 2,500 บาท (คนละห้าสิบบาท)",
        "กว่าล้านบาท (1,200,000 บาท)",
        "ข้อ 3.10 เวลา 09.00 – 12.00 น. และเวลา ๑๓.๐๐ นาฬิกา หรือ 09.00 นาที",
        "ตามแบบ 1200 นก.",
        "วันที่ 5 มกราคม 120 คน และ 6 มกราคม 12500 บาท",
        "งบประมาณ 1.5 ล้านบาท (หนึ่งล้านห้าแสนบาทถ้วน) อบรม 3 (สาม) ครั้ง 12 (ราชการ) 5 (ร้อย) 7 (เล่มสอง)",
        "อบรม 3 รุ่น จำนวน 20 คน คนละ 100 บาท เป็นเงิน 6,000 บาท จาก 20 คน คนละ 100 บาท เป็น 150 บาท",
        "20 คน คนละ 1,000 บาท เป็นเงิน 20,000 บาท",
        "ไตรมาสที่ 1 (ตุลาคม – ธันวาคม 2565) 6 เดือนแรก (ต.ค. 65 – มี.ค. 66) ครึ่งปีหลัง: พฤษภาคม – กันยายน",
        "ไตรมาสที่ 1 (มกราคม – มีนาคม) ตามปีปฏิทิน ไตรมาส 1 ถึงเดือนมีนาคม",
    ],
)
def test_spans_times_and_amounts_that_are_right_are_told_nowhere(text: str) -> None:
    kinds = ("period-backwards", "amount-in-other-words", "clock-written", "number-beyond", "amount-miscounted")
    assert [one for one in remarked(text) if one[1] in (*kinds, "months-of-another-part")] == []
