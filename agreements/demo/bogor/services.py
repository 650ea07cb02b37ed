"""A training for two purposes that is being planned in Bogor; all of it is invented."""

from agreements.demo.services import Promise, Served

SERVICES = (
    Served(
        name="Bimbingan teknis bersama: E-SAKIP dan indikator perencanaan",
        about="Satu hari bagi petugas yang sama: cara mengisi, dan indikator yang diisi.",
        place="Ruang pelatihan Sekretariat Daerah",
        rhythm="Sekali",
        purposes=(
            ("setda-bogor", "Pengisian E-SAKIP tanpa kesalahan", "Petugas pelaporan"),
            ("bappedalitbang", "Indikator yang selaras dengan rencana", "Perencana"),
        ),
        givers=("setda-bogor", "bappedalitbang"),
        by="organisasi",
        planned="2023-10-16",
        first=20,
        runs=False,
        promises=(
            Promise(
                "Surat tugas\nLaptop dengan akun E-SAKIP",
                "Daftar melalui kantor\nIkuti kedua sesi\nTerima bahan dan hasil latihan",
                8,
                "Bagian Organisasi, Sekretariat Daerah",
                unit="hours",
            ),
        ),
    ),
)
