"""Every name that the comparison's template may use, stated once, as ``context.fields`` does for an office's own."""

from ita_docs.values.fields import FieldKind, TemplateField

_KINDS = {
    "digits_thai": FieldKind.FLAG,
    "cut_short": FieldKind.FLAG,
    "charts.indicators": FieldKind.PICTURE,
    "charts.levels": FieldKind.PICTURE,
}
FIELDS = tuple(
    TemplateField(name, _KINDS.get(name, FieldKind.TEXT), meaning)
    for name, meaning in (
        ("document.title", "ชื่อเรื่องของไฟล์รายงาน"),
        ("document.subject", "หัวเรื่องของไฟล์รายงาน"),
        ("document.author", "ผู้จัดทำไฟล์รายงาน เว้นว่างไว้"),
        ("digits_thai", "พิมพ์ตัวเลขเป็นเลขไทยหรือไม่"),
        ("year", "ปีงบประมาณของผลการประเมินที่นำมาเปรียบเทียบ"),
        ("last_year", "ปีงบประมาณก่อนหน้า"),
        ("goal", "คะแนนเป้าหมาย เช่น ๘๕"),
        ("count", "จำนวนหน่วยงานที่นำมาเปรียบเทียบ"),
        ("listed", "จำนวนแถวมากที่สุดของตารางรายหน่วยงาน"),
        ("cut_short", "มีหน่วยงานมากกว่าจำนวนแถวดังกล่าวหรือไม่"),
        ("intro", "ย่อหน้าที่บอกว่าเปรียบเทียบอะไร"),
        ("findings[]", "ข้อค้นพบ ทีละข้อ"),
        ("proposals[]", "ข้อเสนอแนะ ทีละข้อ"),
        ("codes[]", "รหัสเครื่องมือ เช่น IIT"),
        ("indicators[].number", "เลขที่ตัวชี้วัด"),
        ("indicators[].name", "ชื่อตัวชี้วัด"),
        ("charts.indicators", "แผนภูมิคะแนนรายตัวชี้วัด"),
        ("charts.levels", "แผนภูมิจำนวนหน่วยงานตามระดับ"),
        ("tones.high", "ช่วงคะแนนสูงมาก เช่น ๙๕.๐๐ ขึ้นไป"),
        ("tones.good", "ช่วงคะแนนที่ถึงเป้าหมาย"),
        ("tones.low", "ช่วงคะแนนที่ต่ำกว่าเป้าหมาย"),
        ("tones.urgent", "ช่วงคะแนนที่ต้องแก้ไขโดยเร่งด่วน"),
        ("levels[].name", "ระดับผลการประเมิน"),
        ("levels[].count", "จำนวนหน่วยงานในระดับนั้น"),
        ("levels[].share", "ร้อยละของหน่วยงานในระดับนั้น"),
        ("offices[].rank", "อันดับของหน่วยงาน คะแนนรวมสูงสุดเป็น ๑"),
        ("offices[].name", "ชื่อหน่วยงาน"),
        ("offices[].total", "คะแนนรวม"),
        ("offices[].level", "ระดับผลการประเมินของหน่วยงาน"),
        ("offices[].instruments[]", "คะแนนรายเครื่องมือ ตามลำดับใน codes"),
        ("offices[].change", "ผลต่างของคะแนนรวมจากปีก่อน ขีดถ้าไม่ทราบ"),
        ("offices[].scores[].text", "คะแนนรายตัวชี้วัด ตามลำดับใน indicators"),
        (
            "offices[].scores[].tone",
            "ช่วงของคะแนน: high (๙๕ ขึ้นไป) good (ถึงเป้าหมาย) low (ต่ำกว่า) urgent (เร่งด่วน)",
        ),
        ("offices[].weakest", "เลขที่ตัวชี้วัดที่ได้คะแนนต่ำสุดของหน่วยงาน"),
        ("statistics[].name", "คะแนนรวม เครื่องมือ หรือตัวชี้วัด"),
        ("statistics[].mean", "ค่าเฉลี่ย"),
        ("statistics[].deviation", "ส่วนเบี่ยงเบนมาตรฐานของทุกหน่วยงาน"),
        ("statistics[].median", "มัธยฐาน"),
        ("statistics[].lowest", "คะแนนต่ำสุด"),
        ("statistics[].quartile_1", "ควอร์ไทล์ที่ ๑"),
        ("statistics[].quartile_3", "ควอร์ไทล์ที่ ๓"),
        ("statistics[].highest", "คะแนนสูงสุด"),
        ("statistics[].below", "จำนวนหน่วยงานที่ต่ำกว่าเป้าหมาย"),
        ("statistics[].weakest", "จำนวนหน่วยงานที่ตัวชี้วัดนี้ได้คะแนนต่ำสุด ขีดถ้าไม่ใช่ตัวชี้วัด"),
        *(
            (f"{table}[].{name}", f"{meaning}{which}")
            for table, which in (("gained", "ที่คะแนนเพิ่มขึ้นมากที่สุด"), ("lost", "ที่คะแนนลดลงมากที่สุด"))
            for name, meaning in (
                ("name", "ชื่อหน่วยงาน"),
                ("previous", "คะแนนรวมปีก่อนของหน่วยงาน"),
                ("total", "คะแนนรวมของหน่วยงาน"),
                ("change", "ผลต่างของหน่วยงาน"),
            )
        ),
        ("below[].name", "ชื่อหน่วยงานที่ต่ำกว่าเป้าหมาย"),
        ("below[].total", "คะแนนรวมของหน่วยงานที่ต่ำกว่าเป้าหมาย"),
        ("below[].gap", "คะแนนที่ยังขาดจากเป้าหมาย"),
        ("below[].level", "ระดับของหน่วยงานที่ต่ำกว่าเป้าหมาย"),
        ("below[].weak", "เลขที่ตัวชี้วัดที่ต่ำกว่าเป้าหมายของหน่วยงาน คะแนนน้อยไปมาก"),
        ("left_out[].workbook", "ไฟล์ที่ไม่ได้นำมาเปรียบเทียบ"),
        ("left_out[].reason", "เหตุที่ไม่ได้นำมาเปรียบเทียบ"),
    )
)
"""Every name that the comparison's template may use."""
