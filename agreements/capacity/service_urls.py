"""Addresses of joint services, their standards, their requests and their stated costs."""

from django.urls import path

from agreements.capacity.views import (
    service_costs,
    service_requests,
    service_slips,
    service_standards,
    services,
)

SERVICE = "services/<int:pk>/"
PURPOSE = "service-purposes/<int:pk>/"
STANDARD = "service-standards/<int:pk>/"
REQUEST = "service-requests/<int:pk>/"
GIVER = "service-givers/<int:pk>/"
COST = "service-costs/<int:pk>/"

PAGES = (
    ("services/", services.ServiceList, "service-list"),
    ("collaborations/<int:pk>/services/new/", services.ServiceCreate, "service-create"),
    (SERVICE, services.ServiceDetail, "service-detail"),
    (f"{SERVICE}edit/", services.ServiceEdit, "service-edit"),
    (f"{SERVICE}start/", services.ServiceStart, "service-start"),
    (f"{SERVICE}end/", services.ServiceEnd, "service-end"),
    (f"{GIVER}stand-by/", services.GiverStandBy, "service-giver-stand-by"),
    (f"{SERVICE}purposes/new/", services.PurposeCreate, "service-purpose-create"),
    (f"{PURPOSE}edit/", services.PurposeEdit, "service-purpose-edit"),
    (f"{PURPOSE}remove/", services.PurposeRemove, "service-purpose-remove"),
    (f"{SERVICE}standards/new/", service_standards.StandardCreate, "service-standard-create"),
    (STANDARD, service_standards.StandardDetail, "service-standard-detail"),
    (f"{STANDARD}edit/", service_standards.StandardEdit, "service-standard-edit"),
    (f"{STANDARD}publish/", service_standards.StandardPublish, "service-standard-publish"),
    (f"{STANDARD}discard/", service_standards.StandardDiscard, "service-standard-discard"),
    ("service-requests/", service_requests.ServiceRequestList, "service-request-list"),
    (f"{SERVICE}requests/new/", service_requests.ServiceRequestCreate, "service-request-create"),
    (REQUEST, service_requests.ServiceRequestDetail, "service-request-detail"),
    (f"{REQUEST}slip/", service_slips.RequestSlip, "service-request-slip"),
    ("slips/<str:token>/", service_slips.SlipPage, "service-slip"),
    (f"{REQUEST}take-up/", service_requests.RequestTakeUp, "service-request-take-up"),
    (f"{REQUEST}note/", service_requests.RequestNote, "service-request-note"),
    (f"{REQUEST}finish/", service_requests.RequestFinish, "service-request-finish"),
    (f"{REQUEST}turn-down/", service_requests.RequestTurnDown, "service-request-turn-down"),
    (f"{REQUEST}reopen/", service_requests.RequestReopen, "service-request-reopen"),
    (f"{SERVICE}costs/new/", service_costs.CostState, "service-cost-create"),
    (f"{COST}edit/", service_costs.StatementEdit, "service-cost-edit"),
    (f"{COST}confirm/", service_costs.StatementConfirm, "service-cost-confirm"),
    (f"{COST}remove/", service_costs.StatementRemove, "service-cost-remove"),
)

urlpatterns = [path(address, view.as_view(), name=name) for address, view, name in PAGES]
