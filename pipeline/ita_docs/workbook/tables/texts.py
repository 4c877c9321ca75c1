"""The sheet of the office's own texts of the analysis, as data."""

from ita_docs.workbook.field import Field, Sheet, Value

OVERRIDES = Sheet(
    key="overrides",
    name="ข้อความวิเคราะห์",
    title="ข้อความวิเคราะห์ที่หน่วยงานเขียนเอง (ถ้ามี)",
    help="โปรแกรมเรียบเรียงบทวิเคราะห์จากคะแนนให้แล้ว กรอกเฉพาะส่วนที่ต้องการใช้ข้อความของหน่วยงานแทน",
    spare=12,
    fields=(
        Field(
            name="key",
            heading="ตัวชี้วัดที่/หัวข้อ",
            value=Value.PART,
            required=True,
            width=18,
            help="เลขที่ของตัวชี้วัด 1 ถึง {count} หรือ {parts}",
            example="3",
            others=("ตัวชี้วัดที่", "หัวข้อ"),
        ),
        Field(
            name="text",
            heading="ข้อความ",
            value=Value.LINES,
            required=True,
            width=110,
            help="ข้อความที่จะพิมพ์แทนข้อความที่โปรแกรมเรียบเรียงให้",
            example="ได้ค่าคะแนน ๘๗.๐๓ คะแนน ซึ่งสะท้อนว่า ...",
            others=("ข้อความวิเคราะห์", "รายละเอียดการวิเคราะห์"),
        ),
    ),
)
