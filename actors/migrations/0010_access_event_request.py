from django.db import migrations, models


class Migration(migrations.Migration):
    """The number of a request is a short text of our own, no UUID."""

    dependencies = [
        ("actors", "0009_imports"),
    ]

    operations = [
        migrations.RemoveIndex("accessevent", "access_event_by_request"),
        migrations.RemoveField("accessevent", "request_id"),
        migrations.AddField(
            "accessevent",
            "request_id",
            models.CharField(blank=True, max_length=40, verbose_name="request", default=""),
            preserve_default=False,
        ),
        migrations.AddIndex(
            "accessevent", models.Index(fields=["request_id"], name="access_event_by_request")
        ),
    ]
