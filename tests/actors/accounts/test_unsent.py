"""A form sent after the session died: nothing typed is lost, nothing is sent by itself."""

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile

from actors.models import Organization
from collabgov.kit.unsent import SALT
from tests.factories.actors import UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LOGIN, NEW = "/accounts/login/", "/organizations/new/"
PASSWORD = "rahasia-sekali-2026"
TYPED = {
    "name": "Dinas Perikanan",
    "mandate": "Baris satu\r\nBaris dua yang panjang",
    "kind": "opd",
}
XSS = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


@pytest.fixture
def admin(db):
    return UserFactory(admin=True, email="ada@contoh.test")


def token_of(answer):
    box = soup_of(answer).find("input", {"name": "unsent"})
    return box["value"] if box else ""


def sign_in(client, token, password=PASSWORD, **more):
    data = {"login": "ada@contoh.test", "password": password, "unsent": token, **more}
    return client.post(LOGIN, data)


def form_to(answer, path):
    return soup_of(answer).find("form", action=path)


def fields_of(form):
    return [(box["name"], box["value"]) for box in form.find_all("input")]


def signed(path, fields=(("name", "X"),), page=""):
    return signing.dumps({"path": path, "page": page, "fields": fields}, salt=SALT, compress=True)


def carried(token):
    """What it holds; the same text is signed anew each second."""
    return signing.loads(token, salt=SALT) if token else {}


def test_what_was_typed_goes_through_the_sign_in_and_is_sent_by_one_press(client, admin):
    stopped = client.post(NEW, TYPED)
    assert stopped.status_code == 200
    assert "belum tersimpan" in stopped.content.decode()
    assert not soup_of(stopped).select("header form, header a[href*=login]")  # ways to lose it
    assert stopped.headers["Cache-Control"].startswith("max-age=0")
    assert soup_of(stopped).find("input", {"name": "login"}).find_parent("form")["action"] == LOGIN
    answer = sign_in(client, token_of(stopped))
    assert answer.wsgi_request.user == admin
    text = soup_of(answer).get_text(" ", strip=True)
    assert "Anda sudah masuk lagi. Yang tadi Anda kirim belum tersimpan." in text
    assert [soup_of(answer).select("dd")[1].text.splitlines()] == [TYPED["mandate"].splitlines()]
    assert not Organization.objects.filter(name=TYPED["name"]).exists()
    fields = dict(fields_of(form_to(answer, NEW)))
    client.handler.enforce_csrf_checks = True
    arrived = TYPED | {"mandate": TYPED["mandate"].replace("\r\n", "\n")}
    assert fields.items() >= arrived.items()
    assert client.post(NEW, fields).status_code == 200  # the form itself, with the text in it
    assert client.post(NEW, TYPED).status_code == 403


def test_a_chosen_file_is_named_and_asked_for_again(client, admin):
    letter = SimpleUploadedFile("kop dinas.docx", b"PK")
    stopped = client.post(
        "/letterheads/", {"organization": "", "purpose": "agreement", "file": letter}
    )
    answer = sign_in(client, token_of(stopped))
    assert "kop dinas.docx" in soup_of(answer).get_text()
    sent = client.post("/letterheads/", dict(fields_of(form_to(answer, "/letterheads/"))))
    assert sent.context["form"].errors.as_data()["file"][0].code == "invalid"


def test_a_wrong_password_keeps_the_text(client, admin):
    token = token_of(client.post(NEW, TYPED))
    wrong = sign_in(client, token, "salah-salah-2026")
    assert carried(token_of(wrong)) == carried(token) != {}
    assert form_to(sign_in(client, token_of(wrong)), NEW)


def test_whoever_signed_in_in_another_tab_can_send_too(client, admin):
    token = token_of(client.post(NEW, TYPED))
    client.force_login(admin)
    assert form_to(sign_in(client, token), NEW)


def test_the_page_after_signing_in_speaks_the_language_of_the_account(client):
    UserFactory(email="ada@contoh.test", language="en")
    answer = sign_in(client, token_of(client.post(NEW, TYPED)))
    assert soup_of(answer).html["lang"] == answer["Content-Language"] == "en"


def test_demo_buttons_carry_the_text(client, settings, tmp_path):
    settings.LOCAL_DIR, settings.DEMO = tmp_path, True
    UserFactory(email="petugas@demo.test")
    page = soup_of(client.post(NEW, TYPED))
    assert page.select("li form input[name=unsent]")


def test_the_way_on_without_sending_is_the_page_of_the_form(client, admin):
    def way_on(referer):
        stopped = client.post(NEW, TYPED, headers={"referer": referer})
        form = form_to(sign_in(client, token_of(stopped)), NEW)
        client.logout()
        return form.find("a")["href"]

    assert way_on("http://testserver/organizations/new/?q=a") == "/organizations/new/?q=a"
    for foreign in ("https://jahat.test/x", "http://testserver//jahat.test", "http://[", ""):
        assert way_on(foreign) == "/"


