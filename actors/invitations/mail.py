"""The mail that invites: in the reader's language, with the only copy of the link."""

from django.urls import reverse

from collabgov.kit.mail import send_text


def send_invitation(invitation, *, token, site):
    """Whether the mail server took it."""
    path = reverse("actors:invitation-accept", args=[token])
    return send_text(
        to=invitation.email,
        language=invitation.language,
        subject="actors/invitations/mail/subject.txt",
        body="actors/invitations/mail/body.txt",
        invitation=invitation,
        link=f"{site}{path}",
    )
