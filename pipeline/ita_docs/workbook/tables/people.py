"""The sheets of the people of the order, their duties and the office's sections, as data."""

from ita_docs.workbook.field import Field, Sheet, Value

TITLE_WORDS = ("นาย", "นาง", "นางสาว", "ว่าที่ร้อยตรี", "ว่าที่ร้อยตรีหญิง", "ดร.", "พันตำรวจเอก", "ร้อยตำรวจเอก")
"""Title words that the drop-downs offer; any other may be typed."""

ROLES = (
    "ที่ปรึกษา", "ประธานกรรมการ", "รองประธานกรรมการ", "กรรมการ", "กรรมการและเลขานุการ", "กรรมการและผู้ช่วยเลขานุการ",
    "ประธานคณะทำงาน", "รองประธานคณะทำงาน", "คณะทำงาน", "คณะทำงานและเลขานุการ", "คณะทำงานและผู้ช่วยเลขานุการ",
    "เลขานุการ", "ผู้ช่วยเลขานุการ",
)  # fmt: skip
COMMITTEES = ("คณะกรรมการ", "คณะทำงาน")
"""What the drop-downs offer; any other committee or role may be typed."""

SEATS = Sheet(
    key="seats",
    row="seat",
    name="บุคลากร",
    title="รายชื่อคณะกรรมการและคณะทำงานตามคำสั่ง",
    help="เรียงตามลำดับที่จะพิมพ์ในคำสั่ง ผู้ที่แต่งตั้งโดยตำแหน่งให้เว้นชื่อและนามสกุลไว้ แล้วกรอกเฉพาะตำแหน่ง",
    required=True,
    spare=40,
    fields=(
        Field(
            name="number",
            heading="ลำดับ",
            value=Value.COUNT,
            required=True,
            width=9,
            help="ลำดับในคณะ เริ่มที่ 1 ใหม่ทุกคณะ",
            example="1",
            others=("ลำดับที่", "ที่"),
        ),
        Field(
            name="committee",
            heading="คณะ",
            value=Value.TEXT,
            required=True,
            width=16,
            help="ชื่อคณะ พิมพ์ให้ตรงกันทุกแถว",
            example="คณะทำงาน",
            suggestions=COMMITTEES,
            others=("ชื่อคณะ",),
        ),
        Field(
            name="title",
            heading="คำนำหน้า",
            value=Value.TEXT,
            width=14,
            help="คำนำหน้าชื่อหรือยศ เลือกจากรายการหรือพิมพ์เองก็ได้ เว้นว่างเมื่อแต่งตั้งโดยตำแหน่ง",
            example="นางสาว",
            suggestions=TITLE_WORDS,
            others=("คำนำหน้าชื่อ", "ยศ/คำนำหน้า"),
        ),
        Field(
            name="first_name",
            heading="ชื่อ",
            value=Value.TEXT,
            width=20,
            help="ชื่ออย่างเดียว เว้นว่างเมื่อแต่งตั้งโดยตำแหน่ง",
            example="สมหญิง",
            others=("ชื่อ-สกุล", "ชื่อ-นามสกุล", "ชื่อและสกุล", "ชื่อและนามสกุล", "ชื่อตัว", "รายชื่อ"),
        ),
        Field(
            name="last_name",
            heading="นามสกุล",
            value=Value.TEXT,
            width=22,
            help="นามสกุลอย่างเดียว เว้นว่างเมื่อแต่งตั้งโดยตำแหน่ง",
            example="ใจดี",
            others=("สกุล", "ชื่อสกุล"),
        ),
        Field(
            name="position",
            heading="ตำแหน่ง",
            value=Value.TEXT,
            required=True,
            width=36,
            help="ตำแหน่งพร้อมระดับ เช่น {post} หรือตำแหน่งที่แต่งตั้ง เช่น {section_head}",
            example="{post}",
        ),
        Field(
            name="section",
            heading="หน่วยงานย่อย",
            value=Value.TEXT,
            width=34,
            help="{units}ที่สังกัด ต้องเป็นชื่อที่มีอยู่ในชีตหน่วยงานย่อย เว้นว่างได้",
            example="{section}",
            suggest="sections",
            others=("ฝ่าย", "สังกัด", "ฝ่าย/สังกัด", "กอง", "กลุ่มงาน", "กลุ่มบริหาร", "ส่วนงาน"),
        ),
        Field(
            name="role",
            heading="หน้าที่ในคณะ",
            value=Value.TEXT,
            required=True,
            width=26,
            help="เลือกจากรายการหรือพิมพ์เองก็ได้",
            example="คณะทำงาน",
            suggestions=ROLES,
            others=("ตำแหน่งในคณะ", "บทบาท"),
            meaning="หน้าที่ในคณะ เช่น ประธานกรรมการ",
        ),
    ),
)

DUTIES = Sheet(
    key="duties",
    row="duty",
    name="หน้าที่และอำนาจ",
    title="หน้าที่และอำนาจของแต่ละคณะ",
    help="แถวที่เว้นลำดับไว้คือประโยคนำ เช่น “โดยให้คณะทำงานมีหน้าที่ ดังนี้” หรือข้อความทั้งหมดเมื่อไม่แบ่งเป็นข้อ",
    spare=10,
    fields=(
        Field(
            name="committee",
            heading="คณะ",
            value=Value.TEXT,
            required=True,
            width=16,
            help="ชื่อคณะ ให้ตรงกับชีตบุคลากร",
            example="คณะทำงาน",
            suggestions=COMMITTEES,
            others=("ชื่อคณะ",),
        ),
        Field(
            name="number",
            heading="ลำดับ",
            value=Value.COUNT,
            width=9,
            help="ลำดับของข้อ เว้นว่างเมื่อเป็นประโยคนำ",
            example="1",
            others=("ข้อ", "ข้อที่", "ลำดับที่"),
        ),
        Field(
            name="text",
            heading="ข้อความ",
            value=Value.TEXT,
            required=True,
            width=110,
            help="ข้อความของหน้าที่ ไม่ต้องพิมพ์เลขข้อนำหน้า",
            example="ดำเนินการประเมินตามตัวชี้วัดและเครื่องมือของ{assessor}",
            others=("หน้าที่", "หน้าที่และอำนาจ"),
            meaning="หน้าที่และอำนาจ",
        ),
    ),
)

SECTIONS = Sheet(
    key="sections",
    row="section",
    name="หน่วยงานย่อย",
    title="รายชื่อ{units}ของหน่วยงาน",
    help="รายชื่อนี้เป็นรายการเลือกของคอลัมน์ “หน่วยงานย่อย” ในชีตบุคลากร",
    required=True,
    spare=10,
    fields=(
        Field(
            name="name",
            heading="หน่วยงานย่อย",
            value=Value.TEXT,
            required=True,
            width=44,
            help="ชื่อเต็ม เช่น {section}",
            example="{section}",
            others=("ฝ่าย", "ชื่อหน่วยงานย่อย"),
            meaning="ชื่อหน่วยงานย่อย",
        ),
        Field(
            name="head",
            heading="หัวหน้า",
            value=Value.TEXT,
            width=44,
            help="ตำแหน่งของหัวหน้าหน่วยงานย่อย เว้นว่างได้",
            example="{section_head}",
            others=("ตำแหน่งหัวหน้า", "หัวหน้าหน่วยงานย่อย"),
            meaning="หัวหน้าหน่วยงานย่อย ว่างได้",
        ),
    ),
)
