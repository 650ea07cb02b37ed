"""One plain-text mail in its reader's language; a mail server that is down is an answer."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

# They write mails into the terminal, or nowhere.
SILENT = {
    "django.core.mail.backends.console.EmailBackend",
    "django.core.mail.backends.dummy.EmailBackend",
}

logger = logging.getLogger(__name__)


def text_mail(*, to, language, subject, body, **context):
    """Render both templates; the subject is one line, whatever is named in it."""
    context["site_name"] = settings.SITE_NAME
    with translation.override(language):
        one_line = " ".join(render_to_string(subject, context).split())
        text = render_to_string(body, context)
    return EmailMessage(one_line, text, to=[to])


def sends_mail():
    """Whether this site has a mail server (`EMAIL_URL`)."""
    return settings.EMAIL_BACKEND not in SILENT


def hand_over(mail):
    """Whether the mail server took it.

    What the mail says, and to whom, stays out of the log: there may be a link in it that opens
    an account.
    """
    try:
        return mail.send() == 1
    except OSError as error:  # smtplib's own errors are of this kind too
        logger.error("A mail was not sent: %s", type(error).__name__)
        return False


def send_text(**what):
    return hand_over(text_mail(**what))
