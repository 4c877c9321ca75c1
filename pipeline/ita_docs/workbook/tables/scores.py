"""The sheets of scores by indicator and by question, and of the office's own texts on them, as data."""

from ita_docs.workbook.field import Field, Sheet, Value

INDICATOR_HELP = "เลขที่ของตัวชี้วัด 1 ถึง {count}"

SCORES = Sheet(
    key="scores",
    row="item",
    name="คะแนน",
    title="คะแนนรายตัวชี้วัดของปีที่นำมาวิเคราะห์",
    help="กรอกคะแนนตามประกาศให้ครบทั้ง {count} ตัวชี้วัด (เต็ม 100 คะแนน)",
    required=True,
    spare=0,
    fields=(
        Field(
            name="indicator",
            heading="ตัวชี้วัดที่",
            value=Value.COUNT,
            required=True,
            width=12,
            help=INDICATOR_HELP,
            example="1",
            suggest="numbers",
            others=("ที่", "ลำดับ", "ลำดับที่"),
        ),
        Field(
            name="name",
            heading="ตัวชี้วัด",
            value=Value.TEXT,
            required=True,
            width=44,
            help="ชื่อตัวชี้วัดตามที่จะพิมพ์ในเอกสาร",
            example="การปฏิบัติหน้าที่",
            suggest="indicators",
            others=("ชื่อตัวชี้วัด",),
        ),
        Field(
            name="score",
            heading="คะแนน",
            value=Value.SCORE,
            required=True,
            width=14,
            help="คะแนน 0 ถึง 100 {decimals}",
            example="87.03",
            others=("คะแนนที่ได้", "ค่าคะแนน"),
        ),
        Field(
            name="previous",
            heading="คะแนนปีก่อน",
            value=Value.SCORE,
            width=16,
            help="คะแนนของปีก่อนหน้าปีที่นำมาวิเคราะห์ กรอกเมื่อต้องการให้แสดงผลเปรียบเทียบ เว้นว่างได้",
            example="85.10",
        ),
    ),
)

QUESTIONS = Sheet(
    key="questions",
    row="question",
    name="คะแนนรายข้อ",
    title="คะแนนรายข้อคำถาม (ถ้ามี)",
    help="กรอกเมื่อต้องการให้บทวิเคราะห์ระบุข้อคำถามที่ได้คะแนนต่ำที่สุด เว้นว่างทั้งชีตได้",
    spare=60,
    fields=(
        Field(
            name="code",
            heading="ข้อ",
            value=Value.QUESTION,
            required=True,
            width=12,
            help="รหัสข้อคำถาม เช่น {questions}",
            example="i1",
            others=("ข้อที่", "รหัสข้อ"),
        ),
        Field(
            name="question",
            heading="คำถาม",
            value=Value.TEXT,
            width=80,
            help="ข้อความของคำถาม เว้นว่างได้",
            example="เจ้าหน้าที่ปฏิบัติงานเป็นไปตามขั้นตอนและระยะเวลาที่กำหนด มากน้อยเพียงใด",
            others=("ข้อคำถาม", "ประเด็นการประเมิน"),
        ),
        Field(
            name="score",
            heading="คะแนน",
            value=Value.SCORE,
            required=True,
            width=14,
            help="คะแนน 0 ถึง 100 {decimals}",
            example="85.25",
            others=("คะแนนที่ได้", "ค่าคะแนน"),
        ),
    ),
)

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