def test_passwords_and_tokens_are_never_echoed(client):
    secrets = {"old_password": "rahasia-lama", "new_password1": "rahasia-baru"}
    answer = client.post("/accounts/password/", secrets | {"csrfmiddlewaretoken": "kunci"})
    assert answer.status_code == 302
    stopped = client.post(NEW, TYPED | {"csrfmiddlewaretoken": "kunci" * 9})
    assert b"kunci" not in stopped.content
    assert "csrfmiddlewaretoken" not in dict(signing.loads(token_of(stopped), salt=SALT)["fields"])


def test_a_form_without_text_comes_back_to_its_page_not_to_its_address(client):
    verb = "/commitments/1/accept/"
    referer = {"referer": "http://testserver/commitments/1/"}
    assert client.post(verb, headers=referer).url == f"{LOGIN}?next=/commitments/1/"
    assert client.post(verb).url == f"{LOGIN}?next=/"


def test_looking_and_fetching_parts_are_asked_to_sign_in_as_ever(client):
    assert client.get(f"{NEW}?a=1").url == f"{LOGIN}?next={NEW}%3Fa%3D1"
    assert client.post(NEW, TYPED, headers={"hx-request": "true"}).url == f"{LOGIN}?next={NEW}"


def test_hostile_text_stays_text(client, admin):
    stopped = client.post(NEW, {"name": XSS, XSS: "x"})
    answer = sign_in(client, token_of(stopped))
    assert b"<script>alert" not in answer.content
    assert dict(fields_of(form_to(answer, NEW))).items() >= {"name": XSS, XSS: "x"}.items()


@pytest.mark.parametrize("name", ["", "\x00", "-", "😀", "a-0-"])
def test_strange_names_and_values_break_nothing(client, admin, name):
    stopped = client.post(NEW, {name: "\x00\udcff".encode("utf-8", "surrogatepass") + b"x"})
    assert sign_in(client, token_of(stopped)).status_code == 200


def test_a_thousand_fields_arrive(client, admin):
    many = {f"row-{number}-note": f"catatan {number}" for number in range(1000)}
    answer = sign_in(client, token_of(client.post(NEW, many)))
    assert dict(fields_of(form_to(answer, NEW))).items() >= many.items()


def test_what_is_too_long_to_carry_is_given_back_to_copy(client, monkeypatch):
    monkeypatch.setattr("collabgov.kit.unsent.LARGEST", 10)
    stopped = client.post(NEW, TYPED)
    assert not token_of(stopped)
    assert TYPED["name"] in soup_of(stopped).find("textarea").text


@pytest.mark.parametrize(
    "path", ["https://jahat.test/", "//jahat.test/", "/\\jahat.test", "javascript:alert(1)", ""]
)
def test_a_foreign_address_is_never_posted_to(client, admin, path):
    assert sign_in(client, signed(path)).status_code == 302


@pytest.mark.parametrize("token", ["", "x", "a:b:c", "😀", signed("/x/")[:-1], "\x00"])
def test_what_we_did_not_sign_is_no_text_of_ours(client, admin, token):
    assert sign_in(client, token).url == "/"


def test_a_refused_form_is_shown_and_may_be_sent_again(client, sign_in):
    client.handler.enforce_csrf_checks = True
    sign_in(UserFactory(admin=True))
    origin = {"origin": "http://testserver"}
    refused = client.post(NEW, TYPED | {"name": XSS}, headers=origin)
    assert refused.status_code == 403
    assert b"<script>alert" not in refused.content
    fields = dict(fields_of(form_to(refused, NEW)))
    assert fields["name"] == XSS
    assert client.post(NEW, fields, headers=origin).status_code == 200


def test_what_another_site_sent_is_neither_shown_nor_offered(client, sign_in):
    client.handler.enforce_csrf_checks = True
    sign_in(UserFactory(admin=True))
    refused = client.post(NEW, TYPED, headers={"origin": "https://jahat.test"})
    assert refused.status_code == 403
    assert TYPED["name"] not in refused.content.decode()
    assert not form_to(refused, NEW)


def test_a_browser_that_hides_the_origin_gets_the_text_but_no_button(client, sign_in):
    client.handler.enforce_csrf_checks = True
    sign_in(UserFactory(admin=True))
    refused = client.post(NEW, TYPED)
    assert TYPED["name"] in refused.content.decode()
    assert not form_to(refused, NEW)


def test_a_refused_sign_in_still_carries_the_text_and_never_the_password(client, admin):
    token = token_of(client.post(NEW, TYPED))
    client.handler.enforce_csrf_checks = True
    refused = sign_in(client, token, "rahasia-yang-salah")
    assert refused.status_code == 403
    assert TYPED["name"] in refused.content.decode()
    assert b"rahasia-yang-salah" not in refused.content
    assert b"ada@contoh.test" not in sign_in(client, "", "rahasia-yang-salah").content
