"""Sulawesi Barat: regions, organizations and the posts that act for them."""

from actors.organizations.kinds import GovernmentLevel, OrganizationKind, Sector
from actors.regions.models import RegionLevel
from agreements.demo.shapes import INVENTED, Body, Place, Post

REGENCY, DISTRICT = RegionLevel.REGENCY, RegionLevel.DISTRICT
PROVINCE = GovernmentLevel.PROVINCE
GOVERNMENT = OrganizationKind.REGIONAL_GOVERNMENT

PLACES = (
    Place("76", "Sulawesi Barat", RegionLevel.PROVINCE, aliases="Sulbar"),
    Place("76.01", "Kabupaten Pasangkayu", REGENCY, "76", "Pasangkayu, Mamuju Utara"),
    Place("76.02", "Kabupaten Mamuju", REGENCY, "76", "Mamuju"),
    Place("76.03", "Kabupaten Mamasa", REGENCY, "76", "Mamasa"),
    Place("76.04", "Kabupaten Polewali Mandar", REGENCY, "76", "Polman"),
    Place("76.05", "Kabupaten Majene", REGENCY, "76", "Majene"),
    Place("76.06", "Kabupaten Mamuju Tengah", REGENCY, "76", "Mateng"),
    Place("76.01.01", "Kecamatan Bambalamotu", DISTRICT, "76.01"),
    Place("76.01.02", "Kecamatan Pasangkayu", DISTRICT, "76.01"),
    Place("76.04.04", "Kecamatan Polewali", DISTRICT, "76.04"),
    Place("76.04.06", "Kecamatan Binuang", DISTRICT, "76.04"),
    Place("76.04.13", "Kecamatan Anreapi", DISTRICT, "76.04"),
    Place("76.04.14", "Kecamatan Matakali", DISTRICT, "76.04"),
)


def _office(key, name, short, mandate, *aliases, parent="pemprov-sulbar", **more):
    """An office of the province."""
    return Body(
        key, name, short, "76", PROVINCE, parent=parent, aliases=aliases, mandate=mandate, **more
    )


