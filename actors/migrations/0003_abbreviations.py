"""The short forms that offices use every day, so that a search understands them at once."""

from django.db import migrations

SHORT_FORMS = {
    # regional apparatus
    "dinkes": "dinas kesehatan",
    "disdik": "dinas pendidikan",
    "disdikbud": "dinas pendidikan dan kebudayaan",
    "dikbud": "dinas pendidikan dan kebudayaan",
    "dinsos": "dinas sosial",
    "disdukcapil": "dinas kependudukan dan pencatatan sipil",
    "dukcapil": "dinas kependudukan dan pencatatan sipil",
    "diskominfo": "dinas komunikasi dan informatika",
    "dishub": "dinas perhubungan",
    "disnaker": "dinas tenaga kerja",
    "disperindag": "dinas perindustrian dan perdagangan",
    "diskop": "dinas koperasi",
    "dispar": "dinas pariwisata",
    "dispora": "dinas pemuda dan olahraga",
    "distan": "dinas pertanian",
    "disbun": "dinas perkebunan",
    "dkp": "dinas ketahanan pangan",
    "dlh": "dinas lingkungan hidup",
    "dpmd": "dinas pemberdayaan masyarakat dan desa",
    "dpmptsp": "dinas penanaman modal dan pelayanan terpadu satu pintu",
    "dp3a": "dinas pemberdayaan perempuan dan perlindungan anak",
    "pupr": "pekerjaan umum dan penataan ruang",
    "bapenda": "badan pendapatan daerah",
    "bappeda": "badan perencanaan pembangunan daerah",
    "bkd": "badan kepegawaian daerah",
    "bpbd": "badan penanggulangan bencana daerah",
    "bpkad": "badan pengelolaan keuangan dan aset daerah",
    "kesbangpol": "kesatuan bangsa dan politik",
    "satpol": "satuan polisi",
    "pp": "pamong praja",
    "setda": "sekretariat daerah",
    "sekda": "sekretaris daerah",
    "setwan": "sekretariat dprd",
    "dprd": "dewan perwakilan rakyat daerah",
    "rsud": "rumah sakit umum daerah",
    # central government and its offices in the regions
    "bappenas": "badan perencanaan pembangunan nasional",
    "bkkbn": "badan kependudukan dan keluarga berencana nasional",
    "bps": "badan pusat statistik",
    "bpjs": "badan penyelenggara jaminan sosial",
    "bpkp": "badan pengawasan keuangan dan pembangunan",
    "bumn": "badan usaha milik negara",
    "bumd": "badan usaha milik daerah",
    "kanwil": "kantor wilayah",
    "kemen": "kementerian",
    "kemenag": "kementerian agama",
    "kemendagri": "kementerian dalam negeri",
    "kemenkes": "kementerian kesehatan",
    "kemenkeu": "kementerian keuangan",
    "kemensos": "kementerian sosial",
    "kodam": "komando daerah militer",
    "kodim": "komando distrik militer",
    "korem": "komando resor militer",
    "polda": "kepolisian daerah",
    "polres": "kepolisian resor",
    "itda": "inspektorat daerah",
    "itprov": "inspektorat provinsi",
    # places
    "pemprov": "pemerintah provinsi",
    "pemkab": "pemerintah kabupaten",
    "pemkot": "pemerintah kota",
    "pemda": "pemerintah daerah",
    "prov": "provinsi",
    "kab": "kabupaten",
    "kec": "kecamatan",
    "jabar": "jawa barat",
    "jateng": "jawa tengah",
    "jatim": "jawa timur",
    "diy": "daerah istimewa yogyakarta",
    "kalbar": "kalimantan barat",
    "kalsel": "kalimantan selatan",
    "kaltara": "kalimantan utara",
    "kalteng": "kalimantan tengah",
    "kaltim": "kalimantan timur",
    "kepri": "kepulauan riau",
    "malut": "maluku utara",
    "ntb": "nusa tenggara barat",
    "ntt": "nusa tenggara timur",
    "sulbar": "sulawesi barat",
    "sulsel": "sulawesi selatan",
    "sulteng": "sulawesi tengah",
    "sultra": "sulawesi tenggara",
    "sulut": "sulawesi utara",
    "sumbar": "sumatera barat",
    "sumsel": "sumatera selatan",
    "sumut": "sumatera utara",
    "polman": "polewali mandar",
    # what people say
    "univ": "universitas",
    "lsm": "lembaga swadaya masyarakat",
    "ormas": "organisasi kemasyarakatan",
}


def add(apps, schema_editor):
    rows = apps.get_model("actors", "Abbreviation").objects.using(schema_editor.connection.alias)
    for short, meaning in SHORT_FORMS.items():
        rows.get_or_create(short=short, defaults={"meaning": meaning})


def remove(apps, schema_editor):
    """Only the untouched ones: what an admin changed stays."""
    rows = apps.get_model("actors", "Abbreviation").objects.using(schema_editor.connection.alias)
    for short, meaning in SHORT_FORMS.items():
        rows.filter(short=short, meaning=meaning).delete()


class Migration(migrations.Migration):
    dependencies = [("actors", "0002_register")]
    operations = [migrations.RunPython(add, remove)]
