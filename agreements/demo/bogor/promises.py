"""Kabupaten Bogor E-SAKIP: what was promised and how it went. All invented.

The first six are the ones that fell due: three were kept by the date first promised
(framework.md §10, `SM1_behaviour`). The two after them are due after today.
"""

from agreements.demo.shapes import Promise, Step

RUN = "organisasi-bogor@contoh.test"


def _by(name):
    return f"{name}-bogor@contoh.test"


def _done(on, confirmed, *, by):
    return (Step("report_done", on, by), Step("confirm", confirmed, RUN))


FELL_DUE = (
    Promise(
        "1",
        "bappedalitbang",
        "Pohon kinerja seluruh PD",
        "2023-02-01",
        "2023-04-30",
        (
            Step("start", "2023-02-13", _by("bappedalitbang")),
            *_done("2023-04-27", "2023-05-03", by=_by("bappedalitbang")),
        ),
        meeting="penetapan",
        ruling="b2",
        post="perencana",
    ),
    Promise(
        "2",
        "pd-kominfo",
        "Integrasi data e-planning",
        "2023-02-01",
        "2023-06-30",
        (
            Step("accept", "2023-02-06", _by("kominfo")),
            Step("start", "2023-03-01", _by("kominfo")),
            Step(
                "change_due_date",
                "2023-06-28",
                _by("kominfo"),
                {"new_due_on": "2023-07-31", "reason": "Struktur data e-planning berubah."},
            ),
            *_done("2023-07-27", "2023-08-01", by=_by("kominfo")),
        ),
        meeting="penetapan",
        ruling="b2",
        post="kominfo-bogor",
    ),
    Promise(
        "3",
        "inspektorat-bogor",
        "Reviu realisasi TW II",
        "2023-07-12",
        "2023-08-15",
        _done("2023-08-11", "2023-08-16", by=_by("inspektorat")),
        meeting="monev",
    ),
    Promise(
        "4",
        "setda-bogor",
        "Rapat evaluasi TW III",
        "2023-07-12",
        "2023-10-15",
        (
            Step(
                "mark_not_kept",
                "2023-10-17",
                RUN,
                {"reason": "Rapat dibatalkan karena pimpinan berhalangan."},
            ),
        ),
        meeting="monev",
    ),
    Promise(
        "5",
        "pd-pendidikan",
        "Laporan TW III",
        "2023-07-12",
        "2023-10-10",
        (
            Step("accept", "2023-07-18", _by("disdik")),
            Step("report_done", "2023-11-17", _by("disdik")),
        ),
        meeting="monev",
        ruling="b1",
        post="disdik-bogor",
    ),
    Promise(
        "6",
        "pd-kesehatan",
        "Laporan TW III",
        "2023-07-12",
        "2023-10-10",
        _done("2023-10-06", "2023-10-12", by=_by("dinkes")),
        meeting="monev",
        ruling="b1",
        post="dinkes-bogor",
    ),
)

AHEAD = (
    Promise(
        "7",
        "setda-bogor",
        "Menyelenggarakan rapat evaluasi susulan",
        -3,
        9,
        (Step("accept", -2, RUN),),
        post="organisasi",
    ),
    Promise(
        "8",
        "bappedalitbang",
        "Menyelaraskan pohon kinerja dengan rencana kerja tahun depan",
        -3,
        16,
    ),
)

PROMISES = (*FELL_DUE, *AHEAD)
