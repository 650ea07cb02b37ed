"""A country's worth of organizations by rule: every government with its offices, for trying size.

The names are those that offices have; nothing here says that an office of that name exists.
"""

from dataclasses import dataclass
from itertools import islice

from actors.models import Region
from actors.organizations.kinds import GovernmentLevel, OrganizationKind, Sector
from actors.organizations.models import Organization
from actors.regions.models import RegionLevel

BATCH = 2_000
APPARATUS = OrganizationKind.REGIONAL_APPARATUS
VERTICAL = OrganizationKind.VERTICAL
OFFICES = (  # short form, name, kind
    ("Setda", "Sekretariat Daerah", APPARATUS),
    ("Setwan", "Sekretariat DPRD", APPARATUS),
    ("Inspektorat", "Inspektorat Daerah", APPARATUS),
    ("Bappeda", "Badan Perencanaan Pembangunan Daerah", APPARATUS),
    ("BPKAD", "Badan Pengelolaan Keuangan dan Aset Daerah", APPARATUS),
    ("Bapenda", "Badan Pendapatan Daerah", APPARATUS),
    ("BKPSDM", "Badan Kepegawaian dan Pengembangan SDM", APPARATUS),
    ("BPBD", "Badan Penanggulangan Bencana Daerah", APPARATUS),
    ("Kesbangpol", "Badan Kesatuan Bangsa dan Politik", APPARATUS),
    ("Satpol PP", "Satuan Polisi Pamong Praja", APPARATUS),
    ("Disdikbud", "Dinas Pendidikan dan Kebudayaan", APPARATUS),
    ("Dinkes", "Dinas Kesehatan", APPARATUS),
    ("PUPR", "Dinas Pekerjaan Umum dan Penataan Ruang", APPARATUS),
    ("Disperkim", "Dinas Perumahan dan Kawasan Permukiman", APPARATUS),
    ("Dinsos", "Dinas Sosial", APPARATUS),
    ("Disnaker", "Dinas Tenaga Kerja", APPARATUS),
    ("DP3A", "Dinas Pemberdayaan Perempuan dan Perlindungan Anak", APPARATUS),
    ("DKP", "Dinas Ketahanan Pangan", APPARATUS),
    ("DLH", "Dinas Lingkungan Hidup", APPARATUS),
    ("Disdukcapil", "Dinas Kependudukan dan Pencatatan Sipil", APPARATUS),
    ("DPMD", "Dinas Pemberdayaan Masyarakat dan Desa", APPARATUS),
    ("DPPKB", "Dinas Pengendalian Penduduk dan Keluarga Berencana", APPARATUS),
    ("Dishub", "Dinas Perhubungan", APPARATUS),
    ("Diskominfo", "Dinas Komunikasi dan Informatika", APPARATUS),
    ("Diskop", "Dinas Koperasi, Usaha Kecil dan Menengah", APPARATUS),
    ("DPMPTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", APPARATUS),
    ("Dispora", "Dinas Pemuda dan Olahraga", APPARATUS),
    ("Dispar", "Dinas Pariwisata", APPARATUS),
    ("Distan", "Dinas Pertanian", APPARATUS),
    ("Disperindag", "Dinas Perindustrian dan Perdagangan", APPARATUS),
    ("RSUD", "Rumah Sakit Umum Daerah", APPARATUS),
    ("BPS", "Badan Pusat Statistik", VERTICAL),
    ("Kemenag", "Kantor Kementerian Agama", VERTICAL),
    ("BPJS Kesehatan", "Badan Penyelenggara Jaminan Sosial Kesehatan", VERTICAL),
    ("Polres", "Kepolisian Resor", VERTICAL),
    ("Kejari", "Kejaksaan Negeri", VERTICAL),
)
OF_A_PROVINCE = {
    "Polres": ("Polda", "Kepolisian Daerah"),
    "Kejari": ("Kejati", "Kejaksaan Tinggi"),
    "Kemenag": ("Kanwil Kemenag", "Kantor Wilayah Kementerian Agama"),
}


@dataclass(frozen=True)
class Made:
    """How many organizations were added, and how many were there."""

    added: int
    there: int


def build_organizations(size, *, tell=lambda number: None):
    """At most `size` organizations, marked as samples; those that are there stay as they are.

    First the governments, then their offices: each belongs to the government of its region.
    """
    regions = list(
        Region.objects.filter(level__in=[RegionLevel.PROVINCE, RegionLevel.REGENCY])
        .order_by("code")
        .defer("search_text")[: -(-size // (len(OFFICES) + 1))]
    )
    added = _add((_government(region) for region in regions), len(regions), tell)
    heads = Organization.objects.filter(kind=OrganizationKind.REGIONAL_GOVERNMENT)
    head_of = dict(heads.values_list("region", "pk"))
    offices = (row for region in regions for row in _offices(region, head_of.get(region.pk)))
    wanted = max(0, size - len(regions))
    added += _add(offices, wanted, tell)
    return Made(added, size - added)


def _add(drafts, most, tell):
    """Save those of the drafts whose name is not there in their region; returns how many."""
    taken = {
        (name.lower(), key) for name, key in Organization.objects.values_list("name", "region")
    }
    drafts, added = islice(drafts, most), 0
    while batch := list(islice(drafts, BATCH)):
        new = [row for row in batch if (row.name.lower(), row.region_id) not in taken]
        Organization.objects.bulk_create(new)
        added += len(new)
        tell(len(batch))
    return added


def _government(region):
    is_province = region.level == RegionLevel.PROVINCE
    title = f"Provinsi {region.name}" if is_province else region.name
    kind = OrganizationKind.REGIONAL_GOVERNMENT
    return _row(region, f"Pemerintah {title}", "", kind, _level(region), None)


def _offices(region, head):
    """Its own offices belong to the government; those of the state in the region to nobody."""
    called = _called(region)
    for short, name, kind in OFFICES:
        if region.level == RegionLevel.PROVINCE:
            short, name = OF_A_PROVINCE.get(short, (short, name))
        level = GovernmentLevel.CENTRAL if kind == VERTICAL else _level(region)
        parent = head if kind == APPARATUS else None
        yield _row(region, name, f"{short} {called}"[:60], kind, level, parent)


def _level(region):
    is_province = region.level == RegionLevel.PROVINCE
    return GovernmentLevel.PROVINCE if is_province else GovernmentLevel.REGENCY


def _called(region):
    """As people say it: Sulbar, Majene, Kota Bogor."""
    first = region.aliases.split(",")[0].strip()
    if region.level == RegionLevel.PROVINCE:
        return first or region.name
    return region.name.removeprefix("Kabupaten ")


def _row(region, name, short, kind, level, parent):
    return Organization(
        name=name,
        short_name=short,
        kind=kind,
        sector=Sector.GOVERNMENT,
        is_state_owned=True,
        level=level,
        region=region,
        parent_id=parent,
        is_sample=True,
    )
