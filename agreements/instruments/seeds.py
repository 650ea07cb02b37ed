"""The kinds of agreement of Indonesian governments, as data to start from; none is verified yet.

Stages follow the ten of PP 28/2018 art. 6 as they are commonly told, days are service levels of
one regency, contents of the terms of reference those of Permendagri 22/2020 art. 7 as another
city's register has them. Each kind says so in its `source_note`; an admin corrects and checks it.
"""

from dataclasses import dataclass

from agreements.instruments.kinds import DocumentRole as R
from agreements.instruments.states import AgreementState as S

REFERENCE_ID = (
    "KAK memuat latar belakang, maksud dan tujuan, lokasi, ruang lingkup, jangka waktu, manfaat, "
    "analisis dampak, dan pembiayaan."
)
REFERENCE_EN = (
    "The terms of reference say: background, purpose and aims, place, scope, term, benefit, "
    "analysis of impact, and funding."
)


@dataclass(frozen=True)
class Kind:
    """A kind with its stages (state, name, English, days) and the documents that it asks for
    (role, name, English, needed for, whether nothing moves without it)."""

    code: str
    facts: dict
    stages: tuple
    documents: tuple = ()


MEMORANDUM = Kind(
    code="kesepakatan-bersama",
    facts={
        "name": "Kesepakatan bersama (MoU)",
        "name_en": "Memorandum of understanding (MoU)",
        "short_name": "MoU",
        "description": (
            "Kesepakatan kepala daerah dengan daerah lain, pihak ketiga, atau lembaga luar "
            f"negeri; pelaksanaannya diatur dalam perjanjian kerja sama. {REFERENCE_ID}"
        ),
        "description_en": (
            "What heads of regions agree with other regions, third parties or foreign bodies; "
            f"cooperation agreements carry it out. {REFERENCE_EN}"
        ),
        "source_note": (
            "Belum diverifikasi. Tahapan menurut PP 28/2018 Pasal 6 dan Permendagri 22/2020, dari "
            "ingatan; 30 hari dari standar layanan aplikasi SIKAP (Tana Tidung)."
        ),
        "source_note_en": (
            "Not verified. Stages after PP 28/2018 art. 6 and Permendagri 22/2020, from memory; "
            "30 days from the service level of the SIKAP application (Tana Tidung)."
        ),
    },
    stages=(
        (S.DRAFT, "Persiapan", "Preparation", None),
        (S.DRAFT, "Penawaran", "Offer", None),
        (S.REVIEW, "Telaah TKKSD dan bagian hukum", "Review by TKKSD and legal office", 30),
        (S.NEGOTIATION, "Penyusunan kesepakatan bersama", "Writing the memorandum", None),
        (S.READY_TO_SIGN, "Penandatanganan kesepakatan bersama", "Signing the memorandum", None),
        (S.IN_FORCE, "Pelaksanaan", "Carrying it out", None),
    ),
    documents=(
        (R.LETTER, "Surat penawaran", "Letter of offer", S.REVIEW, False),
        (R.REFERENCE, "Kerangka acuan kerja (KAK)", "Terms of reference", S.REVIEW, False),
        (
            R.TEXT,
            "Rancangan kesepakatan bersama",
            "Draft of the memorandum",
            S.READY_TO_SIGN,
            False,
        ),
        (R.SIGNED_COPY, "Naskah yang ditandatangani", "Signed copy", S.IN_FORCE, False),
    ),
)
CENTRAL = Kind(
    code="nota-kesepakatan",
    facts={
        "name": "Nota kesepakatan dengan instansi pusat",
        "name_en": "Accord with a central agency",
        "short_name": "Nota kesepakatan",
        "description": (
            "Sinergi daerah dengan kementerian, lembaga, atau instansi vertikal, disertai "
            f"rencana kerja. {REFERENCE_ID}"
        ),
        "description_en": (
            "Synergy of a region with a ministry, an agency or its offices in the region, with a "
            f"work plan. {REFERENCE_EN}"
        ),
        "source_note": (
            "Belum diverifikasi. Syarat surat penawaran, KAK, dan rancangan dari aplikasi kerja "
            "sama Kota Yogyakarta; 21 hari dari standar layanan SIKAP (Tana Tidung)."
        ),
        "source_note_en": (
            "Not verified. Letter, terms of reference and draft as the city of Yogyakarta asks for "
            "them; 21 days from the service level of SIKAP (Tana Tidung)."
        ),
    },
    stages=(
        (S.DRAFT, "Penawaran", "Offer", None),
        (S.REVIEW, "Telaah bagian kerja sama", "Review by the cooperation office", 21),
        (S.NEGOTIATION, "Pembahasan naskah", "Discussing the text", None),
        (S.READY_TO_SIGN, "Penandatanganan", "Signing", None),
        (S.IN_FORCE, "Pelaksanaan rencana kerja", "Carrying out the work plan", None),
    ),
    documents=(
        (R.LETTER, "Surat penawaran", "Letter of offer", S.REVIEW, True),
        (R.REFERENCE, "Kerangka acuan kerja (KAK)", "Terms of reference", S.REVIEW, True),
        (R.TEXT, "Rancangan nota kesepakatan", "Draft of the accord", S.REVIEW, True),
        (R.WORK_PLAN, "Rencana kerja", "Work plan", S.READY_TO_SIGN, True),
        (R.SIGNED_COPY, "Naskah yang ditandatangani", "Signed copy", S.IN_FORCE, False),
    ),
)
COOPERATION = Kind(
    code="perjanjian-kerja-sama",
    facts={
        "name": "Perjanjian kerja sama (PKS)",
        "name_en": "Cooperation agreement (PKS)",
        "short_name": "PKS",
        "description": (
            "Melaksanakan kesepakatan bersama. Kepala perangkat daerah dapat menandatanganinya "
            "dengan surat kuasa kepala daerah."
        ),
        "description_en": (
            "Carries a memorandum out. The head of an agency may sign it with a power of attorney "
            "from the head of the region."
        ),
        "asks_legislature": True,
        "needs_parent": True,
        "source_note": (
            "Belum diverifikasi. Tahapan menurut PP 28/2018 Pasal 6 dan Permendagri 22/2020, dari "
            "ingatan; 45 hari dari standar layanan SIKAP (Tana Tidung); surat kuasa dari tulisan "
            "di Kompasiana."
        ),
        "source_note_en": (
            "Not verified. Stages after PP 28/2018 art. 6 and Permendagri 22/2020, from memory; 45 "
            "days from the service level of SIKAP (Tana Tidung); power of attorney from an article "
            "on Kompasiana."
        ),
    },
    stages=(
        (S.DRAFT, "Penyusunan perjanjian", "Writing the agreement", None),
        (S.REVIEW, "Telaah hukum", "Legal review", 45),
        (S.NEGOTIATION, "Pembahasan para pihak", "Discussion between the parties", None),
        (S.LEGISLATURE, "Persetujuan DPRD", "Approval by the DPRD", None),
        (S.READY_TO_SIGN, "Penandatanganan perjanjian", "Signing the agreement", None),
        (S.IN_FORCE, "Pelaksanaan", "Carrying it out", None),
        (S.IN_FORCE, "Penatausahaan", "Administration", None),
        (S.IN_FORCE, "Pelaporan", "Reporting", None),
    ),
    documents=(
        (R.TEXT, "Rancangan perjanjian", "Draft of the agreement", S.READY_TO_SIGN, False),
        (R.LEGAL_REVIEW, "Hasil telaah hukum", "Result of the legal review", S.NEGOTIATION, False),
        (
            R.LEGISLATURE,
            "Surat persetujuan DPRD",
            "Letter of approval by the DPRD",
            S.READY_TO_SIGN,
            False,
        ),
        (R.SIGNED_COPY, "Naskah yang ditandatangani", "Signed copy", S.IN_FORCE, False),
    ),
)
DECREE = Kind(
    code="surat-keputusan",
    facts={
        "name": "Surat keputusan (SK)",
        "name_en": "Decree (SK)",
        "short_name": "SK",
        "description": (
            "Keputusan sepihak seorang pejabat, misalnya pembentukan tim; boleh tanpa tanggal "
            "berakhir."
        ),
        "description_en": "One office decides, such as to form a team; it may have no last day.",
        "is_one_sided": True,
        "may_be_open_ended": True,
        "source_note": "Belum diverifikasi. Susunan umum keputusan pejabat.",
        "source_note_en": "Not verified. The usual course of a decree.",
    },
    stages=(
        (S.DRAFT, "Penyusunan", "Writing", None),
        (S.REVIEW, "Telaah hukum", "Legal review", None),
        (S.READY_TO_SIGN, "Penetapan", "Signing", None),
    ),
    documents=((R.TEXT, "Rancangan keputusan", "Draft of the decree", S.READY_TO_SIGN, False),),
)
INFORMAL = Kind(
    code="kesepakatan-informal",
    facts={
        "name": "Kesepakatan informal",
        "name_en": "Informal agreement",
        "description": "Janji bersama tanpa naskah resmi, misalnya berita acara atau surat.",
        "description_en": "A promise among parties without an official text, such as a letter.",
        "may_be_open_ended": True,
        "source_note": "Belum diverifikasi. Tidak diatur dalam peraturan.",
        "source_note_en": "Not verified. No regulation speaks of it.",
    },
    stages=(
        (S.DRAFT, "Penyusunan", "Writing", None),
        (S.READY_TO_SIGN, "Persetujuan para pihak", "Consent of the parties", None),
    ),
)
KINDS = (MEMORANDUM, CENTRAL, COOPERATION, DECREE, INFORMAL)
