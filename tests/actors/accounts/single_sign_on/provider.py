"""A certified OpenID Connect provider on this machine, and somebody at a browser before it."""

import json
import shutil
import socket
import subprocess
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

import requests

from tests.architecture.sources import ROOT
from tests.html import soup_of
from tests.requiring import missing

HOME = ROOT / "tests" / "provider"
REDIRECT_URI = "http://testserver/accounts/oidc/sso/back/"
SECRET = "only-for-tests-of-single-sign-on"


@dataclass(frozen=True)
class RunningProvider:
    issuer: str

    def sign_in(self, address, who):
        """Go where the site sends people, be `who` there; return where the provider sends them."""
        with requests.Session() as browser:
            for _step in range(12):
                answer = browser.get(address, allow_redirects=False, timeout=10)
                if answer.status_code == 200:
                    address = f"{answer.url.partition('?')[0]}?as={who}"
                    continue
                assert answer.is_redirect, answer.text
                address = urljoin(address, answer.headers["Location"])
                if address.startswith(REDIRECT_URI):
                    return address
        raise AssertionError("The provider led nowhere.")


def running_provider(people):
    """Start it for these people, wait until it answers, stop it at the end."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        missing("No node and npm found: the provider for single sign-on cannot run.")
    if not (HOME / "node_modules" / "oidc-provider").exists():
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(command, cwd=HOME, check=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = ["node", "server.mjs", str(port), REDIRECT_URI]
    with subprocess.Popen(
        command,
        cwd=HOME,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        server.stdin.write(json.dumps(people))
        server.stdin.close()
        try:
            assert server.stdout.readline() == "ready\n", "The provider did not start."
            yield RunningProvider(f"http://127.0.0.1:{port}")
        finally:
            server.terminate()


def away(answer):
    """Where the page after the button leads; the browser goes there by itself."""
    assert answer.status_code == 200, answer.content
    where = soup_of(answer).find(id="sso-away")["href"]
    assert answer.headers["Refresh"] == f"0; url={where}"
    return where


def with_parameter(address, name, value):
    """The same address, one parameter being another."""
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query)) | {name: value}
    return urlunsplit(parts._replace(query=urlencode(query)))
