-- One row for each company: the mean score of its calls, and the failures that are open.
SELECT company_id,
       round(avg(score), 1) AS score,
       count(*) AS calls,
       sum(metrics)::BIGINT AS metrics,
       sum(consistent_checks)::BIGINT AS consistent_checks,
       sum(inconsistent_checks)::BIGINT AS inconsistent_checks,
       sum(open_errors)::BIGINT AS open_errors
FROM call_quality
GROUP BY company_id
ORDER BY score
