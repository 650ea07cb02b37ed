"""A wave of the pulse, who is asked, and what happened to it."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import ExtractYear
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Collaboration, Party
from agreements.charter.states import CollaborationState
from agreements.engagement.models import guards as parties
from agreements.motivation.days import LONGEST
from agreements.motivation.kinds import LEAST, LEAST_PARTIES, PulseEvent
from agreements.motivation.models import guards
from agreements.motivation.querysets import (
    InvitationQuerySet,
    PulseChangeQuerySet,
    WaveQuerySet,
)
from agreements.motivation.states import OVER, WaveState
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned

HASH = r"^[0-9a-f]{64}$"
ONE_OPEN = _("The round before is still open. Close it first: then this one can be opened.")


def wave_days():
    """The days on which it can be answered, both ends included, for exclusion constraints."""
    return Func("opens_on", "closes_on", Value("[]"), function="daterange")


@tracked(without=["salt", "answered", "parties_heard", "enough_by_mail", "unsent"])
class PulseWave(Timestamped, SampleMarked, Versioned):
    """One round of questions: to the people of a collaboration, or of one organization.

    The second kind is the organization's assessment of its own culture, once in a year of its
    first day. Both are asked, sealed, counted and withheld by the very same rules.

    The key that opens what was answered is not here: it is made from `salt` and a secret that is
    in no table. The salt goes when the wave closes. How many were asked and answered is told by
    numbers of their own, because who answered is forgotten by then; how many answered stands in no
    event, because of fewer than five even that is not told. Of how many parties somebody was heard
    is known only where each has two voices or more: of a single one it would say who answered.

    `enough_by_mail`: five of those answered whose link came by mail. Links on paper may all be in
    one hand, so otherwise nothing is told, not even how many answered.
    """

    site_cleans = True  # see `tidying`

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, null=True, blank=True, related_name="pulse_waves"
    )
    organization = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="culture_assessments",
        verbose_name=_("organization"),
    )
    title = models.CharField(_("title"), max_length=120)
    opens_on = models.DateField(_("first day"))
    closes_on = models.DateField(_("last day"))
    item_version = models.PositiveSmallIntegerField(_("version of the statements"), editable=False)
    with_extra = models.BooleanField(_("ask about workload and support, too"), default=False)
    state = models.CharField(
        _("state"), max_length=10, choices=WaveState, default=WaveState.DRAFT, editable=False
    )
    salt = models.CharField(max_length=64, blank=True, editable=False)
    public_key = models.CharField(max_length=64, blank=True, editable=False)
    invited = models.PositiveIntegerField(_("people asked"), null=True, editable=False)
    answered = models.PositiveIntegerField(_("people who answered"), null=True, editable=False)
    enough_by_mail = models.BooleanField(
        _("five answered by a link that came by mail"), default=False, editable=False
    )
    parties_asked = models.PositiveIntegerField(_("parties asked"), null=True, editable=False)
    parties_heard = models.PositiveIntegerField(_("parties heard"), null=True, editable=False)
    mailed_on = models.DateField(_("links sent on"), null=True, editable=False)
    mailed_again_on = models.DateField(_("links sent once more on"), null=True, editable=False)
    reminded_on = models.DateField(_("reminded on"), null=True, editable=False)
    # Invitations whose first mail failed: for the second sending, for no page, and not for ever.
    unsent = ArrayField(models.BigIntegerField(), default=list, blank=True, editable=False)

    objects = WaveQuerySet.as_manager()

    class Meta:
        ordering = ["-opens_on", "-pk"]
        verbose_name = _("pulse")
        verbose_name_plural = _("pulses")
        constraints = [
            models.CheckConstraint(
                name="pulse_wave_closes_after_it_opens",
                condition=Q(closes_on__gte=F("opens_on")),
                violation_error_code="closes_on",
                violation_error_message=_("The last day cannot be before the first."),
            ),
            models.CheckConstraint(
                name="pulse_wave_three_months_at_most",
                condition=Q(closes_on__lte=F("opens_on") + LONGEST),
                violation_error_code="closes_on",
                violation_error_message=_(
                    "The last day can be three months after the first at most."
                ),
            ),
            ExclusionConstraint(
                name="pulse_wave_no_overlap",
                expressions=[
                    (F("collaboration"), RangeOperators.EQUAL),
                    (wave_days(), RangeOperators.OVERLAPS),
                ],
                violation_error_code="opens_on",
                violation_error_message=_("Another pulse already covers some of these days."),
            ),
            models.CheckConstraint(
                name="pulse_wave_asks_of_one_thing",
                condition=Q(collaboration__isnull=False, organization=None)
                | Q(collaboration=None, organization__isnull=False, with_extra=False),
            ),
            models.UniqueConstraint(
                F("organization"),
                ExtractYear("opens_on"),
                name="culture_assessment_once_a_year",
                violation_error_code="opens_on",
                violation_error_message=_(
                    "This organization has an assessment in this year already. One a year is enough"
                    " to see whether something changes."
                ),
            ),
            models.CheckConstraint(
                name="pulse_wave_state_is_known", condition=Q(state__in=WaveState.values)
            ),
            models.CheckConstraint(
                name="pulse_wave_counts_when_over",
                condition=Q(state__in=OVER, answered__isnull=False, salt="")
                | (~Q(state__in=OVER) & Q(answered=None)),
            ),
            models.CheckConstraint(
                name="pulse_wave_heard_of_five",
                condition=Q(parties_heard=None) | Q(enough_by_mail=True),
            ),
            models.CheckConstraint(
                name="pulse_wave_enough_are_five",
                condition=Q(enough_by_mail=False) | Q(answered__gte=LEAST, state__in=OVER),
            ),
            models.CheckConstraint(
                name="pulse_wave_asks_at_least_five",
                condition=Q(state=WaveState.DRAFT) | Q(invited__gte=5),
                violation_error_message=_(
                    "At least five people must be asked: of fewer, no answer could ever be shown."
                ),
            ),
            models.CheckConstraint(
                name="pulse_wave_asks_three_parties",
                condition=Q(state=WaveState.DRAFT)
                | Q(organization__isnull=False)
                | Q(parties_asked__gte=LEAST_PARTIES),
                violation_error_message=_("People of at least three parties must be asked."),
            ),
            models.UniqueConstraint(
                fields=["collaboration"],
                condition=Q(state=WaveState.OPEN),
                name="pulse_wave_one_open",
                violation_error_message=ONE_OPEN,
            ),
            models.UniqueConstraint(
                fields=["organization"],
                condition=Q(state=WaveState.OPEN),
                name="culture_assessment_one_open",
                violation_error_message=ONE_OPEN,
            ),
            models.CheckConstraint(
                name="pulse_wave_forgets_whose_mail_failed",
                condition=Q(unsent=[]) | Q(state=WaveState.OPEN),
            ),
        ]
        triggers = [
            guards.moves_forward("pulse_wave_moves_forward"),
            guards.asks_whom_it_counts("pulse_wave_asks_whom_it_counts"),
            guards.mails_in_order("pulse_wave_mails_in_order"),
            guards.heard_among_several("pulse_wave_heard_among_several"),
            guards.forgets_who("pulse_wave_forgets_who"),
            guards.stays_as_counted("pulse_wave_stays_as_counted"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("agreements:pulse-detail", args=[self.pk])

    @property
    def is_of_organization(self):
        """Whether it is an organization's assessment of itself."""
        return self.organization_id is not None

    @property
    def about(self):
        """The name of what is asked about."""
        return self.organization.name if self.is_of_organization else self.collaboration.title

    @property
    def is_running(self):
        """Whether what it asks about is still there to be asked about."""
        if self.is_of_organization:
            return self.organization.is_active
        return self.collaboration.state != CollaborationState.CLOSED

    @property
    def is_over(self):
        return self.state in OVER

    @property
    def is_told(self):
        """Whether so many answered by mail that even the number of all may be told."""
        return self.is_over and self.enough_by_mail


