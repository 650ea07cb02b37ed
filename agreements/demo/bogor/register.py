"""Kabupaten Bogor: regions, organizations and the posts that act for them."""

from actors.organizations.kinds import GovernmentLevel
from actors.regions.models import RegionLevel
from agreements.demo.shapes import ARTICLE_BOGOR, INVENTED, Body, Place, Post

PLACES = (
    Place("32", "Jawa Barat", RegionLevel.PROVINCE, aliases="Jabar"),
    Place("32.01", "Kabupaten Bogor", RegionLevel.REGENCY, "32", "Kab. Bogor"),
)


def _office(key, name, short, mandate, *aliases, source=INVENTED):
    return Body(
        key,
        name,
        short,
        "32.01",
        GovernmentLevel.REGENCY,
        aliases=aliases,
        mandate=mandate,
        source=source,
    )


BODIES = (
    _office(
        "setda-bogor",
        "Sekretariat Daerah - Bagian Organisasi",
        "Setda Bogor",
        "Mengoordinasikan perencanaan, kegiatan, pelaporan, dan evaluasi perangkat daerah.",
        "Bagian Organisasi",
        source=ARTICLE_BOGOR,
    ),
    _office(
        "bappedalitbang",
        "Bappedalitbang",
        "Bappedalitbang Bogor",
        "Perencanaan.",
        "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah",
        source=ARTICLE_BOGOR,
    ),
    _office(
        "inspektorat-bogor",
        "Inspektorat",
        "Inspektorat Bogor",
        "Pengawasan agar target terealisasi.",
        source=ARTICLE_BOGOR,
    ),
    _office(
        "pd-kesehatan", "Dinas Kesehatan (contoh)", "Dinkes Bogor", "Memakai E-SAKIP.", "Dinkes"
    ),
    _office(
        "pd-pendidikan", "Dinas Pendidikan (contoh)", "Disdik Bogor", "Memakai E-SAKIP.", "Disdik"
    ),
    _office("pd-kominfo", "Diskominfo (contoh)", "Diskominfo Bogor", "Menjalankan E-SAKIP."),
)

POSTS = (
    Post("sekda-bogor", "Sekretaris Daerah Kabupaten Bogor", "setda-bogor", "Sekretaris Daerah"),
    Post(
        "organisasi",
        "Kepala Bagian Organisasi, Setda Bogor",
        "setda-bogor",
        "Kepala Bagian Organisasi",
        account="organisasi-bogor@contoh.test",
    ),
    Post(
        "perencana",
        "Kepala Bappedalitbang",
        "bappedalitbang",
        "Kepala Badan",
        account="bappedalitbang-bogor@contoh.test",
    ),
    Post(
        "inspektur-bogor",
        "Inspektur Kabupaten Bogor",
        "inspektorat-bogor",
        "Inspektur",
        account="inspektorat-bogor@contoh.test",
    ),
    Post(
        "dinkes-bogor",
        "Sekretaris Dinas Kesehatan (contoh)",
        "pd-kesehatan",
        "Sekretaris Dinas",
        account="dinkes-bogor@contoh.test",
    ),
    Post(
        "disdik-bogor",
        "Sekretaris Dinas Pendidikan (contoh)",
        "pd-pendidikan",
        "Sekretaris",
        account="disdik-bogor@contoh.test",
    ),
    Post(
        "kominfo-bogor",
        "Kepala Diskominfo (contoh)",
        "pd-kominfo",
        "Kepala Dinas",
        account="kominfo-bogor@contoh.test",
    ),
)
