"""A budget line of an organization pays an item once, wherever the help is asked for."""

import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("agreements", "0052_whose_budget_line_it_is")]

    operations = [
        migrations.AddConstraint(
            model_name='assistancecost',
            constraint=models.UniqueConstraint(models.F('line_owner'), django.db.models.functions.text.Lower('item'), django.db.models.functions.text.Lower('budget_line'), condition=models.Q(models.Q(('budget_line', ''), _negated=True), ('is_dropped', False)), name='assistance_budget_line_pays_an_item_once', violation_error_code='budget_line', violation_error_message='This budget line pays for this item already.'),
        ),
        migrations.AddConstraint(
            model_name='assistancecost',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('budget_line', ''), ('line_owner', None)), models.Q(models.Q(('budget_line', ''), _negated=True), ('line_owner__isnull', False)), _connector='OR'), name='assistance_budget_line_is_somebodys', violation_error_code='budget_line', violation_error_message='Say whose budget line it is.'),
        ),
    ]
