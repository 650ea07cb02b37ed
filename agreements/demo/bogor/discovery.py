"""Kabupaten Bogor: the planning concept of the article, and what is at stake (invented)."""

from agreements.demo.discovery import Asked, Discovered, Proposed, Said
from agreements.engagement.discovery_kinds import ProposalKind, StatementKind

DISCOVERED = Discovered(
    said=(
        Said(
            "setda-bogor",
            StatementKind.INTEREST,
            "Satu acuan kinerja yang dipakai semua perangkat daerah.",
            "2023-01-16",
            "organisasi",
            "pertemuan-awal",
            understood=(("bappedalitbang", "perencana", "2023-01-18"),),
        ),
        Said(
            "bappedalitbang",
            StatementKind.CONCERN,
            "Peraturan pusat sering berubah, sehingga pohon kinerja harus disusun ulang.",
            "2023-01-16",
            "perencana",
            "pertemuan-awal",
        ),
        Said(
            "inspektorat-bogor",
            StatementKind.LIMIT,
            "Reviu hanya dapat dilakukan atas data yang sudah lengkap.",
            "2023-02-01",
            "organisasi",
            "penetapan",
        ),
    ),
    asked=(
        Asked(
            "nilai",
            "inspektorat-bogor",
            "Nilai mana yang dipakai bila E-SAKIP dan laporan perangkat daerah berbeda?",
            "2023-07-12",
            "inspektur-bogor",
            "monev",
        ),
    ),
    proposed=(
        Proposed(
            "bappedalitbang",
            ProposalKind.PLANNING_CONCEPT,
            "Konsep perencanaan pengembangan wilayah",
            "Konsep perencanaan yang menjadi dasar target kinerja bersama.",
            "2023-01-18",
            "perencana",
            to="setda-bogor",
            accepted=(
                "2023-01-25",
                "organisasi",
                "Diterima sebagai dasar perjanjian bersama.",
            ),
        ),
    ),
)
