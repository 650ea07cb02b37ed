"""The statements that find pairs; each joins by equality first, see `finding`."""

# Equal keys within a region; equal whole names where one of the two has no region; nearly equal
# names within a region. Of several reasons for a pair the strongest.
ORGANIZATION_PAIRS = """
WITH found AS (
    SELECT least(a.id, b.id) AS low, greatest(a.id, b.id) AS high,
           CASE WHEN a.is_name AND b.is_name THEN 'same_name' ELSE 'other_name' END AS reason,
           CASE WHEN a.is_name AND b.is_name THEN 0.98 ELSE 0.85 END AS score
    FROM pair_key a JOIN pair_key b ON b.block = a.block AND b.key = a.key AND a.id < b.id
    UNION ALL
    SELECT least(a.id, b.id), greatest(a.id, b.id),
           CASE WHEN a.is_name AND b.is_name THEN 'same_name_one_place'
                ELSE 'other_name_one_place' END,
           CASE WHEN a.is_name AND b.is_name THEN 0.9 ELSE 0.7 END
    FROM pair_key a JOIN pair_key b ON b.key = a.key
    WHERE a.block = 0 AND b.block <> 0 AND a.is_full AND b.is_full
    UNION ALL
    SELECT least(a.id, b.id), greatest(a.id, b.id), 'like_name',
           round((0.8 * similarity(a.name, b.name))::numeric, 3)
    FROM pair_name a
    JOIN pair_name b ON b.block = a.block AND left(b.name, 1) = left(a.name, 1) AND a.id < b.id
    WHERE length(a.name) BETWEEN 0.6 * length(b.name) AND 1.7 * length(b.name)
      AND similarity(a.name, b.name) >= 0.5
)
SELECT low, high, reason, score::float FROM (
    SELECT DISTINCT ON (low, high) low, high, reason, score
    FROM found ORDER BY low, high, score DESC
) AS best
ORDER BY score DESC, low, high
"""

# Equal address or number; equal name, stronger within one organization (alone only when the name
# has two words: single names are shared by many); nearly equal name within one organization, or
# where at most one of the two holds a post today: `%` is by the limit that the form asks with.
PERSON_PAIRS = """
WITH found AS (
    SELECT least(a.id, b.id) AS low, greatest(a.id, b.id) AS high,
           CASE a.what WHEN 'email' THEN 'same_email' WHEN 'phone' THEN 'same_phone'
                ELSE 'same_name' END AS reason,
           CASE a.what WHEN 'email' THEN 0.95 WHEN 'phone' THEN 0.88 ELSE 0.6 END AS score
    FROM pair_key a JOIN pair_key b ON b.what = a.what AND b.key = a.key AND a.id < b.id
    UNION ALL
    SELECT least(a.id, b.id), greatest(a.id, b.id),
           CASE WHEN a.name = b.name THEN 'same_name_and_place' ELSE 'like_name_and_place' END,
           CASE WHEN a.name = b.name THEN 0.97
                ELSE round((0.8 * similarity(a.name, b.name))::numeric, 3) END
    FROM pair_name a
    JOIN pair_name b ON b.block = a.block AND left(b.name, 1) = left(a.name, 1) AND a.id < b.id
    WHERE a.name = b.name OR similarity(a.name, b.name) >= 0.5
    UNION ALL
    SELECT least(a.id, b.id), greatest(a.id, b.id), 'like_name_no_post',
           round((0.7 * similarity(a.name, b.name))::numeric, 3)
    FROM pair_free a JOIN pair_free b ON b.name %% a.name AND b.numbers = a.numbers
    WHERE a.is_free AND a.id <> b.id AND a.name <> b.name
)
SELECT low, high, reason, score::float FROM (
    SELECT DISTINCT ON (low, high) low, high, reason, score
    FROM found ORDER BY low, high, score DESC
) AS best
ORDER BY score DESC, low, high
"""

# The best of them, for the page.
KEEP_PAIRS = """
INSERT INTO actors_suggestedpair (kind, low, high, reason, score, found_at)
SELECT %s, low, high, reason, score, %s FROM ({pairs}) AS pairs LIMIT %s
"""
