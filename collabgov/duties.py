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

_RECEIVERS = _(
    "This is for those who speak for the party that receives it, or for the coordinators; never"
    " for somebody of the party that gives."
)
_GIVERS = _("This is for the organization that gives, or for the coordinators.")

_SPEAKERS = _("This is for those who speak for the party that was present.")
_STATERS = _("This is for those who speak for a party; the coordinators say it where nobody has.")

_ASKERS = _("This is for the members and representatives of the party that asks for help.")
_SERVERS = _(
    "This is for the parties that give the service or whose purpose it serves, and for the"
    " coordinators."
)
_JUDGES_OF_HELP = _(
    "How help ended is said by the party that asked for it; by the coordinators where they are not"
    " of the party that gives it."
)

_DRAFTERS = _("This is for those who draft or issue the guideline, and for the coordinators.")
_ISSUERS = _("This is for the party that issues the guideline, and for the coordinators.")

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
    "agreements.plan_service": _PARTIES,
    "agreements.keep_service": _SERVERS,
    "agreements.run_service": _(
        "A service is started and ended by the parties that give it, and by the coordinators."
    ),
    "agreements.stand_by_service": _(
        "Those who speak for a party say themselves that it gives the service."
    ),
    "agreements.add_service_purpose": _(
        "A purpose is added by a party of the service that has none there yet, and by the"
        " coordinators."
    ),
    "agreements.keep_service_purpose": _(
        "A purpose is changed by the party whose purpose it is, and by the coordinators."
    ),
    "agreements.publish_service_standard": _(
        "A standard is published by those who speak for a party that gives the service, or by the"
        " coordinators."
    ),
    "agreements.ask_for_service": _PARTIES,
    "agreements.work_on_service_request": _(
        "Requests are worked on by the parties that give the service, and by the coordinators."
    ),
    "agreements.state_service_costs": _(
        "Costs are stated by the party that bears them, and by the coordinators; what the party"
        " has confirmed, only who speaks for it changes."
    ),
    "agreements.confirm_service_costs": _(
        "Stated costs are confirmed by those who speak for the party that bears them."
    ),
    "agreements.request_assistance": _(
        "Help is asked for by the members and representatives of a party, for their own party."
    ),
    "agreements.edit_assistance": _ASKERS,
    "agreements.answer_assistance": _(
        "A request for help is answered by those who speak for the party asked; where nobody does,"
        " by a coordinator who is not of the party that asks."
    ),
    "agreements.settle_assistance": _SETTLERS,
    "agreements.give_assistance": _(
        "This is for the party that gives the help; in its place for a coordinator who is not of"
        " the party that asks."
    ),
    "agreements.say_assistance_was_given": _(
        "This is for the members and representatives of the party that gives the help."
    ),
    "agreements.judge_assistance": _JUDGES_OF_HELP,
    "agreements.record_superior": _(
        "This is for a coordinator who belongs to neither of the two parties."
    ),
    "agreements.share_assistance_costs": _(
        "Costs are entered by the two parties of the request, and by the coordinators."
    ),
    "agreements.agree_assistance_cost": _(
        "A cost is agreed on by those who speak for one of the two parties."
    ),
    "agreements.manage_assistance_lists": _ADMINS,
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
    "agreements.remove_remark": _(
        "This is for admins who do not coordinate this collaboration: whoever runs a pulse does not"
        " choose which remarks are read."
    ),
    "agreements.run_culture": _ADMINS,
    "agreements.run_pulse": _(
        "This is for the coordinators of the collaboration. Where an organization asks its own"
        " people, it is for admins."
    ),
    "agreements.answer_pulse": _(
        "This is for the people who are asked in this pulse, once each, while it is open."
    ),
    "agreements.discuss_pulse": _PARTIES,
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
    "agreements.propose_ground_rule": _PARTIES,
    "agreements.keep_ground_rules": _COORDINATORS,
    "agreements.begin_guideline": _PARTIES,
    "agreements.draft_guideline": _DRAFTERS,
    "agreements.review_guideline": _(
        "This is for those who review or issue the guideline, and for the coordinators."
    ),
    "agreements.approve_guideline": _(
        "This is for the people of the party that reviews the guideline, and does not draft it."
    ),
    "agreements.issue_guideline": _ISSUERS,
    "agreements.share_knowledge": _PARTIES,
    "agreements.keep_knowledge": _(
        "This is for the party that keeps the knowledge, and for the coordinators."
    ),
    "agreements.use_knowledge": _PARTIES,
    "agreements.remove_knowledge_use": _(
        "This is for whoever recorded the use, for the party that keeps the knowledge, and for the"
        " coordinators."
    ),
    "agreements.plan_training": _PARTIES,
    "agreements.keep_training": _(
        "This is for the party that gives the training, and for the coordinators."
    ),
    "agreements.accept_pledge": _RECEIVERS,
    "agreements.arrange_leadership": _COORDINATORS,
    "agreements.confirm_delivery": _(
        "What arrived is confirmed by those who speak for the party that receives it, or by the"
        " coordinators; never by the giver, nor by whoever reported it."
    ),
    "agreements.decline_pledge": _(
        "This is for those who speak for the party that receives it, or for the coordinators; what"
        " is for all is declined by the coordinators only, and nothing by the party that gives."
    ),
    "agreements.deliver_pledge": _GIVERS,
    "agreements.dispute_delivery": _(
        "Only those who speak for the party that receives it say that it did not arrive."
    ),
    "agreements.keep_need": _("This is for the party whose need it is, or for the coordinators."),
    "agreements.move_pledge": _(
        "This is for the organization that gives, or for coordinators who do not belong to the"
        " party that receives it."
    ),
    "agreements.propose_pledge": _PARTIES,
    "agreements.report_delivery": _GIVERS,
    "agreements.stand_by_pledge": _("This is for those who speak for the party that gives."),
    "agreements.state_need": _PARTIES,
    "agreements.withdraw_pledge": _(
        "This is for those who speak for the party that gives, or for coordinators who do not"
        " belong to the party that receives it."
    ),
    "agreements.settle_measurement": _VERIFIERS,
    "agreements.verify_measurement": _VERIFIERS,
}
