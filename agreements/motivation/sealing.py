"""How an answer is sealed until it is counted, and where the key is: in no table.

Everybody can seal (the public key stands beside the wave); to open takes the secret of the site
*and* the salt of the wave. A dump holds the salt and not the secret; who has the secret finds no
salt once the wave is closed. All seals are equally long, so that a long comment is not seen.
"""

import hmac
import json
import secrets
import unicodedata
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

KEY = 32  # bytes
LONGEST = 6_144  # bytes of a sealed text: the longest comment, in the longest letters, fits
LINES = "\n\t"
NONCE = bytes(12)  # each key is used once


class CannotOpen(Exception):
    """No secret of the site opens this: the one it was sealed for is gone."""


def new_salt():
    return secrets.token_hex(KEY)


def public_key_of(salt):
    """What the wave is given when it opens."""
    return _private(settings.SECRET_KEY, salt).public_key().public_bytes_raw().hex()


def seen_alone(text):
    """Without characters that nobody sees: some are six bytes long where others are four, so that
    a remark of the usual length would be too long to be sealed."""
    return "".join(
        each for each in text if each in LINES or unicodedata.category(each) not in ("Cc", "Cs")
    )


def seal(content, *, public_key, label):
    """The content as bytes of one length; `label` says to which row they belong."""
    text = json.dumps(content, ensure_ascii=False).encode()
    if len(text) > LONGEST:
        raise ValueError("Too long to be sealed.")
    own = X25519PrivateKey.generate()
    theirs = X25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
    key = _shared(own.exchange(theirs), label)
    padded = text.ljust(LONGEST)
    return own.public_key().public_bytes_raw() + ChaCha20Poly1305(key).encrypt(
        NONCE, padded, label.encode()
    )


def unseal(sealed, *, salt, label):
    """What was sealed, or CannotOpen; a secret that was replaced lately still opens."""
    sealed = bytes(sealed)
    if len(sealed) < KEY:
        raise CannotOpen
    theirs = X25519PublicKey.from_public_bytes(sealed[:KEY])
    for secret in site_secrets():
        key = _shared(_private(secret, salt).exchange(theirs), label)
        try:
            text = ChaCha20Poly1305(key).decrypt(NONCE, sealed[KEY:], label.encode())
        except InvalidTag:
            continue
        return json.loads(text)
    raise CannotOpen


def token_of(number, *, salt, known):
    """The way of one invitation to the form: the token whose hash is among `known`, or "".

    Made anew from the secret of the site each time, so that it is stored nowhere and a reminder
    carries the same link as the paper did.
    """
    made = (make_token(number, salt=salt, secret=secret) for secret in site_secrets())
    return next((token for token in made if hash_of(token) in known), "")


def make_token(number, *, salt, secret=None):
    key = _derived(secret or settings.SECRET_KEY, salt, b"pulse: links")
    return hmac.new(key, str(number).encode(), sha256).hexdigest()


def hash_of(token):
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def site_secrets():
    return [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]


def _private(secret, salt):
    return X25519PrivateKey.from_private_bytes(_derived(secret, salt, b"pulse: answers"))


def _derived(secret, salt, purpose):
    return HKDF(SHA256(), KEY, salt=bytes.fromhex(salt), info=purpose).derive(secret.encode())


def _shared(secret, label):
    return HKDF(SHA256(), KEY, salt=None, info=b"pulse: seal " + label.encode()).derive(secret)
