"""The pulse and the self-assessment of organizations; answers lie beside no invitation."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.fields.json
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0040_joint_services'),
    ]

    operations = [
        migrations.CreateModel(
            name='PulseItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=4, verbose_name='code')),
                ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                ('dimension', models.CharField(choices=[('T', 'Mutual trust'), ('U', 'Mutual understanding'), ('L', 'Internal legitimacy'), ('C', 'Shared commitment'), ('X', 'Workload and support'), ('O', 'Collaborative culture')], max_length=1, verbose_name='dimension')),
                ('is_reversed', models.BooleanField(default=False, verbose_name='agreement is a bad sign')),
                ('text_id', models.CharField(max_length=200, verbose_name='statement in Indonesian')),
                ('text_en', models.CharField(max_length=200, verbose_name='statement in English')),
            ],
            options={
                'verbose_name': 'statement of the pulse',
                'verbose_name_plural': 'statements of the pulse',
                'ordering': ['version', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PulseWave',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('opens_on', models.DateField(verbose_name='first day')),
                ('closes_on', models.DateField(verbose_name='last day')),
                ('item_version', models.PositiveSmallIntegerField(editable=False, verbose_name='version of the statements')),
                ('with_extra', models.BooleanField(default=False, verbose_name='ask about workload and support, too')),
                ('state', models.CharField(choices=[('draft', 'Being prepared'), ('open', 'Open for answers'), ('closed', 'Closed, not published yet'), ('published', 'Published')], default='draft', editable=False, max_length=10, verbose_name='state')),
                ('salt', models.CharField(blank=True, editable=False, max_length=64)),
                ('public_key', models.CharField(blank=True, editable=False, max_length=64)),
                ('invited', models.PositiveIntegerField(editable=False, null=True, verbose_name='people asked')),
                ('answered', models.PositiveIntegerField(editable=False, null=True, verbose_name='people who answered')),
                ('enough_by_mail', models.BooleanField(default=False, editable=False, verbose_name='five answered by a link that came by mail')),
                ('parties_asked', models.PositiveIntegerField(editable=False, null=True, verbose_name='parties asked')),
                ('parties_heard', models.PositiveIntegerField(editable=False, null=True, verbose_name='parties heard')),
                ('mailed_on', models.DateField(editable=False, null=True, verbose_name='links sent on')),
                ('mailed_again_on', models.DateField(editable=False, null=True, verbose_name='links sent once more on')),
                ('reminded_on', models.DateField(editable=False, null=True, verbose_name='reminded on')),
                ('unsent', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, editable=False, size=None)),
                ('collaboration', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pulse_waves', to='agreements.collaboration')),
                ('organization', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='culture_assessments', to='actors.organization', verbose_name='organization')),
            ],
            options={
                'verbose_name': 'pulse',
                'verbose_name_plural': 'pulses',
                'ordering': ['-opens_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PulseChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_state', models.CharField(blank=True, max_length=20, verbose_name='from')),
                ('to_state', models.CharField(max_length=20, verbose_name='to')),
                ('note', models.TextField(blank=True, verbose_name='reason')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='when')),
                ('event', models.CharField(choices=[('drafted', 'Prepared'), ('edited', 'Changed'), ('invited', 'Who is asked was changed'), ('opened', 'Opened'), ('mailed', 'Links sent by mail'), ('mailed_again', 'Links sent once more where the first mail failed'), ('printed', 'Links on paper shown'), ('reminded', 'Reminder sent'), ('closed', 'Closed'), ('thrown_away', 'Closed, its answers thrown away unread'), ('published', 'Results published'), ('remark_removed', 'A remark that named somebody was removed'), ('discussed', 'Results put on an agenda')], max_length=20, verbose_name='what happened')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('wave', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='agreements.pulsewave')),
            ],
            options={
                'verbose_name': "line of the pulse's history",
                'verbose_name_plural': "lines of the pulse's history",
                'ordering': ['made_at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PulseComment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField(verbose_name='comment')),
                ('wave', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='agreements.pulsewave')),
            ],
            options={
                'verbose_name': 'comment',
                'verbose_name_plural': 'comments',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='PulseDiscussion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pulse_discussions', to='agreements.agendaitem', verbose_name='agenda item')),
                ('wave', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='discussions', to='agreements.pulsewave', verbose_name='pulse')),
            ],
            options={
                'verbose_name': 'discussion of a pulse',
                'verbose_name_plural': 'discussions of pulses',
                'ordering': ['wave', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PulseInvitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('mailed_to', models.CharField(blank=True, editable=False, max_length=64)),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pulse_invitations', to='agreements.party', verbose_name='party')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pulse_invitations', to='actors.person', verbose_name='person')),
                ('wave', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='agreements.pulsewave')),
            ],
            options={
                'verbose_name': 'invitation to a pulse',
                'verbose_name_plural': 'invitations to pulses',
                'ordering': ['wave', 'party__organization__name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PulseLink',
            fields=[
                ('token_hash', models.CharField(editable=False, max_length=64, primary_key=True, serialize=False)),
                ('wave', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='agreements.pulsewave')),
            ],
            options={
                'verbose_name': 'link to a pulse',
                'verbose_name_plural': 'links to pulses',
            },
        ),
        migrations.CreateModel(
            name='PulseResponse',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('circle', models.CharField(blank=True, choices=[('all', 'All who answered'), ('government', 'Government'), ('others', 'Outside government')], max_length=20)),
                ('wave', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='agreements.pulsewave')),
            ],
            options={
                'verbose_name': 'answer',
                'verbose_name_plural': 'answers',
            },
        ),
        migrations.CreateModel(
            name='PulseResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('measure', models.CharField(blank=True, choices=[('T', 'Mutual trust'), ('U', 'Mutual understanding'), ('L', 'Internal legitimacy'), ('C', 'Shared commitment'), ('X1', "Strain on one's own duties"), ('X2', 'Support from above'), ('O', 'Collaborative culture')], max_length=2, verbose_name='measure')),
                ('circle', models.CharField(choices=[('all', 'All who answered'), ('government', 'Government'), ('others', 'Outside government')], default='all', max_length=20, verbose_name='circle')),
                ('n', models.PositiveIntegerField(verbose_name='answers')),
                ('invited', models.PositiveIntegerField(verbose_name='people asked')),
                ('median', models.FloatField(null=True, verbose_name='median')),
                ('q1', models.FloatField(null=True, verbose_name='lower quartile')),
                ('q3', models.FloatField(null=True, verbose_name='upper quartile')),
                ('mean', models.FloatField(null=True, verbose_name='mean')),
                ('spread', models.FloatField(null=True, verbose_name='standard deviation')),
                ('low', models.FloatField(null=True, verbose_name='interval from')),
                ('high', models.FloatField(null=True, verbose_name='interval to')),
                ('counts', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveIntegerField(), null=True, size=None, verbose_name='single steps')),
                ('change', models.SmallIntegerField(null=True, verbose_name='change since the one before')),
                ('suppressed', models.BooleanField(default=False, verbose_name='withheld')),
                ('reason', models.CharField(blank=True, choices=[('few', 'Too few answered for anything to be shown.'), ('few_detail', 'Too few answered for the single answers to be shown.'), ('telling', 'Of so few, even the mean would tell what single people said.'), ('alike', 'Nearly all gave the same answer: to show it would tell what each one said.'), ('together', 'The statements of a measure are shown together or not at all: of at least one of them nearly all said the same, and from the others it could be computed.')], max_length=12, verbose_name='why')),
                ('rule_version', models.PositiveSmallIntegerField(verbose_name='version of the rules')),
                ('item', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.pulseitem')),
                ('wave', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='results', to='agreements.pulsewave')),
            ],
            options={
                'verbose_name': 'result of a pulse',
                'verbose_name_plural': 'results of pulses',
                'ordering': ['wave', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PulseSpool',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('sealed', models.BinaryField()),
                ('wave', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='agreements.pulsewave')),
            ],
            options={
                'verbose_name': 'sealed answer',
                'verbose_name_plural': 'sealed answers',
            },
        ),
        migrations.CreateModel(
            name='PulseAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('value', models.PositiveSmallIntegerField(null=True)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.pulseitem')),
                ('response', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='agreements.pulseresponse')),
            ],
            options={
                'verbose_name': 'answer to a statement',
                'verbose_name_plural': 'answers to statements',
            },
        ),
        migrations.CreateModel(
            name='PulseTurn',
            fields=[
                ('token_hash', models.CharField(editable=False, max_length=64, primary_key=True, serialize=False)),
                ('invitation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='turn', to='agreements.pulseinvitation')),
            ],
            options={
                'verbose_name': 'turn to answer',
                'verbose_name_plural': 'turns to answer',
            },
        ),
        migrations.CreateModel(
            name='PulseItemEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(max_length=4, verbose_name='code')),
                ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                ('dimension', models.CharField(choices=[('T', 'Mutual trust'), ('U', 'Mutual understanding'), ('L', 'Internal legitimacy'), ('C', 'Shared commitment'), ('X', 'Workload and support'), ('O', 'Collaborative culture')], max_length=1, verbose_name='dimension')),
                ('is_reversed', models.BooleanField(default=False, verbose_name='agreement is a bad sign')),
                ('text_id', models.CharField(max_length=200, verbose_name='statement in Indonesian')),
                ('text_en', models.CharField(max_length=200, verbose_name='statement in English')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.pulseitem')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulseitem_newest'), models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulseitem_user'), models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulseitem_request'), models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulseitem_ip')],
            },
        ),
        migrations.CreateModel(
            name='PulseInvitationEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('party', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.party', verbose_name='party')),
                ('person', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.person', verbose_name='person')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.pulseinvitation')),
                ('wave', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.pulsewave')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulseinvitation_newest'), models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulseinvitation_user'), models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulseinvitation_request'), models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulseinvitation_ip')],
            },
        ),
        migrations.CreateModel(
            name='PulseDiscussionEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('item', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.agendaitem', verbose_name='agenda item')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.pulsediscussion')),
                ('wave', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.pulsewave', verbose_name='pulse')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulsediscussion_newest'), models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulsediscussion_user'), models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulsediscussion_request'), models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulsediscussion_ip')],
            },
        ),
        migrations.CreateModel(
            name='PulseChangeEvent',
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
                ('event', models.CharField(choices=[('drafted', 'Prepared'), ('edited', 'Changed'), ('invited', 'Who is asked was changed'), ('opened', 'Opened'), ('mailed', 'Links sent by mail'), ('mailed_again', 'Links sent once more where the first mail failed'), ('printed', 'Links on paper shown'), ('reminded', 'Reminder sent'), ('closed', 'Closed'), ('thrown_away', 'Closed, its answers thrown away unread'), ('published', 'Results published'), ('remark_removed', 'A remark that named somebody was removed'), ('discussed', 'Results put on an agenda')], max_length=20, verbose_name='what happened')),
                ('made_by', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.pulsechange')),
                ('wave', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.pulsewave')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulsechange_newest'), models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulsechange_user'), models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulsechange_request'), models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulsechange_ip')],
            },
        ),
        migrations.CreateModel(
            name='PulseWaveEvent',
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
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('opens_on', models.DateField(verbose_name='first day')),
                ('closes_on', models.DateField(verbose_name='last day')),
                ('item_version', models.PositiveSmallIntegerField(editable=False, verbose_name='version of the statements')),
                ('with_extra', models.BooleanField(default=False, verbose_name='ask about workload and support, too')),
                ('state', models.CharField(choices=[('draft', 'Being prepared'), ('open', 'Open for answers'), ('closed', 'Closed, not published yet'), ('published', 'Published')], default='draft', editable=False, max_length=10, verbose_name='state')),
                ('public_key', models.CharField(blank=True, editable=False, max_length=64)),
                ('invited', models.PositiveIntegerField(editable=False, null=True, verbose_name='people asked')),
                ('parties_asked', models.PositiveIntegerField(editable=False, null=True, verbose_name='parties asked')),
                ('mailed_on', models.DateField(editable=False, null=True, verbose_name='links sent on')),
                ('mailed_again_on', models.DateField(editable=False, null=True, verbose_name='links sent once more on')),
                ('reminded_on', models.DateField(editable=False, null=True, verbose_name='reminded on')),
                ('collaboration', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.collaboration')),
                ('organization', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.organization', verbose_name='organization')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.pulsewave')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulsewave_newest'), models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulsewave_user'), models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulsewave_request'), models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_pulsewave_ip')],
            },
        ),
        migrations.AddConstraint(
            model_name='pulseitem',
            constraint=models.UniqueConstraint(fields=('code', 'version'), name='pulse_item_version_once'),
        ),
        migrations.AddConstraint(
            model_name='pulseitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('text_id', ''), _negated=True), models.Q(('text_en', ''), _negated=True)), name='pulse_item_says_something'),
        ),
        migrations.AddConstraint(
            model_name='pulseitem',
            constraint=models.CheckConstraint(condition=models.Q(('dimension__in', ['T', 'U', 'L', 'C', 'X', 'O'])), name='pulse_item_dimension_is_known'),
        ),
        migrations.AddConstraint(
            model_name='pulseanswer',
            constraint=models.UniqueConstraint(fields=('response', 'item'), name='pulse_answer_once'),
        ),
        migrations.AddConstraint(
            model_name='pulseanswer',
            constraint=models.CheckConstraint(condition=models.Q(('value', None), ('value__range', (1, 5)), _connector='OR'), name='pulse_answer_is_a_step'),
        ),
        migrations.AddConstraint(
            model_name='pulseturn',
            constraint=models.CheckConstraint(condition=models.Q(('token_hash__regex', '^[0-9a-f]{64}$')), name='pulse_turn_keeps_a_hash'),
        ),
        migrations.AddConstraint(
            model_name='pulsewave',
            constraint=models.CheckConstraint(condition=models.Q(('closes_on__gte', models.F('opens_on'))), name='pulse_wave_closes_after_it_opens', violation_error_code='closes_on', violation_error_message='The last day cannot be before the first.'),
        ),
        migrations.AddConstraint(
            model_name='pulsewave',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.F('collaboration'), '='), (models.Func('opens_on', 'closes_on', models.Value('[]'), function='daterange'), '&&')], name='pulse_wave_no_overlap', violation_error_code='opens_on', violation_error_message='Another pulse already covers some of these days.'),
        ),
        migrations.AddConstraint(
            model_name='pulsewave',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('collaboration__isnull', False), ('organization', None)), models.Q(('collaboration', None), ('organization__isnull', False), ('with_extra', False)), _connector='OR'), name='pulse_wave_asks_of_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='pulsewave',
            constraint=models.UniqueConstraint(models.F('organization'), django.db.models.functions.datetime.ExtractYear('opens_on'), name='culture_assessment_once_a_year', violation_error_code='opens_on', violation_error_message='This organization has an assessment in this year already. One a year is enough to see whether something changes.'),
        ),
        migrations.AddConstraint(
            model_name='pulsewave',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'open', 'closed', 'published'])), name='pulse_wave_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='pulsewave',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered__isnull', False), ('salt', ''), ('state__in', ('closed', 'published'))), models.Q(models.Q(('state__in', ('closed', 'published')), _negated=True), ('answered', None)), _connector='OR'), name='pulse_wave_counts_when_over'),
        ),
        migrations.AddConstraint(
            model_name='pulsewave',
            constraint=models.CheckConstraint(condition=models.Q(('parties_heard', None), ('enough_by_mail', True), _connector='OR'), name='pulse_wave_heard_of_five'),
        ),
        migrations.AddConstraint(
            model_name='pulsewave',
            constraint=models.CheckConstraint(condition=models.Q(('enough_by_mail', False), models.Q(('answered__gte', 5), ('state__in', ('closed', 'published'))), _connector='OR'), name='pulse_wave_enough_are_five'),
        ),
        migrations.AddConstraint(
            model_name='pulsewave',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'draft'), ('invited__gte', 5), _connector='OR'), name='pulse_wave_asks_at_least_five', violation_error_message='At least five people must be asked: of fewer, no answer could ever be shown.'),
        ),
        migrations.AddConstraint(
            model_name='pulsewave',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'draft'), ('organization__isnull', False), ('parties_asked__gte', 3), _connector='OR'), name='pulse_wave_asks_three_parties', violation_error_message='People of at least three parties must be asked.'),
        ),
        migrations.AddConstraint(
            model_name='pulsewave',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('collaboration',), name='pulse_wave_one_open', violation_error_message='The round before is still open. Close it first: then this one can be opened.'),
        ),
        migrations.AddConstraint(
            model_name='pulsewave',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('organization',), name='culture_assessment_one_open', violation_error_message='The round before is still open. Close it first: then this one can be opened.'),
        ),
        migrations.AddConstraint(
            model_name='pulsewave',
            constraint=models.CheckConstraint(condition=models.Q(('unsent', []), ('state', 'open'), _connector='OR'), name='pulse_wave_forgets_whose_mail_failed'),
        ),
        migrations.AddConstraint(
            model_name='pulseresult',
            constraint=models.CheckConstraint(condition=models.Q(('suppressed', True), ('n__gte', 5), _connector='OR'), name='pulse_result_min_n'),
        ),
        migrations.AddConstraint(
            model_name='pulseresult',
            constraint=models.CheckConstraint(condition=models.Q(('suppressed', False), models.Q(('change', None), ('counts', None), ('high', None), ('low', None), ('mean', None), ('median', None), ('q1', None), ('q3', None), ('spread', None)), _connector='OR'), name='pulse_result_suppressed_blank'),
        ),
        migrations.AddConstraint(
            model_name='pulseresult',
            constraint=models.CheckConstraint(condition=models.Q(('n__gte', 10), models.Q(('change', None), ('counts', None), ('high', None), ('low', None), ('q1', None), ('q3', None), ('spread', None)), _connector='OR'), name='pulse_result_steps_of_ten'),
        ),
        migrations.AddConstraint(
            model_name='pulseresult',
            constraint=models.CheckConstraint(condition=models.Q(('circle', 'all'), models.Q(('change', None), ('counts', None), ('high', None), ('low', None), ('q1', None), ('q3', None), ('spread', None)), _connector='OR'), name='pulse_result_circles_are_bare'),
        ),
        migrations.AddConstraint(
            model_name='pulseresult',
            constraint=models.CheckConstraint(condition=models.Q(('median', None), ('median', django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.Cast('median', models.DecimalField(decimal_places=1, max_digits=4)), models.FloatField())), _connector='OR'), name='pulse_result_median_is_round'),
        ),
        migrations.AddConstraint(
            model_name='pulseresult',
            constraint=models.CheckConstraint(condition=models.Q(('q1', None), ('q1', django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.Cast('q1', models.DecimalField(decimal_places=1, max_digits=4)), models.FloatField())), _connector='OR'), name='pulse_result_q1_is_round'),
        ),
        migrations.AddConstraint(
            model_name='pulseresult',
            constraint=models.CheckConstraint(condition=models.Q(('q3', None), ('q3', django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.Cast('q3', models.DecimalField(decimal_places=1, max_digits=4)), models.FloatField())), _connector='OR'), name='pulse_result_q3_is_round'),
        ),
        migrations.AddConstraint(
            model_name='pulseresult',
            constraint=models.CheckConstraint(condition=models.Q(('mean', None), ('mean', django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.Cast('mean', models.DecimalField(decimal_places=1, max_digits=4)), models.FloatField())), _connector='OR'), name='pulse_result_mean_is_round'),
        ),
        migrations.AddConstraint(
            model_name='pulseresult',
            constraint=models.CheckConstraint(condition=models.Q(('low', None), ('low', django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.Cast('low', models.DecimalField(decimal_places=1, max_digits=4)), models.FloatField())), _connector='OR'), name='pulse_result_low_is_round'),
        ),
        migrations.AddConstraint(
            model_name='pulseresult',
            constraint=models.CheckConstraint(condition=models.Q(('high', None), ('high', django.db.models.functions.comparison.Cast(django.db.models.functions.comparison.Cast('high', models.DecimalField(decimal_places=1, max_digits=4)), models.FloatField())), _connector='OR'), name='pulse_result_high_is_round'),
        ),
        migrations.AddConstraint(
            model_name='pulseresult',
            constraint=models.CheckConstraint(condition=models.Q(('change', None), models.Q(('change__range', (-1, 1)), ('item', None)), _connector='OR'), name='pulse_result_change_of_a_measure'),
        ),
        migrations.AddConstraint(
            model_name='pulseresult',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('item', None), models.Q(('measure', ''), _negated=True)), models.Q(('item__isnull', False), ('measure', '')), _connector='OR'), name='pulse_result_is_about_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='pulseresult',
            constraint=models.CheckConstraint(condition=models.Q(('item', None), ('circle', 'all'), _connector='OR'), name='pulse_result_single_steps_of_all'),
        ),
        migrations.AddConstraint(
            model_name='pulseresult',
            constraint=models.UniqueConstraint(fields=('wave', 'measure', 'item', 'circle'), name='pulse_result_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='pulseresponse',
            constraint=models.CheckConstraint(condition=models.Q(('circle__in', ['', 'government', 'others'])), name='pulse_response_circle_is_coarse'),
        ),
        migrations.AddConstraint(
            model_name='pulselink',
            constraint=models.CheckConstraint(condition=models.Q(('token_hash__regex', '^[0-9a-f]{64}$')), name='pulse_link_keeps_a_hash'),
        ),
        migrations.AddConstraint(
            model_name='pulseinvitation',
            constraint=models.UniqueConstraint(fields=('wave', 'person'), name='pulse_invitation_once', violation_error_message='This person is asked already.'),
        ),
        migrations.AddConstraint(
            model_name='pulseinvitation',
            constraint=models.CheckConstraint(condition=models.Q(('mailed_to', ''), models.Q(('mailed_to__regex', '^[0-9a-f]{64}$'), ('person__isnull', False)), _connector='OR'), name='pulse_invitation_mailed_to_a_key'),
        ),
        migrations.AddConstraint(
            model_name='pulsediscussion',
            constraint=models.UniqueConstraint(fields=('wave', 'item'), name='pulse_discussion_once', violation_error_message='These results are on this agenda already.'),
        ),
        migrations.AddConstraint(
            model_name='pulsechange',
            constraint=models.CheckConstraint(condition=models.Q(('event__in', ['drafted', 'edited', 'invited', 'opened', 'mailed', 'mailed_again', 'printed', 'reminded', 'closed', 'thrown_away', 'published', 'remark_removed', 'discussed'])), name='pulse_change_event_is_known'),
        ),
        migrations.AddConstraint(
            model_name='pulsechange',
            constraint=models.CheckConstraint(condition=models.Q(('event', 'remark_removed'), ('note', ''), _negated=True), name='pulse_change_removal_says_why'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reportingduty',
            trigger=pgtrigger.compiler.Trigger(name='reported_by_others_than_verify', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF EXISTS (\n                SELECT FROM agreements_indicator AS indicator\n                JOIN agreements_goal AS goal ON goal.id = indicator.goal_id\n                JOIN agreements_roleassignment AS role\n                    ON role.collaboration_id = goal.collaboration_id\n                WHERE indicator.id = NEW.indicator_id\n                AND role.role = \'verifier\'\n                AND role.party_id = NEW.party_id\n                AND (role.goal_id IS NULL OR role.goal_id = goal.id)\n                AND role.starts_on <= coalesce(NEW.ends_on, \'infinity\')\n                AND NEW.starts_on <= coalesce(role.ends_on, \'infinity\')\n            ) THEN\n                RAISE EXCEPTION \'violates "reporting_duty_of_others_than_verify": the party verifies what it would report\'\n                USING ERRCODE = \'check_violation\', CONSTRAINT = \'reporting_duty_of_others_than_verify\';\n            END IF;\n            RETURN NEW;\n        ', hash='2552e40baf60999ce631baf588a47977db5860ce', operation='INSERT OR UPDATE', pgid='pgtrigger_reported_by_others_than_verify_359bc', table='agreements_reportingduty', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseitem',
            trigger=pgtrigger.compiler.Trigger(name='words_stay', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='6ba877ceb3748caaf39436a13dc62fa433fdb5f7', operation='UPDATE', pgid='pgtrigger_words_stay_9791a', table='agreements_pulseitem', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseitem',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_pulseitemevent" ("code", "dimension", "id", "is_reversed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_en", "text_id", "version") VALUES (NEW."code", NEW."dimension", NEW."id", NEW."is_reversed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."text_en", NEW."text_id", NEW."version"); RETURN NULL;', hash='da347f4c31a029aae730d1acafa1df05d13932e1', operation='INSERT', pgid='pgtrigger_insert_insert_a9d33', table='agreements_pulseitem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseitem',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "agreements_pulseitemevent" ("code", "dimension", "id", "is_reversed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_en", "text_id", "version") VALUES (NEW."code", NEW."dimension", NEW."id", NEW."is_reversed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."text_en", NEW."text_id", NEW."version"); RETURN NULL;', hash='c1175ae636d4607d2ac51af49f9beed2d0add146', operation='UPDATE', pgid='pgtrigger_update_update_38c87', table='agreements_pulseitem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseitem',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_pulseitemevent" ("code", "dimension", "id", "is_reversed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text_en", "text_id", "version") VALUES (OLD."code", OLD."dimension", OLD."id", OLD."is_reversed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."text_en", OLD."text_id", OLD."version"); RETURN NULL;', hash='7204d3e075f4658d7a70f83964b9236a6ed99a59', operation='DELETE', pgid='pgtrigger_delete_delete_f781a', table='agreements_pulseitem', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseitemevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a6527bdd213e1d8271505dfe1956b03c74fa2d5c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5a40a', table='agreements_pulseitemevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseanswer',
            trigger=pgtrigger.compiler.Trigger(name='while_open', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE standing text;', func='\n            SELECT state INTO standing FROM agreements_pulsewave\n            WHERE id = (SELECT wave_id FROM agreements_pulseresponse WHERE id = NEW.response_id) FOR SHARE;\n            IF standing IS DISTINCT FROM \'open\' THEN\n                RAISE EXCEPTION \'violates "pulse_answer_while_open": the pulse is not open\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_answer_while_open\';\n            END IF;\n            IF TG_OP = \'DELETE\' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ', hash='35722b6d7c8843cc13acb3c95c0453b004c58c7a', operation='INSERT', pgid='pgtrigger_while_open_7908a', table='agreements_pulseanswer', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseanswer',
            trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE standing text;', func='\n            SELECT state INTO standing FROM agreements_pulsewave\n            WHERE id = (SELECT wave_id FROM agreements_pulseresponse WHERE id = OLD.response_id) FOR SHARE;\n            IF standing IS DISTINCT FROM \'open\' THEN\n                RAISE EXCEPTION \'violates "pulse_answer_stays": the pulse is not open\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_answer_stays\';\n            END IF;\n            IF TG_OP = \'DELETE\' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ', hash='2c144fad57dc94f93248faab2b026d12f6935691', operation='DELETE', pgid='pgtrigger_stays_270f0', table='agreements_pulseanswer', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseanswer',
            trigger=pgtrigger.compiler.Trigger(name='never_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='03d4b87b4c4f069174777dae5063fa538b73ca68', operation='UPDATE', pgid='pgtrigger_never_changed_d98fb', table='agreements_pulseanswer', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseturn',
            trigger=pgtrigger.compiler.Trigger(name='while_open', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE standing text;', func='\n            SELECT state INTO standing FROM agreements_pulsewave\n            WHERE id = (SELECT wave_id FROM agreements_pulseinvitation WHERE id = NEW.invitation_id) FOR SHARE;\n            IF standing IS DISTINCT FROM \'open\' THEN\n                RAISE EXCEPTION \'violates "pulse_turn_while_open": the pulse is not open\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_turn_while_open\';\n            END IF;\n            IF TG_OP = \'DELETE\' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ', hash='35069b8594b978e7bfae644ece25f360e418b323', operation='INSERT', pgid='pgtrigger_while_open_fa48f', table='agreements_pulseturn', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseturn',
            trigger=pgtrigger.compiler.Trigger(name='never_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='fbbd1e3e98bcc530a67ca7d4450ef785d226acf5', operation='UPDATE', pgid='pgtrigger_never_changed_57106', table='agreements_pulseturn', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsewave',
            trigger=pgtrigger.compiler.Trigger(name='moves_forward', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF array_position(ARRAY[\'draft\', \'open\', \'closed\', \'published\'], NEW.state::text) - array_position(ARRAY[\'draft\', \'open\', \'closed\', \'published\'], OLD.state::text) NOT IN (0, 1) THEN\n                RAISE EXCEPTION \'violates "pulse_wave_moves_forward": a pulse goes forward, one step at a time\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_wave_moves_forward\';\n            END IF;\n            RETURN NEW;\n        ', hash='0a761dbb93fba29e586546c3d9ddd238d73305d4', operation='UPDATE', pgid='pgtrigger_moves_forward_14539', table='agreements_pulsewave', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsewave',
            trigger=pgtrigger.compiler.Trigger(name='asks_whom_it_counts', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE asked bigint; parties bigint;', func='\n            IF NEW.state IN (\'open\', \'closed\', \'published\')\n                AND (TG_OP = \'INSERT\' OR OLD.state = \'draft\') THEN\n                SELECT count(*), count(DISTINCT coalesce(party_id, 0)) INTO asked, parties\n                FROM agreements_pulseinvitation WHERE wave_id = NEW.id;\n                IF NEW.invited IS DISTINCT FROM asked\n                    OR NEW.parties_asked IS DISTINCT FROM parties THEN\n                    RAISE EXCEPTION \'violates "pulse_wave_asks_whom_it_counts": other people are invited than it counts\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_wave_asks_whom_it_counts\';\n                END IF;\n            END IF;\n            RETURN NEW;\n        ', hash='9d41ee253dec1c457cd55d2a20ae9bc1ae962373', operation='INSERT OR UPDATE', pgid='pgtrigger_asks_whom_it_counts_ebec9', table='agreements_pulsewave', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsewave',
            trigger=pgtrigger.compiler.Trigger(name='mails_in_order', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.mailed_on IS NOT NULL AND NEW.mailed_on IS DISTINCT FROM OLD.mailed_on OR OLD.mailed_again_on IS NOT NULL AND NEW.mailed_again_on IS DISTINCT FROM OLD.mailed_again_on OR OLD.reminded_on IS NOT NULL AND NEW.reminded_on IS DISTINCT FROM OLD.reminded_on THEN\n                RAISE EXCEPTION \'violates "pulse_wave_mails_in_order": these mails were sent already\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_wave_mails_in_order\';\n            END IF;\n            IF NEW.mailed_on IS NULL AND (OLD.mailed_again_on IS NULL AND NEW.mailed_again_on IS NOT NULL OR OLD.reminded_on IS NULL AND NEW.reminded_on IS NOT NULL) THEN\n                RAISE EXCEPTION \'violates "pulse_wave_mails_in_order": the links come first\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_wave_mails_in_order\';\n            END IF;\n            RETURN NEW;\n        ', hash='fc90d27d0f81233fa6a9c6a5099ee479ce876931', operation='UPDATE', pgid='pgtrigger_mails_in_order_44c54', table='agreements_pulsewave', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsewave',
            trigger=pgtrigger.compiler.Trigger(name='heard_among_several', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF NEW.parties_heard IS DISTINCT FROM OLD.parties_heard\n                AND NEW.parties_heard IS NOT NULL AND EXISTS (\n                    SELECT FROM agreements_pulseinvitation WHERE wave_id = NEW.id\n                    GROUP BY party_id HAVING count(*) FILTER (WHERE mailed_to <> \'\') < 2\n                ) THEN\n                RAISE EXCEPTION \'violates "pulse_wave_heard_among_several": that a party was heard would say who answered\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_wave_heard_among_several\';\n            END IF;\n            RETURN NEW;\n        ', hash='22025843cfe1a36d0e3b7247f22e673fb91b0f4c', operation='UPDATE', pgid='pgtrigger_heard_among_several_03d0b', table='agreements_pulsewave', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsewave',
            trigger=pgtrigger.compiler.Trigger(name='forgets_who', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF NEW.state IN (\'closed\', \'published\') AND (\n                EXISTS (SELECT FROM agreements_pulsespool WHERE wave_id = NEW.id)\n                OR EXISTS (\n                    SELECT FROM agreements_pulseturn t\n                    JOIN agreements_pulseinvitation i ON i.id = t.invitation_id\n                    WHERE i.wave_id = NEW.id\n                )\n            ) THEN\n                RAISE EXCEPTION \'violates "pulse_wave_forgets_who": who answered, or a sealed answer, is left\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_wave_forgets_who\';\n            END IF;\n            RETURN NEW;\n        ', hash='441fb814458daf8118255f6d3770f7aef003ac38', operation='UPDATE', pgid='pgtrigger_forgets_who_14b92', table='agreements_pulsewave', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsewave',
            trigger=pgtrigger.compiler.Trigger(name='stays_as_counted', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.state IN (\'closed\', \'published\') AND (NEW.invited IS DISTINCT FROM OLD.invited OR NEW.answered IS DISTINCT FROM OLD.answered OR NEW.parties_asked IS DISTINCT FROM OLD.parties_asked OR NEW.parties_heard IS DISTINCT FROM OLD.parties_heard OR NEW.enough_by_mail IS DISTINCT FROM OLD.enough_by_mail OR NEW.opens_on IS DISTINCT FROM OLD.opens_on OR NEW.closes_on IS DISTINCT FROM OLD.closes_on OR NEW.item_version IS DISTINCT FROM OLD.item_version OR NEW.with_extra IS DISTINCT FROM OLD.with_extra) THEN\n                RAISE EXCEPTION \'violates "pulse_wave_stays_as_counted": the pulse is counted\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_wave_stays_as_counted\';\n            END IF;\n            RETURN NEW;\n        ', hash='7306fb5a1f9f92423c8d9e2ce8940fb7ab495f64', operation='UPDATE', pgid='pgtrigger_stays_as_counted_74040', table='agreements_pulsewave', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsewave',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_pulsewaveevent" ("closes_on", "collaboration_id", "created_at", "id", "invited", "is_sample", "item_version", "mailed_again_on", "mailed_on", "opens_on", "organization_id", "parties_asked", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_key", "reminded_on", "state", "title", "version", "with_extra") VALUES (NEW."closes_on", NEW."collaboration_id", NEW."created_at", NEW."id", NEW."invited", NEW."is_sample", NEW."item_version", NEW."mailed_again_on", NEW."mailed_on", NEW."opens_on", NEW."organization_id", NEW."parties_asked", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."public_key", NEW."reminded_on", NEW."state", NEW."title", NEW."version", NEW."with_extra"); RETURN NULL;', hash='0b5fbf1242845d10294da90c66ae47bf2735aa94', operation='INSERT', pgid='pgtrigger_insert_insert_ed85d', table='agreements_pulsewave', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsewave',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."closes_on" IS DISTINCT FROM (NEW."closes_on") OR OLD."collaboration_id" IS DISTINCT FROM (NEW."collaboration_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invited" IS DISTINCT FROM (NEW."invited") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."item_version" IS DISTINCT FROM (NEW."item_version") OR OLD."mailed_again_on" IS DISTINCT FROM (NEW."mailed_again_on") OR OLD."mailed_on" IS DISTINCT FROM (NEW."mailed_on") OR OLD."opens_on" IS DISTINCT FROM (NEW."opens_on") OR OLD."organization_id" IS DISTINCT FROM (NEW."organization_id") OR OLD."parties_asked" IS DISTINCT FROM (NEW."parties_asked") OR OLD."public_key" IS DISTINCT FROM (NEW."public_key") OR OLD."reminded_on" IS DISTINCT FROM (NEW."reminded_on") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."with_extra" IS DISTINCT FROM (NEW."with_extra"))', func='INSERT INTO "agreements_pulsewaveevent" ("closes_on", "collaboration_id", "created_at", "id", "invited", "is_sample", "item_version", "mailed_again_on", "mailed_on", "opens_on", "organization_id", "parties_asked", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_key", "reminded_on", "state", "title", "version", "with_extra") VALUES (NEW."closes_on", NEW."collaboration_id", NEW."created_at", NEW."id", NEW."invited", NEW."is_sample", NEW."item_version", NEW."mailed_again_on", NEW."mailed_on", NEW."opens_on", NEW."organization_id", NEW."parties_asked", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."public_key", NEW."reminded_on", NEW."state", NEW."title", NEW."version", NEW."with_extra"); RETURN NULL;', hash='c5e29b52d6f909dc2c6f83555701307cfb5169bd', operation='UPDATE', pgid='pgtrigger_update_update_82dec', table='agreements_pulsewave', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsewave',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_pulsewaveevent" ("closes_on", "collaboration_id", "created_at", "id", "invited", "is_sample", "item_version", "mailed_again_on", "mailed_on", "opens_on", "organization_id", "parties_asked", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_key", "reminded_on", "state", "title", "version", "with_extra") VALUES (OLD."closes_on", OLD."collaboration_id", OLD."created_at", OLD."id", OLD."invited", OLD."is_sample", OLD."item_version", OLD."mailed_again_on", OLD."mailed_on", OLD."opens_on", OLD."organization_id", OLD."parties_asked", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."public_key", OLD."reminded_on", OLD."state", OLD."title", OLD."version", OLD."with_extra"); RETURN NULL;', hash='1fca146c5e7147d28541b48102761ff503b9edec', operation='DELETE', pgid='pgtrigger_delete_delete_96a0f', table='agreements_pulsewave', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsespool',
            trigger=pgtrigger.compiler.Trigger(name='while_open', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE standing text; goes_on boolean; last_day date; today date; zone text;', func='\n            SELECT w.state, w.closes_on, coalesce(c.state <> \'closed\', o.is_active), c.time_zone\n            INTO standing, last_day, goes_on, zone\n            FROM agreements_pulsewave w\n            LEFT JOIN agreements_collaboration c ON c.id = w.collaboration_id\n            LEFT JOIN actors_organization o ON o.id = w.organization_id\n            WHERE w.id = NEW.wave_id FOR SHARE OF w;\n            today := coalesce(\n                nullif(current_setting(\'collabgov.today\', true), \'\')::date,\n                (now() AT TIME ZONE coalesce(zone, \'Asia/Jakarta\'))::date\n            );\n            IF standing IS DISTINCT FROM \'open\' OR today > last_day OR NOT goes_on THEN\n                RAISE EXCEPTION \'violates "pulse_spool_while_open": the pulse is not open\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_spool_while_open\';\n            END IF;\n            RETURN NEW;\n        ', hash='94428d0142bffa4de5815fc3cb8e37667eebfc00', operation='INSERT', pgid='pgtrigger_while_open_51072', table='agreements_pulsespool', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsespool',
            trigger=pgtrigger.compiler.Trigger(name='never_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='7c82ec1bb9d87c05724808b95a205fabafe7e5af', operation='UPDATE', pgid='pgtrigger_never_changed_33961', table='agreements_pulsespool', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseresult',
            trigger=pgtrigger.compiler.Trigger(name='while_open', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE standing text;', func='\n            SELECT state INTO standing FROM agreements_pulsewave\n            WHERE id = NEW.wave_id FOR SHARE;\n            IF standing IS DISTINCT FROM \'open\' THEN\n                RAISE EXCEPTION \'violates "pulse_result_while_open": the pulse is not open\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_result_while_open\';\n            END IF;\n            IF TG_OP = \'DELETE\' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ', hash='c853dd1c51a07fc4b81c107eac7c396810648cbe', operation='INSERT', pgid='pgtrigger_while_open_61f0f', table='agreements_pulseresult', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseresult',
            trigger=pgtrigger.compiler.Trigger(name='never_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='d198f7dbb4b738a514493d1d22c65a05c7396781', operation='UPDATE', pgid='pgtrigger_never_changed_d28ed', table='agreements_pulseresult', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseresult',
            trigger=pgtrigger.compiler.Trigger(name='never_taken', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='b4968b59853fe79fbd59156cb8e58c5183270367', operation='DELETE', pgid='pgtrigger_never_taken_cb4ca', table='agreements_pulseresult', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseresponse',
            trigger=pgtrigger.compiler.Trigger(name='while_open', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE standing text;', func='\n            SELECT state INTO standing FROM agreements_pulsewave\n            WHERE id = NEW.wave_id FOR SHARE;\n            IF standing IS DISTINCT FROM \'open\' THEN\n                RAISE EXCEPTION \'violates "pulse_response_while_open": the pulse is not open\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_response_while_open\';\n            END IF;\n            IF TG_OP = \'DELETE\' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ', hash='1f5a6feeee07c60e4d57929d6167505ca1cefd64', operation='INSERT', pgid='pgtrigger_while_open_ae9ef', table='agreements_pulseresponse', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseresponse',
            trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE standing text;', func='\n            SELECT state INTO standing FROM agreements_pulsewave\n            WHERE id = OLD.wave_id FOR SHARE;\n            IF standing IS DISTINCT FROM \'open\' THEN\n                RAISE EXCEPTION \'violates "pulse_response_stays": the pulse is not open\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_response_stays\';\n            END IF;\n            IF TG_OP = \'DELETE\' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ', hash='d9cfbf85a89072fcc785c78838eeead2b5157526', operation='DELETE', pgid='pgtrigger_stays_4be30', table='agreements_pulseresponse', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseresponse',
            trigger=pgtrigger.compiler.Trigger(name='never_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='b7023c611d8bd0e83758084a1c1e89b40811600e', operation='UPDATE', pgid='pgtrigger_never_changed_1def2', table='agreements_pulseresponse', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulselink',
            trigger=pgtrigger.compiler.Trigger(name='while_open', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE standing text;', func='\n            SELECT state INTO standing FROM agreements_pulsewave\n            WHERE id = NEW.wave_id FOR SHARE;\n            IF standing IS DISTINCT FROM \'open\' THEN\n                RAISE EXCEPTION \'violates "pulse_link_while_open": the pulse is not open\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_link_while_open\';\n            END IF;\n            IF TG_OP = \'DELETE\' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ', hash='c4bf244706d9810956c0e15b9f940d9229fc2124', operation='INSERT', pgid='pgtrigger_while_open_fc5d1', table='agreements_pulselink', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulselink',
            trigger=pgtrigger.compiler.Trigger(name='never_changed', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='291104f913b5607d7c6fe96b215ebbc21f8c6d57', operation='UPDATE', pgid='pgtrigger_never_changed_8f44a', table='agreements_pulselink', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseinvitationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='49210157bcc667c739826e906707f6d2bfb66c4a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_01f00', table='agreements_pulseinvitationevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseinvitation',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[(SELECT collaboration_id FROM agreements_party WHERE id = NEW.party_id)::bigint, (SELECT collaboration_id FROM agreements_pulsewave WHERE id = NEW.wave_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "pulse_invitation_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_invitation_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='562c08c023203cbe4daabaa94d95191b49fde897', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_d2828', table='agreements_pulseinvitation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseinvitation',
            trigger=pgtrigger.compiler.Trigger(name='by_a_party', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (NEW.party_id IS NULL) = EXISTS (\n                SELECT FROM agreements_pulsewave\n                WHERE id = NEW.wave_id AND collaboration_id IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION \'violates "pulse_invitation_by_a_party": a party is named in a collaboration, and only there\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_invitation_by_a_party\';\n            END IF;\n            RETURN NEW;\n        ', hash='2f1c864efa0d1167dcb391cf2e9ab384bd6ce2be', operation='INSERT OR UPDATE', pgid='pgtrigger_by_a_party_9cb8a', table='agreements_pulseinvitation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseinvitation',
            trigger=pgtrigger.compiler.Trigger(name='stays_while_open', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (TG_OP <> \'UPDATE\' OR NEW.wave_id <> OLD.wave_id) AND EXISTS (\n                SELECT FROM (\n                    SELECT state FROM agreements_pulsewave\n                    WHERE id IN (NEW.wave_id, OLD.wave_id) FOR SHARE\n                ) AS held WHERE held.state = \'open\'\n            ) THEN\n                RAISE EXCEPTION \'violates "pulse_invitation_stays_while_open": the pulse is open: who is asked stays\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_invitation_stays_while_open\';\n            END IF;\n            IF TG_OP = \'DELETE\' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ', hash='60e70276514325f16abf49d63cff4a01c401e455', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_stays_while_open_b336c', table='agreements_pulseinvitation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseinvitation',
            trigger=pgtrigger.compiler.Trigger(name='mailed_as_it_opened', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF NEW.mailed_to <> OLD.mailed_to AND EXISTS (\n                SELECT FROM agreements_pulsewave WHERE id = NEW.wave_id AND state <> \'draft\'\n            ) THEN\n                RAISE EXCEPTION \'violates "pulse_invitation_mailed_as_it_opened": the pulse is open: its links go where they went\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_invitation_mailed_as_it_opened\';\n            END IF;\n            RETURN NEW;\n        ', hash='7a59ac3b8453d19cf3a7e2c1893aebbad9920621', operation='UPDATE', pgid='pgtrigger_mailed_as_it_opened_b6d60', table='agreements_pulseinvitation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseinvitation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_pulseinvitationevent" ("id", "is_sample", "party_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "wave_id") VALUES (NEW."id", NEW."is_sample", NEW."party_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."wave_id"); RETURN NULL;', hash='96fdca21dbcbea531fc5166ce361fb2e7af4db18', operation='INSERT', pgid='pgtrigger_insert_insert_579ed', table='agreements_pulseinvitation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseinvitation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."party_id" IS DISTINCT FROM (NEW."party_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."wave_id" IS DISTINCT FROM (NEW."wave_id"))', func='INSERT INTO "agreements_pulseinvitationevent" ("id", "is_sample", "party_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "wave_id") VALUES (NEW."id", NEW."is_sample", NEW."party_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."wave_id"); RETURN NULL;', hash='82d094ccc1365be7818122bd46427404661afaf0', operation='UPDATE', pgid='pgtrigger_update_update_8764c', table='agreements_pulseinvitation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulseinvitation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_pulseinvitationevent" ("id", "is_sample", "party_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "wave_id") VALUES (OLD."id", OLD."is_sample", OLD."party_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."wave_id"); RETURN NULL;', hash='3aa463d3addf629cd0b90edda6ccd1afbcb4947d', operation='DELETE', pgid='pgtrigger_delete_delete_35b00', table='agreements_pulseinvitation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsediscussionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c50b723d11a32b415a46b88f6af9de48e6a185f3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_915d2', table='agreements_pulsediscussionevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsediscussion',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[(SELECT coalesce(collaboration_id, 0) FROM agreements_pulsewave WHERE id = NEW.wave_id)::bigint, (SELECT m.collaboration_id FROM agreements_agendaitem AS i JOIN agreements_meeting AS m ON m.id = i.meeting_id WHERE i.id = NEW.item_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "pulse_discussion_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_discussion_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='1161a40cea5085d89b9e9bf49a21c1ede123f664', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_70cdf', table='agreements_pulsediscussion', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsediscussion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_pulsediscussionevent" ("id", "is_sample", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "wave_id") VALUES (NEW."id", NEW."is_sample", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."wave_id"); RETURN NULL;', hash='689ae527b05abba01a43fb86243a0be9cc8cec6b', operation='INSERT', pgid='pgtrigger_insert_insert_fe78e', table='agreements_pulsediscussion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsediscussion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "agreements_pulsediscussionevent" ("id", "is_sample", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "wave_id") VALUES (NEW."id", NEW."is_sample", NEW."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."wave_id"); RETURN NULL;', hash='4d4a475c65da988318794541d36ff984c4ee4088', operation='UPDATE', pgid='pgtrigger_update_update_8af29', table='agreements_pulsediscussion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsediscussion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_pulsediscussionevent" ("id", "is_sample", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "wave_id") VALUES (OLD."id", OLD."is_sample", OLD."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."wave_id"); RETURN NULL;', hash='c7276611ff3a7cf0de1b98b55980294a38659cde', operation='DELETE', pgid='pgtrigger_delete_delete_62262', table='agreements_pulsediscussion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsecomment',
            trigger=pgtrigger.compiler.Trigger(name='while_open', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE standing text;', func='\n            SELECT state INTO standing FROM agreements_pulsewave\n            WHERE id = NEW.wave_id FOR SHARE;\n            IF standing IS DISTINCT FROM \'open\' THEN\n                RAISE EXCEPTION \'violates "pulse_comment_while_open": the pulse is not open\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_comment_while_open\';\n            END IF;\n            IF TG_OP = \'DELETE\' THEN RETURN OLD; END IF;\n            RETURN NEW;\n        ', hash='5c1505b6d76bd37395f7f506d1f023cc3028cc0c', operation='INSERT', pgid='pgtrigger_while_open_847f3', table='agreements_pulsecomment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsecomment',
            trigger=pgtrigger.compiler.Trigger(name='with_enough_answers', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(*) FROM agreements_pulseresponse WHERE wave_id = NEW.wave_id)\n                < 15 THEN\n                RAISE EXCEPTION \'violates "pulse_comment_of_many": too few answers for comments\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_comment_of_many\';\n            END IF;\n            RETURN NEW;\n        ', hash='f2f27a08306e0b99988feddfc108edceb58e084f', operation='INSERT', pgid='pgtrigger_with_enough_answers_d5427', table='agreements_pulsecomment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsecomment',
            trigger=pgtrigger.compiler.Trigger(name='only_removed', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF NEW.id <> OLD.id OR NEW.wave_id <> OLD.wave_id OR NEW.text <> \'[removed: it named somebody]\' THEN\n                RAISE EXCEPTION \'violates "pulse_comment_only_removed": a remark stays as it was written, or goes as a whole\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'pulse_comment_only_removed\';\n            END IF;\n            RETURN NEW;\n        ', hash='43b2757436f24f1e802271289cd22c81632fdcce', operation='UPDATE', pgid='pgtrigger_only_removed_432da', table='agreements_pulsecomment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsecomment',
            trigger=pgtrigger.compiler.Trigger(name='never_taken', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='5c31847420c1cd286eca788ad122b3cc0e1c5d73', operation='DELETE', pgid='pgtrigger_never_taken_cde06', table='agreements_pulsecomment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsechangeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5cac0bde508e35bd0020d367cb2a27f339458aee', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8e7d1', table='agreements_pulsechangeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsechange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_pulsechangeevent" ("event", "from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_state", "wave_id") VALUES (NEW."event", NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."to_state", NEW."wave_id"); RETURN NULL;', hash='8cd44029848ba0a0042ee9c5a7a4e8b1a836c3e8', operation='INSERT', pgid='pgtrigger_insert_insert_af6dd', table='agreements_pulsechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsechange',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "agreements_pulsechangeevent" ("event", "from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_state", "wave_id") VALUES (NEW."event", NEW."from_state", NEW."id", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."to_state", NEW."wave_id"); RETURN NULL;', hash='4f40cf6cf37eee887fa7bfa60013d59afb40f7af', operation='UPDATE', pgid='pgtrigger_update_update_d5c5c', table='agreements_pulsechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsechange',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_pulsechangeevent" ("event", "from_state", "id", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_state", "wave_id") VALUES (OLD."event", OLD."from_state", OLD."id", OLD."made_at", OLD."made_by_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."to_state", OLD."wave_id"); RETURN NULL;', hash='d83ed7abbd48a97dd298625df76d92da7cf00c3a', operation='DELETE', pgid='pgtrigger_delete_delete_f8f89', table='agreements_pulsechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pulsewaveevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f2d42c308e29b772f17c1b64959209eac5718042', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d28f9', table='agreements_pulsewaveevent', when='BEFORE')),
        ),
    ]
