"""What the built-in agenda and the built-in minutes of a meeting look like: two documents."""

HEAD = (
    ("Title", "{{ kind }}"),
    ("Heading 1", "{{ title }}"),
    ("Normal", "{{ collaboration }}"),
    ("Normal", "{%p if notice %}"),
    ("Intense Quote", "{{ notice }}"),
    ("Normal", "{%p endif %}"),
)
FACTS = (
    ("{%tr for fact in facts %}", ""),
    ("{{ fact.label }}", "{{ fact.text }}"),
    ("{%tr endfor %}", ""),
)
LEFT_OUT = (
    ("Normal", "{%p if left_out %}"),
    ("Quote", "{{ left_out }}"),
    ("Normal", "{%p endif %}"),
)
AGENDA = (
    *HEAD,
    FACTS,
    ("Heading 2", "{{ label.invited }}"),
    ("Normal", "{%p for name in invited %}"),
    ("List Bullet", "{{ name }}"),
    ("Normal", "{%p endfor %}"),
    ("Heading 2", "{{ label.agenda }}"),
    (
        (
            "{{ label.number }}",
            "{{ label.topic }}",
            "{{ label.duration }}",
            "{{ label.presenter }}",
        ),
        ("{%tr for item in items %}", "", "", ""),
        (
            "{{ item.number }}",
            "{{ item.topic }}{% if item.mark %}\n({{ item.mark }}){% endif %}",
            "{{ item.duration }}",
            "{{ item.presenter }}",
        ),
        ("{%tr endfor %}", "", "", ""),
    ),
    *LEFT_OUT,
)
DECISIONS = (
    (
        "List Bullet",
        (
            "{{ label.decision }}: {{ decision.text }} ({{ decision.how }}"
            "{% if decision.mark %}; {{ decision.mark }}{% endif %})"
        ),
    ),
    ("Normal", "{%p if decision.positions %}"),
    ("Normal", "{{ decision.positions }}"),
    ("Normal", "{%p endif %}"),
)
MINUTES = (
    *HEAD,
    FACTS,
    ("Heading 2", "{{ label.there }}"),
    ("Normal", "{%p for each in there %}"),
    ("List Bullet", "{{ each.name }}{% if each.people %}: {{ each.people }}{% endif %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p if absent %}"),
    ("Normal", "{{ label.absent }}: {{ absent }}"),
    ("Normal", "{%p endif %}"),
    ("Heading 2", "{{ label.topics }}"),
    ("Normal", "{%p for item in items %}"),
    (
        "Heading 3",
        "{{ item.number }}. {{ item.topic }}{% if item.mark %} ({{ item.mark }}){% endif %}",
    ),
    ("Normal", "{%p if item.notes %}"),
    ("Normal", "{{ item.notes }}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p for decision in item.decisions %}"),
    *DECISIONS,
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p for decision in decisions %}"),
    *DECISIONS,
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p if notes %}"),
    ("Heading 2", "{{ label.notes }}"),
    ("Normal", "{{ notes }}"),
    ("Normal", "{%p endif %}"),
    *LEFT_OUT,
    ("Normal", "{%p if commitments %}"),
    ("Heading 2", "{{ label.commitments }}"),
    ("Normal", "{%p for each in commitments %}"),
    (
        "List Number",
        (
            "{{ each.who }}: {{ each.promise }} ({{ each.due_on }}, {{ each.code }}"
            "{% if each.mark %}, {{ each.mark }}{% endif %})"
        ),
    ),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p if answers %}"),
    ("Heading 2", "{{ label.answers }}"),
    ("Normal", "{%p for each in answers %}"),
    ("List Bullet", "{{ each.party }}: {{ each.says }}"),
    ("Normal", "{%p if each.text %}"),
    ("Normal", "{{ each.text }}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p if each.reply %}"),
    ("Normal", "{{ label.reply }}: {{ each.reply }}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p if guests %}"),
    ("Normal", "{{ label.guests }}: {{ guests }}"),
    ("Normal", "{%p endif %}"),
)
