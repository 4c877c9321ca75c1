"""The sheet of activities and their pictures, as data."""

from ita_docs.workbook.field import Field, Sheet, Value

DATE_HELP = "พิมพ์ได้ทุกแบบ เช่น 25 ตุลาคม 2565, ๒๕ ต.ค. ๖๕ หรือ 25/10/2565"

ACTIVITIES = Sheet(
    key="activities",
    row="activity",
    name="กิจกรรม",
    title="การชี้แจงและกิจกรรมที่ดำเนินการ พร้อมภาพประกอบ",
    help="วางไฟล์ภาพไว้ในโฟลเดอร์เดียวกับแบบกรอกนี้หรือในโฟลเดอร์ย่อย แล้วพิมพ์ชื่อไฟล์ เช่น pictures/ภาพ1.jpg",
    spare=10,
    fields=(
        Field(
            name="number",
            heading="ลำดับ",
            value=Value.COUNT,
            required=True,
            width=9,
            help="ลำดับของกิจกรรม",
            example="1",
            others=("ลำดับที่", "ที่"),
            meaning="ลำดับกิจกรรม",
        ),
        Field(
            name="date",
            heading="วันที่",
            value=Value.DATE,
            required=True,
            width=22,
            help=DATE_HELP,
            example="๒๘ ตุลาคม ๒๕๖๕",
            others=("วันเดือนปี", "วัน เดือน ปี"),
            meaning="วันที่จัดกิจกรรม เช่น ๖ มกราคม ๒๕๖๖",
        ),
        Field(
            name="caption",
            heading="คำบรรยาย",
            value=Value.LINES,
            required=True,
            width=60,
            help="คำบรรยายใต้ภาพ ขึ้นบรรทัดใหม่ด้วย Alt+Enter ไม่ต้องพิมพ์วันที่และสถานที่ซ้ำ",
            example="{caption}",
            others=("คำบรรยายภาพ", "กิจกรรม"),
            meaning="คำบรรยาย อาจมีหลายบรรทัด",
        ),
        Field(
            name="place",
            heading="สถานที่",
            value=Value.TEXT,
            width=34,
            help="สถานที่จัด ไม่ต้องพิมพ์คำว่า “ณ” เว้นว่างได้",
            example="{place}",
            meaning="สถานที่ ว่างได้",
        ),
        Field(
            name="pictures",
            heading="ไฟล์ภาพ",
            value=Value.PICTURES,
            width=34,
            help="ชื่อไฟล์ภาพ PNG หรือ JPG ถ้ามีหลายภาพ พิมพ์บรรทัดละหนึ่งไฟล์ เว้นว่างได้",
            example="pictures/ภาพ1.jpg",
            others=("ภาพ", "รูปภาพ", "ไฟล์รูปภาพ"),
            meaning="ภาพกิจกรรม",
        ),
    ),
)
