"""Addresses of needs, pledges, deliveries and exchanges."""

from django.urls import path

from agreements.capacity.views import deliveries, exchanges, needs, pledges, resources

COLLABORATION = "collaborations/<int:pk>/"
PLEDGE = "pledges/<int:pk>/"
DELIVERY = "deliveries/<int:pk>/"
NEED = "needs/<int:pk>/"

PAGES = (
    ("needs/", needs.NeedList, "need-list"),
    (f"{COLLABORATION}needs/new/", needs.NeedCreate, "need-create"),
    (f"{NEED}edit/", needs.NeedEdit, "need-edit"),
    (f"{NEED}close/", needs.NeedClose, "need-close"),
    (f"{NEED}reopen/", needs.NeedReopen, "need-reopen"),
    ("pledges/", pledges.PledgeList, "pledge-list"),
    (f"{COLLABORATION}pledges/new/", pledges.PledgeCreate, "pledge-create"),
    (PLEDGE, pledges.PledgeDetail, "pledge-detail"),
    (f"{PLEDGE}accept/", pledges.PledgeAccept, "pledge-accept"),
    (f"{PLEDGE}decline/", pledges.PledgeDecline, "pledge-decline"),
    (f"{PLEDGE}stand-by/", pledges.PledgeStandBy, "pledge-stand-by"),
    (f"{PLEDGE}withdraw/", pledges.PledgeWithdraw, "pledge-withdraw"),
    (f"{PLEDGE}due-date/", pledges.PledgeDueDate, "pledge-due-date"),
    (f"{PLEDGE}schedule/", deliveries.DeliverySchedule, "delivery-schedule"),
    (f"{PLEDGE}deliver/", deliveries.DeliveryCreate, "delivery-create"),
    (f"{DELIVERY}report/", deliveries.DeliveryReport, "delivery-report"),
    (f"{DELIVERY}confirm/", deliveries.DeliveryConfirm, "delivery-confirm"),
    (f"{DELIVERY}take-back/", deliveries.DeliveryTakeBack, "delivery-take-back"),
    (f"{DELIVERY}dispute/", deliveries.DeliveryDispute, "delivery-dispute"),
    (f"{DELIVERY}cancel/", deliveries.DeliveryCancel, "delivery-cancel"),
    (f"{COLLABORATION}resources/", resources.CollaborationResources, "collaboration-resources"),
    (f"{COLLABORATION}exchanges/", exchanges.CollaborationExchanges, "collaboration-exchanges"),
    (
        "organizations/<int:pk>/resources/",
        resources.OrganizationResources,
        "organization-resources",
    ),
    (
        "organizations/<int:pk>/exchanges/",
        exchanges.OrganizationExchanges,
        "organization-exchanges",
    ),
)

urlpatterns = [path(address, view.as_view(), name=name) for address, view, name in PAGES]
