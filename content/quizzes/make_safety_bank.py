"""Writes quizzes/safety/questions.xlsx: the safety questions as a union officer would keep them in Excel.

The workbook is also the pattern for banks of one's own: sheet 说明, sheet 题库 with drop-downs and grey example rows.
Run it after editing `QUESTIONS`. The same words give the same bytes.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import xlsxwriter

TARGET = Path(__file__).parent / "quizzes/safety/questions.xlsx"
WRITTEN = datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
"""A fixed date in the file's properties keeps the bytes stable."""

LETTERS = "ABCDEF"
COLUMNS = ("序号", "题型", "题干", *(f"选项{letter}" for letter in LETTERS), "答案", "解析", "来源", "阅读")
WIDTHS = (18, 8, 44, *[16] * len(LETTERS), 10, 60, 40, 26)
TYPES = ("单选", "多选", "判断", "填空")
EXAMPLE = "示例，导入时跳过"

NOTES = (
    "题库写在“题库”这张表里，一行一题。第一行是表头，不要改动。",
    "题型：单选、多选、判断、填空。排序题请写在 questions.yaml 里。",
    "选项：二到六个，从选项A 写起，中间不留空。判断题和填空题不写选项。",
    "答案：单选写 B，多选写 ABD，判断写 对 或 错，填空写答案本身，几种写法都算对时用 | 隔开，如 8|八。",
    "填空题的空写成四条下划线 ____，只留一个空。",
    "解析里不要写“选 B”：选项在屏幕上会打乱，请写选项的文字。",
    "来源：法律写明名称、条号和版本日期。阅读：可以不写；写展项的名字，如 model-workers/bao-qi-fan。",
    "灰色的示例行导入时跳过，可以留着。",
)

SAFETY = "《安全生产法》第{}条（2021-06-10）"
DISEASE = "《职业病防治法》第{}条（2018-12-29）"
INJURY = "《工伤保险条例》第{}条（2010-12-20）"
LABOUR = "《劳动法》第{}条（2018-12-29）"

# 题型, 题干, 选项, 答案, 解析, 来源, 阅读
Entry = tuple[str, str, tuple[str, ...], str, str, str, str]

EXAMPLES: tuple[Entry, ...] = (
    (
        "单选",
        "在这里写题目？",
        ("第一个选项", "第二个选项", "第三个选项"),
        "B",
        "为什么。",
        "《某法》第几条（日期）",
        "",
    ),
    ("多选", "哪几个对？", ("第一个选项", "第二个选项", "第三个选项"), "AC", "为什么。", "《某法》第几条（日期）", ""),
    ("填空", "每日不超过____小时。", (), "8|八", "为什么。", "《某法》第几条（日期）", ""),
)

