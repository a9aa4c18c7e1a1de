"""Writes the workbooks of this folder with openpyxl: python3 make.py"""

import datetime

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904


def register():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Pledges"
    sheet["A1"] = "Register of pledges, as of May 2024"
    sheet.merge_cells("A1:F1")
    header = ["ID", " Title ", "Actors", "Year", "Amount", "Public"]
    rows = [
        ["004", "Côte d’Ivoire: papiers", "CIV", datetime.date(2024, 5, 31), 1e5, True],
        ["005", "التعليم للجميع", "MAR;FRA", datetime.datetime(2023, 1, 2, 14, 30), 0.1 + 0.2, False],
        ["006", "=1+1", None, datetime.date(2022, 2, 1), -2.5, None],
        [7, "two\nlines", "KEN", datetime.time(9, 5), 1e-9, True],
    ]
    for number, row in enumerate([header] + rows, start=3):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column, value)
    sheet["D6"].number_format = "mmm yyyy"
    sheet["A7"].number_format = "000"
    sheet["F6"] = "#N/A"
    sheet["F6"].data_type = "e"
    sheet["C6"] = "TUN"
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["E"].hidden = True

    forums = book.create_sheet("Forums & more")
    for row in [["forum", "member"], ["Rabat Process", "MAR"], [None, "FRA"], [None, "ESP"]]:
        forums.append(row)
    forums.merge_cells("A2:A4")
    forums.sheet_state = "hidden"
    book.create_chartsheet("Chart")
    book.create_sheet("Empty")
    book.save("register.xlsx")


def old_dates():
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "Dates"
    sheet.append(["date"])
    sheet.append([datetime.date(2024, 2, 29)])
    sheet.append([datetime.date(1904, 1, 2)])
    book.save("dates-1904.xlsx")


register()
old_dates()
