"""Services given together: standards, requests and what they cost alone and together."""

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.fields.json
import django.db.models.functions.text
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0039_assistance_is_asked_and_given'),
    ]

    operations = [
        migrations.CreateModel(
            name='JointService',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('about', models.TextField(blank=True, verbose_name='what is offered')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='first held on')),
                ('rhythm', models.CharField(blank=True, max_length=120, verbose_name='how often')),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('running', 'Running'), ('ended', 'Ended')], default='planned', editable=False, max_length=20, verbose_name='state')),
                ('ended_on', models.DateField(editable=False, null=True, verbose_name='ended on')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='joint_services', to='agreements.collaboration')),
                ('recorded_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='joint_services', to='actors.region', verbose_name='region')),
            ],
            options={
                'verbose_name': 'joint service',
                'verbose_name_plural': 'joint services',
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='JointServiceChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_state', models.CharField(blank=True, max_length=20, verbose_name='from')),
                ('to_state', models.CharField(max_length=20, verbose_name='to')),
                ('note', models.TextField(blank=True, verbose_name='reason')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='when')),
                ('event', models.CharField(choices=[('planned', 'Service planned'), ('edited', 'Service changed'), ('purpose_added', 'Purpose added'), ('purpose_edited', 'Purpose changed'), ('purpose_removed', 'Purpose taken out'), ('giver_added', 'Giver of the service added'), ('giver_stood_by', 'The party says itself that it gives the service'), ('giver_removed', 'Giver of the service taken out'), ('moved', 'State changed'), ('drafted', 'Standard drafted'), ('revised', 'Draft of the standard changed'), ('discarded', 'Draft of the standard discarded'), ('published', 'Standard published'), ('cost_stated', 'Costs stated'), ('cost_edited', 'Stated costs changed'), ('cost_confirmed', 'Stated costs confirmed by the party'), ('cost_removed', 'Stated costs taken out')], max_length=20, verbose_name='what happened')),
                ('subject', models.CharField(blank=True, max_length=300, verbose_name='about what')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='agreements.jointservice')),
            ],
            options={
                'verbose_name': "line of the service's history",
                'verbose_name_plural': "lines of the services' history",
                'ordering': ['made_at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='JointServiceCost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('held_on', models.DateField(verbose_name='occasion on')),
                ('basis', models.CharField(choices=[('spent', 'Spent, in rupiah'), ('planned', 'Budgeted, in rupiah'), ('staff', 'Working hours of staff')], max_length=8, verbose_name='counted as')),
                ('together', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='what it cost together')),
                ('alone', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='what it would have cost alone')),
                ('explanation', models.TextField(verbose_name='where the figures come from')),
                ('confirmed_on', models.DateField(editable=False, null=True, verbose_name='confirmed on')),
                ('confirmed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by')),
                ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='service_costs', to='agreements.document', verbose_name='source document')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='service_costs', to='agreements.party', verbose_name='party')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='costs', to='agreements.jointservice')),
                ('stated_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='stated by')),
            ],
            options={
                'verbose_name': 'stated cost of a service',
                'verbose_name_plural': 'stated costs of services',
                'ordering': ['-held_on', 'basis', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='JointServiceEvent',
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
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('about', models.TextField(blank=True, verbose_name='what is offered')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='first held on')),
                ('rhythm', models.CharField(blank=True, max_length=120, verbose_name='how often')),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('running', 'Running'), ('ended', 'Ended')], default='planned', editable=False, max_length=20, verbose_name='state')),
                ('ended_on', models.DateField(editable=False, null=True, verbose_name='ended on')),
                ('collaboration', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.collaboration')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.jointservice')),
                ('recorded_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('region', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.region', verbose_name='region')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServiceGiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('is_on_behalf', models.BooleanField(default=False, editable=False, verbose_name='named by others, not yet by the party itself')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='services_given', to='agreements.party', verbose_name='who gives it')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='givers', to='agreements.jointservice')),
            ],
            options={
                'verbose_name': 'giver of a service',
                'verbose_name_plural': 'givers of services',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ServicePurpose',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('purpose', models.CharField(max_length=300, verbose_name='purpose')),
                ('target_group', models.CharField(max_length=200, verbose_name='target group')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='service_purposes', to='agreements.party', verbose_name='whose purpose')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='purposes', to='agreements.jointservice')),
            ],
            options={
                'verbose_name': 'purpose of a service',
                'verbose_name_plural': 'purposes of services',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ServiceStandard',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('number', models.PositiveIntegerField(editable=False, verbose_name='version of the standard')),
                ('requirements', models.TextField(verbose_name='requirements')),
                ('steps', models.TextField(verbose_name='steps')),
                ('is_free', models.BooleanField(default=True, verbose_name='free of charge')),
                ('fee', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='cost to the citizen (Rp)')),
                ('duration', models.PositiveIntegerField(verbose_name='time it takes')),
                ('unit', models.CharField(choices=[('days', 'Working days'), ('hours', 'Hours')], default='days', max_length=5, verbose_name='counted in')),
                ('office', models.CharField(max_length=200, verbose_name='office to turn to')),
                ('complaints', models.CharField(max_length=300, verbose_name='where to complain')),
                ('law', models.CharField(blank=True, max_length=200, verbose_name='rule it follows')),
                ('is_law_verified', models.BooleanField(default=False, verbose_name='checked against the rule')),
                ('published_from', models.DateField(editable=False, null=True, verbose_name='published, holds from')),
                ('published_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='published by')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standards', to='agreements.jointservice')),
            ],
            options={
                'verbose_name': 'service standard',
                'verbose_name_plural': 'service standards',
                'ordering': ['service', '-number'],
            },
        ),
        migrations.CreateModel(
            name='JointServiceChangeEvent',
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
                ('event', models.CharField(choices=[('planned', 'Service planned'), ('edited', 'Service changed'), ('purpose_added', 'Purpose added'), ('purpose_edited', 'Purpose changed'), ('purpose_removed', 'Purpose taken out'), ('giver_added', 'Giver of the service added'), ('giver_stood_by', 'The party says itself that it gives the service'), ('giver_removed', 'Giver of the service taken out'), ('moved', 'State changed'), ('drafted', 'Standard drafted'), ('revised', 'Draft of the standard changed'), ('discarded', 'Draft of the standard discarded'), ('published', 'Standard published'), ('cost_stated', 'Costs stated'), ('cost_edited', 'Stated costs changed'), ('cost_confirmed', 'Stated costs confirmed by the party'), ('cost_removed', 'Stated costs taken out')], max_length=20, verbose_name='what happened')),
                ('subject', models.CharField(blank=True, max_length=300, verbose_name='about what')),
                ('made_by', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.jointservicechange')),
                ('service', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.jointservice')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='JointServiceCostEvent',
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
                ('held_on', models.DateField(verbose_name='occasion on')),
                ('basis', models.CharField(choices=[('spent', 'Spent, in rupiah'), ('planned', 'Budgeted, in rupiah'), ('staff', 'Working hours of staff')], max_length=8, verbose_name='counted as')),
                ('together', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='what it cost together')),
                ('alone', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='what it would have cost alone')),
                ('explanation', models.TextField(verbose_name='where the figures come from')),
                ('confirmed_on', models.DateField(editable=False, null=True, verbose_name='confirmed on')),
                ('confirmed_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by')),
                ('document', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.document', verbose_name='source document')),
                ('party', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.party', verbose_name='party')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.jointservicecost')),
                ('service', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.jointservice')),
                ('stated_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='stated by')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServiceGiverEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('is_on_behalf', models.BooleanField(default=False, editable=False, verbose_name='named by others, not yet by the party itself')),
                ('party', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.party', verbose_name='who gives it')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.servicegiver')),
                ('service', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.jointservice')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServicePurposeEvent',
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
                ('purpose', models.CharField(max_length=300, verbose_name='purpose')),
                ('target_group', models.CharField(max_length=200, verbose_name='target group')),
                ('party', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.party', verbose_name='whose purpose')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.servicepurpose')),
                ('service', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.jointservice')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServiceRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('number', models.PositiveIntegerField(editable=False, verbose_name='number')),
                ('reference', models.CharField(blank=True, max_length=20, verbose_name='reference')),
                ('what', models.CharField(max_length=300, verbose_name='what is asked')),
                ('asked_on', models.DateField(verbose_name='asked on')),
                ('due_on', models.DateField(editable=False, verbose_name='due on')),
                ('state', models.CharField(choices=[('received', 'Received'), ('in_work', 'In work'), ('done', 'Done'), ('turned_down', 'Turned down')], default='received', editable=False, max_length=20, verbose_name='state')),
                ('closed_on', models.DateField(editable=False, null=True, verbose_name='closed on')),
                ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='service_requests', to='actors.organization', verbose_name='who asks')),
                ('recorded_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('service', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='agreements.jointservice')),
                ('standard', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='agreements.servicestandard')),
            ],
            options={
                'verbose_name': 'service request',
                'verbose_name_plural': 'service requests',
                'ordering': ['service', 'number'],
            },
        ),
        migrations.CreateModel(
            name='ServiceStandardEvent',
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
                ('number', models.PositiveIntegerField(editable=False, verbose_name='version of the standard')),
                ('requirements', models.TextField(verbose_name='requirements')),
                ('steps', models.TextField(verbose_name='steps')),
                ('is_free', models.BooleanField(default=True, verbose_name='free of charge')),
                ('fee', models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True, verbose_name='cost to the citizen (Rp)')),
                ('duration', models.PositiveIntegerField(verbose_name='time it takes')),
                ('unit', models.CharField(choices=[('days', 'Working days'), ('hours', 'Hours')], default='days', max_length=5, verbose_name='counted in')),
                ('office', models.CharField(max_length=200, verbose_name='office to turn to')),
                ('complaints', models.CharField(max_length=300, verbose_name='where to complain')),
                ('law', models.CharField(blank=True, max_length=200, verbose_name='rule it follows')),
                ('is_law_verified', models.BooleanField(default=False, verbose_name='checked against the rule')),
                ('published_from', models.DateField(editable=False, null=True, verbose_name='published, holds from')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.servicestandard')),
                ('published_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='published by')),
                ('service', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.jointservice')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServiceRequestChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_state', models.CharField(blank=True, max_length=20, verbose_name='from')),
                ('to_state', models.CharField(max_length=20, verbose_name='to')),
                ('note', models.TextField(blank=True, verbose_name='reason')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='when')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='agreements.servicerequest')),
            ],
            options={
                'verbose_name': 'step of a service request',
                'verbose_name_plural': 'steps of service requests',
                'ordering': ['made_at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServiceRequestEvent',
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
                ('number', models.PositiveIntegerField(editable=False, verbose_name='number')),
                ('reference', models.CharField(blank=True, max_length=20, verbose_name='reference')),
                ('what', models.CharField(max_length=300, verbose_name='what is asked')),
                ('asked_on', models.DateField(verbose_name='asked on')),
                ('due_on', models.DateField(editable=False, verbose_name='due on')),
                ('state', models.CharField(choices=[('received', 'Received'), ('in_work', 'In work'), ('done', 'Done'), ('turned_down', 'Turned down')], default='received', editable=False, max_length=20, verbose_name='state')),
                ('closed_on', models.DateField(editable=False, null=True, verbose_name='closed on')),
                ('organization', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.organization', verbose_name='who asks')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.servicerequest')),
                ('recorded_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('service', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.jointservice')),
                ('standard', models.ForeignKey(db_constraint=False, db_index=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.servicestandard')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServiceRequestChangeEvent',
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
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.servicerequestchange')),
                ('request', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.servicerequest')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='jointservice',
            index=models.Index(fields=['collaboration', 'state'], name='service_by_state'),
        ),
        migrations.AddIndex(
            model_name='jointservicechangeevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_jointservicechange_newest'),
        ),
        migrations.AddIndex(
            model_name='jointservicechangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_jointservicechange_user'),
        ),
        migrations.AddIndex(
            model_name='jointservicechangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_jointservicechange_request'),
        ),
        migrations.AddIndex(
            model_name='jointservicechangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_jointservicechange_ip'),
        ),
        migrations.AddIndex(
            model_name='jointservicecostevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_jointservicecost_newest'),
        ),
        migrations.AddIndex(
            model_name='jointservicecostevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_jointservicecost_user'),
        ),
        migrations.AddIndex(
            model_name='jointservicecostevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_jointservicecost_request'),
        ),
        migrations.AddIndex(
            model_name='jointservicecostevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_jointservicecost_ip'),
        ),
        migrations.AddIndex(
            model_name='jointserviceevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_jointservice_newest'),
        ),
        migrations.AddIndex(
            model_name='jointserviceevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_jointservice_user'),
        ),
        migrations.AddIndex(
            model_name='jointserviceevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_jointservice_request'),
        ),
        migrations.AddIndex(
            model_name='jointserviceevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_jointservice_ip'),
        ),
        migrations.AddIndex(
            model_name='servicegiverevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicegiver_newest'),
        ),
        migrations.AddIndex(
            model_name='servicegiverevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicegiver_user'),
        ),
        migrations.AddIndex(
            model_name='servicegiverevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicegiver_request'),
        ),
        migrations.AddIndex(
            model_name='servicegiverevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicegiver_ip'),
        ),
        migrations.AddIndex(
            model_name='servicepurposeevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicepurpose_newest'),
        ),
        migrations.AddIndex(
            model_name='servicepurposeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicepurpose_user'),
        ),
        migrations.AddIndex(
            model_name='servicepurposeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicepurpose_request'),
        ),
        migrations.AddIndex(
            model_name='servicepurposeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicepurpose_ip'),
        ),
        migrations.AddIndex(
            model_name='servicerequestchangeevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicerequestchang_newest'),
        ),
        migrations.AddIndex(
            model_name='servicerequestchangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicerequestchang_user'),
        ),
        migrations.AddIndex(
            model_name='servicerequestchangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicerequestchang_request'),
        ),
        migrations.AddIndex(
            model_name='servicerequestchangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicerequestchang_ip'),
        ),
        migrations.AddIndex(
            model_name='servicerequestevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicerequest_newest'),
        ),
        migrations.AddIndex(
            model_name='servicerequestevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicerequest_user'),
        ),
        migrations.AddIndex(
            model_name='servicerequestevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicerequest_request'),
        ),
        migrations.AddIndex(
            model_name='servicerequestevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicerequest_ip'),
        ),
        migrations.AddIndex(
            model_name='servicerequest',
            index=models.Index(fields=['state', 'due_on'], name='service_request_state_due'),
        ),
        migrations.AddIndex(
            model_name='servicerequest',
            index=models.Index(models.Case(models.When(state__in=('received', 'in_work'), then=0), default=1), models.F('due_on'), models.OrderBy(models.F('id'), descending=True), name='service_request_in_order'),
        ),
        migrations.AddIndex(
            model_name='servicerequest',
            index=models.Index(condition=models.Q(('state__in', ('received', 'in_work'))), fields=['service', 'due_on'], name='service_request_open'),
        ),
        migrations.AddIndex(
            model_name='servicerequest',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('what'), 'gin_trgm_ops'), django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper('reference'), 'gin_trgm_ops'), fastupdate=False, name='service_request_words'),
        ),
        migrations.AddIndex(
            model_name='servicestandardevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicestandard_newest'),
        ),
        migrations.AddIndex(
            model_name='servicestandardevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicestandard_user'),
        ),
        migrations.AddIndex(
            model_name='servicestandardevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicestandard_request'),
        ),
        migrations.AddIndex(
            model_name='servicestandardevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_servicestandard_ip'),
        ),
        migrations.AddConstraint(
            model_name='jointservice',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='service_has_a_name', violation_error_code='name', violation_error_message='Give the service a name.'),
        ),
        migrations.AddConstraint(
            model_name='jointservice',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['planned', 'running', 'ended'])), name='service_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='jointservice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'running'), _negated=True), ('starts_on__isnull', False), _connector='OR'), name='service_running_since_a_day', violation_error_code='starts_on', violation_error_message='Say on which day the service was first held.'),
        ),
        migrations.AddConstraint(
            model_name='jointservice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_on__isnull', False), ('state', 'ended')), models.Q(models.Q(('state', 'ended'), _negated=True), ('ended_on', None)), _connector='OR'), name='service_ended_on_a_day'),
        ),
        migrations.AddConstraint(
            model_name='jointservice',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on', None), ('starts_on', None), ('ended_on__gte', models.F('starts_on')), _connector='OR'), name='service_ends_after_it_starts', violation_error_code='ended_on', violation_error_message='A service cannot end before it was first held.'),
        ),
        migrations.AddConstraint(
            model_name='jointservicechange',
            constraint=models.CheckConstraint(condition=models.Q(('event__in', ['planned', 'edited', 'purpose_added', 'purpose_edited', 'purpose_removed', 'giver_added', 'giver_stood_by', 'giver_removed', 'moved', 'drafted', 'revised', 'discarded', 'published', 'cost_stated', 'cost_edited', 'cost_confirmed', 'cost_removed'])), name='service_change_event_is_known'),
        ),
        migrations.AddConstraint(
            model_name='jointservicecost',
            constraint=models.UniqueConstraint(fields=('service', 'party', 'held_on', 'basis'), name='service_cost_once', violation_error_message='This party has stated its costs of this occasion on this basis already.'),
        ),
        migrations.AddConstraint(
            model_name='jointservicecost',
            constraint=models.CheckConstraint(condition=models.Q(('basis__in', ['spent', 'planned', 'staff'])), name='service_cost_basis_is_known'),
        ),
        migrations.AddConstraint(
            model_name='jointservicecost',
            constraint=models.CheckConstraint(condition=models.Q(('together__isnull', False), ('alone__isnull', False), _connector='OR'), name='service_cost_states_a_figure', violation_error_code='together', violation_error_message='State at least one of the two figures.'),
        ),
        migrations.AddConstraint(
            model_name='jointservicecost',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('together', None), ('together__gte', 0), _connector='OR'), models.Q(('alone', None), ('alone__gte', 0), _connector='OR')), name='service_cost_not_below_zero', violation_error_code='together', violation_error_message='Costs are not below zero.'),
        ),
        migrations.AddConstraint(
            model_name='jointservicecost',
            constraint=models.CheckConstraint(condition=models.Q(('explanation', ''), _negated=True), name='service_cost_says_its_source', violation_error_code='explanation', violation_error_message='Say where the figures come from.'),
        ),
        migrations.AddConstraint(
            model_name='jointservicecost',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_by', None), ('confirmed_on', None)), models.Q(('confirmed_by__isnull', False), ('confirmed_on__isnull', False)), _connector='OR'), name='service_cost_confirmed_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='servicegiver',
            constraint=models.UniqueConstraint(fields=('service', 'party'), name='service_giver_once', violation_error_message='This party gives the service already.'),
        ),
        migrations.AddConstraint(
            model_name='servicepurpose',
            constraint=models.UniqueConstraint(fields=('service', 'party'), name='service_purpose_once', violation_error_code='party', violation_error_message='This party has a purpose in the service already.'),
        ),
        migrations.AddConstraint(
            model_name='servicepurpose',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('purpose', ''), _negated=True), models.Q(('target_group', ''), _negated=True)), name='service_purpose_says_what_for_whom', violation_error_code='purpose', violation_error_message='Say what for, and for whom.'),
        ),
        migrations.AddConstraint(
            model_name='servicerequestchange',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('from_state', models.F('to_state')), _negated=True), models.Q(('note', ''), _negated=True), _connector='OR'), name='service_request_step_says_something', violation_error_code='note', violation_error_message='Say how it gets on.'),
        ),
        migrations.AddConstraint(
            model_name='servicerequestchange',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('from_state__in', ('done', 'turned_down')), _negated=True), models.Q(('note', ''), _negated=True), _connector='OR'), name='service_request_reopened_for_a_reason', violation_error_code='note', violation_error_message='Say why it is opened again.'),
        ),
        migrations.AddConstraint(
            model_name='servicestandard',
            constraint=models.UniqueConstraint(fields=('service', 'number'), name='standard_number_once', violation_error_message='This version of the standard is there already.'),
        ),
        migrations.AddConstraint(
            model_name='servicestandard',
            constraint=models.UniqueConstraint(condition=models.Q(('published_from', None)), fields=('service',), name='standard_one_draft', violation_error_message='There is a draft of the standard already: edit that.'),
        ),
        migrations.AddConstraint(
            model_name='servicestandard',
            constraint=models.UniqueConstraint(fields=('service', 'published_from'), name='standard_one_from_a_day', violation_error_code='published_from', violation_error_message='Another version holds from this day already.'),
        ),
        migrations.AddConstraint(
            model_name='servicestandard',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('requirements', ''), _negated=True), models.Q(('steps', ''), _negated=True), models.Q(('office', ''), _negated=True), models.Q(('complaints', ''), _negated=True)), name='standard_says_how', violation_error_message='A standard names requirements, steps, the office and where to complain.'),
        ),
        migrations.AddConstraint(
            model_name='servicestandard',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('fee', None), ('is_free', True)), models.Q(('fee__gt', 0), ('fee__isnull', False), ('is_free', False)), _connector='OR'), name='standard_is_free_or_has_a_fee', violation_error_code='fee', violation_error_message='It is free of charge, or it costs so many rupiah.'),
        ),
        migrations.AddConstraint(
            model_name='servicestandard',
            constraint=models.CheckConstraint(condition=models.Q(('duration__gt', 0)), name='standard_takes_time', violation_error_code='duration', violation_error_message='Say how long it takes: a number above zero.'),
        ),
        migrations.AddConstraint(
            model_name='servicestandard',
            constraint=models.CheckConstraint(condition=models.Q(('unit__in', ['days', 'hours'])), name='standard_unit_is_known'),
        ),
        migrations.AddConstraint(
            model_name='servicestandard',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('published_by', None), ('published_from', None)), models.Q(('published_by__isnull', False), ('published_from__isnull', False)), _connector='OR'), name='standard_published_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='servicestandard',
            constraint=models.CheckConstraint(condition=models.Q(('is_law_verified', False), models.Q(('law', ''), _negated=True), _connector='OR'), name='standard_checked_against_a_rule', violation_error_code='law', violation_error_message='Say against which rule it was checked.'),
        ),
        migrations.AddConstraint(
            model_name='servicerequest',
            constraint=models.UniqueConstraint(fields=('service', 'number'), name='service_request_number_once', violation_error_message='This number is taken.'),
        ),
        migrations.AddConstraint(
            model_name='servicerequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('organization__isnull', False), ('reference', '')), models.Q(('organization', None), models.Q(('reference', ''), _negated=True)), _connector='OR'), name='service_request_has_one_requester', violation_error_code='reference', violation_error_message='Name an organization, or give a reference: one of the two.'),
        ),
        migrations.AddConstraint(
            model_name='servicerequest',
            constraint=models.CheckConstraint(condition=models.Q(('reference', ''), ('reference__regex', '^(?!.*[0-9]{7})(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9./-]{0,19}$'), _connector='OR'), name='service_request_reference_names_nobody', violation_error_code='reference', violation_error_message='A reference is a slip number such as LT-2026/0012: letters, digits, “.”, “/” and “-”, with a digit and at most six of them in a row. No name, no identity or telephone number.'),
        ),
        migrations.AddConstraint(
            model_name='servicerequest',
            constraint=models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='service_request_says_what', violation_error_code='what', violation_error_message='Say what is asked.'),
        ),
        migrations.AddConstraint(
            model_name='servicerequest',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('asked_on'))), name='service_request_due_after_asked'),
        ),
        migrations.AddConstraint(
            model_name='servicerequest',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['received', 'in_work', 'done', 'turned_down'])), name='service_request_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='servicerequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_on__gte', models.F('asked_on')), ('closed_on__isnull', False), ('state__in', ('done', 'turned_down'))), models.Q(models.Q(('state__in', ('done', 'turned_down')), _negated=True), ('closed_on', None)), _connector='OR'), name='service_request_closed_on_a_day', violation_error_code='on', violation_error_message='This day is before it was asked.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservice',
            trigger=pgtrigger.compiler.Trigger(name='moves_only', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ((\'planned\', \'ended\'), (\'planned\', \'running\'), (\'running\', \'ended\')) THEN\n                RAISE EXCEPTION \'violates "service_moves_only": this state does not follow that one\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'service_moves_only\';\n            END IF;\n            RETURN NEW;\n        ', hash='aafe92dcd5026bf06098460b3a305dbd99ae6c2b', operation='UPDATE OF "state"', pgid='pgtrigger_moves_only_7c142', table='agreements_jointservice', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservice',
            trigger=pgtrigger.compiler.Trigger(name='two_purposes', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            PERFORM FROM agreements_jointservice WHERE id = NEW.id FOR NO KEY UPDATE;\n            IF FOUND AND (SELECT count(DISTINCT party_id) < 2 FROM agreements_servicepurpose WHERE service_id = NEW.id) THEN\n                RAISE EXCEPTION \'violates "service_serves_two_parties": purposes of fewer than two parties\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'service_serves_two_parties\';\n            END IF;\n            RETURN NULL;\n        ', hash='8bc14758f1a80ef80a75f0e6cc84319a9f84f2bb', operation='INSERT', pgid='pgtrigger_two_purposes_e1ed8', table='agreements_jointservice', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservice',
            trigger=pgtrigger.compiler.Trigger(name='has_a_giver', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            PERFORM FROM agreements_jointservice WHERE id = NEW.id FOR NO KEY UPDATE;\n            IF FOUND AND (SELECT count(*) < 1 FROM agreements_servicegiver WHERE service_id = NEW.id) THEN\n                RAISE EXCEPTION \'violates "service_has_a_giver": no party gives it\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'service_has_a_giver\';\n            END IF;\n            RETURN NULL;\n        ', hash='7b4e51125fc6d561ea2f4dfafc833f195d65a87b', operation='INSERT', pgid='pgtrigger_has_a_giver_3a319', table='agreements_jointservice', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservice',
            trigger=pgtrigger.compiler.Trigger(name='runs_by_a_word', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            PERFORM FROM agreements_jointservice WHERE id = NEW.id AND state = \'running\' FOR NO KEY UPDATE;\n            IF FOUND AND (SELECT count(*) FILTER (WHERE NOT is_on_behalf) < 1 FROM agreements_servicegiver WHERE service_id = NEW.id) THEN\n                RAISE EXCEPTION \'violates "service_runs_by_a_partys_own_word": no party has said itself that it gives it\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'service_runs_by_a_partys_own_word\';\n            END IF;\n            RETURN NULL;\n        ', hash='d02f688834776bd3602e2870f0cc8ccc9e6749b9', operation='INSERT OR UPDATE OF "state"', pgid='pgtrigger_runs_by_a_word_6dc91', table='agreements_jointservice', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservice',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_jointserviceevent" ("about", "collaboration_id", "created_at", "ended_on", "id", "is_sample", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "recorded_by_id", "region_id", "rhythm", "starts_on", "state", "version") VALUES (NEW."about", NEW."collaboration_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_sample", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."place", NEW."recorded_by_id", NEW."region_id", NEW."rhythm", NEW."starts_on", NEW."state", NEW."version"); RETURN NULL;', hash='3b069e0c290cdc6f7955416a61a6bdd489c79ff2', operation='INSERT', pgid='pgtrigger_insert_insert_26948', table='agreements_jointservice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservice',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."about" IS DISTINCT FROM (NEW."about") OR OLD."collaboration_id" IS DISTINCT FROM (NEW."collaboration_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."region_id" IS DISTINCT FROM (NEW."region_id") OR OLD."rhythm" IS DISTINCT FROM (NEW."rhythm") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "agreements_jointserviceevent" ("about", "collaboration_id", "created_at", "ended_on", "id", "is_sample", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "recorded_by_id", "region_id", "rhythm", "starts_on", "state", "version") VALUES (NEW."about", NEW."collaboration_id", NEW."created_at", NEW."ended_on", NEW."id", NEW."is_sample", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."place", NEW."recorded_by_id", NEW."region_id", NEW."rhythm", NEW."starts_on", NEW."state", NEW."version"); RETURN NULL;', hash='1fbda0308b3fa1cd67f67d69832f0a198c167d48', operation='UPDATE', pgid='pgtrigger_update_update_c1f77', table='agreements_jointservice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservice',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_jointserviceevent" ("about", "collaboration_id", "created_at", "ended_on", "id", "is_sample", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "recorded_by_id", "region_id", "rhythm", "starts_on", "state", "version") VALUES (OLD."about", OLD."collaboration_id", OLD."created_at", OLD."ended_on", OLD."id", OLD."is_sample", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."place", OLD."recorded_by_id", OLD."region_id", OLD."rhythm", OLD."starts_on", OLD."state", OLD."version"); RETURN NULL;', hash='b1f10df6182bc5afc2d15ec0a3084ae4547988c2', operation='DELETE', pgid='pgtrigger_delete_delete_780e7', table='agreements_jointservice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservicechange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_jointservicechangeevent" ("event", "from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "subject", "to_state") VALUES (NEW."event", NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."service_id", NEW."subject", NEW."to_state"); RETURN NULL;', hash='9ac59e80b10ecef6c0720fd66e54508eeb09944f', operation='INSERT', pgid='pgtrigger_insert_insert_081e7', table='agreements_jointservicechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservicechange',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "agreements_jointservicechangeevent" ("event", "from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "subject", "to_state") VALUES (NEW."event", NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."service_id", NEW."subject", NEW."to_state"); RETURN NULL;', hash='c7250d7b4ad27dcacdf83ae4f09d4ff48a9578d0', operation='UPDATE', pgid='pgtrigger_update_update_fc8f6', table='agreements_jointservicechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservicechange',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_jointservicechangeevent" ("event", "from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "subject", "to_state") VALUES (OLD."event", OLD."from_state", OLD."id", OLD."made_at", OLD."made_by_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."service_id", OLD."subject", OLD."to_state"); RETURN NULL;', hash='341d64c46bd6662511b560ef970104e89cf392c7', operation='DELETE', pgid='pgtrigger_delete_delete_a4747', table='agreements_jointservicechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservicechangeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e43adf5b759fd40d193b85604bf97337f381be43', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c9ecf', table='agreements_jointservicechangeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservicecost',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[(SELECT collaboration_id FROM agreements_jointservice WHERE id = NEW.service_id)::bigint, (SELECT collaboration_id FROM agreements_party WHERE id = NEW.party_id)::bigint, (SELECT collaboration_id FROM agreements_document WHERE id = NEW.document_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "service_cost_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'service_cost_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='3d6d59c7631868b6bbe98bbbcb03d39dc5892b41', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_0487d', table='agreements_jointservicecost', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservicecost',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_jointservicecostevent" ("alone", "basis", "confirmed_by_id", "confirmed_on", "created_at", "document_id", "explanation", "held_on", "id", "is_sample", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "stated_by_id", "together", "version") VALUES (NEW."alone", NEW."basis", NEW."confirmed_by_id", NEW."confirmed_on", NEW."created_at", NEW."document_id", NEW."explanation", NEW."held_on", NEW."id", NEW."is_sample", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."service_id", NEW."stated_by_id", NEW."together", NEW."version"); RETURN NULL;', hash='3530fed7f1274c48553087bc915af3f047db559e', operation='INSERT', pgid='pgtrigger_insert_insert_224eb', table='agreements_jointservicecost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservicecost',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."alone" IS DISTINCT FROM (NEW."alone") OR OLD."basis" IS DISTINCT FROM (NEW."basis") OR OLD."confirmed_by_id" IS DISTINCT FROM (NEW."confirmed_by_id") OR OLD."confirmed_on" IS DISTINCT FROM (NEW."confirmed_on") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."document_id" IS DISTINCT FROM (NEW."document_id") OR OLD."explanation" IS DISTINCT FROM (NEW."explanation") OR OLD."held_on" IS DISTINCT FROM (NEW."held_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."service_id" IS DISTINCT FROM (NEW."service_id") OR OLD."stated_by_id" IS DISTINCT FROM (NEW."stated_by_id") OR OLD."together" IS DISTINCT FROM (NEW."together") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "agreements_jointservicecostevent" ("alone", "basis", "confirmed_by_id", "confirmed_on", "created_at", "document_id", "explanation", "held_on", "id", "is_sample", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "stated_by_id", "together", "version") VALUES (NEW."alone", NEW."basis", NEW."confirmed_by_id", NEW."confirmed_on", NEW."created_at", NEW."document_id", NEW."explanation", NEW."held_on", NEW."id", NEW."is_sample", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."service_id", NEW."stated_by_id", NEW."together", NEW."version"); RETURN NULL;', hash='d56fd1f93d38f8330462fbfa9a4d65f57f89a24b', operation='UPDATE', pgid='pgtrigger_update_update_2fda0', table='agreements_jointservicecost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservicecost',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_jointservicecostevent" ("alone", "basis", "confirmed_by_id", "confirmed_on", "created_at", "document_id", "explanation", "held_on", "id", "is_sample", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "stated_by_id", "together", "version") VALUES (OLD."alone", OLD."basis", OLD."confirmed_by_id", OLD."confirmed_on", OLD."created_at", OLD."document_id", OLD."explanation", OLD."held_on", OLD."id", OLD."is_sample", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."service_id", OLD."stated_by_id", OLD."together", OLD."version"); RETURN NULL;', hash='bfd5c653869d1133b03e70c1bf5a7c71706baa28', operation='DELETE', pgid='pgtrigger_delete_delete_ff9f6', table='agreements_jointservicecost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointservicecostevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='df419bfe931226308c0e2d5dda63f8817bde1ede', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_cd8ad', table='agreements_jointservicecostevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='jointserviceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2dd43c479312e93fb797e9a9b79e095323423e44', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_51e80', table='agreements_jointserviceevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicegiver',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[(SELECT collaboration_id FROM agreements_jointservice WHERE id = NEW.service_id)::bigint, (SELECT collaboration_id FROM agreements_party WHERE id = NEW.party_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "service_giver_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'service_giver_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='c582a24eabd8a79a9c422866cc9caa485f7dc52d', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_68f54', table='agreements_servicegiver', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicegiver',
            trigger=pgtrigger.compiler.Trigger(name='has_a_giver', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            PERFORM FROM agreements_jointservice WHERE id = OLD.service_id FOR NO KEY UPDATE;\n            IF FOUND AND (SELECT count(*) < 1 FROM agreements_servicegiver WHERE service_id = OLD.service_id) THEN\n                RAISE EXCEPTION \'violates "service_has_a_giver": no party gives it\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'service_has_a_giver\';\n            END IF;\n            RETURN NULL;\n        ', hash='307ea1f194b2169e8cb6c9cbdcafa94380af3579', operation='UPDATE OR DELETE', pgid='pgtrigger_has_a_giver_5c0ca', table='agreements_servicegiver', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicegiver',
            trigger=pgtrigger.compiler.Trigger(name='runs_by_a_word', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            PERFORM FROM agreements_jointservice WHERE id = OLD.service_id AND state = \'running\' FOR NO KEY UPDATE;\n            IF FOUND AND (SELECT count(*) FILTER (WHERE NOT is_on_behalf) < 1 FROM agreements_servicegiver WHERE service_id = OLD.service_id) THEN\n                RAISE EXCEPTION \'violates "service_runs_by_a_partys_own_word": no party has said itself that it gives it\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'service_runs_by_a_partys_own_word\';\n            END IF;\n            RETURN NULL;\n        ', hash='e0953195e3bc5d9dbebfef7b6ea477936a7b30ea', operation='UPDATE OR DELETE', pgid='pgtrigger_runs_by_a_word_14db8', table='agreements_servicegiver', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicegiver',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_servicegiverevent" ("created_at", "id", "is_on_behalf", "is_sample", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") VALUES (NEW."created_at", NEW."id", NEW."is_on_behalf", NEW."is_sample", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."service_id"); RETURN NULL;', hash='b38fe36ed72c1c27664f75da200fccb57b47f9ca', operation='INSERT', pgid='pgtrigger_insert_insert_c4917', table='agreements_servicegiver', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicegiver',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_on_behalf" IS DISTINCT FROM (NEW."is_on_behalf") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."service_id" IS DISTINCT FROM (NEW."service_id"))', func='INSERT INTO "agreements_servicegiverevent" ("created_at", "id", "is_on_behalf", "is_sample", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") VALUES (NEW."created_at", NEW."id", NEW."is_on_behalf", NEW."is_sample", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."service_id"); RETURN NULL;', hash='a60e78a1c6884f1b1365783c84f38b23aaa76417', operation='UPDATE', pgid='pgtrigger_update_update_a2499', table='agreements_servicegiver', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicegiver',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_servicegiverevent" ("created_at", "id", "is_on_behalf", "is_sample", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") VALUES (OLD."created_at", OLD."id", OLD."is_on_behalf", OLD."is_sample", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."service_id"); RETURN NULL;', hash='cc8064bcfa9c6c7d8b9a205596069be730df7a01', operation='DELETE', pgid='pgtrigger_delete_delete_05bbc', table='agreements_servicegiver', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicegiverevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9cda8792113ddcb54ec1f33be7dc3a0d4555002a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_39276', table='agreements_servicegiverevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicepurpose',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[(SELECT collaboration_id FROM agreements_jointservice WHERE id = NEW.service_id)::bigint, (SELECT collaboration_id FROM agreements_party WHERE id = NEW.party_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "service_purpose_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'service_purpose_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='9fa34eafa00b1b528c46af099f022577bf0ca663', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_74e05', table='agreements_servicepurpose', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicepurpose',
            trigger=pgtrigger.compiler.Trigger(name='two_purposes', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            PERFORM FROM agreements_jointservice WHERE id = OLD.service_id FOR NO KEY UPDATE;\n            IF FOUND AND (SELECT count(DISTINCT party_id) < 2 FROM agreements_servicepurpose WHERE service_id = OLD.service_id) THEN\n                RAISE EXCEPTION \'violates "service_serves_two_parties": purposes of fewer than two parties\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'service_serves_two_parties\';\n            END IF;\n            RETURN NULL;\n        ', hash='1329c65e8e4af6153ded128d69c4430de6d80239', operation='UPDATE OR DELETE', pgid='pgtrigger_two_purposes_3b4f2', table='agreements_servicepurpose', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicepurpose',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_servicepurposeevent" ("created_at", "id", "is_sample", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "service_id", "target_group", "version") VALUES (NEW."created_at", NEW."id", NEW."is_sample", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."service_id", NEW."target_group", NEW."version"); RETURN NULL;', hash='4a90e85f25eef802f49c03b48833b06debe15be2', operation='INSERT', pgid='pgtrigger_insert_insert_dcdab', table='agreements_servicepurpose', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicepurpose',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."service_id" IS DISTINCT FROM (NEW."service_id") OR OLD."target_group" IS DISTINCT FROM (NEW."target_group") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "agreements_servicepurposeevent" ("created_at", "id", "is_sample", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "service_id", "target_group", "version") VALUES (NEW."created_at", NEW."id", NEW."is_sample", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."service_id", NEW."target_group", NEW."version"); RETURN NULL;', hash='262896f2dce75c051ef184229e9d1781ccd2e2ab', operation='UPDATE', pgid='pgtrigger_update_update_8f3d8', table='agreements_servicepurpose', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicepurpose',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_servicepurposeevent" ("created_at", "id", "is_sample", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "service_id", "target_group", "version") VALUES (OLD."created_at", OLD."id", OLD."is_sample", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."purpose", OLD."service_id", OLD."target_group", OLD."version"); RETURN NULL;', hash='9dbc9d84d19cd5d32f8e5132924b4937a1c979b3', operation='DELETE', pgid='pgtrigger_delete_delete_2496b', table='agreements_servicepurpose', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicepurposeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e36e49112cc208f605ccfbf2122ce6d6f56b3354', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_309d3', table='agreements_servicepurposeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicerequestchange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_servicerequestchangeevent" ("from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "to_state") VALUES (NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."request_id", NEW."to_state"); RETURN NULL;', hash='c8341c3c0b64128985de64a09de3d34878319ab5', operation='INSERT', pgid='pgtrigger_insert_insert_3b5d9', table='agreements_servicerequestchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicerequestchange',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "agreements_servicerequestchangeevent" ("from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "to_state") VALUES (NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."request_id", NEW."to_state"); RETURN NULL;', hash='5a6900c468f8e08f91f20149d3f9f73a0f861bd3', operation='UPDATE', pgid='pgtrigger_update_update_22639', table='agreements_servicerequestchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicerequestchange',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_servicerequestchangeevent" ("from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "to_state") VALUES (OLD."from_state", OLD."id", OLD."made_at", OLD."made_by_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."request_id", OLD."to_state"); RETURN NULL;', hash='504bfa4e7f6687815fdf6d2bb584411b24df90c8', operation='DELETE', pgid='pgtrigger_delete_delete_49adb', table='agreements_servicerequestchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicerequestchangeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='81313fa009fa892a0e4ee77889600322f3f2ae9a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7bfce', table='agreements_servicerequestchangeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicestandard',
            trigger=pgtrigger.compiler.Trigger(name='published_is_frozen', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.published_from IS NOT NULL AND (\n                TG_OP = \'DELETE\'\n                OR to_jsonb(NEW) - \'updated_at\' IS DISTINCT FROM to_jsonb(OLD) - \'updated_at\'\n            ) THEN\n                RAISE EXCEPTION \'violates "standard_frozen_once_published": a published standard stays as it is\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'standard_frozen_once_published\';\n            END IF;\n            IF TG_OP = \'DELETE\' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ', hash='fc18173f81f7b8118e9ad9d89fe95c3e34cc7442', operation='UPDATE OR DELETE', pgid='pgtrigger_published_is_frozen_8b330', table='agreements_servicestandard', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicestandard',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_servicestandardevent" ("complaints", "created_at", "duration", "fee", "id", "is_free", "is_law_verified", "is_sample", "law", "number", "office", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_by_id", "published_from", "requirements", "service_id", "steps", "unit", "version") VALUES (NEW."complaints", NEW."created_at", NEW."duration", NEW."fee", NEW."id", NEW."is_free", NEW."is_law_verified", NEW."is_sample", NEW."law", NEW."number", NEW."office", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."published_by_id", NEW."published_from", NEW."requirements", NEW."service_id", NEW."steps", NEW."unit", NEW."version"); RETURN NULL;', hash='ec233e5daa75bbcd137b53171e3f3524a5170ee4', operation='INSERT', pgid='pgtrigger_insert_insert_532e6', table='agreements_servicestandard', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicestandard',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."complaints" IS DISTINCT FROM (NEW."complaints") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."duration" IS DISTINCT FROM (NEW."duration") OR OLD."fee" IS DISTINCT FROM (NEW."fee") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_free" IS DISTINCT FROM (NEW."is_free") OR OLD."is_law_verified" IS DISTINCT FROM (NEW."is_law_verified") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."law" IS DISTINCT FROM (NEW."law") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."office" IS DISTINCT FROM (NEW."office") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."published_from" IS DISTINCT FROM (NEW."published_from") OR OLD."requirements" IS DISTINCT FROM (NEW."requirements") OR OLD."service_id" IS DISTINCT FROM (NEW."service_id") OR OLD."steps" IS DISTINCT FROM (NEW."steps") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "agreements_servicestandardevent" ("complaints", "created_at", "duration", "fee", "id", "is_free", "is_law_verified", "is_sample", "law", "number", "office", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_by_id", "published_from", "requirements", "service_id", "steps", "unit", "version") VALUES (NEW."complaints", NEW."created_at", NEW."duration", NEW."fee", NEW."id", NEW."is_free", NEW."is_law_verified", NEW."is_sample", NEW."law", NEW."number", NEW."office", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."published_by_id", NEW."published_from", NEW."requirements", NEW."service_id", NEW."steps", NEW."unit", NEW."version"); RETURN NULL;', hash='22671753d5a10e0d1c6a768857ee246cedc3e685', operation='UPDATE', pgid='pgtrigger_update_update_2a005', table='agreements_servicestandard', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicestandard',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_servicestandardevent" ("complaints", "created_at", "duration", "fee", "id", "is_free", "is_law_verified", "is_sample", "law", "number", "office", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_by_id", "published_from", "requirements", "service_id", "steps", "unit", "version") VALUES (OLD."complaints", OLD."created_at", OLD."duration", OLD."fee", OLD."id", OLD."is_free", OLD."is_law_verified", OLD."is_sample", OLD."law", OLD."number", OLD."office", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."published_by_id", OLD."published_from", OLD."requirements", OLD."service_id", OLD."steps", OLD."unit", OLD."version"); RETURN NULL;', hash='8759aa368b79f0f16b1a13b56da15847d956e43c', operation='DELETE', pgid='pgtrigger_delete_delete_dcb9c', table='agreements_servicestandard', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicerequestevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5882ac0b30666154d7f2bfc33c8d40d1b5fa488f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a4677', table='agreements_servicerequestevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicerequest',
            trigger=pgtrigger.compiler.Trigger(name='moves_only', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ((\'done\', \'in_work\'), (\'in_work\', \'done\'), (\'in_work\', \'turned_down\'), (\'received\', \'done\'), (\'received\', \'in_work\'), (\'received\', \'turned_down\'), (\'turned_down\', \'in_work\')) THEN\n                RAISE EXCEPTION \'violates "service_request_moves_only": this state does not follow that one\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'service_request_moves_only\';\n            END IF;\n            RETURN NEW;\n        ', hash='df551596590bf3c1b5076bff6a6827873a4add77', operation='UPDATE OF "state"', pgid='pgtrigger_moves_only_e2730', table='agreements_servicerequest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicerequest',
            trigger=pgtrigger.compiler.Trigger(name='by_its_standard', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF NOT EXISTS (\n                SELECT FROM agreements_servicestandard WHERE id = NEW.standard_id\n                AND service_id = NEW.service_id AND published_from <= NEW.asked_on\n            ) THEN\n                RAISE EXCEPTION \'violates "service_request_by_a_published_standard": no such standard held then\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'service_request_by_a_published_standard\';\n            END IF;\n            RETURN NEW;\n        ', hash='44196111acbc76d8f9140a7228abb3d41c98e465', operation='INSERT OR UPDATE OF "service_id", "standard_id", "asked_on"', pgid='pgtrigger_by_its_standard_fe7e0', table='agreements_servicerequest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicerequest',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_servicerequestevent" ("asked_on", "closed_on", "created_at", "due_on", "id", "is_sample", "number", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "reference", "service_id", "standard_id", "state", "version", "what") VALUES (NEW."asked_on", NEW."closed_on", NEW."created_at", NEW."due_on", NEW."id", NEW."is_sample", NEW."number", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."reference", NEW."service_id", NEW."standard_id", NEW."state", NEW."version", NEW."what"); RETURN NULL;', hash='c8c9eae0a26a7cd20860e669a0826d0c5a672ef8', operation='INSERT', pgid='pgtrigger_insert_insert_0561b', table='agreements_servicerequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicerequest',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."asked_on" IS DISTINCT FROM (NEW."asked_on") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."organization_id" IS DISTINCT FROM (NEW."organization_id") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."service_id" IS DISTINCT FROM (NEW."service_id") OR OLD."standard_id" IS DISTINCT FROM (NEW."standard_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."what" IS DISTINCT FROM (NEW."what"))', func='INSERT INTO "agreements_servicerequestevent" ("asked_on", "closed_on", "created_at", "due_on", "id", "is_sample", "number", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "reference", "service_id", "standard_id", "state", "version", "what") VALUES (NEW."asked_on", NEW."closed_on", NEW."created_at", NEW."due_on", NEW."id", NEW."is_sample", NEW."number", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_by_id", NEW."reference", NEW."service_id", NEW."standard_id", NEW."state", NEW."version", NEW."what"); RETURN NULL;', hash='da3c51910f8c9cd1debcc9373607faceebde8da3', operation='UPDATE', pgid='pgtrigger_update_update_99399', table='agreements_servicerequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicerequest',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_servicerequestevent" ("asked_on", "closed_on", "created_at", "due_on", "id", "is_sample", "number", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "reference", "service_id", "standard_id", "state", "version", "what") VALUES (OLD."asked_on", OLD."closed_on", OLD."created_at", OLD."due_on", OLD."id", OLD."is_sample", OLD."number", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_by_id", OLD."reference", OLD."service_id", OLD."standard_id", OLD."state", OLD."version", OLD."what"); RETURN NULL;', hash='dbaabbd6cdb9d0ba1589db56ce97c30f024969be', operation='DELETE', pgid='pgtrigger_delete_delete_ece9c', table='agreements_servicerequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicestandardevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='95c3760e40c4bc727e244f2cea996a18790ff754', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1a58f', table='agreements_servicestandardevent', when='BEFORE')),
        ),
    ]
