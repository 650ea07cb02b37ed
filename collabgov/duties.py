"""Whose each action is, in the words of the page that refuses it; the rules themselves decide."""

from django.utils.translation import gettext_lazy as _

_ADMINS = _("This is for admins.")
_READERS = _("This is for admins and auditors.")
_COORDINATORS = _("This is for the coordinators of the collaboration.")
_FOUNDERS = _("A collaboration is started by an admin, or by somebody who coordinates one already.")
_PARTIES = _(
    "This is for those who take part in a collaboration: its member organizations, their"
    " representatives and its coordinators. In a closed collaboration nothing is added."
)
_EDITORS = _(
    "A meeting is edited by those who take part in its collaboration; once its minutes are"
    " shared, by the coordinators, and after that by nobody."
)
_PROMISERS = _("This is for the organization that made the promise, or for the coordinators.")
_JUDGES = _(
    "Whether a promise is kept is judged by another organization of the collaboration, or by its"
    " coordinators; never by whoever reported it."
)
_ANSWERERS = _(
    "This is for those who speak for the organization that was asked; a coordinator may answer"
    " in its place."
)
_SETTLERS = _(
    "This is for those who speak for the organization that was asked, and did not answer in its"
    " place before."
)
_CANCELLERS = _(
    "A promise is called off by the coordinators; by whoever recorded it, while nobody answered."
)
_SIGNERS = _("This is for those who speak for the party that signs, or for the coordinators.")
_OWERS = _("This is for those who speak for the party that owes it, or for the coordinators.")
_REPORTERS = _(
    "Values are reported by the organization's members and representatives, or by the coordinators."
)
_VERIFIERS = _(
    "Values are checked by the coordinators and the auditors, and never by whoever entered or"
    " submitted them."
)

_AUTHORS = _(
    "This is for the party that stated it. Until it has confirmed what others recorded for it,"
    " they may correct it too."
)
_PROPOSERS = _("This is for the members and representatives of the party that proposes.")
_CONTRIBUTORS = _("This is for the parties that contributed, and for the coordinators.")

_ADDERS = _(
    "This is for whoever added the document, or for the coordinators; not once it is withdrawn."
)

_SPEAKERS = _("This is for those who speak for the party that was present.")
_STATERS = _("This is for those who speak for a party; the coordinators say it where nobody has.")

