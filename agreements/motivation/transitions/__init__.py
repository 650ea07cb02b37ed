"""The only code that writes the pulse; every verb is named here."""

from agreements.motivation.transitions.answering import UsedAlready, answer, wave_of
from agreements.motivation.transitions.closing import close_by_hand, close_wave, throw_away
from agreements.motivation.transitions.culture import choose_staff, draft_assessment
from agreements.motivation.transitions.items import current_version, load_items
from agreements.motivation.transitions.publishing import discuss, publish_wave
from agreements.motivation.transitions.remarks import remove_remark
from agreements.motivation.transitions.telling import (
    remind,
    send_again,
    send_links,
    show_on_paper,
)
from agreements.motivation.transitions.waves import (
    choose_invited,
    draft_wave,
    drop_wave,
    edit_wave,
    open_wave,
)

__all__ = [
    "UsedAlready",
    "answer",
    "choose_invited",
    "choose_staff",
    "close_by_hand",
    "close_wave",
    "current_version",
    "discuss",
    "draft_assessment",
    "draft_wave",
    "drop_wave",
    "edit_wave",
    "load_items",
    "open_wave",
    "publish_wave",
    "remind",
    "remove_remark",
    "send_again",
    "send_links",
    "show_on_paper",
    "throw_away",
    "wave_of",
]
