"""Ground rules, guidelines, knowledge assets and trainings, and the changes of all arrangements."""

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
        ('agreements', '0036_structures_roles_and_responsibilities'),
    ]

    operations = [
        migrations.CreateModel(
            name='ArrangementChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_state', models.CharField(blank=True, max_length=20, verbose_name='from')),
                ('to_state', models.CharField(max_length=20, verbose_name='to')),
                ('note', models.TextField(blank=True, verbose_name='reason')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='when')),
                ('event', models.CharField(choices=[('structure_begun', 'Structure set up'), ('structure_changed', 'Structure changed'), ('structure_ended', 'Last day of a structure named'), ('role_begun', 'Role given'), ('role_changed', 'Role changed'), ('role_ended', 'Last day of a role named'), ('area_begun', 'Responsibility given'), ('area_changed', 'Responsibility changed'), ('area_ended', 'Last day of a responsibility named')], max_length=20, verbose_name='what happened')),
                ('subject', models.TextField(blank=True, verbose_name='about')),
                ('area', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='agreements.arearesponsibility')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='arrangement_changes', to='agreements.collaboration')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('role', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='agreements.roleassignment')),
                ('structure', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='agreements.structure')),
            ],
            options={
                'verbose_name': "line of the structures' history",
                'verbose_name_plural': "lines of the structures' history",
                'ordering': ['made_at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GroundRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('text', models.TextField(verbose_name='rule')),
                ('core_value', models.CharField(blank=True, choices=[('service', 'Service orientation'), ('accountable', 'Accountability'), ('competent', 'Competence'), ('harmonious', 'Harmony'), ('loyal', 'Loyalty'), ('adaptive', 'Adaptability'), ('collaborative', 'Collaboration')], max_length=20, verbose_name='value')),
                ('position', models.PositiveSmallIntegerField(default=1, verbose_name='place in the list')),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('adopted', 'Adopted'), ('replaced', 'Replaced'), ('withdrawn', 'Withdrawn')], default='proposed', editable=False, max_length=20, verbose_name='state')),
                ('adopted_on', models.DateField(blank=True, editable=False, null=True, verbose_name='holds since')),
                ('ended_on', models.DateField(blank=True, editable=False, null=True, verbose_name='held until')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ground_rules', to='agreements.collaboration')),
                ('decision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ground_rules', to='agreements.decision', verbose_name='adopted by')),
                ('ended_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ended_ground_rules', to='agreements.decision', verbose_name='ended by')),
                ('recorded_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by')),
                ('replaces', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='successors', to='agreements.groundrule', verbose_name='rule that it replaces')),
            ],
            options={
                'verbose_name': 'ground rule',
                'verbose_name_plural': 'ground rules',
                'ordering': ['collaboration', 'position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Guideline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('kind', models.CharField(choices=[('juklak', 'Implementation guideline (juklak)'), ('juknis', 'Technical guideline (juknis)'), ('sop', 'Standard operating procedure (SOP)'), ('nspk', 'Norms, standards, procedures and criteria (NSPK)')], max_length=20, verbose_name='kind')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('number', models.CharField(blank=True, max_length=100, verbose_name='number')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='to be issued by')),
                ('issued_on', models.DateField(blank=True, editable=False, null=True, verbose_name='issued on')),
                ('revoked_on', models.DateField(blank=True, editable=False, null=True, verbose_name='revoked on')),
                ('state', models.CharField(choices=[('drafting', 'Being drafted'), ('review', 'Under review'), ('issued', 'Issued'), ('revoked', 'Revoked')], default='drafting', editable=False, max_length=20, verbose_name='state')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='guidelines', to='agreements.collaboration')),
                ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='guidelines', to='agreements.document', verbose_name='document')),
                ('drafter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafted_guidelines', to='actors.organization', verbose_name='who drafts it')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='guidelines', to='actors.organization', verbose_name='who issues it')),
                ('recorded_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('reviewed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='reviewed by')),
                ('reviewer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reviewed_guidelines', to='actors.organization', verbose_name='who reviews it')),
            ],
            options={
                'verbose_name': 'guideline',
                'verbose_name_plural': 'guidelines',
                'ordering': ['collaboration', 'title', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='KnowledgeAsset',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('kind', models.CharField(choices=[('dataset', 'Dataset'), ('study', 'Study'), ('map', 'Map'), ('guideline', 'Guideline'), ('lesson', 'Lesson')], max_length=20, verbose_name='kind')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('about', models.TextField(blank=True, verbose_name='what it tells')),
                ('access', models.CharField(choices=[('open', 'Open to everybody'), ('parties', 'For the parties of this collaboration'), ('request', 'On request to whoever keeps it')], default='parties', max_length=20, verbose_name='who may have it')),
                ('address', models.URLField(blank=True, max_length=500, verbose_name='address')),
                ('made_on', models.DateField(blank=True, null=True, verbose_name='as of')),
                ('state', models.CharField(choices=[('shared', 'Shared'), ('retired', 'No longer kept up')], default='shared', editable=False, max_length=20, verbose_name='state')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='knowledge_assets', to='agreements.collaboration')),
                ('custodian', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='knowledge_assets', to='actors.organization', verbose_name='who keeps it')),
                ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='knowledge_assets', to='agreements.document', verbose_name='document')),
                ('recorded_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
            ],
            options={
                'verbose_name': 'knowledge asset',
                'verbose_name_plural': 'knowledge assets',
                'ordering': ['collaboration', 'title', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Training',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('topic', models.CharField(max_length=300, verbose_name='topic')),
                ('held_on', models.DateField(verbose_name='day')),
                ('participants', models.PositiveIntegerField(blank=True, null=True, verbose_name='how many took part')),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('held', 'Held'), ('cancelled', 'Cancelled')], default='planned', editable=False, max_length=20, verbose_name='state')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='trainings', to='agreements.collaboration')),
                ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='trainings', to='agreements.document', verbose_name='document')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='trainings_given', to='actors.organization', verbose_name='who gives it')),
                ('recorded_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
            ],
            options={
                'verbose_name': 'training',
                'verbose_name_plural': 'trainings',
                'ordering': ['-held_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ArrangementChangeEvent',
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
                ('event', models.CharField(choices=[('structure_begun', 'Structure set up'), ('structure_changed', 'Structure changed'), ('structure_ended', 'Last day of a structure named'), ('role_begun', 'Role given'), ('role_changed', 'Role changed'), ('role_ended', 'Last day of a role named'), ('area_begun', 'Responsibility given'), ('area_changed', 'Responsibility changed'), ('area_ended', 'Last day of a responsibility named')], max_length=20, verbose_name='what happened')),
                ('subject', models.TextField(blank=True, verbose_name='about')),
                ('area', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.arearesponsibility')),
                ('collaboration', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.collaboration')),
                ('made_by', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.arrangementchange')),
                ('role', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.roleassignment')),
                ('structure', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.structure')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GroundRuleChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_state', models.CharField(blank=True, max_length=20, verbose_name='from')),
                ('to_state', models.CharField(max_length=20, verbose_name='to')),
                ('note', models.TextField(blank=True, verbose_name='reason')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='when')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('rule', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='agreements.groundrule')),
            ],
            options={
                'verbose_name': "line of the ground rule's history",
                'verbose_name_plural': "lines of the ground rules' history",
                'ordering': ['made_at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GuidelineChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_state', models.CharField(blank=True, max_length=20, verbose_name='from')),
                ('to_state', models.CharField(max_length=20, verbose_name='to')),
                ('note', models.TextField(blank=True, verbose_name='reason')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='when')),
                ('guideline', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='agreements.guideline')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
            ],
            options={
                'verbose_name': "line of the guideline's history",
                'verbose_name_plural': "lines of the guidelines' history",
                'ordering': ['made_at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GuidelineEvent',
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
                ('kind', models.CharField(choices=[('juklak', 'Implementation guideline (juklak)'), ('juknis', 'Technical guideline (juknis)'), ('sop', 'Standard operating procedure (SOP)'), ('nspk', 'Norms, standards, procedures and criteria (NSPK)')], max_length=20, verbose_name='kind')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('number', models.CharField(blank=True, max_length=100, verbose_name='number')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='to be issued by')),
                ('issued_on', models.DateField(blank=True, editable=False, null=True, verbose_name='issued on')),
                ('revoked_on', models.DateField(blank=True, editable=False, null=True, verbose_name='revoked on')),
                ('state', models.CharField(choices=[('drafting', 'Being drafted'), ('review', 'Under review'), ('issued', 'Issued'), ('revoked', 'Revoked')], default='drafting', editable=False, max_length=20, verbose_name='state')),
                ('collaboration', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.collaboration')),
                ('document', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.document', verbose_name='document')),
                ('drafter', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.organization', verbose_name='who drafts it')),
                ('owner', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.organization', verbose_name='who issues it')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.guideline')),
                ('recorded_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('reviewed_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='reviewed by')),
                ('reviewer', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.organization', verbose_name='who reviews it')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='KnowledgeAssetEvent',
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
                ('kind', models.CharField(choices=[('dataset', 'Dataset'), ('study', 'Study'), ('map', 'Map'), ('guideline', 'Guideline'), ('lesson', 'Lesson')], max_length=20, verbose_name='kind')),
                ('title', models.CharField(max_length=300, verbose_name='title')),
                ('about', models.TextField(blank=True, verbose_name='what it tells')),
                ('access', models.CharField(choices=[('open', 'Open to everybody'), ('parties', 'For the parties of this collaboration'), ('request', 'On request to whoever keeps it')], default='parties', max_length=20, verbose_name='who may have it')),
                ('address', models.URLField(blank=True, max_length=500, verbose_name='address')),
                ('made_on', models.DateField(blank=True, null=True, verbose_name='as of')),
                ('state', models.CharField(choices=[('shared', 'Shared'), ('retired', 'No longer kept up')], default='shared', editable=False, max_length=20, verbose_name='state')),
                ('collaboration', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.collaboration')),
                ('custodian', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.organization', verbose_name='who keeps it')),
                ('document', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.document', verbose_name='document')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.knowledgeasset')),
                ('recorded_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='KnowledgeChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_state', models.CharField(blank=True, max_length=20, verbose_name='from')),
                ('to_state', models.CharField(max_length=20, verbose_name='to')),
                ('note', models.TextField(blank=True, verbose_name='reason')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='when')),
                ('event', models.CharField(choices=[('moved', 'State changed'), ('edited', 'Text edited'), ('used', 'Use recorded'), ('use_removed', 'Use taken out')], default='moved', max_length=20, verbose_name='what happened')),
                ('subject', models.CharField(blank=True, max_length=300, verbose_name='about')),
                ('asset', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='agreements.knowledgeasset')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
            ],
            options={
                'verbose_name': "line of the asset's history",
                'verbose_name_plural': "lines of the assets' history",
                'ordering': ['made_at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='KnowledgeUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('note', models.TextField(blank=True, verbose_name='what it was used for')),
                ('asset', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='uses', to='agreements.knowledgeasset')),
                ('decision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='knowledge_uses', to='agreements.decision', verbose_name='decision')),
                ('finding', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='knowledge_uses', to='agreements.jointfinding', verbose_name='joint finding')),
                ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='knowledge_uses', to='agreements.meeting', verbose_name='meeting')),
                ('recorded_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
            ],
            options={
                'verbose_name': 'use of knowledge',
                'verbose_name_plural': 'uses of knowledge',
                'ordering': ['asset', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='TrainingChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_state', models.CharField(blank=True, max_length=20, verbose_name='from')),
                ('to_state', models.CharField(max_length=20, verbose_name='to')),
                ('note', models.TextField(blank=True, verbose_name='reason')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='when')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('training', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='agreements.training')),
            ],
            options={
                'verbose_name': "line of the training's history",
                'verbose_name_plural': "lines of the trainings' history",
                'ordering': ['made_at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TrainingEvent',
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
                ('topic', models.CharField(max_length=300, verbose_name='topic')),
                ('held_on', models.DateField(verbose_name='day')),
                ('participants', models.PositiveIntegerField(blank=True, null=True, verbose_name='how many took part')),
                ('state', models.CharField(choices=[('planned', 'Planned'), ('held', 'Held'), ('cancelled', 'Cancelled')], default='planned', editable=False, max_length=20, verbose_name='state')),
                ('collaboration', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.collaboration')),
                ('document', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.document', verbose_name='document')),
                ('giver', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.organization', verbose_name='who gives it')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.training')),
                ('recorded_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TrainingReceiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='trainings_received', to='actors.organization', verbose_name='organization')),
                ('training', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='receivers', to='agreements.training')),
            ],
            options={
                'verbose_name': 'receiver of a training',
                'verbose_name_plural': 'receivers of trainings',
                'ordering': ['training', 'organization__name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='GuidelineChangeEvent',
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
                ('guideline', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.guideline')),
                ('made_by', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.guidelinechange')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='KnowledgeChangeEvent',
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
                ('event', models.CharField(choices=[('moved', 'State changed'), ('edited', 'Text edited'), ('used', 'Use recorded'), ('use_removed', 'Use taken out')], default='moved', max_length=20, verbose_name='what happened')),
                ('subject', models.CharField(blank=True, max_length=300, verbose_name='about')),
                ('asset', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.knowledgeasset')),
                ('made_by', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.knowledgechange')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='KnowledgeUseEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('note', models.TextField(blank=True, verbose_name='what it was used for')),
                ('asset', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.knowledgeasset')),
                ('decision', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.decision', verbose_name='decision')),
                ('finding', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.jointfinding', verbose_name='joint finding')),
                ('meeting', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.meeting', verbose_name='meeting')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.knowledgeuse')),
                ('recorded_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TrainingChangeEvent',
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
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.trainingchange')),
                ('training', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.training')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TrainingReceiverEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.organization', verbose_name='organization')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.trainingreceiver')),
                ('training', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.training')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GroundRuleChangeEvent',
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
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.groundrulechange')),
                ('rule', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.groundrule')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_groundrulechange_newest'), models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_groundrulechange_user'), models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_groundrulechange_request'), models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_groundrulechange_ip')],
            },
        ),
        migrations.CreateModel(
            name='GroundRuleEvent',
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
                ('text', models.TextField(verbose_name='rule')),
                ('core_value', models.CharField(blank=True, choices=[('service', 'Service orientation'), ('accountable', 'Accountability'), ('competent', 'Competence'), ('harmonious', 'Harmony'), ('loyal', 'Loyalty'), ('adaptive', 'Adaptability'), ('collaborative', 'Collaboration')], max_length=20, verbose_name='value')),
                ('position', models.PositiveSmallIntegerField(default=1, verbose_name='place in the list')),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('adopted', 'Adopted'), ('replaced', 'Replaced'), ('withdrawn', 'Withdrawn')], default='proposed', editable=False, max_length=20, verbose_name='state')),
                ('adopted_on', models.DateField(blank=True, editable=False, null=True, verbose_name='holds since')),
                ('ended_on', models.DateField(blank=True, editable=False, null=True, verbose_name='held until')),
                ('collaboration', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.collaboration')),
                ('decision', models.ForeignKey(blank=True, db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.decision', verbose_name='adopted by')),
                ('ended_by', models.ForeignKey(blank=True, db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.decision', verbose_name='ended by')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.groundrule')),
                ('recorded_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by')),
                ('replaces', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.groundrule', verbose_name='rule that it replaces')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_groundrule_newest'), models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_groundrule_user'), models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_groundrule_request'), models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_groundrule_ip')],
            },
        ),
        migrations.AddIndex(
            model_name='guideline',
            index=models.Index(fields=['collaboration', 'due_on'], name='guideline_due'),
        ),
        migrations.AddIndex(
            model_name='guidelinechangeevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_guidelinechange_newest'),
        ),
        migrations.AddIndex(
            model_name='guidelinechangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_guidelinechange_user'),
        ),
        migrations.AddIndex(
            model_name='guidelinechangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_guidelinechange_request'),
        ),
        migrations.AddIndex(
            model_name='guidelinechangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_guidelinechange_ip'),
        ),
        migrations.AddIndex(
            model_name='guidelineevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_guideline_newest'),
        ),
        migrations.AddIndex(
            model_name='guidelineevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_guideline_user'),
        ),
        migrations.AddIndex(
            model_name='guidelineevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_guideline_request'),
        ),
        migrations.AddIndex(
            model_name='guidelineevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_guideline_ip'),
        ),
        migrations.AddIndex(
            model_name='knowledgeassetevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_knowledgeasset_newest'),
        ),
        migrations.AddIndex(
            model_name='knowledgeassetevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_knowledgeasset_user'),
        ),
        migrations.AddIndex(
            model_name='knowledgeassetevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_knowledgeasset_request'),
        ),
        migrations.AddIndex(
            model_name='knowledgeassetevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_knowledgeasset_ip'),
        ),
        migrations.AddIndex(
            model_name='knowledgechangeevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_knowledgechange_newest'),
        ),
        migrations.AddIndex(
            model_name='knowledgechangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_knowledgechange_user'),
        ),
        migrations.AddIndex(
            model_name='knowledgechangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_knowledgechange_request'),
        ),
        migrations.AddIndex(
            model_name='knowledgechangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_knowledgechange_ip'),
        ),
        migrations.AddIndex(
            model_name='knowledgeuseevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_knowledgeuse_newest'),
        ),
        migrations.AddIndex(
            model_name='knowledgeuseevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_knowledgeuse_user'),
        ),
        migrations.AddIndex(
            model_name='knowledgeuseevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_knowledgeuse_request'),
        ),
        migrations.AddIndex(
            model_name='knowledgeuseevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_knowledgeuse_ip'),
        ),
        migrations.AddIndex(
            model_name='arrangementchangeevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_arrangementchange_newest'),
        ),
        migrations.AddIndex(
            model_name='arrangementchangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_arrangementchange_user'),
        ),
        migrations.AddIndex(
            model_name='arrangementchangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_arrangementchange_request'),
        ),
        migrations.AddIndex(
            model_name='arrangementchangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_arrangementchange_ip'),
        ),
        migrations.AddIndex(
            model_name='trainingchangeevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_trainingchange_newest'),
        ),
        migrations.AddIndex(
            model_name='trainingchangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_trainingchange_user'),
        ),
        migrations.AddIndex(
            model_name='trainingchangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_trainingchange_request'),
        ),
        migrations.AddIndex(
            model_name='trainingchangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_trainingchange_ip'),
        ),
        migrations.AddIndex(
            model_name='trainingevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_training_newest'),
        ),
        migrations.AddIndex(
            model_name='trainingevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_training_user'),
        ),
        migrations.AddIndex(
            model_name='trainingevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_training_request'),
        ),
        migrations.AddIndex(
            model_name='trainingevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_training_ip'),
        ),
        migrations.AddIndex(
            model_name='trainingreceiverevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_trainingreceiver_newest'),
        ),
        migrations.AddIndex(
            model_name='trainingreceiverevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_trainingreceiver_user'),
        ),
        migrations.AddIndex(
            model_name='trainingreceiverevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_trainingreceiver_request'),
        ),
        migrations.AddIndex(
            model_name='trainingreceiverevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_trainingreceiver_ip'),
        ),
        migrations.AddConstraint(
            model_name='groundrule',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='ground_rule_says_something', violation_error_code='text', violation_error_message='Write down the rule.'),
        ),
        migrations.AddConstraint(
            model_name='groundrule',
            constraint=models.CheckConstraint(condition=models.Q(('core_value__in', ['', 'service', 'accountable', 'competent', 'harmonious', 'loyal', 'adaptive', 'collaborative'])), name='ground_rule_value_is_known'),
        ),
        migrations.AddConstraint(
            model_name='groundrule',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['proposed', 'adopted', 'replaced', 'withdrawn'])), name='ground_rule_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='groundrule',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('state__in', ('adopted', 'replaced', 'withdrawn')), _negated=True), ('adopted_on', None), ('decision', None)), models.Q(('state__in', ['adopted', 'replaced']), ('adopted_on__isnull', False), ('decision__isnull', False)), models.Q(('state', 'withdrawn'), models.Q(models.Q(('adopted_on', None), ('decision', None)), models.Q(('adopted_on__isnull', False), ('decision__isnull', False)), _connector='OR')), _connector='OR'), name='ground_rule_adopted_by_a_decision', violation_error_message='A rule holds once a decision adopts it.'),
        ),
        migrations.AddConstraint(
            model_name='groundrule',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('state__in', ('replaced', 'withdrawn')), _negated=True), ('ended_by', None), ('ended_on', None)), models.Q(('ended_on__isnull', False), ('state__in', ('replaced', 'withdrawn')), models.Q(models.Q(('decision', None), ('ended_by', None)), models.Q(('decision__isnull', False), ('ended_by__isnull', False)), _connector='OR')), _connector='OR'), name='ground_rule_ends_as_it_began', violation_error_message='A rule that holds is ended by a decision.'),
        ),
        migrations.AddConstraint(
            model_name='groundrule',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on', None), ('adopted_on', None), ('ended_on__gte', models.F('adopted_on')), _connector='OR'), name='ground_rule_ends_after_it_began', violation_error_code='decision', violation_error_message='A rule cannot end before the day on which it began.'),
        ),
        migrations.AddConstraint(
            model_name='groundrule',
            constraint=models.CheckConstraint(condition=models.Q(('replaces', None), models.Q(('replaces', models.F('pk')), _negated=True), _connector='OR'), name='ground_rule_replaces_another', violation_error_code='replaces', violation_error_message='A rule does not replace itself.'),
        ),
        migrations.AddConstraint(
            model_name='groundrule',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['adopted', 'replaced'])), fields=('replaces',), name='ground_rule_replaced_once', violation_error_code='replaces', violation_error_message='Another rule has replaced that one already.'),
        ),
        migrations.AddConstraint(
            model_name='guideline',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='guideline_has_a_title', violation_error_code='title', violation_error_message='Give the guideline a title.'),
        ),
        migrations.AddConstraint(
            model_name='guideline',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['juklak', 'juknis', 'sop', 'nspk'])), name='guideline_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='guideline',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['drafting', 'review', 'issued', 'revoked'])), name='guideline_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='guideline',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('state__in', ('issued', 'revoked')), _negated=True), ('issued_on', None)), models.Q(('document__isnull', False), ('issued_on__isnull', False), ('state__in', ('issued', 'revoked')), models.Q(('number', ''), _negated=True)), _connector='OR'), name='guideline_issued_in_writing', violation_error_message='What is issued has a number, a day and a document.'),
        ),
        migrations.AddConstraint(
            model_name='guideline',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('revoked_on__gte', models.F('issued_on')), ('revoked_on__isnull', False), ('state', 'revoked')), models.Q(models.Q(('state', 'revoked'), _negated=True), ('revoked_on', None)), _connector='OR'), name='guideline_revoked_has_a_day', violation_error_code='revoked_on', violation_error_message='A guideline is revoked after it was issued.'),
        ),
        migrations.AddConstraint(
            model_name='guideline',
            constraint=models.CheckConstraint(condition=models.Q(('reviewed_by', None), models.Q(('state', 'drafting'), _negated=True), _connector='OR'), name='guideline_draft_is_not_reviewed'),
        ),
        migrations.AddConstraint(
            model_name='guideline',
            constraint=models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('collaboration', 'owner', 'kind', 'number'), name='guideline_number_once', violation_error_code='number', violation_error_message='This organization has issued this number already.'),
        ),
        migrations.AddConstraint(
            model_name='knowledgeasset',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='knowledge_has_a_title', violation_error_code='title', violation_error_message='Give it a title.'),
        ),
        migrations.AddConstraint(
            model_name='knowledgeasset',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['dataset', 'study', 'map', 'guideline', 'lesson'])), name='knowledge_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='knowledgeasset',
            constraint=models.CheckConstraint(condition=models.Q(('access__in', ['open', 'parties', 'request'])), name='knowledge_access_is_known'),
        ),
        migrations.AddConstraint(
            model_name='knowledgeasset',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['shared', 'retired'])), name='knowledge_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='knowledgeasset',
            constraint=models.CheckConstraint(condition=models.Q(('access', 'request'), ('document__isnull', False), models.Q(('address', ''), _negated=True), _connector='OR'), name='knowledge_lies_somewhere', violation_error_code='address', violation_error_message='Say where it lies: a document or an address.'),
        ),
        migrations.AddConstraint(
            model_name='knowledgeasset',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('access', 'request'), _negated=True), ('document', None), _connector='OR'), name='knowledge_on_request_is_not_handed_out', violation_error_code='document', violation_error_message='Everybody in the collaboration can open its documents: what is given on request only has none here.'),
        ),
        migrations.AddConstraint(
            model_name='knowledgechange',
            constraint=models.CheckConstraint(condition=models.Q(('event__in', ['moved', 'edited', 'used', 'use_removed'])), name='knowledge_change_event_is_known'),
        ),
        migrations.AddConstraint(
            model_name='knowledgeuse',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decision__isnull', False), ('finding__isnull', True), ('meeting__isnull', True)), models.Q(('decision__isnull', True), ('finding__isnull', False), ('meeting__isnull', True)), models.Q(('decision__isnull', True), ('finding__isnull', True), ('meeting__isnull', False)), _connector='OR'), name='knowledge_use_in_one_place', violation_error_message='Choose one: a decision, a finding or a meeting.'),
        ),
        migrations.AddConstraint(
            model_name='knowledgeuse',
            constraint=models.UniqueConstraint(fields=('asset', 'decision'), name='knowledge_use_once_in_a_decision', violation_error_code='decision', violation_error_message='This use is on record already.'),
        ),
        migrations.AddConstraint(
            model_name='knowledgeuse',
            constraint=models.UniqueConstraint(fields=('asset', 'finding'), name='knowledge_use_once_in_a_finding', violation_error_code='finding', violation_error_message='This use is on record already.'),
        ),
        migrations.AddConstraint(
            model_name='knowledgeuse',
            constraint=models.UniqueConstraint(fields=('asset', 'meeting'), name='knowledge_use_once_in_a_meeting', violation_error_code='meeting', violation_error_message='This use is on record already.'),
        ),
        migrations.AddConstraint(
            model_name='arrangementchange',
            constraint=models.CheckConstraint(condition=models.Q(('event__in', ['structure_begun', 'structure_changed', 'structure_ended', 'role_begun', 'role_changed', 'role_ended', 'area_begun', 'area_changed', 'area_ended'])), name='arrangement_change_event_is_known'),
        ),
        migrations.AddConstraint(
            model_name='arrangementchange',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('area__isnull', True), ('role__isnull', True), ('structure__isnull', False)), models.Q(('area__isnull', True), ('role__isnull', False), ('structure__isnull', True)), models.Q(('area__isnull', False), ('role__isnull', True), ('structure__isnull', True)), _connector='OR'), name='arrangement_change_about_one'),
        ),
        migrations.AddConstraint(
            model_name='training',
            constraint=models.CheckConstraint(condition=models.Q(('topic', ''), _negated=True), name='training_has_a_topic', violation_error_code='topic', violation_error_message='Say what is taught.'),
        ),
        migrations.AddConstraint(
            model_name='training',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['planned', 'held', 'cancelled'])), name='training_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='training',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('participants__gte', 1), ('participants__isnull', False), ('state', 'held')), models.Q(models.Q(('state', 'held'), _negated=True), ('participants', None)), _connector='OR'), name='training_held_counts_who_came', violation_error_code='participants', violation_error_message='Say how many took part, once it was held.'),
        ),
        migrations.AddConstraint(
            model_name='trainingreceiver',
            constraint=models.UniqueConstraint(fields=('training', 'organization'), name='training_receiver_once', violation_error_message='This organization is among the receivers already.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundrule',
            trigger=pgtrigger.compiler.Trigger(name='moves_only', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ((\'adopted\', \'replaced\'), (\'adopted\', \'withdrawn\'), (\'proposed\', \'adopted\'), (\'proposed\', \'withdrawn\')) THEN\n                RAISE EXCEPTION \'violates "ground_rule_moves_only": this state does not follow that one\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'ground_rule_moves_only\';\n            END IF;\n            RETURN NEW;\n        ', hash='c853439cf9e9bc67934ec25f1cb9efa257097b4f', operation='UPDATE OF "state"', pgid='pgtrigger_moves_only_45932', table='agreements_groundrule', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundrule',
            trigger=pgtrigger.compiler.Trigger(name='adopted_by_a_ruling', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            \n            IF TG_OP = \'UPDATE\' THEN\n                IF ROW(NEW.decision_id) IS NOT DISTINCT FROM ROW(OLD.decision_id) THEN\n                    RETURN NEW;\n                END IF;\n            END IF;\n            IF EXISTS (\n                SELECT FROM agreements_decision WHERE id = NEW.decision_id AND NOT (\n                    kind = \'procedural\' AND \'ground_rules\' = ANY(settles)\n                    AND state IN (\'decided\', \'in_effect\')\n                )\n            ) THEN\n                RAISE EXCEPTION \'violates "ground_rule_adopted_by_a_ruling": no procedural decision on ground rules that holds\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'ground_rule_adopted_by_a_ruling\';\n            END IF;\n            RETURN NEW;\n        ', hash='e6305594f55b731b86e953291c22686ea696d627', operation='INSERT OR UPDATE OF "decision_id"', pgid='pgtrigger_adopted_by_a_ruling_097ec', table='agreements_groundrule', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundrule',
            trigger=pgtrigger.compiler.Trigger(name='ended_by_a_ruling', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            \n            IF TG_OP = \'UPDATE\' THEN\n                IF ROW(NEW.ended_by_id) IS NOT DISTINCT FROM ROW(OLD.ended_by_id) THEN\n                    RETURN NEW;\n                END IF;\n            END IF;\n            IF EXISTS (\n                SELECT FROM agreements_decision WHERE id = NEW.ended_by_id AND NOT (\n                    kind = \'procedural\' AND \'ground_rules\' = ANY(settles)\n                    AND state IN (\'decided\', \'in_effect\')\n                )\n            ) THEN\n                RAISE EXCEPTION \'violates "ground_rule_ended_by_a_ruling": no procedural decision on ground rules that holds\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'ground_rule_ended_by_a_ruling\';\n            END IF;\n            RETURN NEW;\n        ', hash='45fe966785272b91ab52dc7b0a9bc9300393c7d6', operation='INSERT OR UPDATE OF "ended_by_id"', pgid='pgtrigger_ended_by_a_ruling_372a8', table='agreements_groundrule', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundrule',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[NEW.collaboration_id::bigint, (\n        SELECT meeting.collaboration_id FROM agreements_decision decision\n        JOIN agreements_meeting meeting ON meeting.id = decision.meeting_id\n        WHERE decision.id = NEW.decision_id\n    )::bigint, (\n        SELECT meeting.collaboration_id FROM agreements_decision decision\n        JOIN agreements_meeting meeting ON meeting.id = decision.meeting_id\n        WHERE decision.id = NEW.ended_by_id\n    )::bigint, (SELECT collaboration_id FROM agreements_groundrule WHERE id = NEW.replaces_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "ground_rule_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'ground_rule_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='35c8738f5d9daffdda508a0ddb57188528aa7336', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_dae2d', table='agreements_groundrule', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundrule',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_groundruleevent" ("adopted_on", "collaboration_id", "core_value", "created_at", "decision_id", "ended_by_id", "ended_on", "id", "is_sample", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "recorded_by_id", "replaces_id", "state", "text", "version") VALUES (NEW."adopted_on", NEW."collaboration_id", NEW."core_value", NEW."created_at", NEW."decision_id", NEW."ended_by_id", NEW."ended_on", NEW."id", NEW."is_sample", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."recorded_by_id", NEW."replaces_id", NEW."state", NEW."text", NEW."version"); RETURN NULL;', hash='757a6afb8ee9e24ad14d3e52dd2bc8c9a034571c', operation='INSERT', pgid='pgtrigger_insert_insert_4bcbf', table='agreements_groundrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundrule',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."adopted_on" IS DISTINCT FROM (NEW."adopted_on") OR OLD."collaboration_id" IS DISTINCT FROM (NEW."collaboration_id") OR OLD."core_value" IS DISTINCT FROM (NEW."core_value") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decision_id" IS DISTINCT FROM (NEW."decision_id") OR OLD."ended_by_id" IS DISTINCT FROM (NEW."ended_by_id") OR OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."replaces_id" IS DISTINCT FROM (NEW."replaces_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "agreements_groundruleevent" ("adopted_on", "collaboration_id", "core_value", "created_at", "decision_id", "ended_by_id", "ended_on", "id", "is_sample", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "recorded_by_id", "replaces_id", "state", "text", "version") VALUES (NEW."adopted_on", NEW."collaboration_id", NEW."core_value", NEW."created_at", NEW."decision_id", NEW."ended_by_id", NEW."ended_on", NEW."id", NEW."is_sample", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."recorded_by_id", NEW."replaces_id", NEW."state", NEW."text", NEW."version"); RETURN NULL;', hash='9fb63986f198d495385f9e0b95fde2d201c41823', operation='UPDATE', pgid='pgtrigger_update_update_386ab', table='agreements_groundrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundrule',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_groundruleevent" ("adopted_on", "collaboration_id", "core_value", "created_at", "decision_id", "ended_by_id", "ended_on", "id", "is_sample", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "recorded_by_id", "replaces_id", "state", "text", "version") VALUES (OLD."adopted_on", OLD."collaboration_id", OLD."core_value", OLD."created_at", OLD."decision_id", OLD."ended_by_id", OLD."ended_on", OLD."id", OLD."is_sample", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."position", OLD."recorded_by_id", OLD."replaces_id", OLD."state", OLD."text", OLD."version"); RETURN NULL;', hash='1f13827cbb0f8e7cf9147e62ae4a2921e1048001', operation='DELETE', pgid='pgtrigger_delete_delete_638aa', table='agreements_groundrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundrulechange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_groundrulechangeevent" ("from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_id", "to_state") VALUES (NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rule_id", NEW."to_state"); RETURN NULL;', hash='a2cc87334fb12c429a24a826e83e4700416a7d24', operation='INSERT', pgid='pgtrigger_insert_insert_409ff', table='agreements_groundrulechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundrulechange',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "agreements_groundrulechangeevent" ("from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_id", "to_state") VALUES (NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rule_id", NEW."to_state"); RETURN NULL;', hash='57565d2a0f1c5fa55337298d0c4b64c499ec5ab1', operation='UPDATE', pgid='pgtrigger_update_update_78407', table='agreements_groundrulechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundrulechange',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_groundrulechangeevent" ("from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule_id", "to_state") VALUES (OLD."from_state", OLD."id", OLD."made_at", OLD."made_by_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."rule_id", OLD."to_state"); RETURN NULL;', hash='f43535fc8f10aa0a3f3bae5acb3a5fc4eab09aa3', operation='DELETE', pgid='pgtrigger_delete_delete_2b487', table='agreements_groundrulechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundrulechangeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5b7ca52a6a6d6a11c868258b96837927ca042fef', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d53c4', table='agreements_groundrulechangeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundruleevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e6e9bd0d930bed3a0917740f65629d093025b383', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4ffb7', table='agreements_groundruleevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guideline',
            trigger=pgtrigger.compiler.Trigger(name='moves_only', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ((\'drafting\', \'review\'), (\'issued\', \'revoked\'), (\'review\', \'drafting\'), (\'review\', \'issued\')) THEN\n                RAISE EXCEPTION \'violates "guideline_moves_only": this state does not follow that one\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'guideline_moves_only\';\n            END IF;\n            RETURN NEW;\n        ', hash='b91da097c1d55e004796732796fa554c90444011', operation='UPDATE OF "state"', pgid='pgtrigger_moves_only_189e1', table='agreements_guideline', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guideline',
            trigger=pgtrigger.compiler.Trigger(name='reviewed_before_issued', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF NEW.state = \'issued\' AND OLD.state <> \'issued\'\n                AND NEW.reviewer_id IS NOT NULL AND NEW.reviewed_by_id IS NULL\n            THEN\n                RAISE EXCEPTION \'violates "guideline_reviewed_before_issued": its reviewer has not reviewed it\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'guideline_reviewed_before_issued\';\n            END IF;\n            RETURN NEW;\n        ', hash='adae4ff00727ff4eb1f0df66e2f0a805586eaa98', operation='UPDATE OF "state"', pgid='pgtrigger_reviewed_before_issued_f34e3', table='agreements_guideline', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guideline',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[NEW.collaboration_id::bigint, (SELECT collaboration_id FROM agreements_document WHERE id = NEW.document_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "guideline_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'guideline_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='8962e8333b05b4a43572416b007c0cd902251f0b', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_273ed', table='agreements_guideline', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guideline',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_guidelineevent" ("collaboration_id", "created_at", "document_id", "drafter_id", "due_on", "id", "is_sample", "issued_on", "kind", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "reviewed_by_id", "reviewer_id", "revoked_on", "state", "title", "version") VALUES (NEW."collaboration_id", NEW."created_at", NEW."document_id", NEW."drafter_id", NEW."due_on", NEW."id", NEW."is_sample", NEW."issued_on", NEW."kind", NEW."number", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."reviewed_by_id", NEW."reviewer_id", NEW."revoked_on", NEW."state", NEW."title", NEW."version"); RETURN NULL;', hash='bb9ad9bf54ccff8b56b8aba2142fdaed2351d8ca', operation='INSERT', pgid='pgtrigger_insert_insert_a1c80', table='agreements_guideline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guideline',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."collaboration_id" IS DISTINCT FROM (NEW."collaboration_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."document_id" IS DISTINCT FROM (NEW."document_id") OR OLD."drafter_id" IS DISTINCT FROM (NEW."drafter_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."issued_on" IS DISTINCT FROM (NEW."issued_on") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reviewed_by_id" IS DISTINCT FROM (NEW."reviewed_by_id") OR OLD."reviewer_id" IS DISTINCT FROM (NEW."reviewer_id") OR OLD."revoked_on" IS DISTINCT FROM (NEW."revoked_on") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "agreements_guidelineevent" ("collaboration_id", "created_at", "document_id", "drafter_id", "due_on", "id", "is_sample", "issued_on", "kind", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "reviewed_by_id", "reviewer_id", "revoked_on", "state", "title", "version") VALUES (NEW."collaboration_id", NEW."created_at", NEW."document_id", NEW."drafter_id", NEW."due_on", NEW."id", NEW."is_sample", NEW."issued_on", NEW."kind", NEW."number", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_by_id", NEW."reviewed_by_id", NEW."reviewer_id", NEW."revoked_on", NEW."state", NEW."title", NEW."version"); RETURN NULL;', hash='105f2e5d4eb802a7379a94d7913380a0f5821306', operation='UPDATE', pgid='pgtrigger_update_update_c407c', table='agreements_guideline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guideline',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_guidelineevent" ("collaboration_id", "created_at", "document_id", "drafter_id", "due_on", "id", "is_sample", "issued_on", "kind", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "reviewed_by_id", "reviewer_id", "revoked_on", "state", "title", "version") VALUES (OLD."collaboration_id", OLD."created_at", OLD."document_id", OLD."drafter_id", OLD."due_on", OLD."id", OLD."is_sample", OLD."issued_on", OLD."kind", OLD."number", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_by_id", OLD."reviewed_by_id", OLD."reviewer_id", OLD."revoked_on", OLD."state", OLD."title", OLD."version"); RETURN NULL;', hash='32074a431d20f1fa447ad4c5a9895d469bad6882', operation='DELETE', pgid='pgtrigger_delete_delete_02f5c', table='agreements_guideline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidelinechange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_guidelinechangeevent" ("from_state", "guideline_id", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_state") VALUES (NEW."from_state", NEW."guideline_id", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."to_state"); RETURN NULL;', hash='f01f310179675404772cccb8ee1e99262eebe0e0', operation='INSERT', pgid='pgtrigger_insert_insert_c98a2', table='agreements_guidelinechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidelinechange',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "agreements_guidelinechangeevent" ("from_state", "guideline_id", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_state") VALUES (NEW."from_state", NEW."guideline_id", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."to_state"); RETURN NULL;', hash='e2a5383db2591b55c61669c3cb3d2b97e8f32959', operation='UPDATE', pgid='pgtrigger_update_update_9e385', table='agreements_guidelinechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidelinechange',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_guidelinechangeevent" ("from_state", "guideline_id", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_state") VALUES (OLD."from_state", OLD."guideline_id", OLD."id", OLD."made_at", OLD."made_by_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."to_state"); RETURN NULL;', hash='08f374fa7561822e6fffa0487ae860575e90613d', operation='DELETE', pgid='pgtrigger_delete_delete_020ee', table='agreements_guidelinechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidelinechangeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fd63877c4d74f3c353ddc288a019c96445e27231', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9326a', table='agreements_guidelinechangeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='guidelineevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='27f42dc808c850ea8e721887c42f8e178fcc515d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5cf4f', table='agreements_guidelineevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knowledgeasset',
            trigger=pgtrigger.compiler.Trigger(name='moves_only', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ((\'retired\', \'shared\'), (\'shared\', \'retired\')) THEN\n                RAISE EXCEPTION \'violates "knowledge_moves_only": this state does not follow that one\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'knowledge_moves_only\';\n            END IF;\n            RETURN NEW;\n        ', hash='52947037f39b4f795df45b9827a8ff908aa7ec9a', operation='UPDATE OF "state"', pgid='pgtrigger_moves_only_4f775', table='agreements_knowledgeasset', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knowledgeasset',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[NEW.collaboration_id::bigint, (SELECT collaboration_id FROM agreements_document WHERE id = NEW.document_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "knowledge_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'knowledge_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='daab8ecd9c17daa9e7c5572681256555dad51244', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_467c9', table='agreements_knowledgeasset', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knowledgeasset',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_knowledgeassetevent" ("about", "access", "address", "collaboration_id", "created_at", "custodian_id", "document_id", "id", "is_sample", "kind", "made_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "state", "title", "version") VALUES (NEW."about", NEW."access", NEW."address", NEW."collaboration_id", NEW."created_at", NEW."custodian_id", NEW."document_id", NEW."id", NEW."is_sample", NEW."kind", NEW."made_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."state", NEW."title", NEW."version"); RETURN NULL;', hash='66e92b22a53897b86dee8a4d2ea746ed37e2558a', operation='INSERT', pgid='pgtrigger_insert_insert_965a3', table='agreements_knowledgeasset', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knowledgeasset',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."about" IS DISTINCT FROM (NEW."about") OR OLD."access" IS DISTINCT FROM (NEW."access") OR OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."collaboration_id" IS DISTINCT FROM (NEW."collaboration_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."custodian_id" IS DISTINCT FROM (NEW."custodian_id") OR OLD."document_id" IS DISTINCT FROM (NEW."document_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."made_on" IS DISTINCT FROM (NEW."made_on") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "agreements_knowledgeassetevent" ("about", "access", "address", "collaboration_id", "created_at", "custodian_id", "document_id", "id", "is_sample", "kind", "made_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "state", "title", "version") VALUES (NEW."about", NEW."access", NEW."address", NEW."collaboration_id", NEW."created_at", NEW."custodian_id", NEW."document_id", NEW."id", NEW."is_sample", NEW."kind", NEW."made_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_by_id", NEW."state", NEW."title", NEW."version"); RETURN NULL;', hash='13b394d13b11893b7e60ffe4b361f20c9c7a1724', operation='UPDATE', pgid='pgtrigger_update_update_e0d45', table='agreements_knowledgeasset', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knowledgeasset',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_knowledgeassetevent" ("about", "access", "address", "collaboration_id", "created_at", "custodian_id", "document_id", "id", "is_sample", "kind", "made_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "state", "title", "version") VALUES (OLD."about", OLD."access", OLD."address", OLD."collaboration_id", OLD."created_at", OLD."custodian_id", OLD."document_id", OLD."id", OLD."is_sample", OLD."kind", OLD."made_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_by_id", OLD."state", OLD."title", OLD."version"); RETURN NULL;', hash='bbce29c6740e7a56a2e938dd9040bb4281c6eee0', operation='DELETE', pgid='pgtrigger_delete_delete_a4077', table='agreements_knowledgeasset', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knowledgeassetevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a99ec41de58963435afe01fc56cb4fd6ba66d6d8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8876e', table='agreements_knowledgeassetevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knowledgechange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_knowledgechangeevent" ("asset_id", "event", "from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject", "to_state") VALUES (NEW."asset_id", NEW."event", NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."subject", NEW."to_state"); RETURN NULL;', hash='6bfbd700e5fe820cf6c973d812ea555395ddac37', operation='INSERT', pgid='pgtrigger_insert_insert_92746', table='agreements_knowledgechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knowledgechange',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "agreements_knowledgechangeevent" ("asset_id", "event", "from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject", "to_state") VALUES (NEW."asset_id", NEW."event", NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."subject", NEW."to_state"); RETURN NULL;', hash='8850333864e6e94c12923279254e05a458d2d13e', operation='UPDATE', pgid='pgtrigger_update_update_14b7b', table='agreements_knowledgechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knowledgechange',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_knowledgechangeevent" ("asset_id", "event", "from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject", "to_state") VALUES (OLD."asset_id", OLD."event", OLD."from_state", OLD."id", OLD."made_at", OLD."made_by_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."subject", OLD."to_state"); RETURN NULL;', hash='83ebcafb465e51eec5084145797805748fd0ba84', operation='DELETE', pgid='pgtrigger_delete_delete_de69c', table='agreements_knowledgechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knowledgechangeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5f71f9704fc03be30d1d996ac5d815ac2abf1b16', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_fb474', table='agreements_knowledgechangeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knowledgeuse',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[(SELECT collaboration_id FROM agreements_knowledgeasset WHERE id = NEW.asset_id)::bigint, (\n    SELECT meeting.collaboration_id FROM agreements_decision decision\n    JOIN agreements_meeting meeting ON meeting.id = decision.meeting_id\n    WHERE decision.id = NEW.decision_id\n)::bigint, (SELECT collaboration_id FROM agreements_jointfinding WHERE id = NEW.finding_id)::bigint, (SELECT collaboration_id FROM agreements_meeting WHERE id = NEW.meeting_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "knowledge_use_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'knowledge_use_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='b58621b3d497553c2a712fee89601b43735d9363', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_6b77d', table='agreements_knowledgeuse', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knowledgeuse',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_knowledgeuseevent" ("asset_id", "created_at", "decision_id", "finding_id", "id", "is_sample", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id") VALUES (NEW."asset_id", NEW."created_at", NEW."decision_id", NEW."finding_id", NEW."id", NEW."is_sample", NEW."meeting_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_by_id"); RETURN NULL;', hash='a80dc0f80baf56558acc2f009bb35898a7e6e4c2', operation='INSERT', pgid='pgtrigger_insert_insert_08797', table='agreements_knowledgeuse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knowledgeuse',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."asset_id" IS DISTINCT FROM (NEW."asset_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decision_id" IS DISTINCT FROM (NEW."decision_id") OR OLD."finding_id" IS DISTINCT FROM (NEW."finding_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id"))', func='INSERT INTO "agreements_knowledgeuseevent" ("asset_id", "created_at", "decision_id", "finding_id", "id", "is_sample", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id") VALUES (NEW."asset_id", NEW."created_at", NEW."decision_id", NEW."finding_id", NEW."id", NEW."is_sample", NEW."meeting_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_by_id"); RETURN NULL;', hash='d88f49a3f8c8239ae47176b1ce63b4202a8b0fd6', operation='UPDATE', pgid='pgtrigger_update_update_04b92', table='agreements_knowledgeuse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knowledgeuse',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_knowledgeuseevent" ("asset_id", "created_at", "decision_id", "finding_id", "id", "is_sample", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id") VALUES (OLD."asset_id", OLD."created_at", OLD."decision_id", OLD."finding_id", OLD."id", OLD."is_sample", OLD."meeting_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_by_id"); RETURN NULL;', hash='8b0edb2c379a0eaca8fcb139c0486ee401c18486', operation='DELETE', pgid='pgtrigger_delete_delete_1520c', table='agreements_knowledgeuse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='knowledgeuseevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='665ab39de42f10efa86fd35306724ab8361ff2ca', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_fe323', table='agreements_knowledgeuseevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='arrangementchangeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3d40489d4adbc61281fee441f91127e599066dc0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e0b8b', table='agreements_arrangementchangeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='arrangementchange',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[NEW.collaboration_id::bigint, (SELECT collaboration_id FROM agreements_structure WHERE id = NEW.structure_id)::bigint, (SELECT collaboration_id FROM agreements_roleassignment WHERE id = NEW.role_id)::bigint, (SELECT goal.collaboration_id FROM agreements_arearesponsibility AS area JOIN agreements_goal AS goal ON goal.id = area.goal_id WHERE area.id = NEW.area_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "arrangement_change_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'arrangement_change_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='9f63d5bea537166ce5015d0b3630a86c799606d3', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_5ec2f', table='agreements_arrangementchange', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='arrangementchange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_arrangementchangeevent" ("area_id", "collaboration_id", "event", "from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "structure_id", "subject", "to_state") VALUES (NEW."area_id", NEW."collaboration_id", NEW."event", NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."role_id", NEW."structure_id", NEW."subject", NEW."to_state"); RETURN NULL;', hash='c5dc94b571b16db6d4a0f27a3f4a4239fed30e74', operation='INSERT', pgid='pgtrigger_insert_insert_0e4a6', table='agreements_arrangementchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='arrangementchange',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "agreements_arrangementchangeevent" ("area_id", "collaboration_id", "event", "from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "structure_id", "subject", "to_state") VALUES (NEW."area_id", NEW."collaboration_id", NEW."event", NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."role_id", NEW."structure_id", NEW."subject", NEW."to_state"); RETURN NULL;', hash='57305ae566fb314fb837af78826c296e9174a65e', operation='UPDATE', pgid='pgtrigger_update_update_71351', table='agreements_arrangementchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='arrangementchange',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_arrangementchangeevent" ("area_id", "collaboration_id", "event", "from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "structure_id", "subject", "to_state") VALUES (OLD."area_id", OLD."collaboration_id", OLD."event", OLD."from_state", OLD."id", OLD."made_at", OLD."made_by_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."role_id", OLD."structure_id", OLD."subject", OLD."to_state"); RETURN NULL;', hash='ae31f54442b63d50234229f995c99abec6c4e016', operation='DELETE', pgid='pgtrigger_delete_delete_ba3aa', table='agreements_arrangementchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='training',
            trigger=pgtrigger.compiler.Trigger(name='moves_only', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ((\'planned\', \'cancelled\'), (\'planned\', \'held\')) THEN\n                RAISE EXCEPTION \'violates "training_moves_only": this state does not follow that one\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'training_moves_only\';\n            END IF;\n            RETURN NEW;\n        ', hash='671eea5c0b3c2694b508add7c447d80ff0e6c0b9', operation='UPDATE OF "state"', pgid='pgtrigger_moves_only_5a712', table='agreements_training', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='training',
            trigger=pgtrigger.compiler.Trigger(name='gives_to_others', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF EXISTS (\n                SELECT FROM agreements_trainingreceiver\n                WHERE training_id = NEW.id AND organization_id = NEW.giver_id\n            ) THEN\n                RAISE EXCEPTION \'violates "training_given_to_others": nobody trains oneself\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'training_given_to_others\';\n            END IF;\n            RETURN NEW;\n        ', hash='6ecab6d600f01e35b6a197a778b16218b6fa155b', operation='UPDATE OF "giver_id"', pgid='pgtrigger_gives_to_others_4ee7b', table='agreements_training', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='training',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[NEW.collaboration_id::bigint, (SELECT collaboration_id FROM agreements_document WHERE id = NEW.document_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "training_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'training_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='23e38ae8a7abe10d9e02627abacb9581eb9e06a2', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_1a083', table='agreements_training', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='training',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_trainingevent" ("collaboration_id", "created_at", "document_id", "giver_id", "held_on", "id", "is_sample", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "state", "topic", "version") VALUES (NEW."collaboration_id", NEW."created_at", NEW."document_id", NEW."giver_id", NEW."held_on", NEW."id", NEW."is_sample", NEW."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."state", NEW."topic", NEW."version"); RETURN NULL;', hash='030e529e5af93debacc28b205ce62f1859ce39bb', operation='INSERT', pgid='pgtrigger_insert_insert_b224b', table='agreements_training', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='training',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."collaboration_id" IS DISTINCT FROM (NEW."collaboration_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."document_id" IS DISTINCT FROM (NEW."document_id") OR OLD."giver_id" IS DISTINCT FROM (NEW."giver_id") OR OLD."held_on" IS DISTINCT FROM (NEW."held_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."participants" IS DISTINCT FROM (NEW."participants") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."topic" IS DISTINCT FROM (NEW."topic") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "agreements_trainingevent" ("collaboration_id", "created_at", "document_id", "giver_id", "held_on", "id", "is_sample", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "state", "topic", "version") VALUES (NEW."collaboration_id", NEW."created_at", NEW."document_id", NEW."giver_id", NEW."held_on", NEW."id", NEW."is_sample", NEW."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_by_id", NEW."state", NEW."topic", NEW."version"); RETURN NULL;', hash='d45a3d29093992381e6d7637845beb335e644346', operation='UPDATE', pgid='pgtrigger_update_update_ec606', table='agreements_training', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='training',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_trainingevent" ("collaboration_id", "created_at", "document_id", "giver_id", "held_on", "id", "is_sample", "participants", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "state", "topic", "version") VALUES (OLD."collaboration_id", OLD."created_at", OLD."document_id", OLD."giver_id", OLD."held_on", OLD."id", OLD."is_sample", OLD."participants", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_by_id", OLD."state", OLD."topic", OLD."version"); RETURN NULL;', hash='b9b9bdad5787548844d640a2bc39c0e676332bc4', operation='DELETE', pgid='pgtrigger_delete_delete_ef468', table='agreements_training', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingchange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_trainingchangeevent" ("from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_state", "training_id") VALUES (NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."to_state", NEW."training_id"); RETURN NULL;', hash='c0bd1c4b46e0f6da89cf8925855919c6a0595e83', operation='INSERT', pgid='pgtrigger_insert_insert_aaf3c', table='agreements_trainingchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingchange',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "agreements_trainingchangeevent" ("from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_state", "training_id") VALUES (NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."to_state", NEW."training_id"); RETURN NULL;', hash='3b153687777d6b4d880488f33cdd2e19c9171d7b', operation='UPDATE', pgid='pgtrigger_update_update_a80e1', table='agreements_trainingchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingchange',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_trainingchangeevent" ("from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_state", "training_id") VALUES (OLD."from_state", OLD."id", OLD."made_at", OLD."made_by_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."to_state", OLD."training_id"); RETURN NULL;', hash='5cb3d2c72c1137731633d852c6c88f2db0107427', operation='DELETE', pgid='pgtrigger_delete_delete_17f38', table='agreements_trainingchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingchangeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d865a783fbb9dca7ebbe9a045ef9b3041cd16f26', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_05317', table='agreements_trainingchangeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cb9ad2a6156908f77b9224840adee1834cc4c7d0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ac3c5', table='agreements_trainingevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingreceiver',
            trigger=pgtrigger.compiler.Trigger(name='not_for_the_giver', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF EXISTS (\n                SELECT FROM agreements_training\n                WHERE id = NEW.training_id AND giver_id = NEW.organization_id\n            ) THEN\n                RAISE EXCEPTION \'violates "training_not_for_the_giver": nobody trains oneself\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'training_not_for_the_giver\';\n            END IF;\n            RETURN NEW;\n        ', hash='c931388ecbb3766ec6026f346b9bcf4c6efc76b8', operation='INSERT OR UPDATE', pgid='pgtrigger_not_for_the_giver_1d66b', table='agreements_trainingreceiver', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingreceiver',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_trainingreceiverevent" ("id", "is_sample", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id") VALUES (NEW."id", NEW."is_sample", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."training_id"); RETURN NULL;', hash='760d4e72880ac220036b1e682502059846bbe995', operation='INSERT', pgid='pgtrigger_insert_insert_4bb4a', table='agreements_trainingreceiver', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingreceiver',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "agreements_trainingreceiverevent" ("id", "is_sample", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id") VALUES (NEW."id", NEW."is_sample", NEW."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."training_id"); RETURN NULL;', hash='cf095b947603c2ed78efe67cfc5a37252b20601b', operation='UPDATE', pgid='pgtrigger_update_update_84562', table='agreements_trainingreceiver', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingreceiver',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_trainingreceiverevent" ("id", "is_sample", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "training_id") VALUES (OLD."id", OLD."is_sample", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."training_id"); RETURN NULL;', hash='bd570b98f4fa971a6705786f4eaa8e66c6546b2a', operation='DELETE', pgid='pgtrigger_delete_delete_eac5a', table='agreements_trainingreceiver', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='trainingreceiverevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e9911d7c26c6f52b9bcb2a4d430c4b3efbf7f3bc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_52840', table='agreements_trainingreceiverevent', when='BEFORE')),
        ),
    ]
