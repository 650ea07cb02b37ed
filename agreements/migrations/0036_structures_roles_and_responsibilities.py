"""Task forces and working groups, the roles of leadership, and who leads which issue where."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.fields.json
import django.db.models.functions.comparison
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('actors', '0008_names_of_pairs'),
        ('actors', '__first__'),
        ('agreements', '0035_proposals_answered_on_behalf'),
    ]

    operations = [
        migrations.CreateModel(
            name='AreaResponsibility',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('role', models.CharField(choices=[('lead', 'Lead'), ('support', 'Support')], default='lead', max_length=10, verbose_name='leads or supports')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='responsibilities', to='agreements.goal', verbose_name='issue')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='responsibilities', to='agreements.party', verbose_name='party')),
                ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='responsibilities', to='actors.region', verbose_name='region')),
            ],
            options={
                'verbose_name': 'responsibility for a region',
                'verbose_name_plural': 'responsibilities for regions',
                'ordering': ['goal', 'region', 'role', '-starts_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Structure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('kind', models.CharField(choices=[('task_force', 'Task force'), ('forum', 'Forum'), ('team', 'Team'), ('working_group', 'Working group'), ('sub_group', 'Sub-group')], max_length=20, verbose_name='kind')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('purpose', models.TextField(blank=True, verbose_name='task')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='structures', to='agreements.collaboration')),
                ('decree', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='structures', to='agreements.agreement', verbose_name='set up by')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='agreements.structure', verbose_name='part of')),
            ],
            options={
                'verbose_name': 'structure',
                'verbose_name_plural': 'structures',
                'ordering': ['collaboration', 'name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='RoleAssignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('role', models.CharField(choices=[('patron', 'Patron'), ('steering', 'Steering member'), ('chair', 'Chair'), ('issue_coordinator', 'Issue coordinator'), ('secretariat', 'Secretariat'), ('sponsor', 'Sponsor'), ('convener', 'Convener'), ('facilitator', 'Facilitator'), ('mediator', 'Mediator'), ('science_translator', 'Science translator'), ('technologist', 'Technologist'), ('advocate', 'Public advocate'), ('verifier', 'Verifier')], max_length=20, verbose_name='role')),
                ('appointment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='leadership_roles', to='actors.appointment', verbose_name='held by')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='leadership_roles', to='agreements.collaboration')),
                ('goal', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='leadership_roles', to='agreements.goal', verbose_name='issue')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='leadership_roles', to='agreements.party', verbose_name='party')),
                ('structure', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='roles', to='agreements.structure', verbose_name='structure')),
            ],
            options={
                'verbose_name': 'leadership role',
                'verbose_name_plural': 'leadership roles',
                'ordering': ['collaboration', 'role', '-starts_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='AreaResponsibilityEvent',
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
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('role', models.CharField(choices=[('lead', 'Lead'), ('support', 'Support')], default='lead', max_length=10, verbose_name='leads or supports')),
                ('goal', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.goal', verbose_name='issue')),
                ('party', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.party', verbose_name='party')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.arearesponsibility')),
                ('region', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.region', verbose_name='region')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_arearesponsibility_newest'), models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_arearesponsibility_user'), models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_arearesponsibility_request'), models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_arearesponsibility_ip')],
            },
        ),
        migrations.CreateModel(
            name='RoleAssignmentEvent',
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
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('role', models.CharField(choices=[('patron', 'Patron'), ('steering', 'Steering member'), ('chair', 'Chair'), ('issue_coordinator', 'Issue coordinator'), ('secretariat', 'Secretariat'), ('sponsor', 'Sponsor'), ('convener', 'Convener'), ('facilitator', 'Facilitator'), ('mediator', 'Mediator'), ('science_translator', 'Science translator'), ('technologist', 'Technologist'), ('advocate', 'Public advocate'), ('verifier', 'Verifier')], max_length=20, verbose_name='role')),
                ('appointment', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.appointment', verbose_name='held by')),
                ('collaboration', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.collaboration')),
                ('goal', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.goal', verbose_name='issue')),
                ('party', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.party', verbose_name='party')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.roleassignment')),
                ('structure', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.structure', verbose_name='structure')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_roleassignment_newest'), models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_roleassignment_user'), models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_roleassignment_request'), models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_roleassignment_ip')],
            },
        ),
        migrations.CreateModel(
            name='StructureEvent',
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
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('kind', models.CharField(choices=[('task_force', 'Task force'), ('forum', 'Forum'), ('team', 'Team'), ('working_group', 'Working group'), ('sub_group', 'Sub-group')], max_length=20, verbose_name='kind')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('purpose', models.TextField(blank=True, verbose_name='task')),
                ('collaboration', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.collaboration')),
                ('decree', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.agreement', verbose_name='set up by')),
                ('parent', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.structure', verbose_name='part of')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.structure')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_structure_newest'), models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_structure_user'), models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_structure_request'), models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_structure_ip')],
            },
        ),
        migrations.AddConstraint(
            model_name='arearesponsibility',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['lead', 'support'])), name='area_role_is_known'),
        ),
        migrations.AddConstraint(
            model_name='arearesponsibility',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='area_ends_after_start', violation_error_code='ends_on', violation_error_message='The last day cannot be before the first day.'),
        ),
        migrations.AddConstraint(
            model_name='arearesponsibility',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('role', 'lead')), expressions=[(models.F('goal'), '='), (django.db.models.functions.comparison.Coalesce(models.F('region'), 0), '='), (models.Func('starts_on', 'ends_on', models.Value('[]'), function='daterange'), '&&')], name='area_one_lead_at_a_time', violation_error_code='party', violation_error_message='Another party leads this issue in this region in that time.'),
        ),
        migrations.AddConstraint(
            model_name='arearesponsibility',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.F('goal'), '='), (django.db.models.functions.comparison.Coalesce(models.F('region'), 0), '='), (models.F('party'), '='), (models.F('role'), '='), (models.Func('starts_on', 'ends_on', models.Value('[]'), function='daterange'), '&&')], name='area_party_once_at_a_time', violation_error_code='party', violation_error_message='This party answers for this issue in this region already in that time.'),
        ),
        migrations.AddConstraint(
            model_name='structure',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='structure_says_its_name', violation_error_code='name', violation_error_message='Say what it is called.'),
        ),
        migrations.AddConstraint(
            model_name='structure',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['task_force', 'forum', 'team', 'working_group', 'sub_group'])), name='structure_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='structure',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='structure_ends_after_start', violation_error_code='ends_on', violation_error_message='The last day cannot be before the first day.'),
        ),
        migrations.AddConstraint(
            model_name='structure',
            constraint=models.CheckConstraint(condition=models.Q(('parent', None), models.Q(('parent', models.F('pk')), _negated=True), _connector='OR'), name='structure_not_part_of_itself', violation_error_code='parent', violation_error_message='A structure is not part of itself.'),
        ),
        migrations.AddConstraint(
            model_name='structure',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.F('collaboration'), '='), (django.db.models.functions.text.Lower('name'), '='), (models.Func('starts_on', 'ends_on', models.Value('[]'), function='daterange'), '&&')], name='structure_name_once_at_a_time', violation_error_code='name', violation_error_message='Another structure has this name in that time.'),
        ),
        migrations.AddConstraint(
            model_name='roleassignment',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['patron', 'steering', 'chair', 'issue_coordinator', 'secretariat', 'sponsor', 'convener', 'facilitator', 'mediator', 'science_translator', 'technologist', 'advocate', 'verifier'])), name='role_is_known'),
        ),
        migrations.AddConstraint(
            model_name='roleassignment',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='role_ends_after_start', violation_error_code='ends_on', violation_error_message='The last day cannot be before the first day.'),
        ),
        migrations.AddConstraint(
            model_name='roleassignment',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ('issue_coordinator', 'verifier')), ('goal', None), _connector='OR'), name='role_of_an_issue', violation_error_code='goal', violation_error_message='Only a coordinator or a verifier is of one issue.'),
        ),
        migrations.AddConstraint(
            model_name='roleassignment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('role', 'issue_coordinator'), _negated=True), ('goal__isnull', False), _connector='OR'), name='role_coordinator_has_an_issue', violation_error_code='goal', violation_error_message='Say which issue is coordinated.'),
        ),
        migrations.AddConstraint(
            model_name='roleassignment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('role', 'issue_coordinator'), _negated=True), ('structure', None), _connector='OR'), name='role_coordinator_has_no_structure', violation_error_code='structure', violation_error_message='An issue is coordinated for the whole collaboration: name no structure.'),
        ),
        migrations.AddConstraint(
            model_name='roleassignment',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('role__in', ('chair', 'issue_coordinator', 'secretariat'))), expressions=[(models.F('collaboration'), '='), (django.db.models.functions.comparison.Coalesce(models.F('structure'), 0), '='), (django.db.models.functions.comparison.Coalesce(models.F('goal'), 0), '='), (models.F('role'), '='), (models.Func('starts_on', 'ends_on', models.Value('[]'), function='daterange'), '&&')], name='role_one_at_a_time', violation_error_code='starts_on', violation_error_message='Somebody holds this role in that time. First name their last day.'),
        ),
        migrations.AddConstraint(
            model_name='roleassignment',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.F('collaboration'), '='), (django.db.models.functions.comparison.Coalesce(models.F('structure'), 0), '='), (django.db.models.functions.comparison.Coalesce(models.F('goal'), 0), '='), (models.F('role'), '='), (models.F('party'), '='), (models.Func(models.F('appointment'), models.F('appointment'), models.Value('[]'), function='int8range', output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField()), '&&'), (models.Func('starts_on', 'ends_on', models.Value('[]'), function='daterange'), '&&')], name='role_holder_once_at_a_time', violation_error_code='party', violation_error_message='This party holds this role already in that time.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='arearesponsibility',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[(SELECT collaboration_id FROM agreements_goal WHERE id = NEW.goal_id)::bigint, (SELECT collaboration_id FROM agreements_party WHERE id = NEW.party_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "area_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'area_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='b21c5c46b70374be9daf399b1e045b2612e19041', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_9fdc3', table='agreements_arearesponsibility', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='arearesponsibility',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_arearesponsibilityevent" ("created_at", "ends_on", "goal_id", "id", "is_sample", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "role", "starts_on", "version") VALUES (NEW."created_at", NEW."ends_on", NEW."goal_id", NEW."id", NEW."is_sample", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."region_id", NEW."role", NEW."starts_on", NEW."version"); RETURN NULL;', hash='e6e9d26725182177a106f57c911ef55c3a831e45', operation='INSERT', pgid='pgtrigger_insert_insert_dfcf1', table='agreements_arearesponsibility', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='arearesponsibility',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."goal_id" IS DISTINCT FROM (NEW."goal_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."region_id" IS DISTINCT FROM (NEW."region_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "agreements_arearesponsibilityevent" ("created_at", "ends_on", "goal_id", "id", "is_sample", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "role", "starts_on", "version") VALUES (NEW."created_at", NEW."ends_on", NEW."goal_id", NEW."id", NEW."is_sample", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."region_id", NEW."role", NEW."starts_on", NEW."version"); RETURN NULL;', hash='494715b606d88181f6a6eedf37bdc0db28c8eec5', operation='UPDATE', pgid='pgtrigger_update_update_26957', table='agreements_arearesponsibility', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='arearesponsibility',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_arearesponsibilityevent" ("created_at", "ends_on", "goal_id", "id", "is_sample", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "role", "starts_on", "version") VALUES (OLD."created_at", OLD."ends_on", OLD."goal_id", OLD."id", OLD."is_sample", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."region_id", OLD."role", OLD."starts_on", OLD."version"); RETURN NULL;', hash='7762274c363d3116321c1220395a3120bdde37a4', operation='DELETE', pgid='pgtrigger_delete_delete_04789', table='agreements_arearesponsibility', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='arearesponsibilityevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d8df81951988d502092b956acb7d8ddb3010a810', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7552f', table='agreements_arearesponsibilityevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='structure',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[NEW.collaboration_id::bigint, (SELECT collaboration_id FROM agreements_structure WHERE id = NEW.parent_id)::bigint, (SELECT collaboration_id FROM agreements_agreement WHERE id = NEW.decree_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "structure_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'structure_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='23c471cbfdf611179e7256b1cfc9f1574c037fef', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_612c3', table='agreements_structure', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='structure',
            trigger=pgtrigger.compiler.Trigger(name='no_circle', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW.parent_id IS NOT NULL)', func='\n            PERFORM FROM agreements_collaboration WHERE id = NEW.collaboration_id\n                FOR NO KEY UPDATE;\n            IF EXISTS (\n                WITH RECURSIVE above (id, parent_id) AS (\n                    SELECT id, parent_id FROM agreements_structure WHERE id = NEW.parent_id\n                    UNION\n                    SELECT body.id, body.parent_id FROM agreements_structure AS body\n                    JOIN above ON body.id = above.parent_id\n                )\n                SELECT FROM above WHERE above.id = NEW.id\n            ) THEN\n                RAISE EXCEPTION \'violates "structure_no_circle": a structure is part of itself\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'structure_no_circle\';\n            END IF;\n            RETURN NEW;\n        ', hash='c09b19fae0ebf421d5d05fba8fffb836551a85b1', operation='INSERT OR UPDATE OF "parent_id"', pgid='pgtrigger_no_circle_e0a74', table='agreements_structure', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='structure',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_structureevent" ("collaboration_id", "created_at", "decree_id", "ends_on", "id", "is_sample", "kind", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "starts_on", "version") VALUES (NEW."collaboration_id", NEW."created_at", NEW."decree_id", NEW."ends_on", NEW."id", NEW."is_sample", NEW."kind", NEW."name", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."starts_on", NEW."version"); RETURN NULL;', hash='ffa59a1edcbabafb79f5d602b9181786f750ff37', operation='INSERT', pgid='pgtrigger_insert_insert_ad049', table='agreements_structure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='structure',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."collaboration_id" IS DISTINCT FROM (NEW."collaboration_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decree_id" IS DISTINCT FROM (NEW."decree_id") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "agreements_structureevent" ("collaboration_id", "created_at", "decree_id", "ends_on", "id", "is_sample", "kind", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "starts_on", "version") VALUES (NEW."collaboration_id", NEW."created_at", NEW."decree_id", NEW."ends_on", NEW."id", NEW."is_sample", NEW."kind", NEW."name", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."starts_on", NEW."version"); RETURN NULL;', hash='ae135f8a9a88e7655ddccf65749faf5e0e6341da', operation='UPDATE', pgid='pgtrigger_update_update_5a4ed', table='agreements_structure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='structure',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_structureevent" ("collaboration_id", "created_at", "decree_id", "ends_on", "id", "is_sample", "kind", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "starts_on", "version") VALUES (OLD."collaboration_id", OLD."created_at", OLD."decree_id", OLD."ends_on", OLD."id", OLD."is_sample", OLD."kind", OLD."name", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."purpose", OLD."starts_on", OLD."version"); RETURN NULL;', hash='fa5369cab222174c0c81777afadcde1f0bbd4161', operation='DELETE', pgid='pgtrigger_delete_delete_68786', table='agreements_structure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roleassignmentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a4a980502c36cda923442e3e1d707ebf20d328c7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5172b', table='agreements_roleassignmentevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roleassignment',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[NEW.collaboration_id::bigint, (SELECT collaboration_id FROM agreements_structure WHERE id = NEW.structure_id)::bigint, (SELECT collaboration_id FROM agreements_goal WHERE id = NEW.goal_id)::bigint, (SELECT collaboration_id FROM agreements_party WHERE id = NEW.party_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "role_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'role_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='549ba4f93887d1e83927df4dbc1eed9011fe0c44', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_58c80', table='agreements_roleassignment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roleassignment',
            trigger=pgtrigger.compiler.Trigger(name='held_by_its_party', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            IF EXISTS (\n                SELECT FROM agreements_roleassignment AS role\n                JOIN agreements_party AS party ON party.id = role.party_id\n                JOIN actors_appointment AS post ON post.id = role.appointment_id\n                WHERE role.id = NEW.id AND post.organization_id <> party.organization_id\n            ) THEN\n                RAISE EXCEPTION \'violates "role_held_by_its_party": the post is not in the organization of the party\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'role_held_by_its_party\';\n            END IF;\n            RETURN NULL;\n        ', hash='15014bd47b27b75f92df37412268e3f6537259b3', operation='INSERT OR UPDATE', pgid='pgtrigger_held_by_its_party_7a5cd', table='agreements_roleassignment', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roleassignment',
            trigger=pgtrigger.compiler.Trigger(name='verifies_what_others_report', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (NEW.role = 'verifier')", func='\n            IF EXISTS (\n                SELECT FROM agreements_reportingduty AS duty\n                JOIN agreements_indicator AS indicator ON indicator.id = duty.indicator_id\n                JOIN agreements_goal AS goal ON goal.id = indicator.goal_id\n                WHERE duty.party_id = NEW.party_id\n                AND goal.collaboration_id = NEW.collaboration_id\n                AND (NEW.goal_id IS NULL OR goal.id = NEW.goal_id)\n                AND duty.starts_on <= coalesce(NEW.ends_on, \'infinity\')\n                AND NEW.starts_on <= coalesce(duty.ends_on, \'infinity\')\n            ) THEN\n                RAISE EXCEPTION \'violates "role_verifies_what_others_report": the verifier reports what it verifies\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'role_verifies_what_others_report\';\n            END IF;\n            RETURN NEW;\n        ', hash='f2e951deab0aca55ed9780967abcd11789435c3e', operation='INSERT OR UPDATE', pgid='pgtrigger_verifies_what_others_report_eea69', table='agreements_roleassignment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roleassignment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_roleassignmentevent" ("appointment_id", "collaboration_id", "created_at", "ends_on", "goal_id", "id", "is_sample", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "structure_id", "version") VALUES (NEW."appointment_id", NEW."collaboration_id", NEW."created_at", NEW."ends_on", NEW."goal_id", NEW."id", NEW."is_sample", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."role", NEW."starts_on", NEW."structure_id", NEW."version"); RETURN NULL;', hash='664517d1b9ebade08881c666fe1a00e87db7339e', operation='INSERT', pgid='pgtrigger_insert_insert_c4b65', table='agreements_roleassignment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roleassignment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."appointment_id" IS DISTINCT FROM (NEW."appointment_id") OR OLD."collaboration_id" IS DISTINCT FROM (NEW."collaboration_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."goal_id" IS DISTINCT FROM (NEW."goal_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."structure_id" IS DISTINCT FROM (NEW."structure_id") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "agreements_roleassignmentevent" ("appointment_id", "collaboration_id", "created_at", "ends_on", "goal_id", "id", "is_sample", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "structure_id", "version") VALUES (NEW."appointment_id", NEW."collaboration_id", NEW."created_at", NEW."ends_on", NEW."goal_id", NEW."id", NEW."is_sample", NEW."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."role", NEW."starts_on", NEW."structure_id", NEW."version"); RETURN NULL;', hash='0af014aa1a5d5ab75aedfc6122a96ff7e2d7abfa', operation='UPDATE', pgid='pgtrigger_update_update_85eb6', table='agreements_roleassignment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roleassignment',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_roleassignmentevent" ("appointment_id", "collaboration_id", "created_at", "ends_on", "goal_id", "id", "is_sample", "party_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "starts_on", "structure_id", "version") VALUES (OLD."appointment_id", OLD."collaboration_id", OLD."created_at", OLD."ends_on", OLD."goal_id", OLD."id", OLD."is_sample", OLD."party_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."role", OLD."starts_on", OLD."structure_id", OLD."version"); RETURN NULL;', hash='64ee9c38572ff20cf40ba4be83e65d08fa99e64f', operation='DELETE', pgid='pgtrigger_delete_delete_18c30', table='agreements_roleassignment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='structureevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ef9a06d2b39de5755d4019850d4396fd324d2b40', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_41ef6', table='agreements_structureevent', when='BEFORE')),
        ),
    ]
