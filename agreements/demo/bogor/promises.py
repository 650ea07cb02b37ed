"""Kabupaten Bogor E-SAKIP: what was promised and how it went. All invented.

The first six are the ones that fell due: three were kept by the date first promised
(framework.md §10, `SM1_behaviour`). The two after them are due after today.
"""

from agreements.demo.shapes import Promise, Step

RUN = "organisasi-bogor@demo.test"


def _done(on, confirmed):
    return (Step("report_done", on, RUN), Step("confirm", confirmed, RUN))


FELL_DUE = (
    Promise(
        "1",
        "bappedalitbang",
        "Pohon kinerja seluruh PD",
        "2023-02-01",
        "2023-04-30",
        (Step("start", "2023-02-13", RUN), *_done("2023-04-27", "2023-05-03")),
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
            Step("accept", "2023-02-06", RUN),
            Step("start", "2023-03-01", RUN),
            Step(
                "change_due_date",
                "2023-06-28",
                RUN,
                {"new": "2023-07-31", "reason": "Struktur data e-planning berubah."},
            ),
            *_done("2023-07-27", "2023-08-01"),
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
        _done("2023-08-11", "2023-08-16"),
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
                {"note": "Rapat dibatalkan karena pimpinan berhalangan."},
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
            Step("accept", "2023-07-18", RUN),
            Step("report_done", "2023-11-17", RUN),
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
        _done("2023-10-06", "2023-10-12"),
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