WHO_MAY = {
    "actors.carry_out_import": _("This is for those who may write the records of this import."),
    "actors.change_role": _("This is for admins, and nobody does it for their own account."),
    "actors.link_account": _("This is for admins, and nobody does it for their own account."),
    "actors.manage_accounts": _ADMINS,
    "actors.manage_register": _ADMINS,
    "actors.merge_pair": _("This is for admins; your own record is merged by another admin."),
    "actors.merge_records": _ADMINS,
    "actors.set_preferences": _("Everybody chooses for themselves how the site speaks to them."),
    "actors.see_accounts": _READERS,
    "actors.see_duplicates": _READERS,
    "agreements.acknowledge_statement": _(
        "This is for the members and representatives of another party than the one that stated it."
    ),
    "agreements.add_document": _PARTIES,
    "agreements.add_document_version": _ADDERS,
    "agreements.answer_minutes": _(
        "This is for those who speak for the party that was present; the coordinators record it"
        " where nobody has."
    ),
    "agreements.confirm_minutes_answer": _SPEAKERS,
    "agreements.settle_minutes_reply": _SPEAKERS,
    "agreements.reply_to_minutes_answer": _COORDINATORS,
    "agreements.add_legal_basis": _("This is for admins and for those who coordinate something."),
    "agreements.answer_commitment": _ANSWERERS,
    "agreements.answer_objection": _PARTIES,
    "agreements.answer_proposal": _(
        "A proposal is answered by those who speak for the party it is addressed to; by the"
        " coordinators where it is addressed to all, or to a party that nobody speaks for."
    ),
    "agreements.answer_invitation": _(
        "An invitation is answered by whoever is invited, and by those who work for the"
        " organization or speak for it."
    ),
    "agreements.appoint_coordinator": _(
        "This is for the coordinators; an admin appoints one where there is none."
    ),
    "agreements.cancel_commitment": _CANCELLERS,
    "agreements.change_due_date": _PROMISERS,
    "agreements.confirm_commitment": _JUDGES,
    "agreements.confirm_signature": _(
        "A signature is confirmed by those who speak for the party, and by nobody who recorded it."
    ),
    "agreements.confirm_statement": _(
        "A statement is confirmed by the members and representatives of the party it is about."
    ),
    "agreements.correct_statement": _AUTHORS,
    "agreements.create_collaboration": _FOUNDERS,
    "agreements.dispute_measurement": _(
        "A value is disputed by those who speak for another party, by the coordinators or by the"
        " auditors; whoever entered or submitted it corrects it instead."
    ),
    "agreements.download_document": _(
        "This document was withdrawn: only coordinators, admins and auditors can still have it."
    ),
    "agreements.draft_agreement": _COORDINATORS,
    "agreements.drop_termination": _(
        "The request to terminate is dropped by those who made it, or by the coordinators."
    ),
    "agreements.edit_agreement": _COORDINATORS,
    "agreements.edit_assessment_entry": _(
        "This is for whoever wrote the entry, and for the coordinators."
    ),
    "agreements.edit_charter": _COORDINATORS,
    "agreements.edit_definition": _COORDINATORS,
    "agreements.edit_document": _ADDERS,
    "agreements.edit_finding": _CONTRIBUTORS,
    "agreements.edit_goals": _COORDINATORS,
    "agreements.edit_legal_basis": _(
        "This is for admins; whoever added it corrects it until it is verified."
    ),
    "agreements.edit_meeting": _EDITORS,
    "agreements.edit_series": _COORDINATORS,
    "agreements.enter_measurement": _PARTIES,
    "agreements.export_subject": _("This is for admins, and for the person themselves."),
    "agreements.lock_period": _COORDINATORS,
    "agreements.log_meeting": _PARTIES,
    "agreements.make_proposal": _PROPOSERS,
    "agreements.manage_holidays": _ADMINS,
    "agreements.manage_letterheads": _ADMINS,
    "agreements.mark_not_kept": _PROMISERS,
    "agreements.promise_obligation": _OWERS,
    "agreements.propose_commitment": _PARTIES,
    "agreements.propose_term": _PARTIES,
    "agreements.publish_minutes": _COORDINATORS,
    "agreements.raise_rivalry": _PARTIES,
    "agreements.record_discovery": _PARTIES,
    "agreements.remove_contribution": _CONTRIBUTORS,
    "agreements.report_measurement": _REPORTERS,
    "agreements.request_termination": _(
        "This is for those who speak for a party to the agreement, or for the coordinators."
    ),
    "agreements.resolve_rivalry": _VERIFIERS,
    "agreements.rework_proposal": _PROPOSERS,
    "agreements.run_discovery": _COORDINATORS,
    "agreements.see_handover": _(
        "This is for admins, auditors, the person themselves, and those who work with them in a"
        " collaboration."
    ),
    "agreements.send_back_commitment": _JUDGES,
    "agreements.settle_answer": _SETTLERS,
    "agreements.settle_question": _(
        "This is for the party that raised the question, and for the coordinators."
    ),
    "agreements.sign_agreement": _SIGNERS,
    "agreements.put_forward_decision": _PARTIES,
    "agreements.run_decision": _COORDINATORS,
    "agreements.change_option": _(
        "An option is changed by those who write for the party that proposed it, or by the"
        " coordinators of the collaboration."
    ),
    "agreements.state_decision_position": _STATERS,
    "agreements.state_definition_position": _STATERS,
    "agreements.state_theory_position": _STATERS,
    "agreements.take_back_signature": _SIGNERS,
    "agreements.take_back_report": _PROMISERS,
    "agreements.update_progress": _PROMISERS,
    "agreements.verify_legal_basis": _ADMINS,
    "agreements.withdraw_document": _COORDINATORS,
    "dashboards.read_audit": _("This is for admins, auditors and coordinators."),
    "dashboards.read_history": _(
        "The history of a record is for admins, auditors, the coordinators, and those whose record"
        " it is."
    ),
    "agreements.settle_measurement": _VERIFIERS,
    "agreements.verify_measurement": _VERIFIERS,
}
