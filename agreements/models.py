"""Table of contents: every table of the app, in the order of the framework."""

from agreements.action.models import (
    Commitment,
    CommitmentChange,
    CommitmentSequence,
    DueDateChange,
    ProgressUpdate,
)
from agreements.capacity import models as capacity
from agreements.capacity.models import *  # noqa: F403 - its own table of contents
from agreements.charter.context import ContextFactor
from agreements.charter.legal import CollaborationLegalBasis, LegalBasis
from agreements.charter.models import (
    Collaboration,
    CollaborationChange,
    Coordinator,
    Cycle,
    Driver,
    Party,
    PartyChange,
    Representative,
)
from agreements.charter.stakeholders import Stakeholder
from agreements.documents.models import Document, DocumentVersion
from agreements.engagement import models as engagement
from agreements.engagement.models import *  # noqa: F403 - its own table of contents
from agreements.goals import models as goals
from agreements.goals.models import *  # noqa: F403 - its own table of contents
from agreements.instruments import models as instruments
from agreements.instruments.models import *  # noqa: F403 - its own table of contents
from agreements.letters.models import Letterhead
from agreements.motivation import models as motivation
from agreements.motivation.models import *  # noqa: F403 - its own table of contents

__all__ = [
    "Collaboration",
    "CollaborationChange",
    "CollaborationLegalBasis",
    "Commitment",
    "CommitmentChange",
    "CommitmentSequence",
    "ContextFactor",
    "Coordinator",
    "Cycle",
    "Document",
    "DocumentVersion",
    "Driver",
    "DueDateChange",
    "LegalBasis",
    "Letterhead",
    "Party",
    "PartyChange",
    "ProgressUpdate",
    "Representative",
    "Stakeholder",
]
__all__ += capacity.__all__
__all__ += engagement.__all__
__all__ += goals.__all__
__all__ += instruments.__all__
__all__ += motivation.__all__
__all__.sort()