BODIES = (
    Body(
        "pemprov-sulbar",
        "Pemerintah Provinsi Sulawesi Barat",
        "Pemprov Sulbar",
        "76",
        PROVINCE,
        GOVERNMENT,
        mandate="Memimpin dan membina penanganan 4+1.",
    ),
    _office(
        "dinkes",
        "Dinas Kesehatan",
        "Dinkes Sulbar",
        "Koordinator isu stunting.",
        "Dinkes",
        "Dinas Kesehatan Provinsi Sulawesi Barat",
    ),
    _office(
        "disdikbud",
        "Dinas Pendidikan dan Kebudayaan",
        "Disdikbud Sulbar",
        "Koordinator isu anak tidak sekolah.",
        "Disdikbud",
        "Dinas Pendidikan",
    ),
    _office(
        "dp3ap2kb",
        "Dinas P3AP2KB",
        "DP3AP2KB Sulbar",
        "Koordinator isu perkawinan anak.",
        "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan KB",
    ),
    _office(
        "dinsos",
        "Dinas Sosial",
        "Dinsos Sulbar",
        "Koordinator isu kemiskinan ekstrem.",
        "Dinsos",
        "Dinas Sosial Provinsi Sulawesi Barat",
    ),
    _office(
        "dkp",
        "Dinas Ketahanan Pangan",
        "DKP Sulbar",
        "Koordinator isu inflasi.",
        "DKP",
        "Dinas Pangan",
    ),
    _office(
        "bappeda",
        "Bappeda",
        "Bappeda Sulbar",
        "Perencanaan pembangunan daerah.",
        "Badan Perencanaan Pembangunan Daerah",
    ),
    _office("inspektorat", "Inspektorat", "Inspektorat Sulbar", "Pengawasan dan verifikasi."),
    _office(
        "setda", "Sekretariat Daerah", "Setda Sulbar", "Mengoordinasikan perangkat daerah.", "Setda"
    ),
    _office(
        "biro-hukum",
        "Biro Hukum Setda",
        "Biro Hukum Sulbar",
        "Penanggung jawab Kecamatan Polewali dan Binuang.",
        "Biro Hukum",
        parent="setda",
    ),
    _office(
        "diskominfo",
        "Diskominfo, Persandian dan Statistik",
        "Diskominfo Sulbar",
        "Sistem informasi data bersama.",
        "Diskominfo",
        "Dinas Komunikasi dan Informatika",
    ),
    _office(
        "dishub",
        "Dinas Perhubungan (contoh)",
        "Dishub Sulbar",
        "Bukan pihak dalam kolaborasi mana pun.",
        "Dishub",
        source=INVENTED,
    ),
    Body(
        "pemkab-polman",
        "Pemerintah Kabupaten Polewali Mandar",
        "Pemkab Polman",
        "76.04",
        GovernmentLevel.REGENCY,
        GOVERNMENT,
        aliases=("Polman",),
    ),
    Body(
        "pemkab-pasangkayu",
        "Pemerintah Kabupaten Pasangkayu",
        "Pemkab Pasangkayu",
        "76.01",
        GovernmentLevel.REGENCY,
        GOVERNMENT,
    ),
    Body(
        "kanwil",
        "Kantor wilayah instansi vertikal (contoh)",
        "Kanwil (contoh)",
        "76",
        GovernmentLevel.CENTRAL,
        OrganizationKind.VERTICAL,
        source=INVENTED,
    ),
    Body(
        "unsulbar",
        "Universitas Sulawesi Barat",
        "Unsulbar",
        "76.05",
        kind=OrganizationKind.UNIVERSITY,
        sector=Sector.ACADEMIA,
    ),
    Body(
        "bank",
        "Bank daerah (contoh)",
        "Bank daerah",
        "76",
        kind=OrganizationKind.REGIONAL_ENTERPRISE,
        sector=Sector.PRIVATE,
        source=INVENTED,
    ),
    Body(
        "ormas-pemuda",
        "Organisasi kepemudaan (contoh)",
        "Ormas pemuda",
        "76",
        kind=OrganizationKind.CIVIL_SOCIETY,
        sector=Sector.CIVIL_SOCIETY,
        is_state_owned=False,
        source=INVENTED,
    ),
    Body(
        "penyedia-tik",
        "Mitra swasta telekomunikasi (contoh)",
        "Mitra telekomunikasi",
        "76",
        kind=OrganizationKind.PRIVATE,
        sector=Sector.PRIVATE,
        is_state_owned=False,
        source=INVENTED,
    ),
)

