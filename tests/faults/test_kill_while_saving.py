"""kill -9 of the web server and of PostgreSQL while meetings are being saved: nothing is lost.

FAULT_ROUNDS=20 for the long run; FAULT_SEED repeats one. `-s` prints the figures.
"""

import os
import random
import sys
import time

import psycopg
import pytest

from tests.faults.writers import Journal, Visitor, Writer

pytestmark = pytest.mark.fault

ROUNDS = int(os.environ.get("FAULT_ROUNDS", "5"))
SEED = int(os.environ.get("FAULT_SEED", "0")) or random.randrange(10**6)
WRITERS = 3
VICTIMS = ["web server", "postmaster", "all of PostgreSQL", "worker", "web server and PostgreSQL"]


def saved_in(site):
    """Title, number of topics and of decisions of every meeting in the database."""
    site.server.join()
    reached = site.server.connection() | {"dbname": "collabgov"}
    with psycopg.connect(**reached) as session:
        rows = session.execute(
            """SELECT meeting.title, count(DISTINCT item.id), count(DISTINCT decision.id)
                 FROM agreements_meeting meeting
                 LEFT JOIN agreements_agendaitem item ON item.meeting_id = meeting.id
                 LEFT JOIN agreements_decision decision ON decision.agenda_item_id = item.id
                WHERE meeting.title LIKE 'Uji %' GROUP BY meeting.id"""
        ).fetchall()
    site.server.leave()
    return rows


def write_while_killing(site, journal):
    password = (site.folder / "demo_password").read_text().strip()
    chance = random.Random(SEED)
    writers = []
    for _ in range(WRITERS):
        visitor = Visitor(site.base)
        visitor.sign_in("petugas@demo.test", password)
        writers.append(Writer(visitor, journal))
        writers[-1].start()
    recoveries = []
    for number in range(ROUNDS):
        before = len(journal.acknowledged)
        time.sleep(chance.uniform(0.2, 1.5))
        victim = VICTIMS[number % len(VICTIMS)]
        site.kill(victim)
        recoveries.append((round(site.wait_ready(), 2), victim))
        await_one_more(journal, before)
    for writer in writers:
        writer.over.set()
    for writer in writers:
        writer.join(60)
    return recoveries


def await_one_more(journal, before, patience=60):
    """Each round must really save something, or it proves nothing."""
    began = time.monotonic()
    while len(journal.acknowledged) <= before and not journal.troubles:
        assert time.monotonic() - began < patience, "Nothing was saved after the restart."
        time.sleep(0.05)


def test_no_acknowledged_meeting_is_lost(site):
    journal = Journal()
    recoveries = write_while_killing(site, journal)
    site.stop()
    rows = saved_in(site)
    saved = {title for title, _topics, _decisions in rows}
    sys.stdout.write(
        f"\nseed {SEED}, {ROUNDS} kills, {len(journal.acknowledged)} acknowledged, "
        f"{len(journal.sent)} sent, {journal.unanswered} without an answer; ready again after "
        f"{', '.join(f'{seconds} s ({victim})' for seconds, victim in recoveries)}\n"
    )
    assert journal.troubles == [], f"Neither saved nor asked to wait.\n{site.said()}"
    assert len(journal.acknowledged) >= ROUNDS
    assert set(journal.acknowledged) - saved == set(), "Acknowledged, and lost."
    assert saved <= journal.sent
    assert len(rows) == len(saved), "Saved twice."
    assert {(topics, decisions) for _title, topics, decisions in rows} == {(1, 1)}, "Half saved."
    site.wait_gone()  # a worker of a killed server may leave last
