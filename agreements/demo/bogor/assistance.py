"""Official assistance in Bogor; invented for the demo."""

from agreements.capacity.assistance_kinds import AssistanceOutcome, HelpKind
from agreements.demo.assistance import Cost, Helped

HELPED = (
    Helped(
        body="bappedalitbang",
        to="pd-kominfo",
        by="perencana",
        subject="Integrasi sistem",
        kind=HelpKind.EXPERTISE,
        what="Menyambungkan aplikasi perencanaan dengan E-SAKIP, termasuk uji coba.",
        grounds=("kurang-tenaga-atau-fasilitas", "kurang-pengetahuan"),
        on="2023-10-02",
        needed=30,
        answer=("2023-10-11", "kominfo-bogor", AssistanceOutcome.ACCEPT, ""),
        costs=(
            Cost("Lembur teknis", 3_000_000, 0, "5.1.02.02.01", ("perencana", "kominfo-bogor")),
        ),
    ),
)
