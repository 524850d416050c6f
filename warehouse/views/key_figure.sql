-- One row for each company, fiscal period and usual figure of the whole company, with the mention that it was read from.
WITH usual(figure, metric, measure, unit, is_non_gaap) AS (VALUES
    ('revenue', 'revenue', 'level', 'currency', NULL),
    ('revenue_yoy_percent', 'revenue', 'yoy_change', 'percent', NULL),
    ('gross_profit', 'gross_profit', 'level', 'currency', NULL),
    ('gross_margin_percent', 'gross_margin', 'level', 'percent', NULL),
    ('operating_income', 'operating_income', 'level', 'currency', NULL),
    ('operating_margin_percent', 'operating_margin', 'level', 'percent', NULL),
    ('net_income', 'net_income', 'level', 'currency', NULL),
    ('ebitda', 'ebitda', 'level', 'currency', NULL),
    ('ebitda_margin_percent', 'ebitda_margin', 'level', 'percent', NULL),
    ('free_cash_flow', 'free_cash_flow', 'level', 'currency', NULL),
    ('capital_expenditure', 'capital_expenditure', 'level', 'currency', NULL),
    ('cash_and_cash_equivalents', 'cash_and_cash_equivalents', 'level', 'currency', NULL),
    ('eps_gaap', 'eps', 'level', 'currency_per_share', false),
    ('eps_non_gaap', 'eps', 'level', 'currency_per_share', true)
)
SELECT company_id, period, figure, value, unit, currency, basis, agreement, call_id, metric_ids[1] AS metric_id
FROM fact
JOIN usual USING (metric, measure, unit)
WHERE segment = 'total' AND coalesce(is_non_gaap = (basis IS NOT DISTINCT FROM 'non_gaap'), true)
-- What is reported comes before what is adjusted.
QUALIFY row_number() OVER (PARTITION BY company_id, period, figure ORDER BY basis IS NOT DISTINCT FROM 'non_gaap', confidence DESC) = 1
ORDER BY company_id, period, figure
