"""A spreadsheet on its way into the register and out again, in a real browser."""

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.journeys.audit import audit
from tests.journeys.people import PHONE

pytestmark = pytest.mark.browser
KIND = {"Jenis": "Perangkat daerah (OPD)", "Sektor": "Pemerintah"}


def download(page, button):
    with page.expect_download() as waiting:
        button.click()
    return waiting.value


def filled(download, folder, *rows):
    """The downloaded template with rows below its headers, as somebody fills it in."""
    path = folder / "instansi.xlsx"
    download.save_as(path)
    book = load_workbook(path)
    headers = [cell.value for cell in book.worksheets[0][1]]
    for row in rows:
        book.worksheets[0].append([row.get(header, "") for header in headers])
    book.save(path)
    return path


def go_on(page):
    page.locator("main form .btn-primary").first.click()
    page.wait_for_load_state()


def confirm(page):
    return page.locator("form[action$='/confirm/'] button")


def found(page, name):
    page.goto(f"/organizations/?q={name}")
    return page.locator("main").get_by_role("link", name=name).count()


def test_an_admin_imports_a_filled_template_and_takes_it_back(visit, tmp_path):
    page = visit("admin", "/imports/", language="id")
    template = download(page, page.get_by_role("link", name="Templat (XLSX)").first)
    path = filled(
        template,
        tmp_path,
        {"Nama": "Kantor Uji Peramban", "Wilayah": "76.05", **KIND},
        {"Nama": "Cabang Uji Peramban", "Bagian dari instansi": "Kantor Uji Peramban", **KIND},
        {"Nama": "Kantor Salah Tempat", "Wilayah": "Majne", **KIND},
    )
    page.goto("/imports/organizations/new/")
    page.set_input_files("input[type=file]", path)
    go_on(page)
    page.wait_for_url("**/columns/")
    assert page.locator("select[name=column_1]").input_value() == "name"
    go_on(page)
    page.wait_for_url(lambda url: "columns" not in url)
    address, main = page.url, page.locator("main")
    expect(main).to_contain_text("Maksud Anda Kabupaten Majene?")
    expect(main).to_contain_text("1 baris keliru dan tidak ikut diimpor.")
    assert confirm(page).inner_text().strip() == "Impor 2 baris, lewati 1"
    assert not audit(page)
    wrong = download(page, page.get_by_role("link", name="Unduh baris keliru"))
    assert wrong.suggested_filename.endswith(".xlsx")
    page.get_by_role("link", name="Baru (2)").click()
    expect(main.locator("tbody th")).to_have_text(["Kantor Uji Peramban", "Cabang Uji Peramban"])
    assert not found(page, "Cabang Uji Peramban")

    page.goto(address)
    confirm(page).click()
    expect(page.locator("body")).to_contain_text("2 baris sudah diimpor. 1 baris keliru")
    assert not audit(page)
    assert found(page, "Cabang Uji Peramban")
    assert not found(page, "Kantor Salah Tempat")

    page.goto(address)
    page.locator("form[action$='/undo/'] button").click()
    expect(main).to_contain_text("Diurungkan pada")
    assert not audit(page)
    assert not found(page, "Cabang Uji Peramban")


def test_a_file_with_formulas_is_refused_beside_its_field(visit, tmp_path):
    path = tmp_path / "rumus.csv"
    path.write_text('Nama\n"=HYPERLINK(1)"\n')
    page = visit("admin", "/imports/organizations/new/", language="en", size=PHONE)
    page.set_input_files("input[type=file]", path)
    go_on(page)
    expect(page.locator(".error-summary")).to_contain_text("A2")
    assert not audit(page)


def test_a_coordinator_pastes_parties_and_throws_them_away(visit):
    page = visit("koordinator", "/collaborations/1/parties/import/", language="en", size=PHONE)
    page.fill("textarea", "Organization\tVoice\nDinas Sosial\tIs consulted\nNobody Knows It\t\n")
    go_on(page)
    page.wait_for_url("**/columns/")
    go_on(page)
    expect(page.locator("main")).to_contain_text("left out.")
    assert not audit(page)
    page.locator("form[action$='/discard/'] button").click()
    expect(page.locator("body")).to_contain_text("Nothing was imported")


def test_the_parties_of_a_collaboration_leave_as_a_file(visit):
    page = visit("koordinator", "/collaborations/1/parties/", language="en")
    taken = download(page, page.locator("a[href*='/parties/export/']").first)
    assert taken.suggested_filename.startswith("parties-")
