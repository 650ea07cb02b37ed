"""Builds regions, organizations, people with their posts, and accounts."""

import secrets

from django.contrib.auth.hashers import check_password, is_password_usable, make_password
from django.utils import timezone

from actors.accounts.models import User
from actors.invitations.models import hash_of
from actors.invitations.transitions import WORKS_FOR
from actors.models import Appointment, Invitation, Organization, Person, Region
from agreements.demo.shapes import INVENTED
from collabgov.demo import ACCOUNTS


def build_regions(places):
    for place in places:
        Region.objects.get_or_create(
            code=place.code,
            defaults={
                "name": place.name,
                "level": place.level,
                "aliases": place.aliases,
                "parent": Region.objects.filter(code=place.parent).first(),
            },
        )


def build_organizations(bodies):
    """The organizations by key; a parent stands before its children."""
    made = {}
    for body in bodies:
        region = Region.objects.get(code=body.region)
        made[body.key], _ = Organization.objects.get_or_create(
            name=body.name,
            region=region,
            defaults={
                "short_name": body.short,
                "aliases": "\n".join(body.aliases),
                "kind": body.kind,
                "sector": body.sector,
                "is_state_owned": body.is_state_owned,
                "level": body.level,
                "parent": made.get(body.parent),
                "mandate": body.mandate,
                "is_sample": body.source == INVENTED,
            },
        )
    return made


def build_people(posts, organizations, *, since):
    """The people by key: role titles, each with the post it stands for."""
    made = {}
    for post in posts:
        person, is_new = Person.objects.get_or_create(
            full_name=post.title, is_sample=True, defaults={"email": post.mail}
        )
        if is_new:
            Appointment.objects.create(
                person=person,
                organization=organizations[post.body],
                post=post.post,
                is_acting=post.is_acting,
                starts_on=since,
                is_sample=True,
            )
        made[post.key] = person
    return made


def build_accounts(posts, organizations, people):
    """Accounts for the posts that have one; only the six demo accounts get a password."""
    for post in posts:
        if post.account and not User.objects.filter(email=post.account).exists():
            User.objects.create_user(
                post.account,
                person=people[post.key],
                organization=organizations[post.body],
                role=post.role,
                is_sample=True,
            )


def build_invitation(key):
    """Somebody who was invited and has not answered; nobody knows the link."""
    admin = User.objects.filter(email="admin@demo.test").first()
    posts = Appointment.objects.filter(person__is_sample=True, person__user=None)
    post = posts.filter(person__invitations=None).order_by("pk").first()
    if admin is None or post is None:
        return
    Invitation.objects.create(
        email=f"diundang-{key}@demo.test",
        person=post.person,
        organization=post.organization,
        token_hash=hash_of(secrets.token_urlsafe(32)),
        invited_by=admin,
        sent_at=timezone.now(),
        expires_at=timezone.now() + WORKS_FOR,
    )


def renew_passwords(password):
    """Give the six demo accounts this password where they have another; returns how many had."""
    accounts = User.objects.filter(email__in=ACCOUNTS, is_sample=True)
    good = {hashed for hashed in {user.password for user in accounts} if opens(password, hashed)}
    stale = [user for user in accounts if user.password not in good]
    fresh = make_password(password) if stale else ""  # one for all: each takes a fifth of a second
    for user in stale:
        user.password = fresh
        user.save(update_fields=["password"])
    return len(stale)


def opens(password, hashed):
    return is_password_usable(hashed) and check_password(password, hashed)
