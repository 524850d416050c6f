-- Consistency checks counted by rule, status and severity.
SELECT rule, severity, status, count(*) AS checks, count(DISTINCT call_id) AS calls, count(*) FILTER (waived_by IS NOT NULL) AS waived
FROM check_result
GROUP BY ALL
ORDER BY rule, severity, status
