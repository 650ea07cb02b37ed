"""Addresses of structures, leadership roles and responsibilities."""

from django.urls import path

from agreements.capacity.views import areas, leadership, structures

COLLABORATION = "collaborations/<int:pk>/"
STRUCTURE = "structures/<int:pk>/"
ROLE = "leadership/<int:pk>/"
AREA = "responsibilities/<int:pk>/"

PAGES = (
    (
        f"{COLLABORATION}structures/",
        structures.CollaborationStructures,
        "collaboration-structures",
    ),
    (f"{COLLABORATION}structures/new/", structures.StructureCreate, "structure-create"),
    (STRUCTURE, structures.StructureDetail, "structure-detail"),
    (f"{STRUCTURE}edit/", structures.StructureEdit, "structure-edit"),
    (f"{STRUCTURE}end/", structures.StructureEnd, "structure-end"),
    (f"{COLLABORATION}leadership/new/", leadership.RoleCreate, "role-create"),
    (f"{ROLE}edit/", leadership.RoleEdit, "role-edit"),
    (f"{ROLE}end/", leadership.RoleEnd, "role-end"),
    (f"{ROLE}pass-on/", leadership.RolePassOn, "role-pass-on"),
    (
        f"{COLLABORATION}responsibilities/",
        areas.CollaborationResponsibilities,
        "collaboration-responsibilities",
    ),
    (f"{COLLABORATION}responsibilities/new/", areas.AreaCreate, "area-create"),
    (AREA, areas.AreaDetail, "area-detail"),
    (f"{AREA}edit/", areas.AreaEdit, "area-edit"),
    (f"{AREA}end/", areas.AreaEnd, "area-end"),
    (f"{AREA}pass-on/", areas.AreaPassOn, "area-pass-on"),
)

urlpatterns = [path(address, view.as_view(), name=name) for address, view, name in PAGES]
