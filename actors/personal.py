"""What the tables of actors and of the libraries hold about people; see `kit.personal`."""

from collabgov.kit.personal import (
    ADDRESS,
    AUTHOR,
    COPY,
    DROP,
    EMPTY,
    LINK,
    NAME,
    REVIEW,
    SECRET,
    declare,
    impersonal,
    whole_table,
)

declare(
    "actors.Person",
    full_name=NAME,
    title_before=EMPTY,
    title_after=EMPTY,
    email=EMPTY,
    phone=EMPTY,
    consent_note=EMPTY,
    merged_into=LINK,
    search_text=impersonal("made from the name by the database"),
)
declare("actors.Appointment", person=LINK, post=REVIEW)
declare("actors.User", email=ADDRESS, password=SECRET, person=LINK)
declare(
    "actors.Invitation",
    email=ADDRESS,
    person=LINK,
    account=LINK,
    invited_by=AUTHOR,
    token_hash=SECRET,
)
declare(
    "actors.AccessEvent",
    user=LINK,
    kind=impersonal("a word of the catalogue"),
    outcome=impersonal("a word of the catalogue"),
    user_label=NAME,
    user_email=ADDRESS,
    user_role=impersonal("a site role"),
    organization_label=impersonal("an organization's name"),
    ip=EMPTY,
    request_id=impersonal("a number of our own"),
    path=impersonal("an address of this site; tokens are left out"),
    about_model=impersonal("a kind of record"),
    about_pk=impersonal("a number"),
    about_label=COPY,
    details=COPY,
)
declare("actors.NotDuplicate", note=REVIEW, made_by=AUTHOR)
declare("actors.Merge", choices=COPY, steps=COPY, left_alone=COPY, made_by=AUTHOR, undone_by=AUTHOR)
declare(
    "actors.ImportRun",
    kind=impersonal("what was imported"),
    file_name=COPY,
    sha256=impersonal("a number"),
    made_by=AUTHOR,
)
declare("actors.ImportContent", rows=COPY, notes=COPY, columns=COPY, written=COPY, preview=COPY)

REGISTER = impersonal("an organization's or a region's, not a person's")
declare(
    "actors.Organization",
    name=REGISTER,
    short_name=REGISTER,
    aliases=REGISTER,
    mandate=REVIEW,
    address=REVIEW,
    phone=REVIEW,
    email=REVIEW,
    website=REGISTER,
    search_text=REGISTER,
)
declare(
    "actors.Region",
    code=REGISTER,
    name=REGISTER,
    aliases=REGISTER,
    search_text=REGISTER,
    source_note=REGISTER,
)
declare("actors.Abbreviation", short=REGISTER, meaning=REGISTER)

whole_table("contenttypes.ContentType", "names of tables")
whole_table("sessions.Session", "sealed contents; the sessions of an erased account are ended")
whole_table("auth.Permission", "names of verbs; not used here")
whole_table("auth.Group", "not used here: rights follow from facts")
whole_table("actors.AuditSeal", "counts and hashes of the audit trail")
whole_table("pghistory.Context", "stays empty: each event holds its own context")

# --- of django-allauth: signing in ---
NOT_USED = impersonal("the table stays empty")
PROVIDER = impersonal("the name of a single sign-on")
declare("account.EmailAddress", user=DROP, email=ADDRESS)
declare("account.EmailConfirmation", key=SECRET)
declare("mfa.Authenticator", user=DROP, data=SECRET)
declare("socialaccount.SocialAccount", user=DROP, provider=PROVIDER, uid=SECRET, extra_data=SECRET)
whole_table("socialaccount.SocialApp", "stays empty: the provider is in the settings")
whole_table("socialaccount.SocialToken", "stays empty: no token of the provider is kept")
declare(
    "usersessions.UserSession",
    user=DROP,
    ip=EMPTY,
    session_key=SECRET,
    user_agent=EMPTY,
    data=NOT_USED,
)
