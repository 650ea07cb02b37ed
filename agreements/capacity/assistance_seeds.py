"""The lists that official assistance begins with: UU 30/2014 art. 35 to 37 as commonly told.

None is verified; each row says so, and an admin corrects and checks it.
"""

ART_35 = "UU 30/2014 Pasal 35"
ART_36 = "UU 30/2014 Pasal 36"


def _row(code, name, name_en, law, within=""):
    return {"code": code, "name": name, "name_en": name_en, "law": law, "within": within}


GROUNDS = tuple(
    {key: value for key, value in row.items() if key != "within"}
    for row in (
        _row(
            "tidak-dapat-sendiri",
            "Keputusan atau tindakan tidak dapat dilaksanakan sendiri",
            "The decision or action cannot be carried out alone",
            ART_35,
        ),
        _row(
            "kurang-tenaga-atau-fasilitas",
            "Kekurangan tenaga atau fasilitas",
            "Lack of staff or facilities",
            ART_35,
        ),
        _row(
            "kurang-pengetahuan",
            "Kekurangan pengetahuan atau kemampuan",
            "Lack of knowledge or ability",
            ART_35,
        ),
        _row(
            "perlu-surat-atau-dokumen",
            "Memerlukan surat keterangan atau dokumen dari badan lain",
            "A certificate or document of another body is needed",
            ART_35,
        ),
        _row(
            "perlu-biaya-atau-peralatan",
            "Memerlukan biaya, peralatan, dan fasilitas yang besar",
            "Large costs, equipment or facilities are needed",
            ART_35,
        ),
    )
)
REFUSALS = (
    _row(
        "mengganggu-kinerja",
        "Mempengaruhi kinerja pemberi bantuan secara serius",
        "It would seriously harm the work of the giver",
        ART_36,
    ),
    _row(
        "melebihi-anggaran",
        "Melebihi anggaran",
        "It goes beyond the budget",
        ART_36,
        "mengganggu-kinerja",
    ),
    _row(
        "keterbatasan-sdm",
        "Keterbatasan sumber daya manusia",
        "There are not enough staff",
        ART_36,
        "mengganggu-kinerja",
    ),
    _row(
        "mengganggu-tujuan",
        "Mengganggu pencapaian tujuan",
        "It would keep the giver from its goals",
        ART_36,
        "mengganggu-kinerja",
    ),
    _row(
        "menghambat-pelaksanaan",
        "Menghambat pelaksanaan tugas",
        "It would hold up the giver's duties",
        ART_36,
        "mengganggu-kinerja",
    ),
    _row(
        "dokumen-rahasia",
        "Surat keterangan dan dokumen bersifat rahasia",
        "The certificate or documents are secret",
        ART_36,
    ),
    _row(
        "dilarang-peraturan",
        "Dilarang oleh peraturan perundang-undangan",
        "A law or regulation forbids it",
        ART_36,
    ),
)
TERMS = (
    {"is_emergency": False, "days": 10, "superior_days": 5, "counts_working_days": True},
    {"is_emergency": True, "days": 1, "superior_days": 1, "counts_working_days": False},
)