@tracked(without=["mailed_to", "account"])
class PulseInvitation(SampleMarked):
    """Somebody is asked: a person, or somebody of a party who gets a link on paper.

    Where an organization asks its own people there is no party.

    Nothing here changes when somebody answers: a changed row lies in another place afterwards, and
    the places would tell who answered, and in what order. See `models.links`. `mailed_to` is
    written when the wave opens: a key of the address to which the link goes, empty where it is on
    paper. It says from then on what went through whose hands. `account` is the person's on that
    day: no other answers without the link, whoever is given the person's name later.
    """

    site_cleans = True
    wave = models.ForeignKey(PulseWave, on_delete=models.PROTECT, related_name="invitations")
    party = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pulse_invitations",
        verbose_name=_("party"),
    )
    person = models.ForeignKey(
        "actors.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pulse_invitations",
        verbose_name=_("person"),
    )
    mailed_to = models.CharField(max_length=64, blank=True, editable=False)
    account = models.ForeignKey(
        "actors.User",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("account"),
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["wave", "party__organization__name", "pk"]
        verbose_name = _("invitation to a pulse")
        verbose_name_plural = _("invitations to pulses")
        constraints = [
            models.UniqueConstraint(
                fields=["wave", "person"],
                name="pulse_invitation_once",
                violation_error_message=_("This person is asked already."),
            ),
            models.CheckConstraint(
                name="pulse_invitation_mailed_to_a_key",
                condition=Q(mailed_to="") | Q(mailed_to__regex=HASH, person__isnull=False),
            ),
        ]
        triggers = [
            parties.of_one_collaboration(
                "pulse_invitation_of_one_collaboration",
                parties.of_party("party_id"),
                "(SELECT collaboration_id FROM agreements_pulsewave WHERE id = NEW.wave_id)",
            ),
            guards.by_a_party_where_there_are_some("pulse_invitation_by_a_party"),
            guards.stays_while_open("pulse_invitation_stays_while_open"),
            guards.mailed_as_it_opened("pulse_invitation_mailed_as_it_opened"),
            guards.whose_account_it_was("pulse_invitation_whose_account_it_was"),
        ]

    def __str__(self):
        return str(self.person or self.party or self.wave)

    @property
    def home(self):
        """The organization for which somebody is asked."""
        return self.party.organization if self.party_id else self.wave.organization


@tracked
class PulseChange(ChangeRow):
    """One line of a wave's history: what was arranged, never what was answered."""

    wave = models.ForeignKey(PulseWave, on_delete=models.CASCADE, related_name="changes")
    event = models.CharField(_("what happened"), max_length=20, choices=PulseEvent)

    objects = PulseChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the pulse's history")
        verbose_name_plural = _("lines of the pulse's history")
        constraints = [
            models.CheckConstraint(
                name="pulse_change_event_is_known", condition=Q(event__in=PulseEvent.values)
            ),
            models.CheckConstraint(
                name="pulse_change_removal_says_why",
                condition=~Q(event=PulseEvent.REMARK_REMOVED, note=""),
            ),
        ]

    @property
    def words(self):
        return self.get_event_display()
