"""Addresses of ground rules, guidelines, knowledge and trainings."""

from django.urls import path

from agreements.capacity.views import ground_rules, guidelines, knowledge, trainings

COLLABORATION = "collaborations/<int:pk>/"
RULES = f"{COLLABORATION}ground-rules/"
RULE = "ground-rules/<int:pk>/"
GUIDELINE = "guidelines/<int:pk>/"
ASSET = "knowledge/<int:pk>/"
TRAINING = "trainings/<int:pk>/"

PAGES = (
    (RULES, ground_rules.CollaborationGroundRules, "collaboration-ground-rules"),
    (f"{RULES}new/", ground_rules.GroundRuleCreate, "ground-rule-create"),
    (f"{RULES}template/", ground_rules.GroundRuleTemplate, "ground-rule-template"),
    (f"{RULES}adopt/", ground_rules.GroundRuleAdopt, "ground-rule-adopt"),
    (RULE, ground_rules.GroundRuleDetail, "ground-rule-detail"),
    (f"{RULE}edit/", ground_rules.GroundRuleEdit, "ground-rule-edit"),
    (f"{RULE}withdraw/", ground_rules.GroundRuleWithdraw, "ground-rule-withdraw"),
    ("guidelines/", guidelines.GuidelineList, "guideline-list"),
    (f"{COLLABORATION}guidelines/new/", guidelines.GuidelineCreate, "guideline-create"),
    (GUIDELINE, guidelines.GuidelineDetail, "guideline-detail"),
    (f"{GUIDELINE}edit/", guidelines.GuidelineEdit, "guideline-edit"),
    (f"{GUIDELINE}review/", guidelines.GuidelineReview, "guideline-review"),
    (f"{GUIDELINE}approve/", guidelines.GuidelineApprove, "guideline-approve"),
    (f"{GUIDELINE}send-back/", guidelines.GuidelineSendBack, "guideline-send-back"),
    (f"{GUIDELINE}issue/", guidelines.GuidelineIssue, "guideline-issue"),
    (f"{GUIDELINE}revoke/", guidelines.GuidelineRevoke, "guideline-revoke"),
    ("knowledge/", knowledge.KnowledgeList, "knowledge-list"),
    (f"{COLLABORATION}knowledge/new/", knowledge.KnowledgeCreate, "knowledge-create"),
    (ASSET, knowledge.KnowledgeDetail, "knowledge-detail"),
    (f"{ASSET}edit/", knowledge.KnowledgeEdit, "knowledge-edit"),
    (f"{ASSET}retire/", knowledge.KnowledgeRetire, "knowledge-retire"),
    (f"{ASSET}restore/", knowledge.KnowledgeRestore, "knowledge-restore"),
    (f"{ASSET}uses/new/", knowledge.KnowledgeUseCreate, "knowledge-use"),
    (
        "knowledge-uses/<int:pk>/remove/",
        knowledge.KnowledgeUseRemove,
        "knowledge-use-remove",
    ),
    ("trainings/", trainings.TrainingList, "training-list"),
    (f"{COLLABORATION}trainings/new/", trainings.TrainingCreate, "training-create"),
    (TRAINING, trainings.TrainingDetail, "training-detail"),
    (f"{TRAINING}edit/", trainings.TrainingEdit, "training-edit"),
    (f"{TRAINING}hold/", trainings.TrainingHold, "training-hold"),
    (f"{TRAINING}cancel/", trainings.TrainingCancel, "training-cancel"),
)

urlpatterns = [path(address, view.as_view(), name=name) for address, view, name in PAGES]