QUESTIONS: tuple[Entry, ...] = (
    (
        "单选",
        "《安全生产法》写明的方针，第一句是什么？",
        ("安全第一", "预防为主", "综合治理", "效益优先"),
        "A",
        "安全生产的方针是安全第一、预防为主、综合治理。",
        SAFETY.format("三"),
        "",
    ),
    (
        "多选",
        "《安全生产法》说的“三个必须”，是哪三个？",
        ("管行业必须管安全", "管业务必须管安全", "管生产经营必须管安全", "管宣传必须管安全"),
        "ABC",
        "管行业必须管安全、管业务必须管安全、管生产经营必须管安全。",
        SAFETY.format("三"),
        "",
    ),
    (
        "单选",
        "按《安全生产法》，谁是本单位安全生产第一责任人？",
        ("主要负责人", "专职安全员", "车间班组长", "工会主席"),
        "A",
        "单位的主要负责人是本单位安全生产第一责任人。",
        SAFETY.format("五"),
        "",
    ),
    (
        "判断",
        "特种作业人员要经过专门培训、取得相应资格才能上岗。",
        (),
        "对",
        "特种作业人员必须经专门的安全作业培训，取得相应资格，方可上岗。",
        SAFETY.format("三十"),
        "model-workers/ju-xiao-lin",
    ),
    (
        "判断",
        "劳动防护用品可以由职工自己买，单位不必提供。",
        (),
        "错",
        "单位必须提供符合标准的劳动防护用品，并监督、教育职工正确佩戴和使用。",
        SAFETY.format("四十五"),
        "",
    ),
    (
        "判断",
        "和职工签了“生死合同”，出事后单位就不用负责。",
        (),
        "错",
        "单位不得与职工订立免除或者减轻伤亡责任的协议。",
        SAFETY.format("五十二"),
        "",
    ),
    (
        "单选",
        "按《安全生产法》，单位必须为职工参加哪种保险？",
        ("工伤保险", "旅行意外险", "家庭财产险", "机动车保险"),
        "A",
        "生产经营单位必须依法参加工伤保险。",
        SAFETY.format("五十一"),
        "",
    ),
    (
        "单选",
        "发现直接危及人身安全的紧急情况，职工有权怎么做？",
        ("停止作业或撤离", "干完本班再走", "等领导签字再走", "先把机器修好"),
        "A",
        "遇到直接危及人身安全的紧急情况，从业人员有权停止作业或者撤离现场。",
        SAFETY.format("五十五"),
        "",
    ),
    (
        "判断",
        "职工因紧急情况停止作业，单位不得因此降他的工资。",
        (),
        "对",
        "单位不得因职工在紧急情况下停止作业或者撤离，就降低工资或者解除合同。",
        SAFETY.format("五十五"),
        "",
    ),
    (
        "单选",
        "按《安全生产法》，发现事故隐患应当怎么做？",
        ("立即报告", "下班以后再说", "等检查组来", "记在自己本子上"),
        "A",
        "发现隐患应当立即向现场安全生产管理人员或者本单位负责人报告。",
        SAFETY.format("五十九"),
        "model-workers/bao-qi-fan",
    ),
    (
        "判断",
        "按《劳动法》，对强令冒险作业，劳动者有权拒绝。",
        (),
        "对",
        "对管理人员违章指挥、强令冒险作业，劳动者有权拒绝执行。",
        LABOUR.format("五十六"),
        "",
    ),
    (
        "单选",
        "《职业病防治法》写明的方针是什么？",
        ("预防为主、防治结合", "治疗为主、预防为辅", "先治后防、边治边防", "谁得病、谁负责"),
        "A",
        "职业病防治工作坚持预防为主、防治结合。",
        DISEASE.format("三"),
        "",
    ),
    (
        "多选",
        "按《职业病防治法》，接触危害的职工什么时候要做健康检查？",
        ("上岗前", "在岗期间", "离岗时", "只在生病以后"),
        "ABC",
        "上岗前、在岗期间和离岗时都要做职业健康检查。",
        DISEASE.format("三十五"),
        "",
    ),
    (
        "单选",
        "按《职业病防治法》，职业健康检查的费用由谁承担？",
        ("用人单位", "职工本人", "社区", "医院"),
        "A",
        "职业健康检查费用由用人单位承担，不能让职工自己掏钱。",
        DISEASE.format("三十五"),
        "",
    ),
    (
        "填空",
        "在岗突发疾病，____小时内抢救无效死亡，视同工伤。",
        (),
        "48|四十八",
        "在工作时间和工作岗位突发疾病死亡，或者四十八小时内经抢救无效死亡的，视同工伤。",
        INJURY.format("十五"),
        "",
    ),
    (
        "单选",
        "按《工伤保险条例》，单位应在几日内申请工伤认定？",
        ("7 日", "15 日", "30 日", "60 日"),
        "C",
        "单位应当在三十日内提出工伤认定申请。",
        INJURY.format("十七"),
        "",
    ),
    (
        "填空",
        "单位逾期不申请工伤认定，职工方____年内可直接申请。",
        (),
        "1|一",
        "单位没有按时申请的，职工方在一年内可以直接提出工伤认定申请。",
        INJURY.format("十七"),
        "",
    ),
    (
        "判断",
        "工伤认定只能由单位申请，职工自己不能申请。",
        (),
        "错",
        "单位没有在三十日内申请的，职工方在一年内可以直接申请。",
        INJURY.format("十七"),
        "",
    ),
)


def write(target: Path) -> None:
    """Write the workbook to `target`."""
    book = xlsxwriter.Workbook(str(target))
    book.set_properties({"title": "安全知多少题库", "created": WRITTEN})
    notes = book.add_worksheet("说明")
    notes.set_column(0, 0, 100)
    for row, note in enumerate(NOTES):
        notes.write_string(row, 0, note)
    sheet = book.add_worksheet("题库")
    head = book.add_format({"bold": True, "bg_color": "#B3261E", "font_color": "#FFFFFF", "text_wrap": True})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    grey = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#808080", "bg_color": "#EEEEEE"})
    for column, (title, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, head)
    rows = [(EXAMPLE, entry, grey) for entry in EXAMPLES]
    rows += [(str(number), entry, plain) for number, entry in enumerate(QUESTIONS, 1)]
    for row, (mark, entry, look) in enumerate(rows, 1):
        for column, words in enumerate(_cells(mark, entry)):
            sheet.write_string(row, column, words, look)
    sheet.data_validation(1, 1, 2000, 1, {"validate": "list", "source": list(TYPES)})
    sheet.freeze_panes(1, 0)
    sheet.activate()
    book.close()


def _cells(mark: str, entry: Entry) -> tuple[str, ...]:
    kind, question, options, answer, explain, source, read = entry
    padded = (*options, *[""] * (len(LETTERS) - len(options)))
    return mark, kind, question, *padded, answer, explain, source, read


if __name__ == "__main__":
    write(TARGET)
