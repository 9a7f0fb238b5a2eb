"""What a class asks of its tables: one statement for each question, which can be sent again."""

CREATE = """
    WITH begun AS (
        INSERT INTO carriages.attempt (id, class, who, code, nth) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO NOTHING RETURNING id
    ), kept AS (INSERT INTO carriages.line (attempt, n, body) SELECT id, 1, $6 FROM begun RETURNING n)
    SELECT pg_notify($7, $8) FROM kept
"""
IS_CREATED = "SELECT 1 FROM carriages.attempt WHERE id = $1 AND class = $2"
APPEND = """
    WITH kept AS (
        INSERT INTO carriages.line (attempt, n, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING n
    )
    SELECT pg_notify($4, $5) FROM kept
"""
IS_APPENDED = "SELECT 1 FROM carriages.line WHERE attempt = $1 AND n = $2 AND body = $3"
FIND = """
    SELECT attempt.id, string_agg(body, ''::bytea ORDER BY n) FROM carriages.attempt JOIN carriages.line ON attempt = id
    WHERE class = $1 AND who = $2 AND code = $3 GROUP BY id ORDER BY nth DESC
"""
COUNT = "SELECT coalesce(max(n), 0) FROM carriages.line WHERE attempt = $1"
LIST = "SELECT id FROM carriages.attempt WHERE class = $1 ORDER BY who, nth"
READ = "SELECT string_agg(body, ''::bytea ORDER BY n) FROM carriages.line WHERE attempt = $1"
GET = "SELECT key, version, body FROM carriages.value WHERE class = $1 AND kind = $2"
GET_ONE = "SELECT version, body FROM carriages.value WHERE class = $1 AND kind = $2 AND key = $3"
TELL = "SELECT version, pg_notify($6, json_build_array($2::text, $3::text, version)::text) FROM kept"
ADD = f"""
    WITH kept AS (
        INSERT INTO carriages.value (class, kind, key, version, writer, body)
        VALUES ($1, $2, $3, nextval('carriages.version'), $4, $5)
        ON CONFLICT (class, kind, key) DO UPDATE SET version = excluded.version, writer = $4, body = $5
        WHERE value.body = ''::bytea RETURNING version
    ) {TELL}
"""
REPLACE = f"""
    WITH kept AS (
        UPDATE carriages.value SET version = nextval('carriages.version'), writer = $4, body = $5
        WHERE class = $1 AND kind = $2 AND key = $3 AND version = $7 RETURNING version
    ) {TELL}
"""
IS_PUT = "SELECT version FROM carriages.value WHERE class = $1 AND kind = $2 AND key = $3 AND writer = $4"
