-- One row for each question of a call: who asked, what, and the official answers in order.
SELECT turn.call_id,
       turn.question_no,
       any_value(speaker.name) FILTER (turn.turn_type = 'question' AND speaker.role = 'analyst') AS asker,
       any_value(speaker.affiliation) FILTER (turn.turn_type = 'question' AND speaker.role = 'analyst') AS firm,
       string_agg(turn.text, E'\n\n' ORDER BY turn.turn_no) FILTER (turn.turn_type = 'question' AND turn.is_official) AS question,
       list(struct_pack(speaker := speaker.name, role := speaker.role, text := turn.text) ORDER BY turn.turn_no) FILTER (turn.turn_type = 'answer' AND turn.is_official) AS answers
FROM turn
JOIN speaker USING (speaker_id)
WHERE turn.question_no IS NOT NULL
GROUP BY turn.call_id, turn.question_no
ORDER BY turn.call_id, turn.question_no
