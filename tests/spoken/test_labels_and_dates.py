"""What is said of dates, rooms and short forms on labels and cards of Asia and Haiti."""

from __future__ import annotations

import pytest

from .conftest import check_said_and_heard, list_cases

DATES = {
    "ko": {
        "4/22(화) 9시까지, 1/3(토)": "사월 이십이 일(화요일) 아홉 시까지, 일월 삼 일(토요일)",
        "접수 11/5(수)~11/9(일)": "접수 십일월 오 일(수요일)에서 십일월 구 일(일요일)",
        "사용기한 2027.11": "사용기한 이천이십칠 년 십일월",
        "유효기간 27.04.30": "유효기간 이천이십칠 년 사월 삼십 일",
        "평일 08:30~17:00": "평일 오전 여덟 시 삼십 분에서 오후 다섯 시",
        "화·목 오후": "화요일, 목요일 오후",
        "6/2~6/9 휴진": "유월 이 일에서 유월 구 일 휴진",
        "1/3 오전, 8/4 오전 9시": "삼분의 일 오전, 팔월 사 일 오전 아홉 시",
    },
    "zh-Hans": {
        "失效期2027.11": "失效期二零二七年十一月",
        "有效期27.04.30": "有效期二零二七年四月三十日",
        "5/22（周四）上午，2/3片": "五月二十二日（周四）上午，三分之二片",
        "3个月~2岁": "三个月到两岁",
        "8/1~8/9休诊": "八月一日到八月九日休诊",
        "1/3 上午，8/4 上午9:00": "三分之一 上午，八月四日 上午九点",
    },
    "vi": {
        "HSD: 11/2027": "hạn sử dụng: tháng mười một năm hai nghìn không trăm hai mươi bảy",
        "ngày 03 tháng 04": "ngày ba tháng tư",
        "từ 1/4 đến 20/4, từ 1/4 đến 1/2 viên": (
            "từ một tháng tư đến hai mươi tháng tư, từ một phần tư đến nửa viên"
        ),
        "Khám từ T3 đến T7, 8h30": "Khám từ Thứ Ba đến Thứ Bảy, tám giờ ba mươi",
        "Nghỉ lễ 2/9, đến hết 5/9": "Nghỉ lễ hai tháng chín, đến hết năm tháng chín",
    },
    "ht": {
        "Ekspire: 11/2027": "Ekspire: novanm de mil vennsèt",
        "Tansyon 13/8": "Tansyon trèz sou uit",
    },
    "tl": {
        "Exp.: 11/2027": "Expiration: Nobyembre dalawang libo at dalawampu't pito",
        "1:00 PM, 12:00 NN": "ala-una ng hapon, alas-dose ng tanghali",
        "Tue-Thu 9AM-3PM": (
            "Martes hanggang Huwebes alas-nuwebe ng umaga hanggang alas-tres ng hapon"
        ),
    },
}

FORMS = {
    "ko": {
        "점심/저녁 식후 2포": "점심, 저녁 식후 두 포",
        "B2 주차장": "지하 이 층 주차장",
        "흡연자 5배↑, 70세↑": "흡연자 다섯 배 증가, 칠십 세 이상",
        "2F": "이 층",
        "pp.3~5": "삼에서 오 쪽",
        "맥박 70~90회/분": "맥박 분당 칠십 회에서 구십 회",
        "비타민 B6 250mg": "비타민 비 식스, 이백오십 밀리그램",
    },
    "zh-Hans": {
        "布洛芬0.3g tid": "布洛芬零点三克 每日三次",
        "地高辛0.25mg qd": "地高辛零点二五毫克 每日一次",
        "3层C305诊室": "三层C三零五诊室",
        "共2层，2层纱布": "共两层，两层纱布",
        "早/晚各1粒": "早晚各一粒",
        "0.3g*20片": "零点三克乘二十片",
        "门诊号 20250117": "门诊号 二零二五零一一七",
        "(021)64311234": "零二一，六四三一一二三四",
        "10%GS 500ml": "百分之十葡萄糖 五百毫升",
        "8.1/10万人": "八点一每十万人",
        "Tel：010-65001234": "Tel：零一零，六五零零一二三四",
    },
    "vi": {
        "BN nam, 60t": "bệnh nhân nam, sáu mươi tuổi",
        "Mỗi tối 2v, nghỉ 15p": "Mỗi tối hai viên, nghỉ mười lăm phút",
        "HA 130/80, ĐTĐ": "huyết áp một trăm ba mươi trên tám mươi, đái tháo đường",
        "02 gói x 03 lần/ngày": "hai gói, ba lần mỗi ngày",
        "P.305, P.7, Q.1": "phòng ba trăm lẻ năm, phường bảy, quận một",
        "CD8: 500 TB/mm³": "CD tám: năm trăm tế bào trên milimét khối",
        "PGS.TS. Lan": "phó giáo sư, tiến sĩ Lan",
        "Mạch 90 l/p": "Mạch chín mươi lần mỗi phút",
        "30.000-60.000đ": "ba mươi nghìn đến sáu mươi nghìn đồng",
        "Làm việc 7g-16g": "Làm việc bảy giờ đến mười sáu giờ",
        "0912.345.678": "không, chín, một, hai, ba, bốn, năm, sáu, bảy, tám",
        "9,5/100.000 dân": "chín phẩy năm trên một trăm nghìn dân",
        "19h00'": "mười chín giờ'",
        "Ăn 300g trái cây/ngày": "Ăn ba trăm gam trái cây mỗi ngày",
    },
    "ht": {
        "2 kps 3x/jou": "de konprime twa fwa pa jou",
        "1 tab. maten/aswè": "yon konprime maten, aswè",
        "7j/7": "sèt jou sou sèt",
        "chap. 4": "chapit kat",
        "1 k. te": "yon ti kiyè",
        "chak 9 è, pandan 12 zè, 9è": "chak nèf èdtan, pandan douz èdtan, nevè",
    },
    "tl": {
        "Room 315, 4th floor": "Room three one five, ikaapat na floor",
        "Grade 3, Stage IV": "Grade three, Stage four",
        "1 tab. tuwing umaga/gabi": "isang tableta tuwing umaga, gabi",
        "45 y/o": "apatnapu't limang taong gulang",
        "Nob. 2": "Nobyembre dos",
        "loc. 118": "local one one eight",
        "500 mg q8h": "limandaang miligramo kada walong oras",
        "P2,400.50, P750.00, P53": (
            "dalawang libo't apat na raang piso at limampung sentimo, pitundaan at limampung "
            "piso, P fifty three"
        ),
        "Sec. 7, Sec. Cruz": "Seksiyon pito, Sec. Cruz",
    },
}


@pytest.mark.parametrize(("lang", "text", "words"), list_cases(DATES, FORMS))
def test_a_label_is_said_in_full(lang: str, text: str, words: str) -> None:
    check_said_and_heard(text, lang, words)
