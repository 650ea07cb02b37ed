"""What capacity lists (needs, pledges, assistance, guidelines and more) as tables for a file."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actors.importing.exporting import columns_of

exchange_table = columns_of(  # of pairs: the exchange, and its kind to who looks at it
    (_("what was given"), lambda told: told[0].what),
    (_("kind of exchange"), lambda told: str(told[1])),
    (pgettext_lazy("giver", "from"), lambda told: told[0].giver.name),
    (pgettext_lazy("receiver", "to"), lambda told: told[0].receiver and told[0].receiver.name),
    (_("how much"), lambda told: told[0].amount),
    (_("last on"), lambda told: told[0].on),
    (_("collaboration"), lambda told: told[0].collaboration.title),
)
need_table = columns_of(
    (_("what is needed"), lambda need: need.what),
    (_("kind"), lambda need: need.get_kind_display()),
    (_("how much"), lambda need: need.quantity),
    (_("unit"), lambda need: need.unit or "IDR"),
    (_("who needs it"), lambda need: need.organization and need.organization.name),
    (_("goal"), lambda need: need.goal and need.goal.title),
    (_("needed by"), lambda need: need.needed_by),
    (_("promised"), lambda need: need.promised),
    (_("state"), lambda need: need.get_state_display()),
    (_("collaboration"), lambda need: need.collaboration.title),
)
pledge_table = columns_of(
    (_("what is pledged"), lambda pledge: pledge.what),
    (_("kind"), lambda pledge: pledge.get_kind_display()),
    (_("how much"), lambda pledge: pledge.quantity),
    (_("unit"), lambda pledge: pledge.unit or "IDR"),
    (_("who gives"), lambda pledge: pledge.giver.name),
    (_("who receives"), lambda pledge: pledge.receiver and pledge.receiver.name),
    (_("pledged on"), lambda pledge: pledge.made_on),
    (_("delivered by"), lambda pledge: pledge.due_on),
    (_("first due"), lambda pledge: pledge.original_due_on),
    (_("state"), lambda pledge: pledge.get_state_display()),
    (_("scheduled"), lambda pledge: pledge.scheduled),
    (_("delivered"), lambda pledge: pledge.delivered),
    (_("confirmed"), lambda pledge: pledge.confirmed),
    (_("waits for the word of"), lambda pledge: pledge.silent_sides),
    (_("collaboration"), lambda pledge: pledge.collaboration.title),
    (_("confidential"), lambda pledge: _("yes") if pledge.is_confidential else _("no")),
)
assistance_table = columns_of(
    (pgettext_lazy("letter", "subject"), lambda asked: asked.subject),
    (_("kind of help"), lambda asked: asked.get_kind_display()),
    (_("asked by"), lambda asked: asked.from_party.organization.name),
    (_("asked of"), lambda asked: asked.to_party.organization.name),
    (_("submitted on"), lambda asked: asked.submitted_on),
    (_("answer due"), lambda asked: asked.answer_due_on),
    (_("needed by"), lambda asked: asked.needed_by),
    (_("emergency"), lambda asked: _("yes") if asked.is_emergency else _("no")),
    (_("state"), lambda asked: asked.get_state_display()),
    (_("ended on"), lambda asked: asked.ended_on),
    (_("collaboration"), lambda asked: asked.collaboration.title),
)
guideline_table = columns_of(
    (_("title"), lambda row: row.title),
    (_("kind"), lambda row: row.get_kind_display()),
    (_("number"), lambda row: row.number),
    (_("who issues it"), lambda row: row.owner.name),
    (_("who drafts it"), lambda row: row.drafter.name),
    (_("who reviews it"), lambda row: row.reviewer and row.reviewer.name),
    (_("to be issued by"), lambda row: row.due_on),
    (_("state"), lambda row: row.get_state_display()),
    (_("issued on"), lambda row: row.issued_on),
    (_("revoked on"), lambda row: row.revoked_on),
    (_("collaboration"), lambda row: row.collaboration.title),
)
knowledge_table = columns_of(
    (_("title"), lambda row: row.title),
    (_("kind"), lambda row: row.get_kind_display()),
    (_("who keeps it"), lambda row: row.custodian.name),
    (_("who may have it"), lambda row: row.get_access_display()),
    (_("address"), lambda row: row.address),
    (_("as of"), lambda row: row.made_on),
    (_("state"), lambda row: row.get_state_display()),
    (_("times used"), lambda row: row.use_count),
    (_("collaboration"), lambda row: row.collaboration.title),
)
training_table = columns_of(
    (_("topic"), lambda row: row.topic),
    (_("who gives it"), lambda row: row.giver.name),
    (_("who receives it"), lambda row: ", ".join(each.organization.name for each in row.to)),
    (_("day"), lambda row: row.held_on),
    (_("how many took part"), lambda row: row.participants),
    (_("state"), lambda row: row.get_state_display()),
    (_("collaboration"), lambda row: row.collaboration.title),
)
area_table = columns_of(
    (_("issue"), lambda cell: cell.goal.title),
    (_("region"), lambda cell: cell.where),
    (_("code of the region"), lambda cell: cell.region and cell.region.code),
    (_("who leads"), lambda cell: cell.lead and cell.lead.party.organization.name),
    (_("since"), lambda cell: cell.lead and cell.lead.starts_on),
    (
        _("who supports"),
        lambda cell: "; ".join(row.party.organization.name for row in cell.supports),
    ),
    (_("gap"), lambda cell: cell.gap),
)
