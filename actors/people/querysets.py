"""Every way people and their posts are read."""

from django.db import models
from django.db.models import Case, Prefetch, Q, When
from django.db.models.functions import Length, Lower
from django.utils import timezone

from actors.duplicates.names import person_words
from actors.organizations.models import Organization
from actors.search.near import NEARLY_A_PERSON, likest
from actors.search.ranking import (
    Among,
    AmongMany,
    holds,
    nearness,
    place,
    resembles,
    tolerate_typos,
)
from actors.search.words import terms_of
from collabgov.kit.periods import holds_on

ACTIVE = "active"  # the state of a party or a collaboration: a word of the app above this one


class PersonQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Names and posts are open to everyone who is signed in; contact details are a verb."""
        return self if user.is_authenticated else self.none()

    def active(self):
        return self.filter(is_active=True)

    def with_current_posts(self):
        """Each person's posts of today in `current_posts`, latest first."""
        posts = self.model._meta.get_field("appointments").related_model.objects
        current = posts.current().select_related("organization").order_by("-starts_on", "pk")
        return self.prefetch_related(Prefetch("appointments", current, to_attr="current_posts"))

    def for_list(self):
        return self.with_current_posts().order_by(Lower("full_name"), "pk")

    def serving(self, organization):
        """Those who hold a post in the organization today."""
        posts = self.model.objects.filter(
            holds_on(prefix="appointments__"), appointments__organization=organization
        )
        return self.filter(pk__in=_ids(posts))

    def belonging_to(self, organization, *, days=(None,)):
        """Those who serve the organization on one of the days (today), or have its account."""
        members = self.model.objects.filter(user__organization=organization, user__is_active=True)
        rows = _ids(members)
        for day in days:
            posts = self.model.objects.filter(
                holds_on(day, prefix="appointments__"), appointments__organization=organization
            )
            rows = rows.union(_ids(posts))
        return self.filter(pk__in=rows)

    def coordinated_by(self, user):
        """Those with a role today in a collaboration that the user runs today.

        As coordinator beside the user, or as representative of an active party. Taking an
        organization in opens nobody's address book: who runs a collaboration does that alone.
        """
        ways = (("", "coordinates__"), ("represents__party__", "represents__"))
        theirs = Q()
        for party, dated in ways:
            run = f"{party or dated}collaboration__coordinators__"
            today = [holds_on(prefix=prefix) for prefix in (run, dated, party) if prefix]
            today += [Q(**{f"{party}state": ACTIVE})] if party else []
            rows = self.model.objects.filter(*today, **{f"{run}person": user.person_id})
            theirs |= Q(pk__in=_ids(rows))
        return self.filter(theirs)

    def answering_to(self, user):
        """Those with a role in an active collaboration in which the user's organization is a party.

        They run it or speak for a party. Members reach whoever took on a role there; the
        colleagues of those stay out of their reach.
        """
        theirs = Q()
        for dated, through in (("coordinates__", ""), ("represents__", "party__")):
            here = f"{dated}{through}collaboration__"
            today = [holds_on(prefix=prefix) for prefix in (dated, f"{here}parties__")]
            if through:
                today += [holds_on(prefix=f"{dated}party__"), Q(**{f"{dated}party__state": ACTIVE})]
            rows = self.model.objects.filter(
                *today,
                **{
                    f"{here}state": ACTIVE,
                    f"{here}parties__state": ACTIVE,
                    f"{here}parties__organization": user.organization_id,
                },
            )
            theirs |= Q(pk__in=_ids(rows))
        return self.filter(theirs)

    def for_choosing(self):
        """What a line of a chooser shows."""
        return self.with_current_posts()

    def search(self, text):
        """The people that `text` may mean, likeliest first; the empty text means all.

        Every word must be somewhere in the name, the titles or the organization of today; see
        `Organization.objects.search`. Contact details are never searched.
        """
        if not text.strip():
            return self
        terms = terms_of(text)
        if not terms:
            return self.none()
        found = self.asked(terms, holds)
        if not found.exists():
            return self._search_with_typos(text)
        return found.alias(low_name=Lower("full_name")).order_by(
            place(terms, "low_name"), "-is_active", Length("full_name"), Lower("full_name"), "pk"
        )

    def resembling(self, full_name):
        """The few whose name is nearly this one: asked before somebody is added."""
        words = " ".join(person_words(full_name))
        return likest(self, "full_name", words, least=NEARLY_A_PERSON)

    def asked(self, terms, how):
        """Those that have every term in their own text or in that of where they serve today."""
        rows = self
        posts = self.model._meta.get_field("appointments").related_model.objects.current()
        for term in terms:
            places = _ids(Organization.objects.asked([term], how))
            own = _ids(self.model.objects.filter(how(term, "search_text")))
            served = posts.filter(AmongMany("organization", places)).order_by().values("person")
            rows = rows.filter(Among("pk", own.union(served)))
        return rows

    def _search_with_typos(self, text):
        tolerate_typos()
        terms = terms_of(text, guess=True)
        near = nearness(terms, "search_text")
        return self.asked(terms, resembles).order_by(near.desc(), Lower("full_name"), "pk")


def _ids(rows):
    return rows.order_by().values("pk")


class AppointmentQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if user.is_authenticated else self.none()

    def current(self, *, today=None):
        """Posts held on that day."""
        return self.filter(holds_on(today))

    def for_people(self):
        """The people of one organization."""
        return self.select_related("person").order_by(Lower("person__full_name"), "pk")

    def for_person(self):
        """The posts of one person, those of today first."""
        ended = Q(ends_on__lt=timezone.localdate())
        return (
            self.select_related("organization")
            .annotate(has_ended=Case(When(ended, then=True), default=False))
            .order_by("has_ended", "-starts_on", "pk")
        )

    def for_list(self):
        return self.select_related("person", "organization").order_by("-starts_on", "pk")

    def search(self, text):
        """The posts that `text` may mean: by who holds them, or by the words of the post."""
        if not text.strip():
            return self
        people = self.model._meta.get_field("person").related_model.objects.search(text)
        return self.filter(Q(person__in=_ids(people)) | Q(post__icontains=text.strip()))

    def for_choosing(self):
        """What a line of a chooser shows, those of today first."""
        return self.for_person().select_related("person")

    def by_post(self):
        """Post by post, the latest holder of each first."""
        return self.select_related("person").order_by(Lower("post"), "-starts_on", "pk")
