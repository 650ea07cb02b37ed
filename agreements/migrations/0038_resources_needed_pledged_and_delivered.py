"""What is needed, who promised it, what came."""

import django.db.models.deletion
import django.db.models.fields.json
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0037_rules_guidelines_knowledge_and_trainings'),
    ]

    operations = [
        migrations.CreateModel(
            name='ResourceNeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('kind', models.CharField(choices=[('fund', 'Fund'), ('staff', 'Staff'), ('facility', 'Facility'), ('equipment', 'Equipment'), ('data', 'Data'), ('expertise', 'Expertise'), ('foster', 'Fostering')], max_length=20, verbose_name='kind')),
                ('quantity', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='how much')),
                ('unit', models.CharField(blank=True, max_length=40, verbose_name='unit')),
                ('what', models.CharField(max_length=300, verbose_name='what is needed')),
                ('needed_by', models.DateField(blank=True, null=True, verbose_name='needed by')),
                ('state', models.CharField(choices=[('open', 'Open'), ('closed', 'Closed')], default='open', editable=False, max_length=20, verbose_name='state')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='resource_needs', to='agreements.collaboration')),
                ('goal', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='resource_needs', to='agreements.goal', verbose_name='goal')),
                ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='resource_needs', to='actors.organization', verbose_name='who needs it')),
            ],
            options={
                'verbose_name': 'resource need',
                'verbose_name_plural': 'resource needs',
                'ordering': ['collaboration', 'needed_by', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='NeedChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_state', models.CharField(blank=True, max_length=20, verbose_name='from')),
                ('to_state', models.CharField(max_length=20, verbose_name='to')),
                ('note', models.TextField(blank=True, verbose_name='reason')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='when')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('need', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='agreements.resourceneed')),
            ],
            options={
                'verbose_name': "line of the need's history",
                'verbose_name_plural': "lines of the needs' history",
                'ordering': ['made_at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Pledge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('kind', models.CharField(choices=[('fund', 'Fund'), ('staff', 'Staff'), ('facility', 'Facility'), ('equipment', 'Equipment'), ('data', 'Data'), ('expertise', 'Expertise'), ('foster', 'Fostering')], max_length=20, verbose_name='kind')),
                ('quantity', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='how much')),
                ('unit', models.CharField(blank=True, max_length=40, verbose_name='unit')),
                ('what', models.CharField(max_length=300, verbose_name='what is pledged')),
                ('made_on', models.DateField(verbose_name='pledged on')),
                ('due_on', models.DateField(verbose_name='delivered by')),
                ('original_due_on', models.DateField(editable=False, verbose_name='first due')),
                ('state', models.CharField(choices=[('offered', 'Offered, waits for an answer'), ('accepted', 'Accepted'), ('partly', 'Partly delivered'), ('delivered', 'Delivered'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], default='offered', editable=False, max_length=20, verbose_name='state')),
                ('is_on_behalf', models.BooleanField(default=False, editable=False, verbose_name='recorded for the giver, not yet confirmed by it')),
                ('accepted_on_behalf', models.BooleanField(default=False, editable=False, verbose_name='accepted for the receiver, not yet confirmed by it')),
                ('clause', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pledges', to='agreements.clause', verbose_name='clause')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pledges', to='agreements.collaboration')),
                ('decision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pledges', to='agreements.decision', verbose_name='decision')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pledges_given', to='actors.organization', verbose_name='who gives')),
                ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pledges', to='agreements.meeting', verbose_name='meeting')),
                ('receiver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pledges_received', to='actors.organization', verbose_name='who receives')),
                ('recorded_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='recorded_pledges', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('need', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pledges', to='agreements.resourceneed', verbose_name='need that it meets')),
            ],
            options={
                'verbose_name': 'pledge',
                'verbose_name_plural': 'pledges',
                'ordering': ['due_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ResourceNeedEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('kind', models.CharField(choices=[('fund', 'Fund'), ('staff', 'Staff'), ('facility', 'Facility'), ('equipment', 'Equipment'), ('data', 'Data'), ('expertise', 'Expertise'), ('foster', 'Fostering')], max_length=20, verbose_name='kind')),
                ('quantity', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='how much')),
                ('unit', models.CharField(blank=True, max_length=40, verbose_name='unit')),
                ('what', models.CharField(max_length=300, verbose_name='what is needed')),
                ('needed_by', models.DateField(blank=True, null=True, verbose_name='needed by')),
                ('state', models.CharField(choices=[('open', 'Open'), ('closed', 'Closed')], default='open', editable=False, max_length=20, verbose_name='state')),
                ('collaboration', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.collaboration')),
                ('goal', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.goal', verbose_name='goal')),
                ('organization', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.organization', verbose_name='who needs it')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.resourceneed')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('quantity', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='how much')),
                ('planned_on', models.DateField(blank=True, null=True, verbose_name='scheduled for')),
                ('delivered_on', models.DateField(blank=True, null=True, verbose_name='delivered on')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('state', models.CharField(choices=[('scheduled', 'Scheduled'), ('delivered', 'Delivered, waits for confirmation'), ('confirmed', 'Confirmed by the receiver'), ('disputed', 'Did not arrive'), ('cancelled', 'Cancelled')], editable=False, max_length=20, verbose_name='state')),
                ('confirmed_on', models.DateField(editable=False, null=True, verbose_name='confirmed on')),
                ('is_on_behalf', models.BooleanField(default=False, editable=False, verbose_name='confirmed by a coordinator, not yet by the receiver')),
                ('confirmed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='confirmed_deliveries', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by')),
                ('confirmed_for', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='confirmed_deliveries', to='actors.organization', verbose_name='confirmed for')),
                ('evidence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='agreements.document', verbose_name='evidence')),
                ('reported_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reported_deliveries', to=settings.AUTH_USER_MODEL, verbose_name='reported by')),
                ('pledge', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='agreements.pledge')),
            ],
            options={
                'verbose_name': 'delivery',
                'verbose_name_plural': 'deliveries',
                'ordering': ['planned_on', 'delivered_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='NeedChangeEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('from_state', models.CharField(blank=True, max_length=20, verbose_name='from')),
                ('to_state', models.CharField(max_length=20, verbose_name='to')),
                ('note', models.TextField(blank=True, verbose_name='reason')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='when')),
                ('made_by', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.needchange')),
                ('need', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.resourceneed')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PledgeChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_state', models.CharField(blank=True, max_length=20, verbose_name='from')),
                ('to_state', models.CharField(max_length=20, verbose_name='to')),
                ('note', models.TextField(blank=True, verbose_name='reason')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='when')),
                ('old_due_on', models.DateField(null=True, verbose_name='old due date')),
                ('new_due_on', models.DateField(null=True, verbose_name='new due date')),
                ('is_on_behalf', models.BooleanField(default=False, verbose_name='on behalf of the party')),
                ('delivery', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='agreements.delivery')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('pledge', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='agreements.pledge')),
            ],
            options={
                'verbose_name': "line of the pledge's history",
                'verbose_name_plural': "lines of the pledges' history",
                'ordering': ['made_at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DeliveryEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('quantity', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='how much')),
                ('planned_on', models.DateField(blank=True, null=True, verbose_name='scheduled for')),
                ('delivered_on', models.DateField(blank=True, null=True, verbose_name='delivered on')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('state', models.CharField(choices=[('scheduled', 'Scheduled'), ('delivered', 'Delivered, waits for confirmation'), ('confirmed', 'Confirmed by the receiver'), ('disputed', 'Did not arrive'), ('cancelled', 'Cancelled')], editable=False, max_length=20, verbose_name='state')),
                ('confirmed_on', models.DateField(editable=False, null=True, verbose_name='confirmed on')),
                ('is_on_behalf', models.BooleanField(default=False, editable=False, verbose_name='confirmed by a coordinator, not yet by the receiver')),
                ('confirmed_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by')),
                ('confirmed_for', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.organization', verbose_name='confirmed for')),
                ('evidence', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.document', verbose_name='evidence')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.delivery')),
                ('reported_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='reported by')),
                ('pledge', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.pledge')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_delivery_newest'), models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_delivery_user'), models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_delivery_request'), models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_delivery_ip')],
            },
        ),
        migrations.CreateModel(
            name='PledgeChangeEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('from_state', models.CharField(blank=True, max_length=20, verbose_name='from')),
                ('to_state', models.CharField(max_length=20, verbose_name='to')),
                ('note', models.TextField(blank=True, verbose_name='reason')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='when')),
                ('old_due_on', models.DateField(null=True, verbose_name='old due date')),
                ('new_due_on', models.DateField(null=True, verbose_name='new due date')),
                ('is_on_behalf', models.BooleanField(default=False, verbose_name='on behalf of the party')),
                ('delivery', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.delivery')),
                ('made_by', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.pledgechange')),
                ('pledge', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.pledge')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pledgechange_newest'), models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pledgechange_user'), models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pledgechange_request'), models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pledgechange_ip')],
            },
        ),
        migrations.CreateModel(
            name='PledgeEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('kind', models.CharField(choices=[('fund', 'Fund'), ('staff', 'Staff'), ('facility', 'Facility'), ('equipment', 'Equipment'), ('data', 'Data'), ('expertise', 'Expertise'), ('foster', 'Fostering')], max_length=20, verbose_name='kind')),
                ('quantity', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='how much')),
                ('unit', models.CharField(blank=True, max_length=40, verbose_name='unit')),
                ('what', models.CharField(max_length=300, verbose_name='what is pledged')),
                ('made_on', models.DateField(verbose_name='pledged on')),
                ('due_on', models.DateField(verbose_name='delivered by')),
                ('original_due_on', models.DateField(editable=False, verbose_name='first due')),
                ('state', models.CharField(choices=[('offered', 'Offered, waits for an answer'), ('accepted', 'Accepted'), ('partly', 'Partly delivered'), ('delivered', 'Delivered'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], default='offered', editable=False, max_length=20, verbose_name='state')),
                ('is_on_behalf', models.BooleanField(default=False, editable=False, verbose_name='recorded for the giver, not yet confirmed by it')),
                ('accepted_on_behalf', models.BooleanField(default=False, editable=False, verbose_name='accepted for the receiver, not yet confirmed by it')),
                ('clause', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.clause', verbose_name='clause')),
                ('collaboration', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.collaboration')),
                ('decision', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.decision', verbose_name='decision')),
                ('giver', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.organization', verbose_name='who gives')),
                ('meeting', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.meeting', verbose_name='meeting')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.pledge')),
                ('receiver', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.organization', verbose_name='who receives')),
                ('recorded_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('need', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.resourceneed', verbose_name='need that it meets')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pledge_newest'), models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pledge_user'), models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pledge_request'), models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pledge_ip')],
            },
        ),
        migrations.AddIndex(
            model_name='pledge',
            index=models.Index(fields=['collaboration', 'due_on'], name='pledge_collaboration_due'),
        ),
        migrations.AddIndex(
            model_name='pledge',
            index=models.Index(fields=['giver', 'due_on'], name='pledge_giver_due'),
        ),
        migrations.AddIndex(
            model_name='pledge',
            index=models.Index(fields=['receiver', 'due_on'], name='pledge_receiver_due'),
        ),
        migrations.AddIndex(
            model_name='needchangeevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_needchange_newest'),
        ),
        migrations.AddIndex(
            model_name='needchangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_needchange_user'),
        ),
        migrations.AddIndex(
            model_name='needchangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_needchange_request'),
        ),
        migrations.AddIndex(
            model_name='needchangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_needchange_ip'),
        ),
        migrations.AddIndex(
            model_name='resourceneedevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_resourceneed_newest'),
        ),
        migrations.AddIndex(
            model_name='resourceneedevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_resourceneed_user'),
        ),
        migrations.AddIndex(
            model_name='resourceneedevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_resourceneed_request'),
        ),
        migrations.AddIndex(
            model_name='resourceneedevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_resourceneed_ip'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='delivery_quantity_above_zero', violation_error_code='quantity', violation_error_message='Say how much: a number above zero.'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['scheduled', 'delivered', 'confirmed', 'disputed', 'cancelled'])), name='delivery_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('delivered_on', None), ('planned_on__isnull', False), ('reported_by', None), ('state', 'scheduled')), models.Q(('delivered_on__isnull', False), ('reported_by__isnull', False), ('state__in', ('delivered', 'confirmed', 'disputed'))), models.Q(('state__in', ['scheduled', 'delivered', 'confirmed', 'disputed']), _negated=True), _connector='OR'), name='delivery_has_its_day', violation_error_message='Say on which day.'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_by__isnull', False), ('confirmed_on__isnull', False), ('state', 'confirmed')), models.Q(models.Q(('state', 'confirmed'), _negated=True), ('confirmed_by', None), ('confirmed_for', None), ('confirmed_on', None), ('is_on_behalf', False)), _connector='OR'), name='delivery_confirmed_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_by', None), models.Q(('confirmed_by', models.F('reported_by')), _negated=True), _connector='OR'), name='delivery_confirmed_by_another', violation_error_message='Whoever reported a delivery does not confirm it.'),
        ),
        migrations.AddConstraint(
            model_name='pledgechange',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('new_due_on', None), ('old_due_on', None)), models.Q(('new_due_on__isnull', False), ('old_due_on__isnull', False), models.Q(('old_due_on', models.F('new_due_on')), _negated=True)), _connector='OR'), name='pledge_change_moves_the_day', violation_error_message='This is already the due date.'),
        ),
        migrations.AddConstraint(
            model_name='resourceneed',
            constraint=models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='need_says_what', violation_error_code='what', violation_error_message='Say what is needed.'),
        ),
        migrations.AddConstraint(
            model_name='resourceneed',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='need_quantity_above_zero', violation_error_code='quantity', violation_error_message='Say how much: a number above zero.'),
        ),
        migrations.AddConstraint(
            model_name='resourceneed',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'fund'), ('unit', '')), models.Q(models.Q(('kind', 'fund'), _negated=True), models.Q(('unit', ''), _negated=True)), _connector='OR'), name='need_money_has_no_unit', violation_error_code='unit', violation_error_message='Money is counted in rupiah and has no unit; everything else has one.'),
        ),
        migrations.AddConstraint(
            model_name='resourceneed',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['fund', 'staff', 'facility', 'equipment', 'data', 'expertise', 'foster'])), name='need_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='resourceneed',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'closed'])), name='need_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='pledge',
            constraint=models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='pledge_says_what', violation_error_code='what', violation_error_message='Say what is pledged.'),
        ),
        migrations.AddConstraint(
            model_name='pledge',
            constraint=models.CheckConstraint(condition=models.Q(('receiver', None), models.Q(('receiver', models.F('giver')), _negated=True), _connector='OR'), name='pledge_to_another', violation_error_code='receiver', violation_error_message='Nobody pledges to oneself: choose another receiver.'),
        ),
        migrations.AddConstraint(
            model_name='pledge',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='pledge_quantity_above_zero', violation_error_code='quantity', violation_error_message='Say how much: a number above zero.'),
        ),
        migrations.AddConstraint(
            model_name='pledge',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'fund'), ('unit', '')), models.Q(models.Q(('kind', 'fund'), _negated=True), models.Q(('unit', ''), _negated=True)), _connector='OR'), name='pledge_money_has_no_unit', violation_error_code='unit', violation_error_message='Money is counted in rupiah and has no unit; everything else has one.'),
        ),
        migrations.AddConstraint(
            model_name='pledge',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('made_on')), ('original_due_on__gte', models.F('made_on'))), name='pledge_due_after_made', violation_error_code='due_on', violation_error_message='A pledge cannot be due before it is made.'),
        ),
        migrations.AddConstraint(
            model_name='pledge',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['fund', 'staff', 'facility', 'equipment', 'data', 'expertise', 'foster'])), name='pledge_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='pledge',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['offered', 'accepted', 'partly', 'delivered', 'declined', 'withdrawn'])), name='pledge_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='pledge',
            constraint=models.CheckConstraint(condition=models.Q(('accepted_on_behalf', False), models.Q(('receiver__isnull', False), ('state__in', ['accepted', 'partly', 'delivered', 'withdrawn'])), _connector='OR'), name='pledge_accepted_on_behalf_of_somebody'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deliveryevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7b6a285f10e9586df4502703a88e6708c4de31eb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_85c0b', table='agreements_deliveryevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delivery',
            trigger=pgtrigger.compiler.Trigger(name='moves_only', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ((\'confirmed\', \'disputed\'), (\'delivered\', \'cancelled\'), (\'delivered\', \'confirmed\'), (\'delivered\', \'disputed\'), (\'scheduled\', \'cancelled\'), (\'scheduled\', \'delivered\')) THEN\n                RAISE EXCEPTION \'violates "delivery_moves_only": this state does not follow that one\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'delivery_moves_only\';\n            END IF;\n            RETURN NEW;\n        ', hash='884fa20683ad31ce3d4704b4f61754cde85b22ad', operation='UPDATE OF "state"', pgid='pgtrigger_moves_only_59fd5', table='agreements_delivery', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delivery',
            trigger=pgtrigger.compiler.Trigger(name='of_an_accepted_pledge', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF TG_OP = \'UPDATE\' THEN\n                IF NEW.pledge_id = OLD.pledge_id\n                    AND (NEW.state <> \'delivered\' OR OLD.state = \'delivered\')\n                THEN\n                    RETURN NEW;\n                END IF;\n            END IF;\n            IF EXISTS (\n                SELECT FROM agreements_pledge WHERE id = NEW.pledge_id\n                AND state NOT IN (\'accepted\', \'partly\', \'delivered\')\n            ) THEN\n                RAISE EXCEPTION \'violates "delivery_of_an_accepted_pledge": the pledge is not accepted\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'delivery_of_an_accepted_pledge\';\n            END IF;\n            RETURN NEW;\n        ', hash='f2c7795071185597d6dcf67d2b868202af7d9983', operation='INSERT OR UPDATE OF "pledge_id", "state"', pgid='pgtrigger_of_an_accepted_pledge_920a8', table='agreements_delivery', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delivery',
            trigger=pgtrigger.compiler.Trigger(name='not_by_the_giver', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE gives BIGINT;', func='\n            \n            IF TG_OP = \'UPDATE\' THEN\n                IF ROW(NEW.pledge_id, NEW.confirmed_for_id, NEW.confirmed_by_id) IS NOT DISTINCT FROM ROW(OLD.pledge_id, OLD.confirmed_for_id, OLD.confirmed_by_id) THEN\n                    RETURN NEW;\n                END IF;\n            END IF;\n            SELECT giver_id INTO gives FROM agreements_pledge WHERE id = NEW.pledge_id;\n            IF NEW.confirmed_for_id = gives OR EXISTS (\n                SELECT FROM actors_user WHERE id = NEW.confirmed_by_id AND organization_id = gives\n            ) THEN\n                RAISE EXCEPTION \'violates "delivery_not_confirmed_by_giver": the giver does not confirm its own delivery\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'delivery_not_confirmed_by_giver\';\n            END IF;\n            RETURN NEW;\n        ', hash='770fb1ca1c64cf90410b08f52ae81e00474f1352', operation='INSERT OR UPDATE OF "pledge_id", "confirmed_for_id", "confirmed_by_id"', pgid='pgtrigger_not_by_the_giver_017a4', table='agreements_delivery', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delivery',
            trigger=pgtrigger.compiler.Trigger(name='pledge_follows', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            PERFORM FROM agreements_pledge WHERE id = coalesce(NEW.pledge_id, OLD.pledge_id) FOR NO KEY UPDATE;\n            IF EXISTS (\n                SELECT FROM agreements_pledge pledge\n                CROSS JOIN LATERAL (\n                    SELECT\n                        coalesce(sum(quantity)\n                            FILTER (WHERE state IN (\'delivered\', \'confirmed\')), 0) AS came,\n                        count(*) FILTER (WHERE state = \'scheduled\') AS planned\n                    FROM agreements_delivery WHERE pledge_id = pledge.id\n                ) it\n                WHERE pledge.id = coalesce(NEW.pledge_id, OLD.pledge_id) AND NOT CASE pledge.state\n                    WHEN \'accepted\' THEN it.came = 0\n                    WHEN \'partly\' THEN it.came > 0 AND it.came < pledge.quantity\n                    WHEN \'delivered\' THEN it.came >= pledge.quantity\n                    ELSE it.planned = 0\n                END\n            ) THEN\n                RAISE EXCEPTION \'violates "pledge_stands_where_it_arrived": what arrived says otherwise\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pledge_stands_where_it_arrived\';\n            END IF;\n            RETURN NULL;', hash='4cedeee8e28c90d3f899426cedbc82ea63aac704', operation='INSERT OR UPDATE OF "pledge_id", "state", "quantity" OR DELETE', pgid='pgtrigger_pledge_follows_5476e', table='agreements_delivery', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delivery',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[(SELECT collaboration_id FROM agreements_pledge WHERE id = NEW.pledge_id)::bigint, (SELECT collaboration_id FROM agreements_document WHERE id = NEW.evidence_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "delivery_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'delivery_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='f33ffa93731e67ada27d0f277bb50a263d846d6c', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_6b7a3', table='agreements_delivery', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delivery',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_deliveryevent" ("confirmed_by_id", "confirmed_for_id", "confirmed_on", "created_at", "delivered_on", "evidence_id", "id", "is_on_behalf", "is_sample", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "pledge_id", "quantity", "reported_by_id", "state") VALUES (NEW."confirmed_by_id", NEW."confirmed_for_id", NEW."confirmed_on", NEW."created_at", NEW."delivered_on", NEW."evidence_id", NEW."id", NEW."is_on_behalf", NEW."is_sample", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."planned_on", NEW."pledge_id", NEW."quantity", NEW."reported_by_id", NEW."state"); RETURN NULL;', hash='9ed449feb275464f4786fc4c0a40e87574d10cd6', operation='INSERT', pgid='pgtrigger_insert_insert_869d6', table='agreements_delivery', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delivery',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."confirmed_by_id" IS DISTINCT FROM (NEW."confirmed_by_id") OR OLD."confirmed_for_id" IS DISTINCT FROM (NEW."confirmed_for_id") OR OLD."confirmed_on" IS DISTINCT FROM (NEW."confirmed_on") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."delivered_on" IS DISTINCT FROM (NEW."delivered_on") OR OLD."evidence_id" IS DISTINCT FROM (NEW."evidence_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_on_behalf" IS DISTINCT FROM (NEW."is_on_behalf") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."planned_on" IS DISTINCT FROM (NEW."planned_on") OR OLD."pledge_id" IS DISTINCT FROM (NEW."pledge_id") OR OLD."quantity" IS DISTINCT FROM (NEW."quantity") OR OLD."reported_by_id" IS DISTINCT FROM (NEW."reported_by_id") OR OLD."state" IS DISTINCT FROM (NEW."state"))', func='INSERT INTO "agreements_deliveryevent" ("confirmed_by_id", "confirmed_for_id", "confirmed_on", "created_at", "delivered_on", "evidence_id", "id", "is_on_behalf", "is_sample", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "pledge_id", "quantity", "reported_by_id", "state") VALUES (NEW."confirmed_by_id", NEW."confirmed_for_id", NEW."confirmed_on", NEW."created_at", NEW."delivered_on", NEW."evidence_id", NEW."id", NEW."is_on_behalf", NEW."is_sample", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."planned_on", NEW."pledge_id", NEW."quantity", NEW."reported_by_id", NEW."state"); RETURN NULL;', hash='5b097ebc8c5e25e2d29a8a9399708466bf9ea305', operation='UPDATE', pgid='pgtrigger_update_update_456c8', table='agreements_delivery', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delivery',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_deliveryevent" ("confirmed_by_id", "confirmed_for_id", "confirmed_on", "created_at", "delivered_on", "evidence_id", "id", "is_on_behalf", "is_sample", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "pledge_id", "quantity", "reported_by_id", "state") VALUES (OLD."confirmed_by_id", OLD."confirmed_for_id", OLD."confirmed_on", OLD."created_at", OLD."delivered_on", OLD."evidence_id", OLD."id", OLD."is_on_behalf", OLD."is_sample", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."planned_on", OLD."pledge_id", OLD."quantity", OLD."reported_by_id", OLD."state"); RETURN NULL;', hash='1581bcc91076b18e9c4fb8b698eb20e9bfabc537', operation='DELETE', pgid='pgtrigger_delete_delete_c8e64', table='agreements_delivery', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledgechange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_pledgechangeevent" ("delivery_id", "from_state", "id", "is_on_behalf", "made_at", "made_by_id", "new_due_on", "note", "old_due_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledge_id", "to_state") VALUES (NEW."delivery_id", NEW."from_state", NEW."id", NEW."is_on_behalf", NEW."made_at", NEW."made_by_id", NEW."new_due_on", NEW."note", NEW."old_due_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."pledge_id", NEW."to_state"); RETURN NULL;', hash='3917b824f81bdefc9e65daf705ab64862c153992', operation='INSERT', pgid='pgtrigger_insert_insert_0dfa8', table='agreements_pledgechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledgechange',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "agreements_pledgechangeevent" ("delivery_id", "from_state", "id", "is_on_behalf", "made_at", "made_by_id", "new_due_on", "note", "old_due_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledge_id", "to_state") VALUES (NEW."delivery_id", NEW."from_state", NEW."id", NEW."is_on_behalf", NEW."made_at", NEW."made_by_id", NEW."new_due_on", NEW."note", NEW."old_due_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."pledge_id", NEW."to_state"); RETURN NULL;', hash='2c2b8d1adbbe1dd6aeca2d811b87ca8e4a20580f', operation='UPDATE', pgid='pgtrigger_update_update_c54b2', table='agreements_pledgechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledgechange',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_pledgechangeevent" ("delivery_id", "from_state", "id", "is_on_behalf", "made_at", "made_by_id", "new_due_on", "note", "old_due_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledge_id", "to_state") VALUES (OLD."delivery_id", OLD."from_state", OLD."id", OLD."is_on_behalf", OLD."made_at", OLD."made_by_id", OLD."new_due_on", OLD."note", OLD."old_due_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."pledge_id", OLD."to_state"); RETURN NULL;', hash='aec3bc0a7bc19199fe9748d7faadabe46074e75a', operation='DELETE', pgid='pgtrigger_delete_delete_2e3d9', table='agreements_pledgechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledgechangeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='38f38a284388089477e768791f04ed42391b2f77', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_eb9c1', table='agreements_pledgechangeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourceneed',
            trigger=pgtrigger.compiler.Trigger(name='moves_only', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ((\'closed\', \'open\'), (\'open\', \'closed\')) THEN\n                RAISE EXCEPTION \'violates "need_moves_only": this state does not follow that one\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'need_moves_only\';\n            END IF;\n            RETURN NEW;\n        ', hash='f8e77a10e20a8d3f124d37c88a7f2f3c73321b81', operation='UPDATE OF "state"', pgid='pgtrigger_moves_only_db5b8', table='agreements_resourceneed', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourceneed',
            trigger=pgtrigger.compiler.Trigger(name='stays_of_its_kind', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF EXISTS (\n                SELECT FROM agreements_pledge pledge WHERE pledge.need_id = NEW.id\n                AND (pledge.kind, lower(pledge.unit)) <> (NEW.kind, lower(NEW.unit))\n            ) THEN\n                RAISE EXCEPTION \'violates "need_stays_of_its_kind": pledges of another kind or unit meet it\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'need_stays_of_its_kind\';\n            END IF;\n            RETURN NEW;\n        ', hash='ec13982681834b74cd82cc5ddb7b4f197bcb9bf6', operation='UPDATE OF "kind", "unit"', pgid='pgtrigger_stays_of_its_kind_e6561', table='agreements_resourceneed', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourceneed',
            trigger=pgtrigger.compiler.Trigger(name='is_for_whose_need_it_is', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            IF EXISTS (\n                SELECT FROM agreements_resourceneed need\n                JOIN agreements_pledge pledge ON pledge.need_id = need.id\n                WHERE need.id = NEW.id\n                AND need.organization_id IS NOT NULL\n                AND pledge.receiver_id IS DISTINCT FROM need.organization_id\n            ) THEN\n                RAISE EXCEPTION \'violates "pledge_is_for_whose_need_it_is": the need of another organization\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pledge_is_for_whose_need_it_is\';\n            END IF;\n            RETURN NULL;\n        ', hash='0c71357672eb1fc16814f78f39a1facfff213b82', operation='INSERT OR UPDATE OF "organization_id"', pgid='pgtrigger_is_for_whose_need_it_is_64350', table='agreements_resourceneed', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourceneed',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[NEW.collaboration_id::bigint, (SELECT collaboration_id FROM agreements_goal WHERE id = NEW.goal_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "need_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'need_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='104553be2d80fba007fbfff77b97763e052209d6', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_83a4c', table='agreements_resourceneed', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourceneed',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_resourceneedevent" ("collaboration_id", "created_at", "goal_id", "id", "is_sample", "kind", "needed_by", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "state", "unit", "version", "what") VALUES (NEW."collaboration_id", NEW."created_at", NEW."goal_id", NEW."id", NEW."is_sample", NEW."kind", NEW."needed_by", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."quantity", NEW."state", NEW."unit", NEW."version", NEW."what"); RETURN NULL;', hash='38b4def712a7901c01939e1ff27110a9a714f0e2', operation='INSERT', pgid='pgtrigger_insert_insert_b0f4a', table='agreements_resourceneed', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourceneed',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."collaboration_id" IS DISTINCT FROM (NEW."collaboration_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."goal_id" IS DISTINCT FROM (NEW."goal_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."needed_by" IS DISTINCT FROM (NEW."needed_by") OR OLD."organization_id" IS DISTINCT FROM (NEW."organization_id") OR OLD."quantity" IS DISTINCT FROM (NEW."quantity") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."what" IS DISTINCT FROM (NEW."what"))', func='INSERT INTO "agreements_resourceneedevent" ("collaboration_id", "created_at", "goal_id", "id", "is_sample", "kind", "needed_by", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "state", "unit", "version", "what") VALUES (NEW."collaboration_id", NEW."created_at", NEW."goal_id", NEW."id", NEW."is_sample", NEW."kind", NEW."needed_by", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."quantity", NEW."state", NEW."unit", NEW."version", NEW."what"); RETURN NULL;', hash='fc5af1c05d5cd67c99309710ddffc53f73aeedb5', operation='UPDATE', pgid='pgtrigger_update_update_659a7', table='agreements_resourceneed', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourceneed',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_resourceneedevent" ("collaboration_id", "created_at", "goal_id", "id", "is_sample", "kind", "needed_by", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "state", "unit", "version", "what") VALUES (OLD."collaboration_id", OLD."created_at", OLD."goal_id", OLD."id", OLD."is_sample", OLD."kind", OLD."needed_by", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."quantity", OLD."state", OLD."unit", OLD."version", OLD."what"); RETURN NULL;', hash='93afaf4fd9bc6f3b5c7bc6547f370221286f0a5f', operation='DELETE', pgid='pgtrigger_delete_delete_89a1b', table='agreements_resourceneed', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledgeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ab96190d9e0928bdbc622947c697c43deb7b4507', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1e9da', table='agreements_pledgeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledge',
            trigger=pgtrigger.compiler.Trigger(name='moves_only', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ((\'accepted\', \'declined\'), (\'accepted\', \'delivered\'), (\'accepted\', \'partly\'), (\'accepted\', \'withdrawn\'), (\'delivered\', \'accepted\'), (\'delivered\', \'partly\'), (\'offered\', \'accepted\'), (\'offered\', \'declined\'), (\'offered\', \'withdrawn\'), (\'partly\', \'accepted\'), (\'partly\', \'delivered\'), (\'partly\', \'withdrawn\')) THEN\n                RAISE EXCEPTION \'violates "pledge_moves_only": this state does not follow that one\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pledge_moves_only\';\n            END IF;\n            RETURN NEW;\n        ', hash='f810be27f189eb9e45b9651a33fcd87b40a6c504', operation='UPDATE OF "state"', pgid='pgtrigger_moves_only_0930d', table='agreements_pledge', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledge',
            trigger=pgtrigger.compiler.Trigger(name='declined_in_time', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.state = \'accepted\' AND NEW.state = \'declined\' AND NOT OLD.accepted_on_behalf THEN\n                RAISE EXCEPTION \'violates "pledge_declined_in_time": the receiver has accepted it\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pledge_declined_in_time\';\n            END IF;\n            RETURN NEW;\n        ', hash='b625d9791a5c9867d36297d5021a0acac60ef26b', operation='UPDATE OF "state"', pgid='pgtrigger_declined_in_time_abe00', table='agreements_pledge', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledge',
            trigger=pgtrigger.compiler.Trigger(name='meets_its_kind', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF EXISTS (\n                SELECT FROM agreements_resourceneed need WHERE need.id = NEW.need_id\n                AND (need.kind, lower(need.unit)) <> (NEW.kind, lower(NEW.unit))\n            ) THEN\n                RAISE EXCEPTION \'violates "pledge_meets_its_kind": another kind or unit than the need\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pledge_meets_its_kind\';\n            END IF;\n            RETURN NEW;\n        ', hash='f867dc37a9c61e31acd518aa45e5906412f63e5e', operation='INSERT OR UPDATE OF "need_id", "kind", "unit"', pgid='pgtrigger_meets_its_kind_4e74a', table='agreements_pledge', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledge',
            trigger=pgtrigger.compiler.Trigger(name='is_for_whose_need_it_is', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            IF EXISTS (\n                SELECT FROM agreements_resourceneed need\n                JOIN agreements_pledge pledge ON pledge.need_id = need.id\n                WHERE need.id = NEW.need_id\n                AND need.organization_id IS NOT NULL\n                AND pledge.receiver_id IS DISTINCT FROM need.organization_id\n            ) THEN\n                RAISE EXCEPTION \'violates "pledge_is_for_whose_need_it_is": the need of another organization\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pledge_is_for_whose_need_it_is\';\n            END IF;\n            RETURN NULL;\n        ', hash='95493a9c4f12d6ff1dad04a90e3b7223e854f490', operation='INSERT OR UPDATE OF "need_id", "receiver_id"', pgid='pgtrigger_is_for_whose_need_it_is_11eeb', table='agreements_pledge', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledge',
            trigger=pgtrigger.compiler.Trigger(name='stands_where_it_arrived', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            PERFORM FROM agreements_pledge WHERE id = NEW.id FOR NO KEY UPDATE;\n            IF EXISTS (\n                SELECT FROM agreements_pledge pledge\n                CROSS JOIN LATERAL (\n                    SELECT\n                        coalesce(sum(quantity)\n                            FILTER (WHERE state IN (\'delivered\', \'confirmed\')), 0) AS came,\n                        count(*) FILTER (WHERE state = \'scheduled\') AS planned\n                    FROM agreements_delivery WHERE pledge_id = pledge.id\n                ) it\n                WHERE pledge.id = NEW.id AND NOT CASE pledge.state\n                    WHEN \'accepted\' THEN it.came = 0\n                    WHEN \'partly\' THEN it.came > 0 AND it.came < pledge.quantity\n                    WHEN \'delivered\' THEN it.came >= pledge.quantity\n                    ELSE it.planned = 0\n                END\n            ) THEN\n                RAISE EXCEPTION \'violates "pledge_stands_where_it_arrived": what arrived says otherwise\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pledge_stands_where_it_arrived\';\n            END IF;\n            RETURN NULL;', hash='ebeae10b4bb5d6ef0455b12a97a2927e07a4b49a', operation='INSERT OR UPDATE OF "state", "quantity"', pgid='pgtrigger_stands_where_it_arrived_6e993', table='agreements_pledge', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledge',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[NEW.collaboration_id::bigint, (SELECT collaboration_id FROM agreements_resourceneed WHERE id = NEW.need_id)::bigint, (SELECT collaboration_id FROM agreements_meeting WHERE id = NEW.meeting_id)::bigint, (\n    SELECT meeting.collaboration_id FROM agreements_decision decision\n    JOIN agreements_meeting meeting ON meeting.id = decision.meeting_id\n    WHERE decision.id = NEW.decision_id\n)::bigint, (\n    SELECT agreement.collaboration_id FROM agreements_clause clause\n    JOIN agreements_agreement agreement ON agreement.id = clause.agreement_id\n    WHERE clause.id = NEW.clause_id\n)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "pledge_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pledge_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='7cdd3084cd60ad7c7a87b00670f58c16f6b7487e', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_62a94', table='agreements_pledge', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledge',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_pledgeevent" ("accepted_on_behalf", "clause_id", "collaboration_id", "created_at", "decision_id", "due_on", "giver_id", "id", "is_on_behalf", "is_sample", "kind", "made_on", "meeting_id", "need_id", "original_due_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "receiver_id", "recorded_by_id", "state", "unit", "version", "what") VALUES (NEW."accepted_on_behalf", NEW."clause_id", NEW."collaboration_id", NEW."created_at", NEW."decision_id", NEW."due_on", NEW."giver_id", NEW."id", NEW."is_on_behalf", NEW."is_sample", NEW."kind", NEW."made_on", NEW."meeting_id", NEW."need_id", NEW."original_due_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."quantity", NEW."receiver_id", NEW."recorded_by_id", NEW."state", NEW."unit", NEW."version", NEW."what"); RETURN NULL;', hash='a1b4061f50aa3f9cf2d3f62d900172a7481709a3', operation='INSERT', pgid='pgtrigger_insert_insert_ef6a8', table='agreements_pledge', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledge',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."accepted_on_behalf" IS DISTINCT FROM (NEW."accepted_on_behalf") OR OLD."clause_id" IS DISTINCT FROM (NEW."clause_id") OR OLD."collaboration_id" IS DISTINCT FROM (NEW."collaboration_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decision_id" IS DISTINCT FROM (NEW."decision_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."giver_id" IS DISTINCT FROM (NEW."giver_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_on_behalf" IS DISTINCT FROM (NEW."is_on_behalf") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."made_on" IS DISTINCT FROM (NEW."made_on") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."need_id" IS DISTINCT FROM (NEW."need_id") OR OLD."original_due_on" IS DISTINCT FROM (NEW."original_due_on") OR OLD."quantity" IS DISTINCT FROM (NEW."quantity") OR OLD."receiver_id" IS DISTINCT FROM (NEW."receiver_id") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."what" IS DISTINCT FROM (NEW."what"))', func='INSERT INTO "agreements_pledgeevent" ("accepted_on_behalf", "clause_id", "collaboration_id", "created_at", "decision_id", "due_on", "giver_id", "id", "is_on_behalf", "is_sample", "kind", "made_on", "meeting_id", "need_id", "original_due_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "receiver_id", "recorded_by_id", "state", "unit", "version", "what") VALUES (NEW."accepted_on_behalf", NEW."clause_id", NEW."collaboration_id", NEW."created_at", NEW."decision_id", NEW."due_on", NEW."giver_id", NEW."id", NEW."is_on_behalf", NEW."is_sample", NEW."kind", NEW."made_on", NEW."meeting_id", NEW."need_id", NEW."original_due_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."quantity", NEW."receiver_id", NEW."recorded_by_id", NEW."state", NEW."unit", NEW."version", NEW."what"); RETURN NULL;', hash='40b9cf3a8d5a7416d54e337242b88fbf611efc71', operation='UPDATE', pgid='pgtrigger_update_update_680f9', table='agreements_pledge', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pledge',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_pledgeevent" ("accepted_on_behalf", "clause_id", "collaboration_id", "created_at", "decision_id", "due_on", "giver_id", "id", "is_on_behalf", "is_sample", "kind", "made_on", "meeting_id", "need_id", "original_due_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantity", "receiver_id", "recorded_by_id", "state", "unit", "version", "what") VALUES (OLD."accepted_on_behalf", OLD."clause_id", OLD."collaboration_id", OLD."created_at", OLD."decision_id", OLD."due_on", OLD."giver_id", OLD."id", OLD."is_on_behalf", OLD."is_sample", OLD."kind", OLD."made_on", OLD."meeting_id", OLD."need_id", OLD."original_due_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."quantity", OLD."receiver_id", OLD."recorded_by_id", OLD."state", OLD."unit", OLD."version", OLD."what"); RETURN NULL;', hash='466ac8138e2beecb145e121409124a8de2286d1a', operation='DELETE', pgid='pgtrigger_delete_delete_f9f77', table='agreements_pledge', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='needchangeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7aae39571857078d0f23789713e4c1eb64c2cb46', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6252c', table='agreements_needchangeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='needchange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_needchangeevent" ("from_state", "id", "made_at", "made_by_id", "need_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_state") VALUES (NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."need_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."to_state"); RETURN NULL;', hash='b855629ae543d5aad359dbb694c42ff35cb4c98b', operation='INSERT', pgid='pgtrigger_insert_insert_33442', table='agreements_needchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='needchange',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "agreements_needchangeevent" ("from_state", "id", "made_at", "made_by_id", "need_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_state") VALUES (NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."need_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."to_state"); RETURN NULL;', hash='c4b8bce521d68f4b5f5cf8957a110918304b7622', operation='UPDATE', pgid='pgtrigger_update_update_1b3bf', table='agreements_needchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='needchange',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_needchangeevent" ("from_state", "id", "made_at", "made_by_id", "need_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_state") VALUES (OLD."from_state", OLD."id", OLD."made_at", OLD."made_by_id", OLD."need_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."to_state"); RETURN NULL;', hash='fd39ea0b9f043b6c09d73da04016193efb097bd7', operation='DELETE', pgid='pgtrigger_delete_delete_b5611', table='agreements_needchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resourceneedevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c4da53a35651c1fb410490c0ea99b1ddd0b7bc45', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ec1c0', table='agreements_resourceneedevent', when='BEFORE')),
        ),
    ]