POSTS = (
    Post("gubernur", "Pj. Gubernur Sulawesi Barat", "pemprov-sulbar", "Gubernur", is_acting=True),
    Post(
        "sekda",
        "Sekretaris Daerah Provinsi",
        "pemprov-sulbar",
        "Sekretaris Daerah",
        account="pemprov@contoh.test",
    ),
    Post("kadis-dinkes", "Kepala Dinas Kesehatan", "dinkes", "Kepala Dinas"),
    Post(
        "kesmas",
        "Kepala Bidang Kesmas, Dinas Kesehatan",
        "dinkes",
        "Kepala Bidang Kesmas",
        account="dinkes@contoh.test",
    ),
    Post(
        "petugas",
        "Pengelola Program Gizi, Dinas Kesehatan",
        "dinkes",
        "Pengelola Program Gizi",
        account="petugas@demo.test",
    ),
    Post(
        "kadis-dikbud",
        "Kepala Dinas Pendidikan dan Kebudayaan",
        "disdikbud",
        "Kepala Dinas",
        account="disdikbud@contoh.test",
    ),
    Post(
        "kadis-dp3ap2kb",
        "Kepala Dinas P3AP2KB",
        "dp3ap2kb",
        "Kepala Dinas",
        account="dp3ap2kb@contoh.test",
    ),
    Post("kadis-dinsos", "Kepala Dinas Sosial", "dinsos", "Kepala Dinas"),
    Post(
        "perwakilan",
        "Kepala Bidang Fakir Miskin, Dinas Sosial",
        "dinsos",
        "Kepala Bidang Penanganan Fakir Miskin",
        account="perwakilan@demo.test",
    ),
    Post(
        "kadis-dkp",
        "Kepala Dinas Ketahanan Pangan",
        "dkp",
        "Kepala Dinas",
        account="dkp@contoh.test",
    ),
    Post(
        "koordinator",
        "Kepala Bidang Pembangunan Manusia, Bappeda",
        "bappeda",
        "Kepala Bidang Pemerintahan dan Pembangunan Manusia",
        account="koordinator@demo.test",
    ),
    Post(
        "inspektur",
        "Inspektur Provinsi",
        "inspektorat",
        "Inspektur",
        account="inspektorat@contoh.test",
    ),
    Post(
        "auditor",
        "Auditor Madya, Inspektorat",
        "inspektorat",
        "Auditor Madya",
        account="auditor@demo.test",
        role="auditor",
    ),
    Post(
        "admin",
        "Pengelola Aplikasi, Sekretariat Daerah",
        "setda",
        "Pengelola Aplikasi",
        account="admin@demo.test",
        role="admin",
    ),
    Post(
        "karo-hukum",
        "Kepala Biro Hukum",
        "biro-hukum",
        "Kepala Biro",
        account="biro-hukum@contoh.test",
    ),
    Post(
        "kadis-kominfo",
        "Kepala Diskominfo",
        "diskominfo",
        "Kepala Dinas",
        account="diskominfo@contoh.test",
    ),
    Post(
        "polman",
        "Sekretaris Daerah Polewali Mandar",
        "pemkab-polman",
        "Sekretaris Daerah",
        account="pemkab-polman@contoh.test",
    ),
    Post(
        "pasangkayu",
        "Sekretaris Daerah Pasangkayu",
        "pemkab-pasangkayu",
        "Sekretaris Daerah",
        account="pemkab-pasangkayu@contoh.test",
    ),
    Post(
        "kanwil",
        "Kepala Bagian Tata Usaha, Kanwil (contoh)",
        "kanwil",
        "Kepala Bagian",
        account="kanwil@contoh.test",
    ),
    Post(
        "lppm",
        "Ketua LPPM, Universitas Sulawesi Barat",
        "unsulbar",
        "Ketua LPPM",
        account="unsulbar@contoh.test",
    ),
    Post(
        "bank",
        "Kepala Cabang, Bank daerah (contoh)",
        "bank",
        "Kepala Cabang",
        account="bank@contoh.test",
    ),
    Post(
        "ormas",
        "Ketua Organisasi kepemudaan (contoh)",
        "ormas-pemuda",
        "Ketua",
        account="ormas@contoh.test",
    ),
    Post(
        "mitra",
        "Manajer Kemitraan, Mitra swasta (contoh)",
        "penyedia-tik",
        "Manajer Kemitraan",
        account="mitra@contoh.test",
    ),
    Post(
        "luar",
        "Analis Angkutan, Dinas Perhubungan (contoh)",
        "dishub",
        "Analis Angkutan",
        account="luar@demo.test",
    ),
    *(
        Post(
            key,
            f"{post}, Dinas Kesehatan",
            "dinkes",
            post,
            mail=f"{key}@contoh.test",
        )
        for key, post in (
            ("promkes", "Pengelola Promosi Kesehatan"),
            ("surveilans", "Pengelola Surveilans"),
            ("farmasi", "Pengelola Farmasi"),
            ("yankes", "Pengelola Pelayanan Kesehatan"),
            ("gizi", "Pengelola Gizi Masyarakat"),
            ("kesling", "Pengelola Kesehatan Lingkungan"),
            ("kia", "Pengelola Kesehatan Ibu dan Anak"),
            ("imunisasi", "Pengelola Imunisasi"),
            ("sdmk", "Pengelola Tenaga Kesehatan"),
            ("program", "Pengelola Program dan Anggaran"),
            ("kepegawaian", "Pengelola Kepegawaian"),
        )
    ),
)
