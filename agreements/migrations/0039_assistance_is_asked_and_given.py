"""Official assistance: requests, answers, costs and the lists they choose from."""

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.fields.json
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0038_resources_needed_pledged_and_delivered'),
    ]

    operations = [
        migrations.CreateModel(
            name='AssistanceRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('subject', models.CharField(max_length=200, verbose_name='subject')),
                ('kind', models.CharField(choices=[('staff', 'Staff'), ('expertise', 'Expertise or advice'), ('training', 'Training'), ('data', 'Data, a certificate or a document'), ('equipment', 'Equipment or vehicles'), ('facility', 'Facilities or premises'), ('fund', 'Funds')], max_length=10, verbose_name='kind of help')),
                ('what', models.TextField(verbose_name='what is asked')),
                ('grounds_note', models.TextField(blank=True, verbose_name='how these grounds hold here')),
                ('needed_by', models.DateField(verbose_name='needed by')),
                ('is_emergency', models.BooleanField(default=False, verbose_name='emergency')),
                ('emergency_reason', models.TextField(blank=True, verbose_name='why it is an emergency')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('submitted', 'Submitted, waits for an answer'), ('accepted', 'Accepted'), ('partly', 'Accepted in part'), ('refused', 'Refused'), ('delivering', 'Help is being given'), ('completed', 'Help was given'), ('unfulfilled', 'Help was not given'), ('withdrawn', 'Withdrawn')], default='draft', editable=False, max_length=12, verbose_name='state')),
                ('submitted_on', models.DateField(editable=False, null=True, verbose_name='submitted on')),
                ('answer_due_on', models.DateField(editable=False, null=True, verbose_name='answer due')),
                ('ended_on', models.DateField(editable=False, null=True, verbose_name='ended on')),
                ('result', models.TextField(blank=True, editable=False, verbose_name='result')),
                ('usefulness', models.CharField(blank=True, choices=[('fully', 'It solved what we asked for'), ('partly', 'It helped in part'), ('not', 'It did not help')], editable=False, max_length=6, verbose_name='how it helped')),
                ('feedback', models.TextField(blank=True, editable=False, verbose_name='feedback to the giver')),
                ('giver_says', models.TextField(blank=True, db_default='', default='', editable=False, verbose_name='what the giver says')),
                ('given_on', models.DateField(editable=False, null=True, verbose_name='given on')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assistance_requests', to='agreements.collaboration')),
                ('follows', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='asked_again', to='agreements.assistancerequest', verbose_name='asked again after')),
                ('from_party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assistance_asked', to='agreements.party', verbose_name='asked by')),
                ('liability_document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assistance_liabilities', to='agreements.document', verbose_name='document that says who is liable')),
                ('liable_party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='liable_for_assistance', to='agreements.party', verbose_name='liable')),
                ('recorded_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('to_party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assistance_to_answer', to='agreements.party', verbose_name='asked of')),
            ],
            options={
                'verbose_name': 'request for assistance',
                'verbose_name_plural': 'requests for assistance',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='AssistanceTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('is_emergency', models.BooleanField(editable=False, unique=True, verbose_name='for emergencies')),
                ('days', models.PositiveSmallIntegerField(verbose_name='days until the answer is due')),
                ('superior_days', models.PositiveSmallIntegerField(verbose_name="days until the superior's answer is due")),
                ('counts_working_days', models.BooleanField(default=True, help_text='Saturdays, Sundays and public holidays are then left out.', verbose_name='only working days count')),
                ('law', models.CharField(blank=True, max_length=200, verbose_name='rule it rests on')),
                ('is_verified', models.BooleanField(default=False, verbose_name='checked against the rule')),
            ],
            options={
                'verbose_name': 'clock of assistance',
                'verbose_name_plural': 'clocks of assistance',
                'ordering': ['is_emergency'],
            },
        ),
        migrations.CreateModel(
            name='GroundKind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('code', models.SlugField(editable=False, max_length=40, unique=True, verbose_name='code')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('name_en', models.CharField(blank=True, max_length=200, verbose_name='English name')),
                ('law', models.CharField(blank=True, max_length=200, verbose_name='rule it rests on')),
                ('is_verified', models.BooleanField(default=False, verbose_name='checked against the rule')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('is_active', models.BooleanField(default=True, verbose_name='in use')),
            ],
            options={
                'verbose_name': 'ground for assistance',
                'verbose_name_plural': 'grounds for assistance',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='RefusalGround',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('code', models.SlugField(editable=False, max_length=40, unique=True, verbose_name='code')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('name_en', models.CharField(blank=True, max_length=200, verbose_name='English name')),
                ('law', models.CharField(blank=True, max_length=200, verbose_name='rule it rests on')),
                ('is_verified', models.BooleanField(default=False, verbose_name='checked against the rule')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('is_active', models.BooleanField(default=True, verbose_name='in use')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='agreements.refusalground', verbose_name='part of')),
            ],
            options={
                'verbose_name': 'ground for refusal',
                'verbose_name_plural': 'grounds for refusal',
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='AssistanceChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_state', models.CharField(blank=True, max_length=20, verbose_name='from')),
                ('to_state', models.CharField(max_length=20, verbose_name='to')),
                ('note', models.TextField(blank=True, verbose_name='reason')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='when')),
                ('event', models.CharField(choices=[('moved', 'State changed'), ('edited', 'Draft edited'), ('emergency', 'Declared an emergency'), ('confirmed', 'Answer confirmed by the party'), ('corrected', 'Answer corrected by the party'), ('escalated', 'Brought before the superior'), ('given', 'The giver says that the help was given'), ('directed', 'The superior answered'), ('cost_added', 'Cost entered'), ('cost_edited', 'Cost changed, to be agreed anew'), ('cost_agreed', 'Cost agreed by one side'), ('cost_removed', 'Cost taken out'), ('cost_opening', 'One side asks to open an agreed cost again'), ('cost_opened', 'Both sides open an agreed cost again'), ('cost_kept', 'The cost stays as agreed'), ('cost_blanked', 'Budget line taken off a cost: it pays elsewhere')], default='moved', max_length=20, verbose_name='what happened')),
                ('is_on_behalf', models.BooleanField(default=False, verbose_name='on behalf of the party')),
                ('made_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='agreements.assistancerequest')),
            ],
            options={
                'verbose_name': "line of the request's history",
                'verbose_name_plural': "lines of the requests' history",
                'ordering': ['made_at', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AssistanceCost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('item', models.CharField(max_length=200, verbose_name='item')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='amount')),
                ('requester_share', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='paid by the requester')),
                ('giver_share', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='paid by the giver')),
                ('budget_line', models.CharField(blank=True, max_length=80, verbose_name='budget line')),
                ('is_dropped', models.BooleanField(db_default=False, default=False, editable=False, verbose_name='no longer to be paid')),
                ('requester_agreed_on', models.DateField(editable=False, null=True)),
                ('giver_agreed_on', models.DateField(editable=False, null=True)),
                ('holds_line', models.BooleanField(db_default=False, default=False, editable=False, verbose_name='agreed by whose budget line it is')),
                ('opening_side', models.CharField(blank=True, choices=[('requester', 'the requester'), ('giver', 'the giver')], db_default='', default='', editable=False, max_length=9, verbose_name='side that asks to open it again')),
                ('opening_on', models.DateField(editable=False, null=True)),
                ('collaboration', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.collaboration')),
                ('giver_agreed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='agreed for the giver by')),
                ('line_owner', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assistance_lines', to='actors.organization', verbose_name='whose budget line it is')),
                ('opening_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked to open it again by')),
                ('requester_agreed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='agreed for the requester by')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='costs', to='agreements.assistancerequest')),
            ],
            options={
                'verbose_name': 'cost of assistance',
                'verbose_name_plural': 'costs of assistance',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='AssistanceEscalation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('reason', models.TextField(verbose_name='reason')),
                ('escalated_on', models.DateField(verbose_name='escalated on')),
                ('due_on', models.DateField(verbose_name='answer due')),
                ('answer', models.TextField(blank=True, verbose_name='answer')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='answered on')),
                ('closed_on', models.DateField(editable=False, null=True, verbose_name='closed without an answer on')),
                ('closed_because', models.TextField(blank=True, db_default='', default='', editable=False, verbose_name='why it was closed')),
                ('answered_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answer recorded by')),
                ('escalated_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='escalated by')),
                ('superior', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assistance_escalations', to='actors.organization', verbose_name='common superior')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='escalations', to='agreements.assistancerequest')),
            ],
            options={
                'verbose_name': 'escalation of a request',
                'verbose_name_plural': 'escalations of requests',
                'ordering': ['escalated_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='AssistanceGround',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grounds', to='agreements.assistancerequest')),
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.groundkind', verbose_name='ground')),
            ],
            options={
                'verbose_name': 'ground of a request',
                'verbose_name_plural': 'grounds of requests',
                'ordering': ['kind__position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='AssistanceRequestEvent',
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
                ('subject', models.CharField(max_length=200, verbose_name='subject')),
                ('kind', models.CharField(choices=[('staff', 'Staff'), ('expertise', 'Expertise or advice'), ('training', 'Training'), ('data', 'Data, a certificate or a document'), ('equipment', 'Equipment or vehicles'), ('facility', 'Facilities or premises'), ('fund', 'Funds')], max_length=10, verbose_name='kind of help')),
                ('what', models.TextField(verbose_name='what is asked')),
                ('grounds_note', models.TextField(blank=True, verbose_name='how these grounds hold here')),
                ('needed_by', models.DateField(verbose_name='needed by')),
                ('is_emergency', models.BooleanField(default=False, verbose_name='emergency')),
                ('emergency_reason', models.TextField(blank=True, verbose_name='why it is an emergency')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('submitted', 'Submitted, waits for an answer'), ('accepted', 'Accepted'), ('partly', 'Accepted in part'), ('refused', 'Refused'), ('delivering', 'Help is being given'), ('completed', 'Help was given'), ('unfulfilled', 'Help was not given'), ('withdrawn', 'Withdrawn')], default='draft', editable=False, max_length=12, verbose_name='state')),
                ('submitted_on', models.DateField(editable=False, null=True, verbose_name='submitted on')),
                ('answer_due_on', models.DateField(editable=False, null=True, verbose_name='answer due')),
                ('ended_on', models.DateField(editable=False, null=True, verbose_name='ended on')),
                ('result', models.TextField(blank=True, editable=False, verbose_name='result')),
                ('usefulness', models.CharField(blank=True, choices=[('fully', 'It solved what we asked for'), ('partly', 'It helped in part'), ('not', 'It did not help')], editable=False, max_length=6, verbose_name='how it helped')),
                ('feedback', models.TextField(blank=True, editable=False, verbose_name='feedback to the giver')),
                ('giver_says', models.TextField(blank=True, db_default='', default='', editable=False, verbose_name='what the giver says')),
                ('given_on', models.DateField(editable=False, null=True, verbose_name='given on')),
                ('collaboration', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.collaboration')),
                ('follows', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.assistancerequest', verbose_name='asked again after')),
                ('from_party', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.party', verbose_name='asked by')),
                ('liability_document', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.document', verbose_name='document that says who is liable')),
                ('liable_party', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.party', verbose_name='liable')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.assistancerequest')),
                ('recorded_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                ('to_party', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.party', verbose_name='asked of')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AssistanceResponse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('outcome', models.CharField(choices=[('accept', 'Accept: we give what is asked'), ('partial', 'Accept in part: we give some of it'), ('refuse', 'Refuse: we give nothing, and say why in a letter')], max_length=8, verbose_name='answer')),
                ('offered', models.TextField(blank=True, verbose_name='what is given')),
                ('withheld', models.TextField(blank=True, db_default='', default='', verbose_name='what is not given, and why')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('given_on', models.DateField(verbose_name='answered on')),
                ('is_on_behalf', models.BooleanField(default=False, editable=False, verbose_name='answered on behalf, not yet confirmed by the party')),
                ('given_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                ('letter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assistance_letters', to='agreements.document', verbose_name='letter')),
                ('request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='response', to='agreements.assistancerequest')),
                ('refusal_ground', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.refusalground', verbose_name='ground for the refusal')),
            ],
            options={
                'verbose_name': 'answer to a request for assistance',
                'verbose_name_plural': 'answers to requests for assistance',
                'ordering': ['-given_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='AssistanceTermEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('is_emergency', models.BooleanField(editable=False, verbose_name='for emergencies')),
                ('days', models.PositiveSmallIntegerField(verbose_name='days until the answer is due')),
                ('superior_days', models.PositiveSmallIntegerField(verbose_name="days until the superior's answer is due")),
                ('counts_working_days', models.BooleanField(default=True, help_text='Saturdays, Sundays and public holidays are then left out.', verbose_name='only working days count')),
                ('law', models.CharField(blank=True, max_length=200, verbose_name='rule it rests on')),
                ('is_verified', models.BooleanField(default=False, verbose_name='checked against the rule')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.assistanceterm')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GroundKindEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('code', models.SlugField(db_index=False, editable=False, max_length=40, verbose_name='code')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('name_en', models.CharField(blank=True, max_length=200, verbose_name='English name')),
                ('law', models.CharField(blank=True, max_length=200, verbose_name='rule it rests on')),
                ('is_verified', models.BooleanField(default=False, verbose_name='checked against the rule')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('is_active', models.BooleanField(default=True, verbose_name='in use')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.groundkind')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RefusalGroundEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='version')),
                ('code', models.SlugField(db_index=False, editable=False, max_length=40, verbose_name='code')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('name_en', models.CharField(blank=True, max_length=200, verbose_name='English name')),
                ('law', models.CharField(blank=True, max_length=200, verbose_name='rule it rests on')),
                ('is_verified', models.BooleanField(default=False, verbose_name='checked against the rule')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('is_active', models.BooleanField(default=True, verbose_name='in use')),
                ('parent', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.refusalground', verbose_name='part of')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.refusalground')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AssistanceChangeEvent',
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
                ('event', models.CharField(choices=[('moved', 'State changed'), ('edited', 'Draft edited'), ('emergency', 'Declared an emergency'), ('confirmed', 'Answer confirmed by the party'), ('corrected', 'Answer corrected by the party'), ('escalated', 'Brought before the superior'), ('given', 'The giver says that the help was given'), ('directed', 'The superior answered'), ('cost_added', 'Cost entered'), ('cost_edited', 'Cost changed, to be agreed anew'), ('cost_agreed', 'Cost agreed by one side'), ('cost_removed', 'Cost taken out'), ('cost_opening', 'One side asks to open an agreed cost again'), ('cost_opened', 'Both sides open an agreed cost again'), ('cost_kept', 'The cost stays as agreed'), ('cost_blanked', 'Budget line taken off a cost: it pays elsewhere')], default='moved', max_length=20, verbose_name='what happened')),
                ('is_on_behalf', models.BooleanField(default=False, verbose_name='on behalf of the party')),
                ('made_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.assistancechange')),
                ('request', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.assistancerequest')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AssistanceCostEvent',
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
                ('item', models.CharField(max_length=200, verbose_name='item')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='amount')),
                ('requester_share', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='paid by the requester')),
                ('giver_share', models.DecimalField(decimal_places=2, max_digits=18, verbose_name='paid by the giver')),
                ('budget_line', models.CharField(blank=True, max_length=80, verbose_name='budget line')),
                ('is_dropped', models.BooleanField(db_default=False, default=False, editable=False, verbose_name='no longer to be paid')),
                ('requester_agreed_on', models.DateField(editable=False, null=True)),
                ('giver_agreed_on', models.DateField(editable=False, null=True)),
                ('holds_line', models.BooleanField(db_default=False, default=False, editable=False, verbose_name='agreed by whose budget line it is')),
                ('opening_side', models.CharField(blank=True, choices=[('requester', 'the requester'), ('giver', 'the giver')], db_default='', default='', editable=False, max_length=9, verbose_name='side that asks to open it again')),
                ('opening_on', models.DateField(editable=False, null=True)),
                ('collaboration', models.ForeignKey(db_constraint=False, db_index=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.collaboration')),
                ('giver_agreed_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='agreed for the giver by')),
                ('line_owner', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.organization', verbose_name='whose budget line it is')),
                ('opening_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked to open it again by')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.assistancecost')),
                ('requester_agreed_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='agreed for the requester by')),
                ('request', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.assistancerequest')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AssistanceEscalationEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('reason', models.TextField(verbose_name='reason')),
                ('escalated_on', models.DateField(verbose_name='escalated on')),
                ('due_on', models.DateField(verbose_name='answer due')),
                ('answer', models.TextField(blank=True, verbose_name='answer')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='answered on')),
                ('closed_on', models.DateField(editable=False, null=True, verbose_name='closed without an answer on')),
                ('closed_because', models.TextField(blank=True, db_default='', default='', editable=False, verbose_name='why it was closed')),
                ('answered_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answer recorded by')),
                ('escalated_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='escalated by')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.assistanceescalation')),
                ('superior', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actors.organization', verbose_name='common superior')),
                ('request', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.assistancerequest')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AssistanceGroundEvent',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample data')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.assistanceground')),
                ('request', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.assistancerequest')),
                ('kind', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.groundkind', verbose_name='ground')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AssistanceResponseEvent',
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
                ('outcome', models.CharField(choices=[('accept', 'Accept: we give what is asked'), ('partial', 'Accept in part: we give some of it'), ('refuse', 'Refuse: we give nothing, and say why in a letter')], max_length=8, verbose_name='answer')),
                ('offered', models.TextField(blank=True, verbose_name='what is given')),
                ('withheld', models.TextField(blank=True, db_default='', default='', verbose_name='what is not given, and why')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('given_on', models.DateField(verbose_name='answered on')),
                ('is_on_behalf', models.BooleanField(default=False, editable=False, verbose_name='answered on behalf, not yet confirmed by the party')),
                ('given_by', models.ForeignKey(db_constraint=False, db_index=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                ('letter', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.document', verbose_name='letter')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.assistanceresponse')),
                ('request', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.assistancerequest')),
                ('refusal_ground', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='agreements.refusalground', verbose_name='ground for the refusal')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='assistancerequest',
            index=models.Index(fields=['collaboration', 'state'], name='assistance_by_state'),
        ),
        migrations.AddIndex(
            model_name='assistanceescalationevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceescalatio_newest'),
        ),
        migrations.AddIndex(
            model_name='assistanceescalationevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceescalatio_user'),
        ),
        migrations.AddIndex(
            model_name='assistanceescalationevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceescalatio_request'),
        ),
        migrations.AddIndex(
            model_name='assistanceescalationevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceescalatio_ip'),
        ),
        migrations.AddIndex(
            model_name='assistancecostevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistancecost_newest'),
        ),
        migrations.AddIndex(
            model_name='assistancecostevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistancecost_user'),
        ),
        migrations.AddIndex(
            model_name='assistancecostevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistancecost_request'),
        ),
        migrations.AddIndex(
            model_name='assistancecostevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistancecost_ip'),
        ),
        migrations.AddIndex(
            model_name='assistancechangeevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistancechange_newest'),
        ),
        migrations.AddIndex(
            model_name='assistancechangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistancechange_user'),
        ),
        migrations.AddIndex(
            model_name='assistancechangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistancechange_request'),
        ),
        migrations.AddIndex(
            model_name='assistancechangeevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistancechange_ip'),
        ),
        migrations.AddIndex(
            model_name='assistancerequestevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistancerequest_newest'),
        ),
        migrations.AddIndex(
            model_name='assistancerequestevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistancerequest_user'),
        ),
        migrations.AddIndex(
            model_name='assistancerequestevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistancerequest_request'),
        ),
        migrations.AddIndex(
            model_name='assistancerequestevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistancerequest_ip'),
        ),
        migrations.AddIndex(
            model_name='assistancetermevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceterm_newest'),
        ),
        migrations.AddIndex(
            model_name='assistancetermevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceterm_user'),
        ),
        migrations.AddIndex(
            model_name='assistancetermevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceterm_request'),
        ),
        migrations.AddIndex(
            model_name='assistancetermevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceterm_ip'),
        ),
        migrations.AddIndex(
            model_name='assistancegroundevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceground_newest'),
        ),
        migrations.AddIndex(
            model_name='assistancegroundevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceground_user'),
        ),
        migrations.AddIndex(
            model_name='assistancegroundevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceground_request'),
        ),
        migrations.AddIndex(
            model_name='assistancegroundevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceground_ip'),
        ),
        migrations.AddIndex(
            model_name='groundkindevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_groundkind_newest'),
        ),
        migrations.AddIndex(
            model_name='groundkindevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_groundkind_user'),
        ),
        migrations.AddIndex(
            model_name='groundkindevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_groundkind_request'),
        ),
        migrations.AddIndex(
            model_name='groundkindevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_groundkind_ip'),
        ),
        migrations.AddIndex(
            model_name='assistanceresponseevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceresponse_newest'),
        ),
        migrations.AddIndex(
            model_name='assistanceresponseevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceresponse_user'),
        ),
        migrations.AddIndex(
            model_name='assistanceresponseevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceresponse_request'),
        ),
        migrations.AddIndex(
            model_name='assistanceresponseevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_assistanceresponse_ip'),
        ),
        migrations.AddIndex(
            model_name='refusalgroundevent',
            index=models.Index(models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_refusalground_newest'),
        ),
        migrations.AddIndex(
            model_name='refusalgroundevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('user', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_refusalground_user'),
        ),
        migrations.AddIndex(
            model_name='refusalgroundevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('request', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_refusalground_request'),
        ),
        migrations.AddIndex(
            model_name='refusalgroundevent',
            index=models.Index(django.db.models.fields.json.KeyTransform('ip', 'pgh_context'), models.OrderBy(models.F('pgh_created_at'), descending=True), models.OrderBy(models.F('pgh_id'), descending=True), name='ev_refusalground_ip'),
        ),
        migrations.AddConstraint(
            model_name='assistanceterm',
            constraint=models.CheckConstraint(condition=models.Q(('days__gte', 1), ('days__lte', 365), ('superior_days__gte', 1), ('superior_days__lte', 365)), name='assistance_term_takes_a_day', violation_error_message='Between 1 and 365 days.'),
        ),
        migrations.AddConstraint(
            model_name='assistanceterm',
            constraint=models.CheckConstraint(condition=models.Q(('is_verified', False), models.Q(('law', ''), _negated=True), _connector='OR'), name='assistance_term_verified_names_its_rule', violation_error_code='law', violation_error_message='Say against which rule it was checked.'),
        ),
        migrations.AddConstraint(
            model_name='groundkind',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='ground_kind_has_a_name', violation_error_code='name', violation_error_message='Give it a name.'),
        ),
        migrations.AddConstraint(
            model_name='groundkind',
            constraint=models.CheckConstraint(condition=models.Q(('is_verified', False), models.Q(('law', ''), _negated=True), _connector='OR'), name='ground_kind_verified_names_its_rule', violation_error_code='law', violation_error_message='Say against which rule it was checked.'),
        ),
        migrations.AddConstraint(
            model_name='assistancerequest',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'submitted', 'accepted', 'partly', 'refused', 'delivering', 'completed', 'unfulfilled', 'withdrawn'])), name='assistance_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='assistancerequest',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['staff', 'expertise', 'training', 'data', 'equipment', 'facility', 'fund'])), name='assistance_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='assistancerequest',
            constraint=models.CheckConstraint(condition=models.Q(('from_party', models.F('to_party')), _negated=True), name='assistance_asked_of_another_party', violation_error_code='to_party', violation_error_message='Assistance is asked of another party.'),
        ),
        migrations.AddConstraint(
            model_name='assistancerequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('subject', ''), _negated=True), models.Q(('what', ''), _negated=True)), name='assistance_says_what', violation_error_code='what', violation_error_message='Say what is asked.'),
        ),
        migrations.AddConstraint(
            model_name='assistancerequest',
            constraint=models.CheckConstraint(condition=models.Q(('liable_party', models.F('from_party')), ('liability_document__isnull', False), _connector='OR'), name='assistance_other_liability_has_a_document', violation_error_code='liability_document', violation_error_message='The requester is liable. Where another party is, name the document that says so.'),
        ),
        migrations.AddConstraint(
            model_name='assistancerequest',
            constraint=models.CheckConstraint(condition=models.Q(('is_emergency', False), models.Q(('emergency_reason', ''), _negated=True), _connector='OR'), name='assistance_emergency_says_why', violation_error_code='emergency_reason', violation_error_message='Say why it is an emergency.'),
        ),
        migrations.AddConstraint(
            model_name='assistancerequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer_due_on', None), ('state', 'draft'), ('submitted_on', None)), models.Q(('answer_due_on', None), ('state', 'withdrawn'), ('submitted_on', None)), models.Q(models.Q(('state', 'draft'), _negated=True), ('answer_due_on__isnull', False), ('submitted_on__isnull', False), ('answer_due_on__gte', models.F('submitted_on'))), _connector='OR'), name='assistance_submitted_has_its_clock'),
        ),
        migrations.AddConstraint(
            model_name='assistancerequest',
            constraint=models.CheckConstraint(condition=models.Q(('submitted_on', None), ('needed_by__gte', models.F('submitted_on')), _connector='OR'), name='assistance_needed_after_it_is_asked', violation_error_code='needed_by', violation_error_message='The day on which it is needed has passed.'),
        ),
        migrations.AddConstraint(
            model_name='assistancerequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_on__isnull', False), ('state__in', ('completed', 'unfulfilled')), models.Q(('result', ''), _negated=True)), models.Q(models.Q(('state__in', ('completed', 'unfulfilled')), _negated=True), ('ended_on', None), ('feedback', ''), ('result', ''), ('usefulness', '')), _connector='OR'), name='assistance_ended_says_how', violation_error_code='result', violation_error_message='Say what came of it.'),
        ),
        migrations.AddConstraint(
            model_name='assistancerequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('given_on', None), ('giver_says', '')), models.Q(('given_on__isnull', False), ('state__in', ('delivering', 'completed', 'unfulfilled')), models.Q(('giver_says', ''), _negated=True)), _connector='OR'), name='assistance_giver_says_what_and_when'),
        ),
        migrations.AddConstraint(
            model_name='assistancerequest',
            constraint=models.CheckConstraint(condition=models.Q(('usefulness', ''), models.Q(('state', 'completed'), ('usefulness__in', ['fully', 'partly', 'not'])), _connector='OR'), name='assistance_usefulness_is_of_help_given'),
        ),
        migrations.AddConstraint(
            model_name='assistanceescalation',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='assistance_escalation_has_a_reason', violation_error_code='reason', violation_error_message='Say why, in a few words.'),
        ),
        migrations.AddConstraint(
            model_name='assistanceescalation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_by', None), ('answered_on', None)), models.Q(('answered_by__isnull', False), ('answered_on__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='assistance_escalation_answered_with_words', violation_error_code='answer', violation_error_message='Write down what the superior answered.'),
        ),
        migrations.AddConstraint(
            model_name='assistanceescalation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_because', ''), ('closed_on', None)), models.Q(('closed_on__isnull', False), models.Q(('closed_because', ''), _negated=True)), _connector='OR'), name='assistance_escalation_closed_with_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='assistanceescalation',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('escalated_on'))), name='assistance_escalation_due_after_it_began'),
        ),
        migrations.AddConstraint(
            model_name='assistanceescalation',
            constraint=models.UniqueConstraint(condition=models.Q(('answered_on', None), ('closed_on', None)), fields=('request',), name='assistance_escalated_once_at_a_time', violation_error_message='It lies before the superior already.'),
        ),
        migrations.AddConstraint(
            model_name='assistancecost',
            constraint=models.CheckConstraint(condition=models.Q(('item', ''), _negated=True), name='assistance_cost_names_an_item', violation_error_code='item', violation_error_message='Say what is paid for.'),
        ),
        migrations.AddConstraint(
            model_name='assistancecost',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='assistance_cost_is_something', violation_error_code='amount', violation_error_message='A cost is more than nothing.'),
        ),
        migrations.AddConstraint(
            model_name='assistancecost',
            constraint=models.CheckConstraint(condition=models.Q(('amount', django.db.models.expressions.CombinedExpression(models.F('requester_share'), '+', models.F('giver_share')))), name='assistance_cost_shares_add_up', violation_error_code='giver_share', violation_error_message='The two shares do not add up to the amount.'),
        ),
        migrations.AddConstraint(
            model_name='assistancecost',
            constraint=models.CheckConstraint(condition=models.Q(('giver_share__gte', 0), ('requester_share__gte', 0)), name='assistance_cost_shares_are_not_negative', violation_error_code='giver_share', violation_error_message='A share is not less than nothing.'),
        ),
        migrations.AddConstraint(
            model_name='assistancecost',
            constraint=models.UniqueConstraint(models.F('line_owner'), django.db.models.functions.text.Lower('item'), django.db.models.functions.text.Lower('budget_line'), condition=models.Q(('holds_line', True), ('is_dropped', False)), name='assistance_budget_line_pays_an_item_once', violation_error_code='budget_line', violation_error_message='This budget line pays for this item already.'),
        ),
        migrations.AddConstraint(
            model_name='assistancecost',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('budget_line', ''), ('line_owner', None)), models.Q(models.Q(('budget_line', ''), _negated=True), ('line_owner__isnull', False)), _connector='OR'), name='assistance_budget_line_is_somebodys', violation_error_code='budget_line', violation_error_message='Say whose budget line it is.'),
        ),
        migrations.AddConstraint(
            model_name='assistancecost',
            constraint=models.CheckConstraint(condition=models.Q(('holds_line', False), models.Q(models.Q(('budget_line', ''), _negated=True), models.Q(('requester_agreed_on__isnull', False), ('giver_agreed_on__isnull', False), _connector='OR')), _connector='OR'), name='assistance_cost_line_is_held_by_agreeing'),
        ),
        migrations.AddConstraint(
            model_name='assistancecost',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('opening_by', None), ('opening_on', None), ('opening_side', '')), models.Q(('giver_agreed_on__isnull', False), ('opening_by__isnull', False), ('opening_on__isnull', False), ('opening_side__in', ['requester', 'giver']), ('requester_agreed_on__isnull', False)), _connector='OR'), name='assistance_cost_opening_is_of_what_is_agreed'),
        ),
        migrations.AddConstraint(
            model_name='assistancecost',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('requester_agreed_by', None), ('requester_agreed_on', None)), models.Q(('requester_agreed_by__isnull', False), ('requester_agreed_on__isnull', False)), _connector='OR'), models.Q(models.Q(('giver_agreed_by', None), ('giver_agreed_on', None)), models.Q(('giver_agreed_by__isnull', False), ('giver_agreed_on__isnull', False)), _connector='OR')), name='assistance_cost_agreed_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='assistancecost',
            constraint=models.CheckConstraint(condition=models.Q(('requester_agreed_by', None), ('giver_agreed_by', None), models.Q(('requester_agreed_by', models.F('giver_agreed_by')), _negated=True), _connector='OR'), name='assistance_cost_agreed_by_two_people', violation_error_message='Nobody agrees for both sides.'),
        ),
        migrations.AddConstraint(
            model_name='assistancechange',
            constraint=models.CheckConstraint(condition=models.Q(('event__in', ['moved', 'edited', 'emergency', 'confirmed', 'corrected', 'escalated', 'given', 'directed', 'cost_added', 'cost_edited', 'cost_agreed', 'cost_removed', 'cost_opening', 'cost_opened', 'cost_kept', 'cost_blanked'])), name='assistance_change_event_is_known'),
        ),
        migrations.AddConstraint(
            model_name='assistanceground',
            constraint=models.UniqueConstraint(fields=('request', 'kind'), name='assistance_ground_once', violation_error_message='This ground is named already.'),
        ),
        migrations.AddConstraint(
            model_name='refusalground',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='refusal_ground_has_a_name', violation_error_code='name', violation_error_message='Give it a name.'),
        ),
        migrations.AddConstraint(
            model_name='refusalground',
            constraint=models.CheckConstraint(condition=models.Q(('is_verified', False), models.Q(('law', ''), _negated=True), _connector='OR'), name='refusal_ground_verified_names_its_rule', violation_error_code='law', violation_error_message='Say against which rule it was checked.'),
        ),
        migrations.AddConstraint(
            model_name='assistanceresponse',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['accept', 'partial', 'refuse'])), name='assistance_outcome_is_known'),
        ),
        migrations.AddConstraint(
            model_name='assistanceresponse',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'refuse'), _negated=True), models.Q(('letter__isnull', False), ('refusal_ground__isnull', False), django.db.models.lookups.GreaterThanOrEqual(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('reason')), 20)), _connector='OR'), name='assistance_refusal_is_written', violation_error_code='reason', violation_error_message='A refusal has a ground, a reason of at least 20 characters and a letter.'),
        ),
        migrations.AddConstraint(
            model_name='assistanceresponse',
            constraint=models.CheckConstraint(condition=models.Q(('refusal_ground', None), ('outcome', 'refuse'), _connector='OR'), name='assistance_only_a_refusal_has_a_ground'),
        ),
        migrations.AddConstraint(
            model_name='assistanceresponse',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'partial'), _negated=True), models.Q(('offered', ''), _negated=True), _connector='OR'), name='assistance_partial_says_what', violation_error_code='offered', violation_error_message='Say what is given, and what is not.'),
        ),
        migrations.AddConstraint(
            model_name='assistanceresponse',
            constraint=models.CheckConstraint(condition=models.Q(('withheld', ''), ('outcome', 'partial'), _connector='OR'), name='assistance_only_a_part_withholds'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceterm',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_assistancetermevent" ("counts_working_days", "created_at", "days", "id", "is_emergency", "is_verified", "law", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "superior_days", "version") VALUES (NEW."counts_working_days", NEW."created_at", NEW."days", NEW."id", NEW."is_emergency", NEW."is_verified", NEW."law", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."superior_days", NEW."version"); RETURN NULL;', hash='cb07d867620650943da4925c7b8964c99f9b3cf1', operation='INSERT', pgid='pgtrigger_insert_insert_ae637', table='agreements_assistanceterm', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceterm',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."counts_working_days" IS DISTINCT FROM (NEW."counts_working_days") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."days" IS DISTINCT FROM (NEW."days") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_emergency" IS DISTINCT FROM (NEW."is_emergency") OR OLD."is_verified" IS DISTINCT FROM (NEW."is_verified") OR OLD."law" IS DISTINCT FROM (NEW."law") OR OLD."superior_days" IS DISTINCT FROM (NEW."superior_days") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "agreements_assistancetermevent" ("counts_working_days", "created_at", "days", "id", "is_emergency", "is_verified", "law", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "superior_days", "version") VALUES (NEW."counts_working_days", NEW."created_at", NEW."days", NEW."id", NEW."is_emergency", NEW."is_verified", NEW."law", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."superior_days", NEW."version"); RETURN NULL;', hash='e4eb249c6c9ca8b01088458c290a1957ef199d14', operation='UPDATE', pgid='pgtrigger_update_update_9ab68', table='agreements_assistanceterm', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceterm',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_assistancetermevent" ("counts_working_days", "created_at", "days", "id", "is_emergency", "is_verified", "law", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "superior_days", "version") VALUES (OLD."counts_working_days", OLD."created_at", OLD."days", OLD."id", OLD."is_emergency", OLD."is_verified", OLD."law", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."superior_days", OLD."version"); RETURN NULL;', hash='2edc5b6da14506687f0ac1abcb2b9f70ff704beb', operation='DELETE', pgid='pgtrigger_delete_delete_96f15', table='agreements_assistanceterm', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundkind',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_groundkindevent" ("code", "created_at", "id", "is_active", "is_verified", "law", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version") VALUES (NEW."code", NEW."created_at", NEW."id", NEW."is_active", NEW."is_verified", NEW."law", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."version"); RETURN NULL;', hash='caaca1dd1416b7c744bec5c1ca8fb8954b38ad4e', operation='INSERT', pgid='pgtrigger_insert_insert_8bd48', table='agreements_groundkind', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundkind',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_verified" IS DISTINCT FROM (NEW."is_verified") OR OLD."law" IS DISTINCT FROM (NEW."law") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "agreements_groundkindevent" ("code", "created_at", "id", "is_active", "is_verified", "law", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version") VALUES (NEW."code", NEW."created_at", NEW."id", NEW."is_active", NEW."is_verified", NEW."law", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."version"); RETURN NULL;', hash='fc708efc0c220877699a2a19161437ae57dba892', operation='UPDATE', pgid='pgtrigger_update_update_86d9a', table='agreements_groundkind', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundkind',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_groundkindevent" ("code", "created_at", "id", "is_active", "is_verified", "law", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version") VALUES (OLD."code", OLD."created_at", OLD."id", OLD."is_active", OLD."is_verified", OLD."law", OLD."name", OLD."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."position", OLD."version"); RETURN NULL;', hash='eef274965381eb574631f00483761a974288ee8d', operation='DELETE', pgid='pgtrigger_delete_delete_0ae5b', table='agreements_groundkind', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[NEW.collaboration_id::bigint, (SELECT collaboration_id FROM agreements_party WHERE id = NEW.from_party_id)::bigint, (SELECT collaboration_id FROM agreements_party WHERE id = NEW.to_party_id)::bigint, (SELECT collaboration_id FROM agreements_party WHERE id = NEW.liable_party_id)::bigint, (SELECT collaboration_id FROM agreements_document WHERE id = NEW.liability_document_id)::bigint, (SELECT collaboration_id FROM agreements_assistancerequest WHERE id = NEW.follows_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "assistance_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='dcf136fd132b9e7819dc72a9cd4bb6d32e75b417', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_b3491', table='agreements_assistancerequest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='moves_only', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ((\'accepted\', \'completed\'), (\'accepted\', \'delivering\'), (\'accepted\', \'partly\'), (\'accepted\', \'refused\'), (\'accepted\', \'unfulfilled\'), (\'accepted\', \'withdrawn\'), (\'delivering\', \'completed\'), (\'delivering\', \'unfulfilled\'), (\'draft\', \'submitted\'), (\'draft\', \'withdrawn\'), (\'partly\', \'accepted\'), (\'partly\', \'completed\'), (\'partly\', \'delivering\'), (\'partly\', \'refused\'), (\'partly\', \'unfulfilled\'), (\'partly\', \'withdrawn\'), (\'refused\', \'accepted\'), (\'refused\', \'partly\'), (\'submitted\', \'accepted\'), (\'submitted\', \'partly\'), (\'submitted\', \'refused\'), (\'submitted\', \'unfulfilled\'), (\'submitted\', \'withdrawn\'), (\'unfulfilled\', \'completed\')) THEN\n                RAISE EXCEPTION \'violates "assistance_moves_as_known": this state does not follow that one\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_moves_as_known\';\n            END IF;\n            RETURN NEW;\n        ', hash='b7519720f2f242f13d77fb7efa0700d22db2642c', operation='UPDATE OF "state"', pgid='pgtrigger_moves_only_55b2e', table='agreements_assistancerequest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='refused_is_no_emergency', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF NEW.is_emergency AND (NEW.state = \'refused\' OR EXISTS (\n                SELECT FROM agreements_assistanceresponse\n                WHERE request_id = NEW.id AND outcome = \'refuse\'\n            )) THEN\n                RAISE EXCEPTION \'violates "assistance_emergency_is_not_refused": an emergency is not refused\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_emergency_is_not_refused\';\n            END IF;\n            RETURN NEW;\n        ', hash='f4cad09a977b9eec786a5ef655413d36b7b41e6e', operation='INSERT OR UPDATE', pgid='pgtrigger_refused_is_no_emergency_bab10', table='agreements_assistancerequest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='emergency_stays_one', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.is_emergency AND NOT NEW.is_emergency AND OLD.submitted_on IS NOT NULL THEN\n                RAISE EXCEPTION \'violates "assistance_emergency_stays_one": it was handed in as an emergency\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_emergency_stays_one\';\n            END IF;\n            RETURN NEW;\n        ', hash='cf790e017217e53f07d5cb7f079c459f125e2a91', operation='UPDATE OF "is_emergency"', pgid='pgtrigger_emergency_stays_one_cc8bc', table='agreements_assistancerequest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='emergency_in_part_says_why', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF NEW.is_emergency AND NOT OLD.is_emergency AND EXISTS (\n                SELECT FROM agreements_assistanceresponse AS said\n                WHERE said.request_id = NEW.id AND said.outcome = \'partial\' AND char_length(btrim(said.withheld, E\' \\t\\r\\n\')) < 20\n            ) THEN\n                RAISE EXCEPTION \'violates "assistance_part_of_an_emergency_says_why": what is not given, and why\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_part_of_an_emergency_says_why\';\n            END IF;\n            RETURN NEW;\n        ', hash='729ef0dd76b289628cc683b9aababcb4c132559d', operation='UPDATE OF "is_emergency"', pgid='pgtrigger_emergency_in_part_says_why_389c6', table='agreements_assistancerequest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='has_a_ground', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            PERFORM FROM agreements_assistancerequest WHERE id = NEW.id FOR NO KEY UPDATE;\n            IF EXISTS (\n                SELECT FROM agreements_assistancerequest\n                WHERE id = NEW.id AND state <> \'draft\' AND submitted_on IS NOT NULL\n            ) AND NOT EXISTS (\n                SELECT FROM agreements_assistanceground WHERE request_id = NEW.id\n            ) THEN\n                RAISE EXCEPTION \'violates "assistance_submitted_has_a_ground": no ground\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_submitted_has_a_ground\';\n            END IF;\n            RETURN NULL;\n        ', hash='2545e30ba21fbdf9005ae18d47a5294b3c2c0cef', operation='INSERT OR UPDATE', pgid='pgtrigger_has_a_ground_e2686', table='agreements_assistancerequest', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='answer_fits', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            IF EXISTS (\n                SELECT FROM agreements_assistancerequest AS asked\n                LEFT JOIN agreements_assistanceresponse AS said ON said.request_id = asked.id\n                WHERE asked.id = NEW.id AND (\n                    asked.state IN (\'draft\', \'submitted\') AND said.id IS NOT NULL\n                    OR asked.state IN (\'accepted\', \'partly\', \'refused\') AND said.id IS NULL\n                    OR (asked.state = \'refused\') <> coalesce(said.outcome = \'refuse\', FALSE)\n                    OR asked.state = \'accepted\' AND said.outcome <> \'accept\'\n                    OR asked.state = \'partly\' AND said.outcome <> \'partial\'\n                )\n            ) THEN\n                RAISE EXCEPTION \'violates "assistance_answer_fits_its_state": state and answer differ\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_answer_fits_its_state\';\n            END IF;\n            RETURN NULL;\n        ', hash='11cd86ab938ae1d607131a0b1a2c2429adc78487', operation='INSERT OR UPDATE', pgid='pgtrigger_answer_fits_42ebb', table='agreements_assistancerequest', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='unfulfilled_is_escalated', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            IF EXISTS (\n                SELECT FROM agreements_assistancerequest AS asked\n                WHERE id = NEW.id AND is_emergency AND state = \'unfulfilled\'\n                AND NOT EXISTS (\n                    SELECT FROM agreements_assistanceescalation\n                    WHERE request_id = asked.id AND closed_on IS NULL\n                    AND (answered_on IS NULL OR answered_on >= asked.ended_on)\n                )\n            ) THEN\n                RAISE EXCEPTION \'violates "assistance_unfulfilled_emergency_is_escalated": nobody was told\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_unfulfilled_emergency_is_escalated\';\n            END IF;\n            RETURN NULL;\n        ', hash='fd24d017ae90fde9b3ad7a137b857212aa86930e', operation='INSERT OR UPDATE', pgid='pgtrigger_unfulfilled_is_escalated_ab26b', table='agreements_assistancerequest', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='costs_follow_their_request', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            IF EXISTS (\n                SELECT FROM agreements_assistancecost AS cost\n                JOIN agreements_assistancerequest AS asked ON asked.id = cost.request_id\n                WHERE asked.id = NEW.id AND cost.is_dropped <> (\n                    asked.state = \'withdrawn\'\n                    OR asked.state = \'unfulfilled\' AND asked.giver_says = \'\'\n                )\n            ) THEN\n                RAISE EXCEPTION \'violates "assistance_costs_go_with_the_help": the help and its costs differ\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_costs_go_with_the_help\';\n            END IF;\n            RETURN NULL;\n        ', hash='a6a8a479af0de5b7986e620e6db9c264d10c0304', operation='UPDATE OF "state", "giver_says"', pgid='pgtrigger_costs_follow_their_request_bef19', table='agreements_assistancerequest', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='withdrawn_owes_nothing', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF NEW.state = \'withdrawn\' AND OLD.state <> \'withdrawn\' AND EXISTS (\n                SELECT FROM agreements_assistancecost\n                WHERE request_id = NEW.id\n                AND requester_agreed_on IS NOT NULL AND giver_agreed_on IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION \'violates "assistance_withdrawn_owes_nothing": both sides agreed on its costs\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_withdrawn_owes_nothing\';\n            END IF;\n            RETURN NEW;\n        ', hash='b3a0d2d5b16f7d87ccdc986b8e26891f11be0b35', operation='UPDATE OF "state"', pgid='pgtrigger_withdrawn_owes_nothing_88057', table='agreements_assistancerequest', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_assistancerequestevent" ("answer_due_on", "collaboration_id", "created_at", "emergency_reason", "ended_on", "feedback", "follows_id", "from_party_id", "given_on", "giver_says", "grounds_note", "id", "is_emergency", "is_sample", "kind", "liability_document_id", "liable_party_id", "needed_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "result", "state", "subject", "submitted_on", "to_party_id", "usefulness", "version", "what") VALUES (NEW."answer_due_on", NEW."collaboration_id", NEW."created_at", NEW."emergency_reason", NEW."ended_on", NEW."feedback", NEW."follows_id", NEW."from_party_id", NEW."given_on", NEW."giver_says", NEW."grounds_note", NEW."id", NEW."is_emergency", NEW."is_sample", NEW."kind", NEW."liability_document_id", NEW."liable_party_id", NEW."needed_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_by_id", NEW."result", NEW."state", NEW."subject", NEW."submitted_on", NEW."to_party_id", NEW."usefulness", NEW."version", NEW."what"); RETURN NULL;', hash='e53b5d938e14aa1ef6a33ad151a16162937d9574', operation='INSERT', pgid='pgtrigger_insert_insert_97a29', table='agreements_assistancerequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."answer_due_on" IS DISTINCT FROM (NEW."answer_due_on") OR OLD."collaboration_id" IS DISTINCT FROM (NEW."collaboration_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."emergency_reason" IS DISTINCT FROM (NEW."emergency_reason") OR OLD."ended_on" IS DISTINCT FROM (NEW."ended_on") OR OLD."feedback" IS DISTINCT FROM (NEW."feedback") OR OLD."follows_id" IS DISTINCT FROM (NEW."follows_id") OR OLD."from_party_id" IS DISTINCT FROM (NEW."from_party_id") OR OLD."given_on" IS DISTINCT FROM (NEW."given_on") OR OLD."giver_says" IS DISTINCT FROM (NEW."giver_says") OR OLD."grounds_note" IS DISTINCT FROM (NEW."grounds_note") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_emergency" IS DISTINCT FROM (NEW."is_emergency") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."liability_document_id" IS DISTINCT FROM (NEW."liability_document_id") OR OLD."liable_party_id" IS DISTINCT FROM (NEW."liable_party_id") OR OLD."needed_by" IS DISTINCT FROM (NEW."needed_by") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."result" IS DISTINCT FROM (NEW."result") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."submitted_on" IS DISTINCT FROM (NEW."submitted_on") OR OLD."to_party_id" IS DISTINCT FROM (NEW."to_party_id") OR OLD."usefulness" IS DISTINCT FROM (NEW."usefulness") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."what" IS DISTINCT FROM (NEW."what"))', func='INSERT INTO "agreements_assistancerequestevent" ("answer_due_on", "collaboration_id", "created_at", "emergency_reason", "ended_on", "feedback", "follows_id", "from_party_id", "given_on", "giver_says", "grounds_note", "id", "is_emergency", "is_sample", "kind", "liability_document_id", "liable_party_id", "needed_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "result", "state", "subject", "submitted_on", "to_party_id", "usefulness", "version", "what") VALUES (NEW."answer_due_on", NEW."collaboration_id", NEW."created_at", NEW."emergency_reason", NEW."ended_on", NEW."feedback", NEW."follows_id", NEW."from_party_id", NEW."given_on", NEW."giver_says", NEW."grounds_note", NEW."id", NEW."is_emergency", NEW."is_sample", NEW."kind", NEW."liability_document_id", NEW."liable_party_id", NEW."needed_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_by_id", NEW."result", NEW."state", NEW."subject", NEW."submitted_on", NEW."to_party_id", NEW."usefulness", NEW."version", NEW."what"); RETURN NULL;', hash='e77579a7ed645539dcf81f83e985c5adf2218812', operation='UPDATE', pgid='pgtrigger_update_update_82975', table='agreements_assistancerequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequest',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_assistancerequestevent" ("answer_due_on", "collaboration_id", "created_at", "emergency_reason", "ended_on", "feedback", "follows_id", "from_party_id", "given_on", "giver_says", "grounds_note", "id", "is_emergency", "is_sample", "kind", "liability_document_id", "liable_party_id", "needed_by", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "result", "state", "subject", "submitted_on", "to_party_id", "usefulness", "version", "what") VALUES (OLD."answer_due_on", OLD."collaboration_id", OLD."created_at", OLD."emergency_reason", OLD."ended_on", OLD."feedback", OLD."follows_id", OLD."from_party_id", OLD."given_on", OLD."giver_says", OLD."grounds_note", OLD."id", OLD."is_emergency", OLD."is_sample", OLD."kind", OLD."liability_document_id", OLD."liable_party_id", OLD."needed_by", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."recorded_by_id", OLD."result", OLD."state", OLD."subject", OLD."submitted_on", OLD."to_party_id", OLD."usefulness", OLD."version", OLD."what"); RETURN NULL;', hash='7a52021c1538709329244b4e29063c10ad778842', operation='DELETE', pgid='pgtrigger_delete_delete_5612d', table='agreements_assistancerequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceescalationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0e98be9ae4b2cdb025fbf9537107f7a3fc8b6628', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d5da1', table='agreements_assistanceescalationevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceescalation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_assistanceescalationevent" ("answer", "answered_by_id", "answered_on", "closed_because", "closed_on", "created_at", "due_on", "escalated_by_id", "escalated_on", "id", "is_sample", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "request_id", "superior_id") VALUES (NEW."answer", NEW."answered_by_id", NEW."answered_on", NEW."closed_because", NEW."closed_on", NEW."created_at", NEW."due_on", NEW."escalated_by_id", NEW."escalated_on", NEW."id", NEW."is_sample", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."request_id", NEW."superior_id"); RETURN NULL;', hash='f59103aa163c6e1d6ad095ae7993ae90a31fb36f', operation='INSERT', pgid='pgtrigger_insert_insert_c41a7', table='agreements_assistanceescalation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceescalation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."answered_by_id" IS DISTINCT FROM (NEW."answered_by_id") OR OLD."answered_on" IS DISTINCT FROM (NEW."answered_on") OR OLD."closed_because" IS DISTINCT FROM (NEW."closed_because") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."escalated_by_id" IS DISTINCT FROM (NEW."escalated_by_id") OR OLD."escalated_on" IS DISTINCT FROM (NEW."escalated_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."request_id" IS DISTINCT FROM (NEW."request_id") OR OLD."superior_id" IS DISTINCT FROM (NEW."superior_id"))', func='INSERT INTO "agreements_assistanceescalationevent" ("answer", "answered_by_id", "answered_on", "closed_because", "closed_on", "created_at", "due_on", "escalated_by_id", "escalated_on", "id", "is_sample", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "request_id", "superior_id") VALUES (NEW."answer", NEW."answered_by_id", NEW."answered_on", NEW."closed_because", NEW."closed_on", NEW."created_at", NEW."due_on", NEW."escalated_by_id", NEW."escalated_on", NEW."id", NEW."is_sample", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."request_id", NEW."superior_id"); RETURN NULL;', hash='45ea2bcb170956ee8cfe40c6eb20cf3e4e9e89f6', operation='UPDATE', pgid='pgtrigger_update_update_eb2e3', table='agreements_assistanceescalation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceescalation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_assistanceescalationevent" ("answer", "answered_by_id", "answered_on", "closed_because", "closed_on", "created_at", "due_on", "escalated_by_id", "escalated_on", "id", "is_sample", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "request_id", "superior_id") VALUES (OLD."answer", OLD."answered_by_id", OLD."answered_on", OLD."closed_because", OLD."closed_on", OLD."created_at", OLD."due_on", OLD."escalated_by_id", OLD."escalated_on", OLD."id", OLD."is_sample", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."request_id", OLD."superior_id"); RETURN NULL;', hash='1805c16190caba7c51f571449fff503b9ce5eb2c', operation='DELETE', pgid='pgtrigger_delete_delete_9b269', table='agreements_assistanceescalation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancecostevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='03197b4f807f832029cfaf02a5604c7c2abbf8af', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_cf870', table='agreements_assistancecostevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancecost',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[(SELECT collaboration_id FROM agreements_assistancerequest WHERE id = NEW.request_id)::bigint, NEW.collaboration_id::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "assistance_cost_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_cost_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='0140878b6d4c286f44da212608b06f6398c83f1a', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_864eb', table='agreements_assistancecost', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancecost',
            trigger=pgtrigger.compiler.Trigger(name='changed_is_agreed_anew', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (\n    (NEW.item, NEW.amount, NEW.requester_share, NEW.giver_share)\n    IS DISTINCT FROM (OLD.item, OLD.amount, OLD.requester_share, OLD.giver_share)\n    OR NEW.budget_line <> OLD.budget_line AND NOT (\n        NEW.budget_line = \'\' AND OLD.is_dropped AND NOT NEW.is_dropped\n    )\n) AND (\n                NEW.requester_agreed_on IS NOT NULL OR NEW.giver_agreed_on IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION \'violates "assistance_cost_changed_is_agreed_anew": agreed was another sum\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_cost_changed_is_agreed_anew\';\n            END IF;\n            RETURN NEW;\n        ', hash='43a1ca14171148b459112981068b386f28500f12', operation='UPDATE', pgid='pgtrigger_changed_is_agreed_anew_d9eaa', table='agreements_assistancecost', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancecost',
            trigger=pgtrigger.compiler.Trigger(name='agreed_stands', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF OLD.requester_agreed_on IS NOT NULL AND OLD.giver_agreed_on IS NOT NULL AND (\n                TG_OP = \'DELETE\' OR (\n    (NEW.item, NEW.amount, NEW.requester_share, NEW.giver_share)\n    IS DISTINCT FROM (OLD.item, OLD.amount, OLD.requester_share, OLD.giver_share)\n    OR NEW.budget_line <> OLD.budget_line AND NOT (\n        NEW.budget_line = \'\' AND OLD.is_dropped AND NOT NEW.is_dropped\n    )\n) OR OLD.opening_side = \'\' AND (\n                    NEW.requester_agreed_on IS NULL OR NEW.giver_agreed_on IS NULL\n                )\n            ) THEN\n                RAISE EXCEPTION \'violates "assistance_cost_agreed_stands": both sides agreed on it\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_cost_agreed_stands\';\n            END IF;\n            RETURN coalesce(NEW, OLD);\n        ', hash='07dfb266971927582c6c8c05fb84c4015b298ab0', operation='UPDATE OR DELETE', pgid='pgtrigger_agreed_stands_4f2d5', table='agreements_assistancecost', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancecost',
            trigger=pgtrigger.compiler.Trigger(name='paid_with_the_help', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            IF EXISTS (\n                SELECT FROM agreements_assistancecost AS cost\n                JOIN agreements_assistancerequest AS asked ON asked.id = cost.request_id\n                WHERE asked.id = NEW.request_id AND cost.is_dropped <> (\n                    asked.state = \'withdrawn\'\n                    OR asked.state = \'unfulfilled\' AND asked.giver_says = \'\'\n                )\n            ) THEN\n                RAISE EXCEPTION \'violates "assistance_costs_go_with_the_help": the help and its costs differ\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_costs_go_with_the_help\';\n            END IF;\n            RETURN NULL;\n        ', hash='ae31ded088a27b3e977e37363361e0fd8761a421', operation='INSERT OR UPDATE', pgid='pgtrigger_paid_with_the_help_05980', table='agreements_assistancecost', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancecost',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_assistancecostevent" ("amount", "budget_line", "collaboration_id", "created_at", "giver_agreed_by_id", "giver_agreed_on", "giver_share", "holds_line", "id", "is_dropped", "is_sample", "item", "line_owner_id", "opening_by_id", "opening_on", "opening_side", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "requester_agreed_by_id", "requester_agreed_on", "requester_share", "version") VALUES (NEW."amount", NEW."budget_line", NEW."collaboration_id", NEW."created_at", NEW."giver_agreed_by_id", NEW."giver_agreed_on", NEW."giver_share", NEW."holds_line", NEW."id", NEW."is_dropped", NEW."is_sample", NEW."item", NEW."line_owner_id", NEW."opening_by_id", NEW."opening_on", NEW."opening_side", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."request_id", NEW."requester_agreed_by_id", NEW."requester_agreed_on", NEW."requester_share", NEW."version"); RETURN NULL;', hash='ffeeae2ee86bdb5c694c3df3398f0d1be4629a73', operation='INSERT', pgid='pgtrigger_insert_insert_2bb23', table='agreements_assistancecost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancecost',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."budget_line" IS DISTINCT FROM (NEW."budget_line") OR OLD."collaboration_id" IS DISTINCT FROM (NEW."collaboration_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."giver_agreed_by_id" IS DISTINCT FROM (NEW."giver_agreed_by_id") OR OLD."giver_agreed_on" IS DISTINCT FROM (NEW."giver_agreed_on") OR OLD."giver_share" IS DISTINCT FROM (NEW."giver_share") OR OLD."holds_line" IS DISTINCT FROM (NEW."holds_line") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_dropped" IS DISTINCT FROM (NEW."is_dropped") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."item" IS DISTINCT FROM (NEW."item") OR OLD."line_owner_id" IS DISTINCT FROM (NEW."line_owner_id") OR OLD."opening_by_id" IS DISTINCT FROM (NEW."opening_by_id") OR OLD."opening_on" IS DISTINCT FROM (NEW."opening_on") OR OLD."opening_side" IS DISTINCT FROM (NEW."opening_side") OR OLD."request_id" IS DISTINCT FROM (NEW."request_id") OR OLD."requester_agreed_by_id" IS DISTINCT FROM (NEW."requester_agreed_by_id") OR OLD."requester_agreed_on" IS DISTINCT FROM (NEW."requester_agreed_on") OR OLD."requester_share" IS DISTINCT FROM (NEW."requester_share") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "agreements_assistancecostevent" ("amount", "budget_line", "collaboration_id", "created_at", "giver_agreed_by_id", "giver_agreed_on", "giver_share", "holds_line", "id", "is_dropped", "is_sample", "item", "line_owner_id", "opening_by_id", "opening_on", "opening_side", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "requester_agreed_by_id", "requester_agreed_on", "requester_share", "version") VALUES (NEW."amount", NEW."budget_line", NEW."collaboration_id", NEW."created_at", NEW."giver_agreed_by_id", NEW."giver_agreed_on", NEW."giver_share", NEW."holds_line", NEW."id", NEW."is_dropped", NEW."is_sample", NEW."item", NEW."line_owner_id", NEW."opening_by_id", NEW."opening_on", NEW."opening_side", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."request_id", NEW."requester_agreed_by_id", NEW."requester_agreed_on", NEW."requester_share", NEW."version"); RETURN NULL;', hash='e6fef04be5cc6d00770f838abbd7069021ee6ae5', operation='UPDATE', pgid='pgtrigger_update_update_0ed27', table='agreements_assistancecost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancecost',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_assistancecostevent" ("amount", "budget_line", "collaboration_id", "created_at", "giver_agreed_by_id", "giver_agreed_on", "giver_share", "holds_line", "id", "is_dropped", "is_sample", "item", "line_owner_id", "opening_by_id", "opening_on", "opening_side", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "requester_agreed_by_id", "requester_agreed_on", "requester_share", "version") VALUES (OLD."amount", OLD."budget_line", OLD."collaboration_id", OLD."created_at", OLD."giver_agreed_by_id", OLD."giver_agreed_on", OLD."giver_share", OLD."holds_line", OLD."id", OLD."is_dropped", OLD."is_sample", OLD."item", OLD."line_owner_id", OLD."opening_by_id", OLD."opening_on", OLD."opening_side", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."request_id", OLD."requester_agreed_by_id", OLD."requester_agreed_on", OLD."requester_share", OLD."version"); RETURN NULL;', hash='2c3e8a8fd5e6fc7f61f0a55ff91d605e9eb98b6b', operation='DELETE', pgid='pgtrigger_delete_delete_6cee3', table='agreements_assistancecost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancechangeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0d3f1f6e9aa5df1c9a81c8f34024c29705d834fa', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4d7e9', table='agreements_assistancechangeevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancechange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_assistancechangeevent" ("event", "from_state", "id", "is_on_behalf", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "to_state") VALUES (NEW."event", NEW."from_state", NEW."id", NEW."is_on_behalf", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."request_id", NEW."to_state"); RETURN NULL;', hash='2c2b7fc0809e18d708668571c37e086b3851fbee', operation='INSERT', pgid='pgtrigger_insert_insert_e4c52', table='agreements_assistancechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancechange',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "agreements_assistancechangeevent" ("event", "from_state", "id", "is_on_behalf", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "to_state") VALUES (NEW."event", NEW."from_state", NEW."id", NEW."is_on_behalf", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."request_id", NEW."to_state"); RETURN NULL;', hash='712cbfe4cb74fe9fe8d1b6d28cc8ebe67c3ffcf6', operation='UPDATE', pgid='pgtrigger_update_update_1e39a', table='agreements_assistancechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancechange',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_assistancechangeevent" ("event", "from_state", "id", "is_on_behalf", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "to_state") VALUES (OLD."event", OLD."from_state", OLD."id", OLD."is_on_behalf", OLD."made_at", OLD."made_by_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."request_id", OLD."to_state"); RETURN NULL;', hash='229609ef59a5fc7ddfab027560c5a7db1d10c2ab', operation='DELETE', pgid='pgtrigger_delete_delete_d0df0', table='agreements_assistancechange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancerequestevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8ae6f0e7a9e4796e0025f1b37ec7e303c584dd27', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c743a', table='agreements_assistancerequestevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancetermevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='24b92ddec4bd44f515ae8cbefbe1f2eadb2a4e6f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_aca46', table='agreements_assistancetermevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistancegroundevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8ef07b9bea19443246c262ba11a98b5d675d31ba', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_11460', table='agreements_assistancegroundevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceground',
            trigger=pgtrigger.compiler.Trigger(name='has_a_ground', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            PERFORM FROM agreements_assistancerequest WHERE id = OLD.request_id FOR NO KEY UPDATE;\n            IF EXISTS (\n                SELECT FROM agreements_assistancerequest\n                WHERE id = OLD.request_id AND state <> \'draft\' AND submitted_on IS NOT NULL\n            ) AND NOT EXISTS (\n                SELECT FROM agreements_assistanceground WHERE request_id = OLD.request_id\n            ) THEN\n                RAISE EXCEPTION \'violates "assistance_submitted_has_a_ground": no ground\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_submitted_has_a_ground\';\n            END IF;\n            RETURN NULL;\n        ', hash='c51e6db8ef7f8ef6021274c1ad7d63bb4c2485cd', operation='UPDATE OR DELETE', pgid='pgtrigger_has_a_ground_89376', table='agreements_assistanceground', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceground',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_assistancegroundevent" ("id", "is_sample", "kind_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id") VALUES (NEW."id", NEW."is_sample", NEW."kind_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."request_id"); RETURN NULL;', hash='0ce64425f4bb371ae2d4cf558092802dd84dee34', operation='INSERT', pgid='pgtrigger_insert_insert_28ed3', table='agreements_assistanceground', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceground',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "agreements_assistancegroundevent" ("id", "is_sample", "kind_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id") VALUES (NEW."id", NEW."is_sample", NEW."kind_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."request_id"); RETURN NULL;', hash='835e4c0734444c1f2376e958886e3a5a785fe8fb', operation='UPDATE', pgid='pgtrigger_update_update_ef3c8', table='agreements_assistanceground', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceground',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_assistancegroundevent" ("id", "is_sample", "kind_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id") VALUES (OLD."id", OLD."is_sample", OLD."kind_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."request_id"); RETURN NULL;', hash='1001c486333367b81d342073d53391887d2eea16', operation='DELETE', pgid='pgtrigger_delete_delete_4ed46', table='agreements_assistanceground', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='groundkindevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b554741f46b96d61a903bfc22e0d5aeba17767e5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_30bfa', table='agreements_groundkindevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='refusalground',
            trigger=pgtrigger.compiler.Trigger(name='two_levels', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n                    IF NEW.parent_id IS NOT NULL AND (\n                        EXISTS (SELECT FROM agreements_refusalground\n                                WHERE id = NEW.parent_id AND parent_id IS NOT NULL)\n                        OR EXISTS (SELECT FROM agreements_refusalground WHERE parent_id = NEW.id)\n                        OR NEW.parent_id = NEW.id\n                    ) THEN\n                        RAISE EXCEPTION \'violates "refusal_ground_has_two_levels": a part has no parts\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'refusal_ground_has_two_levels\';\n                    END IF;\n                    RETURN NEW;\n                ', hash='e4a10b9cd15a18099c79d3c4ec32ed8cfc6f33dc', operation='INSERT OR UPDATE', pgid='pgtrigger_two_levels_c39bf', table='agreements_refusalground', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='refusalground',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_refusalgroundevent" ("code", "created_at", "id", "is_active", "is_verified", "law", "name", "name_en", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version") VALUES (NEW."code", NEW."created_at", NEW."id", NEW."is_active", NEW."is_verified", NEW."law", NEW."name", NEW."name_en", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."version"); RETURN NULL;', hash='a4e5f9804d2b647b75f3b0d0c64132865c61c551', operation='INSERT', pgid='pgtrigger_insert_insert_f8e45', table='agreements_refusalground', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='refusalground',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_verified" IS DISTINCT FROM (NEW."is_verified") OR OLD."law" IS DISTINCT FROM (NEW."law") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "agreements_refusalgroundevent" ("code", "created_at", "id", "is_active", "is_verified", "law", "name", "name_en", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version") VALUES (NEW."code", NEW."created_at", NEW."id", NEW."is_active", NEW."is_verified", NEW."law", NEW."name", NEW."name_en", NEW."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."version"); RETURN NULL;', hash='09fdf85db29eef80a5c9fba7ee78bb58ce5b1f61', operation='UPDATE', pgid='pgtrigger_update_update_fae0f', table='agreements_refusalground', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='refusalground',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_refusalgroundevent" ("code", "created_at", "id", "is_active", "is_verified", "law", "name", "name_en", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version") VALUES (OLD."code", OLD."created_at", OLD."id", OLD."is_active", OLD."is_verified", OLD."law", OLD."name", OLD."name_en", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."position", OLD."version"); RETURN NULL;', hash='afa9c7c840ca41a102030f50130e0be23f9a7863', operation='DELETE', pgid='pgtrigger_delete_delete_c1a60', table='agreements_refusalground', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceresponseevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bf7c0fcc3cac5e57eeefdbe56eaa3145b7d0d3bb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6dcc2', table='agreements_assistanceresponseevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceresponse',
            trigger=pgtrigger.compiler.Trigger(name='of_one_collaboration', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            IF (SELECT count(DISTINCT each) FROM unnest(ARRAY[(SELECT collaboration_id FROM agreements_assistancerequest WHERE id = NEW.request_id)::bigint, (SELECT collaboration_id FROM agreements_document WHERE id = NEW.letter_id)::bigint]) AS each) > 1 THEN\n                RAISE EXCEPTION \'violates "assistance_letter_of_one_collaboration": rows of several collaborations\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_letter_of_one_collaboration\';\n            END IF;\n            RETURN NEW;\n        ', hash='31df5df47bb9faa4971b5a28f9d4310dab54e16e', operation='INSERT OR UPDATE', pgid='pgtrigger_of_one_collaboration_231c4', table='agreements_assistanceresponse', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceresponse',
            trigger=pgtrigger.compiler.Trigger(name='no_refusal_of_an_emergency', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            PERFORM FROM agreements_assistancerequest WHERE id = NEW.request_id FOR SHARE;\n            IF NEW.outcome = \'refuse\' AND EXISTS (\n                SELECT FROM agreements_assistancerequest\n                WHERE id = NEW.request_id AND is_emergency\n            ) THEN\n                RAISE EXCEPTION \'violates "assistance_emergency_is_not_refused": an emergency is not refused\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_emergency_is_not_refused\';\n            END IF;\n            RETURN NEW;\n        ', hash='062b794c0a50f0fd64ecf9ba9a5cf7955bb2d3bf', operation='INSERT OR UPDATE', pgid='pgtrigger_no_refusal_of_an_emergency_7dfd7', table='agreements_assistanceresponse', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceresponse',
            trigger=pgtrigger.compiler.Trigger(name='part_of_an_emergency_says_why', sql=pgtrigger.compiler.UpsertTriggerSql(func='\n            PERFORM FROM agreements_assistancerequest WHERE id = NEW.request_id FOR SHARE;\n            IF NEW.outcome = \'partial\' AND char_length(btrim(NEW.withheld, E\' \\t\\r\\n\')) < 20 AND EXISTS (\n                SELECT FROM agreements_assistancerequest\n                WHERE id = NEW.request_id AND is_emergency\n            ) THEN\n                RAISE EXCEPTION \'violates "assistance_part_of_an_emergency_says_why": what is not given, and why\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_part_of_an_emergency_says_why\';\n            END IF;\n            RETURN NEW;\n        ', hash='d69fa6b92b8f52357b5695e046f858a31b822ac8', operation='INSERT OR UPDATE', pgid='pgtrigger_part_of_an_emergency_says_why_12527', table='agreements_assistanceresponse', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceresponse',
            trigger=pgtrigger.compiler.Trigger(name='answer_fits', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            IF EXISTS (\n                SELECT FROM agreements_assistancerequest AS asked\n                LEFT JOIN agreements_assistanceresponse AS said ON said.request_id = asked.id\n                WHERE asked.id = NEW.request_id AND (\n                    asked.state IN (\'draft\', \'submitted\') AND said.id IS NOT NULL\n                    OR asked.state IN (\'accepted\', \'partly\', \'refused\') AND said.id IS NULL\n                    OR (asked.state = \'refused\') <> coalesce(said.outcome = \'refuse\', FALSE)\n                    OR asked.state = \'accepted\' AND said.outcome <> \'accept\'\n                    OR asked.state = \'partly\' AND said.outcome <> \'partial\'\n                )\n            ) THEN\n                RAISE EXCEPTION \'violates "assistance_answer_fits_its_state": state and answer differ\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_answer_fits_its_state\';\n            END IF;\n            RETURN NULL;\n        ', hash='ecaf2329aa4c8eda2ef90b959c746ed802b769a2', operation='INSERT OR UPDATE', pgid='pgtrigger_answer_fits_51058', table='agreements_assistanceresponse', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceresponse',
            trigger=pgtrigger.compiler.Trigger(name='answer_stays', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='\n            IF EXISTS (\n                SELECT FROM agreements_assistancerequest AS asked\n                LEFT JOIN agreements_assistanceresponse AS said ON said.request_id = asked.id\n                WHERE asked.id = OLD.request_id AND (\n                    asked.state IN (\'draft\', \'submitted\') AND said.id IS NOT NULL\n                    OR asked.state IN (\'accepted\', \'partly\', \'refused\') AND said.id IS NULL\n                    OR (asked.state = \'refused\') <> coalesce(said.outcome = \'refuse\', FALSE)\n                    OR asked.state = \'accepted\' AND said.outcome <> \'accept\'\n                    OR asked.state = \'partly\' AND said.outcome <> \'partial\'\n                )\n            ) THEN\n                RAISE EXCEPTION \'violates "assistance_answer_fits_its_state": state and answer differ\' USING ERRCODE = \'check_violation\', CONSTRAINT = \'assistance_answer_fits_its_state\';\n            END IF;\n            RETURN NULL;\n        ', hash='19ff1a23350b5bc53aa5eadad1d67e40ec59afb8', operation='DELETE', pgid='pgtrigger_answer_stays_d020e', table='agreements_assistanceresponse', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceresponse',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_assistanceresponseevent" ("created_at", "given_by_id", "given_on", "id", "is_on_behalf", "is_sample", "letter_id", "offered", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "refusal_ground_id", "request_id", "version", "withheld") VALUES (NEW."created_at", NEW."given_by_id", NEW."given_on", NEW."id", NEW."is_on_behalf", NEW."is_sample", NEW."letter_id", NEW."offered", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."refusal_ground_id", NEW."request_id", NEW."version", NEW."withheld"); RETURN NULL;', hash='455bb112ddd1409676fcb3e24ea61ddd13c7e77a', operation='INSERT', pgid='pgtrigger_insert_insert_603d6', table='agreements_assistanceresponse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceresponse',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."given_by_id" IS DISTINCT FROM (NEW."given_by_id") OR OLD."given_on" IS DISTINCT FROM (NEW."given_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_on_behalf" IS DISTINCT FROM (NEW."is_on_behalf") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."letter_id" IS DISTINCT FROM (NEW."letter_id") OR OLD."offered" IS DISTINCT FROM (NEW."offered") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."refusal_ground_id" IS DISTINCT FROM (NEW."refusal_ground_id") OR OLD."request_id" IS DISTINCT FROM (NEW."request_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."withheld" IS DISTINCT FROM (NEW."withheld"))', func='INSERT INTO "agreements_assistanceresponseevent" ("created_at", "given_by_id", "given_on", "id", "is_on_behalf", "is_sample", "letter_id", "offered", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "refusal_ground_id", "request_id", "version", "withheld") VALUES (NEW."created_at", NEW."given_by_id", NEW."given_on", NEW."id", NEW."is_on_behalf", NEW."is_sample", NEW."letter_id", NEW."offered", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."refusal_ground_id", NEW."request_id", NEW."version", NEW."withheld"); RETURN NULL;', hash='6b25448b57a5f7dd7f039d1b77c4f6bccc00099d', operation='UPDATE', pgid='pgtrigger_update_update_4b17c', table='agreements_assistanceresponse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assistanceresponse',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "agreements_assistanceresponseevent" ("created_at", "given_by_id", "given_on", "id", "is_on_behalf", "is_sample", "letter_id", "offered", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "refusal_ground_id", "request_id", "version", "withheld") VALUES (OLD."created_at", OLD."given_by_id", OLD."given_on", OLD."id", OLD."is_on_behalf", OLD."is_sample", OLD."letter_id", OLD."offered", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', OLD."id", OLD."reason", OLD."refusal_ground_id", OLD."request_id", OLD."version", OLD."withheld"); RETURN NULL;', hash='b20ba654a4d6cb376b8e2d5ac4561c524abff540', operation='DELETE', pgid='pgtrigger_delete_delete_fe4d6', table='agreements_assistanceresponse', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='refusalgroundevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ffcbb6f16ec65fc24720a0c84514ff89744333ff', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f3dfa', table='agreements_refusalgroundevent', when='BEFORE')),
        ),
    ]
