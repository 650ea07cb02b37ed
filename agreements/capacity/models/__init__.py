"""Tables of the capacity for joint action."""

from agreements.capacity.models.arrangement_changes import ArrangementChange
from agreements.capacity.models.assistance import (
    AssistanceChange,
    AssistanceGround,
    AssistanceRequest,
)
from agreements.capacity.models.assistance_answers import (
    AssistanceCost,
    AssistanceEscalation,
    AssistanceResponse,
)
from agreements.capacity.models.assistance_lists import (
    AssistanceTerm,
    GroundKind,
    RefusalGround,
)
from agreements.capacity.models.deliveries import Delivery
from agreements.capacity.models.ground_rules import GroundRule, GroundRuleChange
from agreements.capacity.models.guidelines import Guideline, GuidelineChange
from agreements.capacity.models.knowledge import (
    KnowledgeAsset,
    KnowledgeChange,
    KnowledgeUse,
)
from agreements.capacity.models.leadership import AreaResponsibility, RoleAssignment
from agreements.capacity.models.needs import NeedChange, ResourceNeed
from agreements.capacity.models.pledges import Pledge, PledgeChange
from agreements.capacity.models.service_costs import JointServiceCost
from agreements.capacity.models.service_requests import ServiceRequest, ServiceRequestChange
from agreements.capacity.models.service_standards import ServiceStandard
from agreements.capacity.models.services import (
    JointService,
    JointServiceChange,
    ServiceGiver,
    ServicePurpose,
)
from agreements.capacity.models.structures import Structure
from agreements.capacity.models.trainings import Training, TrainingChange, TrainingReceiver

__all__ = [
    "AreaResponsibility",
    "ArrangementChange",
    "AssistanceChange",
    "AssistanceCost",
    "AssistanceEscalation",
    "AssistanceGround",
    "AssistanceRequest",
    "AssistanceResponse",
    "AssistanceTerm",
    "Delivery",
    "GroundKind",
    "GroundRule",
    "GroundRuleChange",
    "Guideline",
    "GuidelineChange",
    "JointService",
    "JointServiceChange",
    "JointServiceCost",
    "KnowledgeAsset",
    "KnowledgeChange",
    "KnowledgeUse",
    "NeedChange",
    "Pledge",
    "PledgeChange",
    "RefusalGround",
    "ResourceNeed",
    "RoleAssignment",
    "ServiceGiver",
    "ServicePurpose",
    "ServiceRequest",
    "ServiceRequestChange",
    "ServiceStandard",
    "Structure",
    "Training",
    "TrainingChange",
    "TrainingReceiver",
]
