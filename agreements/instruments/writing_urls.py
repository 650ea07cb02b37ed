"""Addresses of the pages that write: drafting, parts, signing, amendments, moves."""

from django.urls import path

from agreements.instruments.views import (
    forms_amending,
    forms_clauses,
    forms_drafting,
    forms_papers,
    forms_places,
    verbs,
    verbs_amending,
    verbs_signing,
)

AGREEMENT = "agreements/<int:pk>/"
PLACE = "agreement-places/<int:pk>/"
AMENDMENT = "amendments/<int:pk>/"
CLAUSE = "clauses/<int:pk>/"

urlpatterns = [
    path("agreements/new/", forms_drafting.AgreementCreate.as_view(), name="agreement-create"),
    path(
        "agreements/register/",
        forms_drafting.AgreementRegister.as_view(),
        name="agreement-register",
    ),
    path("agreements/signers/", verbs_signing.SignerChoose.as_view(), name="signer-choose"),
    path(f"{AGREEMENT}edit/", forms_drafting.AgreementEdit.as_view(), name="agreement-edit"),
    path(
        f"{AGREEMENT}parties/new/",
        forms_places.PlaceCreate.as_view(),
        name="agreement-party-create",
    ),
    path(f"{PLACE}edit/", forms_places.PlaceEdit.as_view(), name="agreement-party-edit"),
    path(f"{PLACE}remove/", forms_places.PlaceRemove.as_view(), name="agreement-party-remove"),
    path(f"{PLACE}sign/", verbs_signing.Sign.as_view(), name="agreement-sign"),
    path(f"{AGREEMENT}clauses/new/", forms_clauses.ClauseCreate.as_view(), name="clause-create"),
    path(f"{AGREEMENT}clauses/paste/", forms_clauses.ClausePaste.as_view(), name="clause-paste"),
    path(f"{CLAUSE}edit/", forms_clauses.ClauseEdit.as_view(), name="clause-edit"),
    path(f"{CLAUSE}remove/", forms_clauses.ClauseRemove.as_view(), name="clause-remove"),
    path(f"{CLAUSE}promise/", forms_clauses.ClausePromise.as_view(), name="clause-promise"),
    path(f"{AGREEMENT}bases/new/", forms_papers.BasisAdd.as_view(), name="agreement-basis-add"),
    path(
        "agreement-bases/<int:pk>/remove/",
        forms_papers.BasisRemove.as_view(),
        name="agreement-basis-remove",
    ),
    path(
        f"{AGREEMENT}documents/new/",
        forms_papers.PaperAttach.as_view(),
        name="agreement-document-attach",
    ),
    path(
        "agreement-documents/<int:pk>/detach/",
        forms_papers.PaperDetach.as_view(),
        name="agreement-document-detach",
    ),
    path(f"{AGREEMENT}paper/", verbs_signing.PaperCheck.as_view(), name="agreement-paper"),
    path(
        "signatures/<int:pk>/confirm/",
        verbs_signing.SignatureConfirm.as_view(),
        name="signature-confirm",
    ),
    path(
        "signatures/<int:pk>/take-back/",
        verbs_signing.SignatureTakeBack.as_view(),
        name="signature-take-back",
    ),
    path(
        f"{AGREEMENT}amendments/new/",
        forms_amending.AmendmentCreate.as_view(),
        name="amendment-create",
    ),
    path(f"{AMENDMENT}edit/", forms_amending.AmendmentEdit.as_view(), name="amendment-edit"),
    path(
        f"{AMENDMENT}clauses/new/",
        forms_amending.AmendmentClauseNew.as_view(),
        name="amendment-clause-new",
    ),
    path(
        f"{CLAUSE}amend/",
        forms_amending.AmendmentClauseChange.as_view(),
        name="amendment-clause-change",
    ),
    path(
        f"{CLAUSE}amend-out/",
        forms_amending.AmendmentClauseOut.as_view(),
        name="amendment-clause-out",
    ),
    path(
        "amendment-changes/<int:pk>/drop/",
        forms_amending.AmendmentLineDrop.as_view(),
        name="amendment-line-drop",
    ),
    path(f"{AMENDMENT}<slug:verb>/", verbs_amending.AmendmentMove.as_view(), name="amendment-move"),
    path(f"{AGREEMENT}<slug:verb>/", verbs.AgreementMove.as_view(), name="agreement-move"),
]
